// What the page asks of the sandbox.

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method, body: body === undefined ? undefined : JSON.stringify(body),
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.error ?? `HTTP ${answer.status}`);
  return json;
}

/** Does something in a person's chat: `start`, `text`, `tap`, `block` and so on. */
export const act = (chat, action, body = {}) => ask("POST", `/control/chats/${chat}/${action}`, body);

export const switchOn = (fault) => ask("POST", "/control/faults", fault);
export const switchOff = (id) => ask("DELETE", `/control/faults${id === undefined ? "" : `/${id}`}`);
export const redeliver = (last) => ask("POST", "/control/updates/redeliver", { last });
export const steerBot = (action) => ask("POST", `/control/bot/${action}`, {});
export const advance = (seconds) => ask("POST", "/control/clock", { advance: seconds });

/** Follows what changes; `handlers` by the name of the event. */
export function follow(handlers, onLink) {
  const source = new EventSource("/events");
  source.onopen = () => onLink(true);
  source.onerror = () => onLink(false);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
}
