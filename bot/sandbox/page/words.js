// The page's words come from the catalogue; nothing that people read is written in the code.

let texts = {};

export async function loadWords() {
  texts = await (await fetch("/page/texts")).json();
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say(node.dataset.label));
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = say(node.dataset.placeholder);
}

export function say(key, values = {}) {
  if (!(key in texts)) throw new Error(`no words for ${key}`);
  return texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const format = (options) => new Intl.DateTimeFormat(document.documentElement.lang, options);
const hour = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = format({ weekday: "long", day: "numeric", month: "long" });

export const writeTime = (date) => hour.format(date);
export const writeDay = (date) => day.format(date);

export function writeSize(bytes) {
  const units = ["size.b", "size.kb", "size.mb"];
  let step = 0;
  while (bytes >= 1024 && step < 2) { bytes /= 1024; step += 1; }
  return say(units[step], { n: bytes.toFixed(step && bytes < 10 ? 1 : 0) });
}
