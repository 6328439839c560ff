// One person's chat with the bot.

import { act } from "./api.js";
import { Message } from "./message.js";
import { hue, make } from "./text.js";

const toastLasts = 3200;
const icons = {
  more: "M12 6.5v.01M12 12v.01M12 17.5v.01",
  attach: "M8 12.5l6-6a3 3 0 0 1 4.3 4.2l-7.8 7.8a5 5 0 0 1-7-7l7.3-7.3",
  send: "M4 12l16-8-6 17-3.5-6.5z",
  menu: "M5 7h14M5 12h14M5 17h9",
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = `<path d="${icons[name]}" fill="none" stroke="currentColor" stroke-width="${name === "more" ? 2.6 : 1.8}" stroke-linecap="round" stroke-linejoin="round"/>`;
  return svg;
}

export class Chat {
  constructor(person, bot, clock) {
    Object.assign(this, { person, bot, clock });
    this.messages = new Map();
    this.answered = new Set();
    this.isFirst = true;
    this.list = make("div", { className: "messages", role: "log", ariaLabel: "Сообщения" });
    this.toasts = make("div", { className: "toasts", role: "status" });
    this.foot = make("footer", { className: "chat-foot" });
    this.title = make("h2");
    const initial = make("span", { className: "face", ariaHidden: "true" }, person.name[0] ?? "?");
    initial.style.setProperty("--hue", hue(person.id));
    this.face = make("span", { className: "face", ariaHidden: "true" });
    this.node = make("section", { className: "chat", ariaLabel: `Чат: ${person.name}` },
      make("header", { className: "chat-head" }, this.face,
        make("div", { className: "chat-who" }, this.title, make("p", {}, "бот")),
        make("span", { className: "owner", title: "Чей это телефон" }, initial, make("span", {}, person.name)), this.moreMenu()),
      make("div", { className: "wall" }, this.list, this.toasts), this.foot);
    this.drawFrame();
    setInterval(() => { if (this.node.isConnected) this.markTaps(); }, 1000);
  }

  drawFrame() {
    this.title.textContent = this.bot.name;
    this.face.textContent = this.bot.name[0] ?? "?";
  }

  /** Shows a state of the chat, changing only what is different. */
  show(state) {
    const isAtEnd = this.isAtEnd;
    const isNewer = state.messages.at(-1)?.id !== this.state?.messages.at(-1)?.id;
    this.state = state;
    this.drawMessages();
    this.drawFoot();
    this.markTaps();
    this.tellAnswers();
    this.isFirst = false;
    if (isAtEnd || isNewer) this.scrollToEnd();
  }

