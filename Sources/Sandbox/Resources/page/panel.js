// The drawer: the bot's process, faults, the log of calls.

import { redeliver, steerBot, switchOff, switchOn } from "./api.js";
import { make } from "./text.js";

const callsShown = 200;
const kinds = [
  { kind: "latency", title: "Медленные ответы", note: "1–3 секунды", milliseconds: [1000, 3000] },
  { kind: "tooManyRequests", title: "429 с ожиданием", note: "retry after 5", retryAfter: 5 },
  { kind: "tooManyRequests", title: "429 без срока", note: "без retry_after" },
  { kind: "internalError", title: "500", note: "Internal Server Error" },
  { kind: "badGateway", title: "502", note: "страница HTML вместо JSON" },
  { kind: "reset", title: "Обрыв до дела", note: "ничего не сделано" },
  { kind: "answerLost", title: "Ответ потерян", note: "сделано, но бот не узнал" },
  { kind: "halfBody", title: "Половина ответа", note: "сделано, ответ оборван" },
  { kind: "stall", title: "Молчание", note: "30 секунд и обрыв", milliseconds: [30000] },
  { kind: "conflict", title: "409", note: "второй опрос" },
  { kind: "unauthorized", title: "401", note: "токен отозван" },
  { kind: "duplicateTap", title: "Двойные нажатия", note: "каждое приходит дважды" },
];
const methods = [
  "getUpdates", "sendPhoto", "sendMessage", "sendDocument", "editMessageMedia", "editMessageCaption",
  "editMessageText", "editMessageReplyMarkup", "answerCallbackQuery", "deleteMessage",
];

export class Panel {
  constructor(node, opener, badge, dot, clock) {
    Object.assign(this, { node, opener, badge, dot, clock, calls: [], faults: [], bot: null, people: [], refusedOnly: false });
    this.tab = "bot";
    this.body = make("div", { className: "panel-body" });
    this.tabs = make("div", { className: "tabs", role: "tablist" });
    node.append(make("div", { className: "panel-head" }, this.tabs,
      make("button", { type: "button", className: "round", ariaLabel: "Закрыть", title: "Закрыть", onclick: () => this.open(false) }, "✕")),
    this.body);
    opener.onclick = () => this.open(node.hidden);
    node.onkeydown = (event) => { if (event.key === "Escape") this.open(false); };
    this.drawTabs();
  }

  open(isOpen) {
    this.node.hidden = !isOpen;
    this.opener.ariaExpanded = String(isOpen);
    if (isOpen) this.draw();
    else this.opener.focus();
  }

  drawTabs() {
    const tabs = [["bot", "Бот"], ["faults", "Сбои"], ["log", "Журнал"]];
    this.tabs.replaceChildren(...tabs.map(([name, title]) => make("button", {
      type: "button", role: "tab", ariaSelected: String(this.tab === name),
      onclick: () => { this.tab = name; this.drawTabs(); this.draw(); },
    }, title)));
  }

  draw(changed) {
    if (this.node.hidden || (changed && changed !== this.tab)) return;
    const parts = { bot: () => this.botPart(), faults: () => this.faultsPart(), log: () => this.logPart() };
    this.body.replaceChildren(...parts[this.tab]());
    const output = this.body.querySelector(".output");
    if (output) output.scrollTop = output.scrollHeight;
  }

  // The bot

  setBot(bot) {
    this.bot = bot;
    this.dot.className = `dot ${bot === null ? "" : bot.pid ? "is-good" : "is-bad"}`;
    this.draw("bot");
  }

  botPart() {
    if (this.bot === null) {
      return [make("p", { className: "note" }, "Бот запущен отдельно: отсюда им не управлять.")];
    }
    const { pid, text, lines } = this.bot;
    const action = (title, name, isOn, style = "") => make("button", {
      type: "button", className: `action ${style}`, disabled: !isOn, onclick: () => steerBot(name),
    }, title);
    return [
      make("div", { className: "state" }, make("span", { className: `dot ${pid ? "is-good" : "is-bad"}` }),
        make("b", {}, `Бот ${text}`), make("small", {}, pid ? `pid ${pid}` : "")),
      make("div", { className: "actions" }, action("Запустить", "start", !pid, "primary"), action("Остановить", "stop", pid),
        action("Убить бота (kill -9)", "kill", pid, "danger")),
      make("p", { className: "note" }, "Убитый бот ничего не забывает: запустите его снова и посмотрите."),
      make("h3", {}, "Последние строки вывода"),
      make("pre", { className: "output" }, lines.join("\n") || "Пока ничего."),
    ];
  }

  // Faults

  setPeople(people) {
    this.people = people;
    this.draw("faults");
  }

  setFaults(faults) {
    this.faults = faults;
    this.draw("faults");
  }

