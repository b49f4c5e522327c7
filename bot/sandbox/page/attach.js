// What the paper clip offers: files, a place, and the odd things that people send to bots.

import { $, make } from "./dom.js";
import { attempt, myCard, sendFiles } from "./composer.js";
import { call } from "./net.js";
import { state } from "./state.js";
import { say } from "./words.js";

const CITIES = [
  ["place.vienna", 48.2082, 16.3738],
  ["place.london", 51.5074, -0.1278],
  ["place.new_york", 40.7128, -74.006],
  ["place.nairobi", -1.2921, 36.8219],
  ["place.mumbai", 19.076, 72.8777],
  ["place.sydney", -33.8688, 151.2093],
];

const OFFERS = [
  ["attach.file", () => $("file").click()],
  ["attach.place", () => $("place").showModal()],
  ["attach.contact", () => write({ contact: myCard() })],
  ["attach.sticker", () => write({ sticker: "👍" })],
  ["attach.voice", sendVoice],
  ["attach.forward", () => write({ forward: say("attach.forwarded"), written_by: say("attach.somebody") })],
];

const write = (content) => attempt(() => call("POST", `chats/${state.current}/messages`, content));

export function wireAttachments() {
  $("offers").append(...OFFERS.map(([key, deed]) => make("li", "", offer(key, deed))));
  $("clip").addEventListener("click", (event) => { event.stopPropagation(); show($("offers").hidden); });
  addEventListener("click", () => show(false));
  addEventListener("keydown", (event) => { if (event.key === "Escape") show(false); });
  $("file").addEventListener("change", () => { sendFiles([...$("file").files]); $("file").value = ""; });
  $("cities").append(...CITIES.map(city));
  $("place-form").addEventListener("submit", (event) => { event.preventDefault(); sendPlace(Number($("latitude").value), Number($("longitude").value)); });
  $("place-close").addEventListener("click", () => $("place").close());
}

function show(open) {
  $("offers").hidden = !open;
  $("clip").setAttribute("aria-expanded", String(open));
}

function offer(key, deed) {
  const button = make("button", "", say(key));
  button.addEventListener("click", () => { show(false); deed(); });
  return button;
}

function city([key, latitude, longitude]) {
  const button = make("button", "quiet", say(key));
  button.addEventListener("click", () => sendPlace(latitude, longitude));
  return button;
}

function sendPlace(latitude, longitude) {
  $("place").close();
  return write({ location: { latitude, longitude } });
}

function sendVoice() {
  const form = new FormData();
  form.append("kind", "voice");
  form.append("file", new Blob(["OggS"], { type: "audio/ogg" }), "voice.ogg");
  return attempt(() => call("POST", `chats/${state.current}/files`, form));
}