  get isAtEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 90;
  }

  scrollToEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    requestAnimationFrame(() => { this.list.scrollTop = this.list.scrollHeight; });
  }

  /** Does something in this chat; what cannot be done is told. */
  async act(action, body) {
    try {
      return await act(this.person.id, action, body);
    } catch (error) {
      this.toast(error.message, true);
    }
  }

  // Messages

  drawMessages() {
    const nodes = [];
    let day = "";
    for (const data of this.state.messages) {
      const date = new Date(data.date * 1000).toLocaleDateString("ru", {
        day: "numeric", month: "long", timeZone: this.clock.timeZone,
      });
      if (date !== day) nodes.push(this.dayLine(date));
      day = date;
      let message = this.messages.get(data.id);
      if (!message) {
        message = new Message(this, !this.isFirst);
        this.messages.set(data.id, message);
      }
      message.show(data);
      nodes.push(message.node);
    }
    const present = new Set(this.state.messages.map((message) => message.id));
    for (const id of this.messages.keys()) if (!present.has(id)) this.messages.delete(id);
    if (nodes.length === 0) {
      nodes.push(make("p", { className: "hello" }, "Здесь пока ничего нет. Нажмите «Запустить», чтобы начать."));
    }
    // Only what moved is touched: a node that is put back loses its focus.
    nodes.forEach((node, index) => {
      if (this.list.childNodes[index] !== node) this.list.insertBefore(node, this.list.childNodes[index] ?? null);
    });
    while (this.list.childNodes.length > nodes.length) this.list.lastChild.remove();
  }

  dayLine(date) {
    this.days ??= new Map();
    if (!this.days.has(date)) this.days.set(date, make("div", { className: "day" }, date));
    return this.days.get(date);
  }

  // Taps

  async tap(message, button) {
    if (button.url) return window.open(button.url, "_blank", "noopener");
    if (button.copy_text) return navigator.clipboard?.writeText(button.copy_text.text);
    await this.act("tap", { message, data: button.callback_data });
  }

  markTaps() {
    const marks = new Map();
    for (const tap of this.state?.taps ?? []) {
      const mark = tap.answer ? "" : tap.deadline > Date.now() ? "is-waiting" : "is-forgotten";
      marks.set(`${tap.message}/${tap.data}`, { mark, label: tap.label });
    }
    const isAtEnd = this.isAtEnd;
    for (const message of this.messages.values()) message.markTaps(marks);
    if (isAtEnd) this.scrollToEnd();
  }

  tellAnswers() {
    for (const tap of this.state.taps) {
      if (!tap.answer || this.answered.has(tap.id)) continue;
      this.answered.add(tap.id);
      if (this.isFirst || !tap.answer.text) continue;
      if (tap.answer.isAlert) this.alert(tap.answer.text); else this.toast(tap.answer.text);
    }
  }

  toast(text, isError = false) {
    const node = make("div", { className: `toast${isError ? " is-error" : ""}` }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), toastLasts);
  }

  alert(text) {
    const close = make("button", { type: "button", onclick: () => veil.remove() }, "OK");
    const veil = make("div", { className: "veil" },
      make("div", { className: "alert", role: "alertdialog", ariaModal: "true", ariaLabel: this.bot.name },
        make("h3", {}, this.bot.name), make("p", {}, text), close));
    veil.onkeydown = (event) => { if (event.key === "Escape") veil.remove(); };
    this.node.append(veil);
    close.focus();
  }

  // Head and foot

  moreMenu() {
    const popup = this.popup("more", "Ещё", () => [
      ["Отправить /start", () => this.act("start")],
      ["Прийти по ссылке с кодом…", () => {
        const payload = prompt("Код из ссылки ?start=…");
        if (payload) this.act("start", { payload });
      }],
      this.state?.isBlocked
        ? ["Разблокировать бота", () => this.act("unblock")] : ["Заблокировать бота", () => this.act("block")],
    ]);
    return popup;
  }

  popup(name, label, items, isUp = false) {
    const menu = make("div", { className: "menu", role: "menu", hidden: true });
    const button = make("button", { type: "button", className: "round", ariaLabel: label, title: label, ariaExpanded: "false" }, icon(name));
    const setOpen = (isOpen) => { menu.hidden = !isOpen; button.ariaExpanded = String(isOpen); };
    button.onclick = () => {
      menu.replaceChildren(...items().map(([text, action]) => make("button", {
        type: "button", role: "menuitem", onclick: () => { setOpen(false); action(); },
      }, text)));
      setOpen(menu.hidden);
    };
    const node = make("div", { className: `popup${isUp ? " is-up" : ""}` }, button, menu);
    document.addEventListener("click", (event) => { if (!node.contains(event.target)) setOpen(false); });
    node.onkeydown = (event) => { if (event.key === "Escape") { setOpen(false); button.focus(); } };
    return node;
  }

  drawFoot() {
    const kind = this.state.isBlocked ? "blocked" : this.state.isStarted ? "open" : "new";
    if (this.foot.dataset.kind === kind) return;
    this.foot.dataset.kind = kind;
    const wide = (text, action) => make("button", { type: "button", className: "wide", onclick: () => this.act(action) }, text);
    if (kind === "blocked") this.foot.replaceChildren(wide("Разблокировать", "unblock"));
    else if (kind === "new") this.foot.replaceChildren(wide("Запустить", "start"));
    else this.foot.replaceChildren(...this.composer());
  }

  composer() {
    const field = make("textarea", { rows: 1, placeholder: "Сообщение", ariaLabel: `Сообщение от ${this.person.name}` });
    const send = () => {
      const text = field.value;
      if (!text.trim()) return;
      field.value = "";
      field.style.height = "";
      this.act("text", { text });
    };
    field.oninput = () => { field.style.height = ""; field.style.height = `${Math.max(39, field.scrollHeight)}px`; };
    field.onkeydown = (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    };
    const picker = make("input", { type: "file", hidden: true, onchange: () => this.sendFile(picker) });
    const commands = this.popup("menu", "Команды бота", () => {
      const list = (this.bot.commands ?? []).map(({ command, description }) => [
        `/${command} — ${description}`, () => this.act("text", { text: `/${command}` }),
      ]);
      return list.length > 0 ? list : [["/start", () => this.act("text", { text: "/start" })]];
    }, true);
    const attach = this.popup("attach", "Прикрепить", () => [
      ["Фото или файл…", () => picker.click()],
      ["Стикер", () => this.act("sticker")],
      ["Голосовое сообщение", () => this.act("voice")],
    ], true);
    attach.querySelector(".menu").style.cssText = "left:auto;right:0";
    const button = make("button", { type: "button", className: "round send", ariaLabel: "Отправить", title: "Отправить", onclick: send }, icon("send"));
    return [commands, field, picker, attach, button];
  }

  async sendFile(picker) {
    const [file] = picker.files;
    picker.value = "";
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    const isPhoto = ["image/png", "image/jpeg"].includes(file.type);
    await this.act(isPhoto ? "photo" : "document", {
      name: file.name, mediaType: file.type || "application/octet-stream", base64: btoa(binary),
    });
  }
}
