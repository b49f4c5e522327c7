// Writing: text, answers, edits, files, commands, and the keyboard below the field.

import { $, make, toast } from "./dom.js";
import { summary } from "./bubble.js";
import { call } from "./net.js";
import { currentChat, state } from "./state.js";
import { say } from "./words.js";

const field = $("text");
let context = null; // { kind: "reply" | "edit", message }
let commands = [];

export function wireComposer() {
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
  field.addEventListener("input", () => { grow(); listCommands(); });
  field.addEventListener("keydown", onKey);
  field.addEventListener("paste", (event) => { if (event.clipboardData.files.length) sendFiles(event.clipboardData.files); });
  $("context-close").addEventListener("click", () => setContext(null));
  $("menu").addEventListener("click", toggleMenu);
  $("start").addEventListener("click", () => write("/start"));
  wireDrop();
}

function wireDrop() {
  let depth = 0;
  const show = (visible) => { $("drop").hidden = !visible; };
  addEventListener("dragenter", (event) => { event.preventDefault(); depth += 1; show(true); });
  addEventListener("dragleave", () => { depth -= 1; show(depth > 0); });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => { event.preventDefault(); depth = 0; show(false); sendFiles(event.dataTransfer.files); });
}

export async function attempt(deed) {
  try { return await deed(); } catch (problem) { toast(say("problem", { what: problem.message })); return null; }
}

const path = (rest) => `chats/${state.current}/${rest}`;

export async function write(text, replyTo) {
  return attempt(() => call("POST", path("messages"), { text, ...(replyTo && { reply_to: replyTo }) }));
}

async function send() {
  const text = field.value.trim();
  if (!text) return;
  const was = context;
  field.value = "";
  setContext(null);
  grow();
  listCommands();
  if (was?.kind === "edit") await attempt(() => call("PATCH", path(`messages/${was.message.message_id}`), { text }));
  else await write(text, was?.message.message_id);
}

export async function sendFiles(files) {
  const album = files.length > 1 ? crypto.randomUUID() : "";
  for (const file of files) {
    const form = new FormData();
    form.append("album", album);
    form.append("kind", /^image\/(png|jpe?g|gif|webp)$/.test(file.type) ? "photo" : "document");
    form.append("caption", field.value.trim());
    if (context?.kind === "reply") form.append("reply_to", context.message.message_id);
    form.append("file", file, file.name);
    field.value = "";
    setContext(null);
    await attempt(() => call("POST", path("files"), form));
  }
  grow();
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

function onKey(event) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); if (!pickMarked()) send(); }
  else if (event.key === "Escape") { setContext(null); closeCommands(); }
  else if (event.key === "ArrowUp" && !field.value) editLast();
  else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && !$("commands").hidden) {
    event.preventDefault();
    mark(event.key === "ArrowDown" ? 1 : -1);
  }
}

function editLast() {
  const mine = [...currentChat().messages.values()].filter((message) => !message.byBot && message.text);
  if (mine.length) setContext({ kind: "edit", message: mine[mine.length - 1] });
}

export function setContext(next) {
  if (context?.kind === "edit" && next === null) field.value = "";
  context = next;
  $("context").hidden = next === null;
  if (next === null) { grow(); return; }
  $("context-title").textContent = say(next.kind === "edit" ? "composer.editing" : "composer.replying");
  $("context-text").textContent = summary(next.message);
  if (next.kind === "edit") field.value = next.message.text ?? next.message.caption;
  grow();
  field.focus();
}

export async function loadCommands() {
  commands = state.current === null ? [] : await call("GET", path("commands"));
  $("menu").hidden = commands.length === 0;
  closeCommands();
}

function listCommands() {
  const typed = /^\/(\w*)$/.exec(field.value);
  if (typed) showCommands(commands.filter((one) => one.command.startsWith(typed[1])));
  else closeCommands();
}

function toggleMenu() {
  if ($("commands").hidden) { showCommands(commands); field.focus(); } else closeCommands();
}

function showCommands(list) {
  $("commands").replaceChildren(...list.map(commandRow));
  $("commands").hidden = list.length === 0;
  $("menu").setAttribute("aria-expanded", String(list.length > 0));
}

export function closeCommands() {
  $("commands").hidden = true;
  $("menu").setAttribute("aria-expanded", "false");
}

function commandRow(one) {
  const button = make("button", "", make("b", "", `/${one.command}`), make("span", "", one.description));
  button.setAttribute("role", "option");
  button.addEventListener("click", () => { field.value = ""; closeCommands(); write(`/${one.command}`); });
  const row = make("li", "", button);
  row.setAttribute("role", "presentation");
  return row;
}

const rows = () => [...$("commands").querySelectorAll("button")];
const marked = () => rows().findIndex((row) => row.getAttribute("aria-selected") === "true");

function mark(step) {
  const list = rows();
  const next = (marked() + step + list.length) % list.length;
  list.forEach((row, index) => row.setAttribute("aria-selected", String(index === next)));
  list[next].scrollIntoView({ block: "nearest" });
}

function pickMarked() {
  if ($("commands").hidden || marked() < 0) return false;
  rows()[marked()].click();
  return true;
}

export function drawKeyboard() {
  const keyboard = currentChat().keyboard;
  $("keyboard").hidden = !keyboard;
  field.placeholder = keyboard?.input_field_placeholder ?? say("composer.placeholder");
  $("keyboard").replaceChildren(...(keyboard?.keyboard ?? []).map((row) => make("div", "", ...row.map(below))));
}

function below(button) {
  const node = make("button", "", button.text);
  node.addEventListener("click", () => {
    if (currentChat().keyboard?.one_time_keyboard) { currentChat().keyboard = null; drawKeyboard(); }
    if (button.request_location) $("place").showModal();
    else if (button.request_contact) attempt(() => call("POST", path("messages"), { contact: myCard() }));
    else write(button.text);
  });
  return node;
}

export function myCard() {
  const me = state.people.get(state.current);
  return { phone_number: "+43000000000", first_name: me.first_name, user_id: me.id };
}
