// Formatted text: plain text and entities in, nodes out.

const tags = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** An element with properties and children. */
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name in node) node[name] = value; else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A colour of one's own for everybody, in degrees. */
export function hue(id) {
  return String((Math.abs(id) * 67 + 12) % 360);
}

/** Nodes for a text; `onCommand` gets the commands that are clicked. */
export function formatted(text, entities, onCommand) {
  return pieces(text, 0, text.length, entities, onCommand);
}

function pieces(text, begin, end, entities, onCommand) {
  const nodes = [];
  let at = begin;
  for (let index = 0; index < entities.length;) {
    const entity = entities[index];
    const entityEnd = Math.min(entity.offset + entity.length, end);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < entityEnd) next += 1;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = pieces(text, entity.offset, entityEnd, entities.slice(index + 1, next), onCommand);
    nodes.push(wrapped(entity, inner, text.slice(entity.offset, entityEnd), onCommand));
    at = entityEnd;
    index = next;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrapped(entity, inner, text, onCommand) {
  switch (entity.type) {
    case "text_link":
      return make("a", { href: entity.url, target: "_blank", rel: "noopener" }, ...inner);
    case "bot_command":
      return make("button", { type: "button", className: "command", onclick: () => onCommand(text) }, ...inner);
    case "spoiler": {
      const node = make("span", { className: "spoiler" }, ...inner);
      node.onclick = () => node.classList.toggle("is-shown");
      return node;
    }
    default:
      return tags[entity.type] ? make(tags[entity.type], {}, ...inner) : make("span", {}, ...inner);
  }
}
