// The page: who is shown, the clock, and what the events change.

import { advance, follow } from "./api.js";
import { Chat } from "./chat.js";
import { Panel } from "./panel.js";
import { hue, make } from "./text.js";

const chosenKey = "sandbox.people";
const isNarrow = window.matchMedia("(max-width: 700px)");
const byID = (id) => document.getElementById(id);

const chats = new Map();
const states = new Map();
let people = [];
let bot = { name: "Офис", username: "", commands: [] };
let chosen = new Set(JSON.parse(localStorage.getItem(chosenKey) ?? "null") ?? []);
let isArranged = false;
const clock = { offset: 0, ahead: 0, timeZone: undefined };
const news = new Set();
const panel = new Panel(byID("panel"), byID("panel-open"), byID("refused"), byID("bot-dot"), clock);

// Who is shown

function choose(id) {
  if (isNarrow.matches) chosen = new Set([id]);
  else if (chosen.has(id)) chosen.delete(id); else chosen.add(id);
  localStorage.setItem(chosenKey, JSON.stringify([...chosen]));
  arrange();
}

function arrange() {
  const known = people.filter((person) => chosen.has(person.id));
  const shown = isNarrow.matches ? known.slice(0, 1) : known;
  const main = byID("chats");
  for (const [id, chat] of chats) {
    if (!shown.some((person) => person.id === id)) chat.node.remove();
  }
  for (const person of shown) {
    let chat = chats.get(person.id);
    if (!chat) {
      chat = new Chat(person, bot, clock);
      chats.set(person.id, chat);
    }
    if (!chat.node.isConnected && states.has(person.id)) chat.show(states.get(person.id));
    // Moving a node that is in its place already would scroll its chat to the top.
    const place = shown.indexOf(person);
    const sections = main.querySelectorAll(":scope > section");
    if (sections[place] !== chat.node) main.insertBefore(chat.node, sections[place] ?? null);
    news.delete(person.id);
    chat.scrollToEnd();
  }
  main.querySelector(".nobody").hidden = shown.length > 0;
  drawChips(shown);
}

function drawChips(shown) {
  byID("chips").replaceChildren(...people.map((person) => {
    const isShown = shown.some((other) => other.id === person.id);
    const face = make("span", { className: "face", ariaHidden: "true" }, person.name[0] ?? "?");
    face.style.setProperty("--hue", hue(person.id));
    return make("button", {
      type: "button", className: `chip${news.has(person.id) && !isShown ? " has-news" : ""}`,
      ariaPressed: String(isShown), onclick: () => choose(person.id),
    }, face, person.name);
  }));
}

isNarrow.addEventListener("change", arrange);

// The clock

const clockMoves = [
  ["+10 минут", () => 600], ["+30 минут", () => 1800], ["до 09:00", () => until(9)], ["до 12:00", () => until(12)],
  ["до 17:00", () => until(17)], ["до 19:00", () => until(19)], ["до завтра", () => until(0)],
];

function now() { return new Date(Date.now() + clock.offset); }

function until(hour) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: clock.timeZone, hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23",
  }).formatToParts(now());
  const value = (type) => Number(parts.find((part) => part.type === type).value);
  const seconds = value("hour") * 3600 + value("minute") * 60 + value("second");
  return (hour * 3600 - seconds + 86400) % 86400 || 86400;
}

function drawClock() {
  const zone = { timeZone: clock.timeZone };
  byID("clock-time").textContent = now().toLocaleTimeString("ru", { ...zone, hour: "2-digit", minute: "2-digit" });
  byID("clock-day").textContent = now().toLocaleDateString("ru", { ...zone, weekday: "short", day: "numeric", month: "long" });
}

function prepareClock() {
  const face = byID("clock");
  const menu = byID("clock-menu");
  const setOpen = (isOpen) => { menu.hidden = !isOpen; face.ariaExpanded = String(isOpen); };
  menu.append(make("small", {}, "Перевести время вперёд"), ...clockMoves.map(([label, seconds]) => make("button", {
    type: "button", role: "menuitem", onclick: () => { setOpen(false); advance(seconds()); },
  }, label)));
  face.onclick = () => setOpen(menu.hidden);
  document.addEventListener("click", (event) => { if (!event.target.closest(".clock")) setOpen(false); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") setOpen(false); });
  setInterval(drawClock, 1000);
}

// Events

function onPeople(event) {
  people = event.people;
  Object.assign(bot, event.bot);
  byID("office").textContent = bot.name;
  document.title = `${bot.name}: чаты`;
  // Only to begin with: whoever closes all chats has them closed.
  if (!isArranged && ![...chosen].some((id) => people.some((person) => person.id === id))) {
    chosen = new Set(people.filter((_, index) => isNarrow.matches ? index === 0 : [0, 1, 4].includes(index)).map((person) => person.id));
  }
  isArranged = true;
  panel.setPeople(people);
  arrange();
  for (const chat of chats.values()) chat.drawFrame();
}

function onChat(event) {
  const before = states.get(event.id);
  for (const tap of event.taps) tap.deadline = Date.now() + tap.secondsLeft * 1000;
  states.set(event.id, event);
  const chat = chats.get(event.id);
  if (chat?.node.isConnected) return chat.show(event);
  const last = (state) => state?.messages.findLast((message) => !message.from);
  if (before && (last(event)?.id ?? 0) > (last(before)?.id ?? 0)) {
    news.add(event.id);
    drawChips(people.filter((person) => chats.get(person.id)?.node.isConnected));
  }
}

function onClock(event) {
  Object.assign(clock, { offset: event.now * 1000 - Date.now(), ahead: event.ahead, timeZone: event.timeZone });
  drawClock();
}

prepareClock();
follow({
  people: onPeople, chat: onChat, clock: onClock, log: (calls) => panel.addCalls(calls),
  faults: (faults) => panel.setFaults(faults), bot: (state) => panel.setBot(state),
}, (isThere) => {
  byID("link").textContent = isThere ? "демонстрация, всё на этой машине" : "нет связи, пробую снова…";
  byID("link").classList.toggle("is-lost", !isThere);
  if (isThere) panel.forgetCalls();
});
