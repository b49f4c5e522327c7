// Beside the chat: the clock, the people, light and dark.

import { $, make } from "./dom.js";
import { attempt } from "./composer.js";
import { call } from "./net.js";
import { chatOf, now, state } from "./state.js";
import { say, writeDay, writeTime } from "./words.js";

const HOUR = 3600;
const MORNING = 7; // o'clock

const STEPS = [
  ["clock.hour", () => HOUR],
  ["clock.six_hours", () => 6 * HOUR],
  ["clock.day", () => 24 * HOUR],
  ["clock.morning", untilMorning],
  ["clock.week", () => 7 * 24 * HOUR],
];

function untilMorning() {
  const morning = new Date(now());
  morning.setHours(MORNING, 0, 1, 0);
  if (morning <= now()) morning.setDate(morning.getDate() + 1);
  return (morning - now()) / 1000;
}

export function wirePanel(choose) {
  $("clock-steps").append(...STEPS.map(([key, seconds]) => step(key, seconds)));
  setInterval(drawClock, 1000);
  $("panel-open").addEventListener("click", () => openPanel(true));
  $("panel-close").addEventListener("click", () => openPanel(false));
  $("shade").addEventListener("click", () => openPanel(false));
  addEventListener("keydown", (event) => { if (event.key === "Escape") openPanel(false); });
  $("theme").addEventListener("click", () => setTheme(theme() === "dark" ? "light" : "dark"));
  $("person-form").addEventListener("submit", (event) => { event.preventDefault(); addPerson(choose); });
  setTheme(localStorage.getItem("theme") ?? theme());
}

const theme = () => document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  localStorage.setItem("theme", name);
}

export function openPanel(open) {
  const was = $("panel").classList.toggle("open", open);
  $("shade").hidden = !open;
  $("panel-open").setAttribute("aria-expanded", String(was));
  if (open) $("panel-close").focus();
}

function step(key, seconds) {
  const button = make("button", "", say(key));
  button.addEventListener("click", async () => {
    button.disabled = true;
    await attempt(() => call("POST", "clock", { seconds: seconds() }));
    button.disabled = false;
    openPanel(false);
  });
  return button;
}

export function drawClock() {
  const moment = now();
  $("clock-time").textContent = writeTime(moment);
  $("clock-time").dateTime = moment.toISOString();
  $("clock-date").textContent = writeDay(moment);
  $("chip-time").textContent = writeTime(moment);
}

async function addPerson(choose) {
  const name = $("person-name").value.trim();
  if (!name) return;
  const person = await attempt(() => call("POST", "people", { first_name: name, language_code: "en" }));
  $("person-name").value = "";
  if (person) choose(person.id);
}

export function drawPeople(choose) {
  $("people").replaceChildren(...[...state.people.values()].map((person) => row(person, choose)));
}

function row(person, choose) {
  const face = make("span", "face", person.first_name.slice(0, 1).toUpperCase());
  face.style.setProperty("--hue", (person.id * 67) % 360);
  face.setAttribute("aria-hidden", "true");
  const name = make("span", "name", [person.first_name, person.last_name].filter(Boolean).join(" "));
  const button = make("button", "", face, name);
  const unread = chatOf(person.id).unread;
  if (unread) button.append(make("span", "unread", String(unread)));
  if (person.id === state.current) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => { choose(person.id); openPanel(false); });
  return make("li", "", button);
}
