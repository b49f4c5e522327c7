// One message as it looks in the chat.

import { icon, iconButton, make, showPicture } from "./dom.js";
import { textNodes } from "./entities.js";
import { fileUrl } from "./net.js";
import { say, writeSize, writeTime } from "./words.js";

// deeds: what can be done with a message: reply, edit, tap, command, jump.
export function drawMessage(message, waiting, deeds) {
  const node = make("li", message.byBot ? "message" : "message mine");
  node.dataset.id = message.message_id;
  const bubble = make("div", "bubble", ...forwarded(message), ...quote(message, deeds), ...contents(message), ...words(message, deeds));
  bubble.append(foot(message), tools(message, node, deeds));
  node.append(bubble);
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length) {
    node.classList.add("keyed");
    node.append(keys(message, rows, waiting, deeds));
  }
  return node;
}

function quote(message, deeds) {
  const original = message.reply_to_message;
  if (!original) return [];
  const who = make("strong", "", original.from?.first_name ?? "");
  const button = make("button", "quote", who, make("span", "", summary(original)));
  button.addEventListener("click", () => deeds.jump(original.message_id));
  return [button];
}

function forwarded(message) {
  const origin = message.forward_origin;
  return origin ? [make("p", "forwarded", say("message.forwarded", { name: origin.sender_user_name }))] : [];
}

// One line that says what a message is.
export function summary(message) {
  const said = message.text ?? message.caption;
  if (said) return said.split("\n")[0];
  if (message.photo) return say("kind.photo");
  if (message.document) return message.document.file_name ?? say("kind.file");
  if (message.location) return say("kind.location");
  return message.sticker?.emoji ?? say("kind.other");
}

function contents(message) {
  if (message.photo) return [picture(message)];
  if (message.document) return [file(message.document)];
  if (message.location) return [place(message.location)];
  if (message.sticker) return [make("div", "sticker", message.sticker.emoji ?? "")];
  if (message.voice) return [make("p", "", say("kind.voice"))];
  if (message.contact) return [make("p", "", `${message.contact.first_name} ${message.contact.phone_number}`)];
  return [];
}

function picture(message) {
  const size = message.photo[message.photo.length - 1];
  const image = make("img");
  image.src = fileUrl(size.file_id);
  image.alt = message.caption ?? say("kind.photo");
  if (size.width) { image.width = size.width; image.height = size.height; image.style.height = "auto"; }
  const button = make("button", "picture", image);
  button.addEventListener("click", () => showPicture(image.src, image.alt));
  return button;
}

function file(document) {
  const name = document.file_name ?? say("kind.file");
  const details = make("span", "", make("strong", "", name), make("small", "", writeSize(document.file_size)));
  const link = make("a", "file", make("span", "disc", icon("file")), details);
  link.href = fileUrl(document.file_id);
  link.download = name;
  return link;
}

function place(location) {
  const figures = `${location.latitude.toFixed(3)}, ${location.longitude.toFixed(3)}`;
  const details = make("span", "", make("strong", "", say("kind.location")), make("small", "", figures));
  return make("span", "file", make("span", "disc", icon("pin")), details);
}

function words(message, deeds) {
  const text = message.text ?? message.caption;
  if (!text) return [];
  const entities = message.entities ?? message.caption_entities;
  const node = make("div", "words", ...textNodes(text, entities, deeds.command));
  node.dir = "auto";
  node.append(make("span", message.edit_date ? "gap long" : "gap"));
  return [node];
}

function foot(message) {
  const date = new Date(message.date * 1000);
  const time = make("time", "", writeTime(date));
  time.dateTime = date.toISOString();
  return make("div", "foot", ...(message.edit_date ? [make("span", "", say("message.edited"))] : []), time);
}

function tools(message, node, deeds) {
  const box = make("div", "tools", iconButton("reply", say("message.reply"), () => deeds.reply(message)));
  if (!message.byBot && !message.forward_origin && (message.text || message.caption)) {
    node.classList.add("editable");
    box.append(iconButton("pen", say("message.edit"), () => deeds.edit(message)));
  }
  return box;
}

function keys(message, rows, waiting, deeds) {
  const taps = [...waiting.values()].filter((tap) => tap.message_id === message.message_id);
  const box = make("div", "keys");
  for (const row of rows) box.append(make("div", "", ...row.map((button) => key(message, button, taps, deeds))));
  return box;
}

function key(message, button, taps, deeds) {
  if (button.url) {
    const link = make("a", "key", button.text, icon("out"));
    link.href = button.url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return link;
  }
  const node = make("button", "key", button.text);
  if (taps.some((tap) => tap.label === button.text)) node.classList.add("waiting");
  node.addEventListener("click", () => { node.classList.add("waiting"); deeds.tap(message, button, node); });
  return node;
}
