// Text with entities becomes nodes: no HTML is ever put together from what somebody wrote.

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function textNodes(text, entities = [], onCommand) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return piece(text, sorted, 0, text.length, onCommand);
}

function piece(text, entities, start, end, onCommand) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    if (entity.offset < at || entity.offset >= end) continue;
    const last = Math.min(entity.offset + entity.length, end);
    nodes.push(text.slice(at, entity.offset));
    const node = element(entity, text.slice(entity.offset, last), onCommand);
    node.append(...piece(text, entities.slice(i + 1), entity.offset, last, onCommand));
    nodes.push(node);
    at = last;
  }
  nodes.push(text.slice(at, end));
  return nodes.filter((node) => node !== "");
}

function element(entity, words, onCommand) {
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(/^https?:/i.test(words) ? words : `http://${words}`);
    case "email": return link(`mailto:${words}`);
    case "bot_command": return command(words, onCommand);
    case "spoiler": return spoiler();
    default: return document.createElement(TAGS[entity.type] ?? "span");
  }
}

function link(url) {
  const node = document.createElement("a");
  if (/^(https?|mailto|tg|tel):/i.test(url)) node.href = url;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  return node;
}

function command(words, onCommand) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "command";
  node.addEventListener("click", () => onCommand(words));
  return node;
}

function spoiler() {
  const node = document.createElement("span");
  node.className = "spoiler";
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  const open = () => node.classList.add("seen");
  node.addEventListener("click", open);
  node.addEventListener("keydown", (event) => { if (event.key === "Enter") open(); });
  return node;
}
