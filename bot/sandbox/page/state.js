// What the page knows: people, their chats, the clock. Filled from the server's journal, event by event.

export const state = {
  people: new Map(), // id -> person
  chats: new Map(), // id -> chat, see emptyChat
  current: null, // the person whose phone this is
  bot: {},
  clockOffset: 0, // milliseconds that the sandbox's clock is ahead
};

export const now = () => new Date(Date.now() + state.clockOffset);

function emptyChat() {
  return { messages: new Map(), unread: 0, keyboard: null, blocked: false, waiting: new Map(), busyUntil: 0 };
}

export function chatOf(id) {
  if (!state.chats.has(id)) state.chats.set(id, emptyChat());
  return state.chats.get(id);
}

export const currentChat = () => (state.current === null ? emptyChat() : chatOf(state.current));

// Each kind of event changes what is known; drawing is somebody else's work.
const learn = {
  person: (event) => state.people.set(event.person.id, event.person),
  message: (event, chat) => {
    chat.messages.set(event.message.message_id, { ...event.message, byBot: event.by_bot });
    if (event.keyboard) chat.keyboard = event.keyboard.keyboard ? event.keyboard : null;
    if (event.by_bot) chat.busyUntil = 0;
    if (event.by_bot && event.chat_id !== state.current) chat.unread += 1;
  },
  edited: (event, chat) => {
    const id = event.message.message_id;
    chat.messages.set(id, { ...event.message, byBot: event.by_bot });
    for (const [query, tap] of chat.waiting) if (tap.message_id === id) chat.waiting.delete(query);
  },
  deleted: (event, chat) => chat.messages.delete(event.message_id),
  tap: (event, chat) => chat.waiting.set(event.query_id, event),
  toast: (event, chat) => chat.waiting.delete(event.query_id),
  action: (event, chat) => { chat.busyUntil = Date.now() + 5000; },
  blocked: (event, chat) => { chat.blocked = event.blocks; },
  clock: (event) => { state.clockOffset = new Date(event.now) - Date.now(); },
};

export function take(event) {
  learn[event.kind]?.(event, event.chat_id === null ? null : chatOf(event.chat_id));
}