  faultsPart() {
    this.choice ??= { method: "", chat: "", times: "3", probability: "1" };
    const field = (title, name, options) => make("label", { className: "field" }, title, make("select", {
      onchange: (event) => { this.choice[name] = event.target.value; },
    }, ...options.map(([value, text]) => make("option", { value, selected: value === this.choice[name] }, text))));
    const active = this.faults.map((fault) => make("li", {}, make("span", {}, this.faultTitle(fault),
      make("small", {}, this.faultScope(fault))),
    make("button", { type: "button", className: "round", ariaLabel: `Выключить: ${this.faultTitle(fault)}`, onclick: () => switchOff(fault.id) }, "✕")));
    return [
      make("h3", {}, "Включено сейчас"),
      active.length > 0 ? make("ul", { className: "active" }, ...active) : make("p", { className: "note" }, "Всё исправно."),
      active.length > 1 ? make("div", { className: "actions" }, make("button", { type: "button", className: "action", onclick: () => switchOff() }, "Выключить все")) : null,
      make("h3", {}, "Что и как часто портить"),
      make("div", { className: "fields" },
        field("Метод", "method", [["", "любой"], ...methods.map((name) => [name, name])]),
        field("Чат", "chat", [["", "любой"], ...this.people.map((person) => [String(person.id), person.name])]),
        field("Сколько раз", "times", [["1", "один раз"], ["3", "3 раза"], ["10", "10 раз"], ["", "пока не выключу"]]),
        field("Вероятность", "probability", [["1", "всегда"], ["0.5", "в половине случаев"], ["0.1", "в одном из десяти"]])),
      make("h3", {}, "Включить"),
      make("div", { className: "faults" }, ...kinds.map((kind) => make("button", {
        type: "button", onclick: () => switchOn(this.chosenFault(kind)),
      }, kind.title, make("small", {}, kind.note)))),
      make("h3", {}, "Повторы"),
      make("div", { className: "actions" }, make("button", { type: "button", className: "action", onclick: () => redeliver(5) },
        "Доставить последние 5 обновлений ещё раз")),
    ].filter(Boolean);
  }

  chosenFault({ kind, milliseconds, retryAfter }) {
    const fault = { kind, milliseconds, retryAfter, probability: Number(this.choice.probability) };
    if (this.choice.method) fault.method = this.choice.method;
    if (this.choice.chat) fault.chat = Number(this.choice.chat);
    if (this.choice.times) fault.times = Number(this.choice.times);
    return fault;
  }

  faultTitle(fault) {
    const sameKind = kinds.filter((kind) => kind.kind === fault.kind);
    return (sameKind.find((kind) => kind.retryAfter === fault.retryAfter) ?? sameKind[0])?.title ?? fault.kind;
  }

  faultScope(fault) {
    const name = this.people.find((person) => person.id === fault.chat)?.name;
    return [fault.method, name, fault.times ? `осталось: ${fault.times}` : "пока не выключите",
      fault.probability < 1 ? `вероятность ${fault.probability}` : null].filter(Boolean).join(" · ");
  }

  // The log

  forgetCalls() {
    this.calls = [];
    this.drawBadge();
  }

  addCalls(calls) {
    const last = this.calls[0]?.id ?? 0;
    this.calls = [...calls.filter((call) => call.id > last).reverse(), ...this.calls].slice(0, callsShown);
    this.drawBadge();
    this.draw("log");
  }

  drawBadge() {
    const refused = this.calls.filter((call) => call.refusal && !call.fault).length;
    this.badge.hidden = refused === 0;
    this.badge.textContent = String(refused);
    this.badge.title = "Столько вызовов бота Telegram отклонил";
  }

  logPart() {
    const calls = this.calls.filter((call) => !this.refusedOnly || call.refusal);
    const open = new Set([...this.body.querySelectorAll(".call[open]")].map((node) => Number(node.dataset.id)));
    const box = make("input", { type: "checkbox", checked: this.refusedOnly, onchange: () => { this.refusedOnly = box.checked; this.draw(); } });
    return [
      make("label", { className: "filter" }, box, "Только отказы"),
      calls.length === 0 ? make("p", { className: "note" }, "Вызовов нет.") : null,
      make("div", { className: "calls" }, ...calls.map((call) => this.callNode(call, open.has(call.id)))),
    ].filter(Boolean);
  }

  callNode(call, isOpen) {
    const whose = this.people.find((person) => String(person.id) === call.parameters.chat_id)?.name ?? "";
    const why = [call.fault ? `сбой: ${call.fault}` : null, call.refusal, call.unknown.length > 0 ? `неизвестные параметры: ${call.unknown.join(", ")}` : null]
      .filter(Boolean).join(" · ");
    const details = Object.entries(call.parameters).map(([name, value]) => `${name}: ${value}`).join("\n");
    const node = make("details", { className: `call${call.refusal ? " is-refused" : ""}${call.fault ? " is-fault" : ""}`, open: isOpen },
      make("summary", {}, make("time", {}, new Date(call.date * 1000).toLocaleTimeString("ru", { timeZone: this.clock.timeZone })),
        make("span", {}, make("b", {}, call.method), " ", make("span", { className: "whose" }, whose)),
        make("span", { className: "took" }, `${call.milliseconds} мс`),
        why ? make("span", { className: "why" }, why) : null),
      make("pre", {}, `${details}\n\n${call.status} ${call.answer}`));
    node.dataset.id = call.id;
    return node;
  }
}
