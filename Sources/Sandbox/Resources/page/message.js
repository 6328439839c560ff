// One message: picture, text, buttons.

import { formatted, make } from "./text.js";

function size(bytes) {
  return bytes < 1024 ? `${bytes} Б` : bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} КБ` : `${(bytes / 1048576).toFixed(1)} МБ`;
}

/** The one sticker there is, drawn so that no font is needed. */
function smile() {
  const node = make("div", { className: "smile", role: "img", ariaLabel: "Стикер" });
  node.innerHTML = `<svg viewBox="0 0 100 100" aria-hidden="true"><circle cx="50" cy="50" r="46" fill="#ffd35c"/>
<circle cx="34" cy="42" r="6" fill="#5b4a1f"/><circle cx="66" cy="42" r="6" fill="#5b4a1f"/>
<path d="M28 60a24 20 0 0 0 44 0z" fill="#5b4a1f"/></svg>`;
  return node;
}

export class Message {
  constructor(chat, isNew) {
    this.chat = chat;
    this.node = make("article", { className: "message" });
    this.bubble = make("div", { className: "bubble" });
    this.keys = make("div", { className: "keys" });
    this.note = make("div", { className: "unanswered", role: "status", hidden: true });
    this.isNew = isNew;
  }

  /** Shows a state of the message, changing only what is different. */
  show(data) {
    const text = JSON.stringify(data);
    if (text === this.shown) return;
    this.shown = text;
    const isOwn = data.from !== undefined;
    const isPicture = data.file?.kind === "Photo";
    const isSticker = data.file?.kind === "Sticker";
    this.node.className = ["message", isOwn && "is-own", isPicture && "has-picture", data.keyboard && "has-keys",
      isSticker && "sticker", this.isNew && "is-new"].filter(Boolean).join(" ");
    this.node.dataset.id = data.id;
    this.drawBubble(data, isOwn, isPicture, isSticker);
    this.drawKeys(data);
    for (const node of [this.bubble, this.keys, this.note]) if (!node.isConnected) this.node.append(node);
  }

  drawBubble(data, isOwn, isPicture, isSticker) {
    const parts = [];
    if (isPicture) parts.push(this.picture(data.file));
    else if (isSticker) parts.push(smile());
    else if (data.file) parts.push(this.file(data.file));
    const zone = { timeZone: this.chat.clock.timeZone, hour: "2-digit", minute: "2-digit" };
    const time = new Date(data.date * 1000).toLocaleTimeString("ru", zone);
    const meta = [data.isSilent ? "без звука " : "", data.edited ? "изменено " : "", time, isOwn ? " ✓✓" : ""].join("");
    const body = make("div", { className: `body${data.text || (data.file && !isPicture && !isSticker) ? "" : " is-empty"}` },
      ...formatted(data.text, data.entities, (command) => this.chat.act("text", { text: command })),
      make("span", { className: "meta" }, meta));
    // The picture stays where it is when only the caption changes: nothing flickers.
    if (isPicture && this.bubble.firstChild === parts[0]) {
      while (this.bubble.childNodes.length > 1) this.bubble.lastChild.remove();
      this.bubble.append(body);
    } else {
      this.bubble.replaceChildren(...parts, body);
    }
  }

  picture(file) {
    if (!this.image) {
      this.image = make("img", { className: "picture", alt: "Картинка от бота" });
      this.image.onclick = () => this.zoom();
    }
    if (this.source === file.url) return this.image;
    const isFirst = this.source === undefined;
    this.source = file.url;
    const apply = () => {
      if (this.source !== file.url) return;
      // A taller picture must not push the buttons out of sight.
      const isAtEnd = this.chat.isAtEnd;
      Object.assign(this.image, { src: file.url, width: file.width, height: file.height });
      if (isAtEnd) this.chat.scrollToEnd();
    };
    if (isFirst) {
      apply();
    } else {
      const next = make("img", { src: file.url });
      next.decode().then(apply, apply);
    }
    return this.image;
  }

  zoom() {
    const veil = make("div", { className: "zoom", tabIndex: 0, ariaLabel: "Закрыть картинку" }, make("img", { src: this.source, alt: "" }));
    veil.onclick = () => veil.remove();
    veil.onkeydown = (event) => { if (event.key === "Escape") veil.remove(); };
    document.body.append(veil);
    veil.focus();
  }

  file(file) {
    const icon = make("span", { className: "file-icon", ariaHidden: "true" }, file.kind === "VoiceNote" ? "▶" : "↓");
    const name = file.kind === "VoiceNote" ? "Голосовое сообщение" : file.name ?? "Файл";
    return make("a", { className: "file", href: file.url, download: file.name ?? "" },
      icon, make("span", {}, make("b", {}, name), make("small", {}, size(file.size))));
  }

  // Buttons

  drawKeys(data) {
    const keyboard = JSON.stringify(data.keyboard ?? []);
    if (keyboard === this.keyboard) return;
    this.keyboard = keyboard;
    this.keys.replaceChildren(...(data.keyboard ?? []).map((row) => make("div", { className: "keys-row" },
      ...row.map((button) => {
        const key = make("button", {
          type: "button", className: `key ${button.style ?? ""}${button.url ? " is-link" : ""}`,
          onclick: () => this.chat.tap(data.id, button),
        }, button.text);
        key.dataset.tap = `${data.id}/${button.callback_data}`;
        return key;
      }))));
  }

  markTaps(marks) {
    const forgotten = [];
    for (const key of this.keys.querySelectorAll(".key")) {
      const tap = marks.get(key.dataset.tap);
      key.classList.toggle("is-waiting", tap?.mark === "is-waiting");
      key.classList.toggle("is-forgotten", tap?.mark === "is-forgotten");
      key.ariaBusy = tap?.mark === "is-waiting" ? "true" : null;
      if (tap?.mark === "is-forgotten") forgotten.push(`«${tap.label}»`);
    }
    const text = forgotten.length > 0 ? `Бот не ответил на нажатие ${forgotten.join(", ")}` : "";
    if (this.note.textContent !== text) this.note.textContent = text;
    this.note.hidden = text === "";
  }
}
