// The page: follows the server's journal and draws what happens.

import { $, alertBox, toast, wireDialogs } from "./dom.js";
import { attempt, closeCommands, drawKeyboard, loadCommands, setContext, wireComposer, write } from "./composer.js";
import { wireAttachments } from "./attach.js";
import { call } from "./net.js";
import { drawClock, drawPeople, wirePanel } from "./panel.js";
import { chatOf, currentChat, state, take } from "./state.js";
import { append, drawThread, redraw, remove, wireThread } from "./thread.js";
import { loadWords, say } from "./words.js";

const WAIT = 25; // seconds that one question for news may take
const PAUSE = 1000; // milliseconds before asking a server again that was away
const GIVE_UP = 15_000; // milliseconds after which a button stops waiting

let seen = 0;

// What each kind of event changes on the screen; only for the chat that is open.
const show = {
  message: (event) => { append(currentChat().messages.get(event.message.message_id)); drawKeyboard(); drawStart(); drawStatus(); },
  edited: (event) => redraw(event.message.message_id),
  deleted: (event) => remove(event.message_id),
  toast: (event) => { redraw(event.message_id); if (event.text) (event.alert ? alertBox : toast)(event.text); },
  tap: (event) => { redraw(event.message_id); setTimeout(() => stopWaiting(event), GIVE_UP); },
  action: () => { drawStatus(); setTimeout(drawStatus, 5100); },
  blocked: () => drawStart(),
};

function stopWaiting(event) {
  if (chatOf(event.chat_id).waiting.delete(event.query_id)) redraw(event.message_id);
}

async function follow() {
  for (;;) {
    try {
      const news = await call("GET", `events?after=${seen}&timeout=${WAIT}`);
      $("offline").hidden = true;
      news.events.forEach(happen);
    } catch {
      $("offline").hidden = false;
      await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
    }
  }
}

function happen(event) {
  seen = event.seq;
  take(event);
  if (event.kind === "commands") loadCommands();
  if (event.kind === "clock") drawClock();
  if (event.kind === "person" || event.kind === "message") drawPeople(choose);
  if (event.chat_id === state.current) show[event.kind]?.(event);
}

async function catchUp() {
  const past = await call("GET", "events?after=0");
  for (const event of past.events) { seen = event.seq; take(event); }
  for (const chat of state.chats.values()) { chat.waiting.clear(); chat.busyUntil = 0; chat.unread = 0; }
}

async function choose(id) {
  state.current = id;
  chatOf(id).unread = 0;
  sessionStorage.setItem("person", id);
  setContext(null);
  closeCommands();
  drawThread();
  drawPeople(choose);
  drawKeyboard();
  drawStart();
  drawStatus();
  await loadCommands();
}

function drawStart() {
  const chat = currentChat();
  const fresh = chat.messages.size === 0;
  $("welcome").hidden = !fresh;
  $("start").hidden = !fresh && !chat.blocked;
  $("start").textContent = say(chat.blocked ? "block.restart" : "welcome.start");
  $("composer").hidden = fresh || chat.blocked;
  $("block").textContent = say(chat.blocked ? "block.undo" : "block.do");
}

function drawStatus() {
  const busy = currentChat().busyUntil > Date.now();
  $("status").textContent = say(busy ? "status.typing" : "status.bot");
  $("status").classList.toggle("busy", busy);
}

async function tap(message, button, node) {
  const path = `chats/${state.current}/messages/${message.message_id}/taps`;
  if (!(await attempt(() => call("POST", path, { data: button.callback_data })))) node.classList.remove("waiting");
}

async function toggleBlock() {
  const deed = currentChat().blocked ? "unblock" : "block";
  await attempt(() => call("POST", `people/${state.current}/${deed}`));
}

async function unblockFirst(event) {
  if (!currentChat().blocked) return;
  event.stopImmediatePropagation();
  await toggleBlock();
}

async function drawBot() {
  state.bot = await call("GET", "bot");
  $("bot-name").textContent = state.bot.first_name;
  $("description").textContent = state.bot.description ?? say("welcome.text");
  state.clockOffset = new Date((await call("GET", "clock")).now) - Date.now();
}

async function start() {
  await loadWords();
  $("start").addEventListener("click", unblockFirst);
  wireComposer();
  wireAttachments();
  wireDialogs();
  wirePanel(choose);
  wireThread({
    tap,
    command: (words) => write(words),
    reply: (message) => setContext({ kind: "reply", message }),
    edit: (message) => setContext({ kind: "edit", message }),
  });
  $("block").addEventListener("click", toggleBlock);
  await drawBot();
  await catchUp();
  if (!state.people.size) take({ kind: "person", chat_id: null, person: await call("POST", "people", { first_name: say("people.first"), language_code: "en" }) });
  drawClock();
  const last = Number(sessionStorage.getItem("person"));
  await choose(state.people.has(last) ? last : state.people.keys().next().value);
  document.body.dataset.ready = "true";
  follow();
}

start();
