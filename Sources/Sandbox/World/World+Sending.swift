import Foundation

extension World {
  /// Longest text in code points, after parsing.
  static let textLengthMax = 4_096
  /// Longest caption in code points, after parsing.
  static let captionLengthMax = 1_024

  func sendMessage(_ call: BotCall, _ markup: ReplyMarkup?) throws(Refusal) -> JSON {
    guard let raw = call["text"] else { throw .badRequest("message text is empty") }
    let text = try text(raw, mode: call["parse_mode"], entities: call["entities"])
    if text.text.isEmpty { throw .badRequest("text must be non-empty") }
    if text.length > Self.textLengthMax { throw .badRequest("message is too long") }
    let chat = try writableChat(call)
    return try send(call, to: chat, .text, text, markup)
  }

  func sendFile(_ call: BotCall, _ kind: StoredFile.Kind, _ markup: ReplyMarkup?) throws(Refusal) -> JSON {
    let caption = try caption(
      call["caption"], mode: call["parse_mode"], entities: call["caption_entities"])
    let chat = try writableChat(call)
    let field = kind == .photo ? "photo" : "document"
    guard let file = try file(call[field], orPart: field, as: kind, call) else {
      throw .badRequest("there is no \(field) in the request")
    }
    return try send(call, to: chat, kind == .photo ? .photo(file) : .document(file), caption, markup)
  }

  /// A text as a request gives it and as Telegram completes it: commands become entities, and
  /// mentions of people whom the bot has not seen become plain text.
  func text(_ raw: String, mode: String?, entities: String?) throws(Refusal) -> FormattedText {
    var text = try FormattedText.parse(raw, mode: mode, entities: entities)
    text.entities.removeAll { entity in
      entity.type == "text_mention" && entity.argument.flatMap { Int64($0) }.flatMap { accounts[$0] } == nil
    }
    let commands = BotCommands.entities(in: text.text).filter { command in
      !text.entities.contains {
        $0.offset < command.offset + command.length && command.offset < $0.offset + $0.length
      }
    }
    text.entities = (text.entities + commands).sorted(by: TextEntity.inOrder)
    return text
  }

  /// A caption as a request gives it.
  func caption(
    _ raw: String?, mode: String?, entities: String?, tooLong: String = "message caption is too long"
  ) throws(Refusal) -> FormattedText {
    let caption = try text(raw ?? "", mode: mode, entities: entities)
    if caption.length > Self.captionLengthMax { throw .badRequest(tooLong) }
    return caption
  }

  /// The file that a request sends: uploaded with it, or known by its id.
  func file(
    _ reference: String?, orPart part: String?, as kind: StoredFile.Kind, _ call: BotCall
  ) throws(Refusal) -> StoredFile? {
    var part = part
    if let reference {
      guard reference.hasPrefix("attach://") else { return try files.file(reference, as: kind) }
      part = String(reference.dropFirst("attach://".count))
    }
    guard let upload = part.flatMap({ call.files[$0] }) else { return nil }
    try flood.count(uploadOf: upload.bytes.count, at: now)
    if kind == .photo { return try files.photo(upload.bytes) }
    if upload.bytes.isEmpty { throw .badRequest("file must be non-empty") }
    return files.keep(kind, name: upload.name, mediaType: upload.mediaType, upload.bytes)
  }

  private func send(
    _ call: BotCall, to chat: Chat, _ content: Message.Content, _ text: FormattedText, _ markup: ReplyMarkup?
  ) throws(Refusal) -> JSON {
    let reply = try repliedMessage(call, in: chat)
    try flood.count(chat: chat.id, isGroup: !chat.isPrivate, at: now)
    let message = Message(
      id: takeMessageID(), author: .bot, date: now, content: content, formatted: text,
      keyboard: markup?.keyboard, isSilent: call.flag("disable_notification"), replyTo: reply,
      hasOtherMarkup: markup == .other)
    chats[chat.id]?.append(message)
    changes.note(.chat(chat.id))
    return messageJSON(message, in: chat.id)
  }

  private func repliedMessage(_ call: BotCall, in chat: Chat) throws(Refusal) -> Int? {
    guard let parameters = call["reply_parameters"].flatMap({ try? JSONParser.parse($0) }),
      let id = parameters["message_id"]?.int
    else { return nil }
    if chat.message(Int(id)) != nil { return Int(id) }
    if parameters["allow_sending_without_reply"]?.bool == true { return nil }
    throw .badRequest("message to be replied not found")
  }
}
