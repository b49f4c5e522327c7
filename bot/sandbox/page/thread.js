// The messages of one chat, one below the other, with the days between them.

import { $, make } from "./dom.js";
import { drawMessage } from "./bubble.js";
import { currentChat } from "./state.js";
import { writeDay } from "./words.js";

const NEAR = 120; // pixels from the end that still count as reading along
let deeds;

export function wireThread(given) {
  deeds = { ...given, jump };
  $("scroll").addEventListener("scroll", () => { $("latest").hidden = atEnd(); });
  $("latest").addEventListener("click", () => toEnd(true));
  new ResizeObserver(() => { if (following) toEnd(); }).observe($("messages"));
  new ResizeObserver(() => { if (following) toEnd(); }).observe($("scroll"));
  $("scroll").addEventListener("scroll", noticeScroll);
}

let following = true;
let lastTop = 0;

// Only a move upwards is a person's: a picture that arrives late makes the list longer by itself.
function noticeScroll() {
  const top = $("scroll").scrollTop;
  if (atEnd()) following = true;
  else if (top < lastTop - 2) following = false;
  lastTop = top;
}

function atEnd() {
  const box = $("scroll");
  return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
}

export function toEnd(smooth = false) {
  following = true;
  $("scroll").scrollTo({ top: $("scroll").scrollHeight, behavior: smooth ? "smooth" : "instant" });
}

export function drawThread() {
  const list = $("messages");
  list.replaceChildren();
  for (const message of currentChat().messages.values()) append(message);
  toEnd();
}

// The list of one day: its name stays in sight while its messages pass.
function listOf(day) {
  const last = $("messages").lastElementChild;
  if (last?.dataset.day === day) return last.lastElementChild;
  const list = make("ol");
  const group = make("li", "group", make("div", "day", day), list);
  group.dataset.day = day;
  $("messages").append(group);
  return list;
}

export function append(message) {
  const list = listOf(writeDay(new Date(message.date * 1000)));
  const before = list.lastElementChild;
  const node = drawMessage(message, currentChat().waiting, deeds);
  if (before?.classList.contains("mine") !== !message.byBot) node.classList.add("first");
  list.append(node);
  if (following || !message.byBot) toEnd();
}

const find = (id) => $("messages").querySelector(`[data-id="${id}"]`);

export function redraw(id) {
  const old = find(id);
  const message = currentChat().messages.get(id);
  if (!old || !message) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  const node = drawMessage(message, currentChat().waiting, deeds);
  node.style.animation = "none";
  if (old.classList.contains("first")) node.classList.add("first");
  old.replaceWith(node);
  if (focused) [...node.querySelectorAll(".key")].find((key) => key.textContent === focused)?.focus();
  if (following) toEnd();
}

export function remove(id) {
  find(id)?.remove();
}

function jump(id) {
  const node = find(id);
  if (!node) return;
  following = false;
  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), 1200);
}
