import Foundation

extension World {
  func editMessageText(_ call: BotCall, _ markup: ReplyMarkup?) throws(Refusal) -> JSON {
    guard let raw = call["text"] else { throw .badRequest("message text is empty") }
    let text = try text(raw, mode: call["parse_mode"], entities: call["entities"])
    if text.text.isEmpty { throw .badRequest("text must be non-empty") }
    if text.length > Self.textLengthMax { throw .badRequest("MESSAGE_TOO_LONG") }
    return try edit(call, markup) { message throws(Refusal) in
      guard message.content == .text else { throw .badRequest("there is no text in the message to edit") }
      message.formatted = text
    }
  }

  func editMessageCaption(_ call: BotCall, _ markup: ReplyMarkup?) throws(Refusal) -> JSON {
    let caption = try caption(
      call["caption"], mode: call["parse_mode"], entities: call["caption_entities"],
      tooLong: "MEDIA_CAPTION_TOO_LONG")
    return try edit(call, markup) { message throws(Refusal) in
      guard message.content != .text else { throw .badRequest("there is no caption in the message to edit") }
      message.formatted = caption
    }
  }

  func editMessageMedia(_ call: BotCall, _ markup: ReplyMarkup?) throws(Refusal) -> JSON {
    let media = try InputMedia.parse(call["media"])
    let caption = try caption(media.caption, mode: media.parseMode, entities: media.captionEntities)
    _ = try editableMessage(call)
    guard let file = try file(media.media, orPart: nil, as: media.kind, call) else {
      throw .badRequest("can't parse InputMedia: media not found")
    }
    return try edit(call, markup) { message throws(Refusal) in
      message.content = media.kind == .photo ? .photo(file) : .document(file)
      message.formatted = caption
    }
  }

  func editMessageReplyMarkup(_ call: BotCall, _ markup: ReplyMarkup?) throws(Refusal) -> JSON {
    try edit(call, markup) { _ throws(Refusal) in }
  }

  /// Where the message to edit is.
  private func editableMessage(_ call: BotCall) throws(Refusal) -> (chat: Chat, index: Int) {
    if call["inline_message_id"] != nil { throw .badRequest("MESSAGE_ID_INVALID") }
    guard let text = call["message_id"] else { throw .badRequest("message identifier is not specified") }
    let chat = try accessibleChat(call)
    guard let index = Int(text).flatMap({ chat.index(of: $0) }) else {
      throw .badRequest("message to edit not found")
    }
    let message = chat.messages[index]
    guard message.isFromBot, !message.hasOtherMarkup else { throw .badRequest("message can't be edited") }
    return (chat, index)
  }

  /// Edits a message. Without a keyboard in the request the keyboard goes.
  private func edit(
    _ call: BotCall, _ markup: ReplyMarkup?, _ change: (inout Message) throws(Refusal) -> Void
  ) throws(Refusal) -> JSON {
    let (chat, index) = try editableMessage(call)
    let old = chat.messages[index]
    var new = old
    try change(&new)
    new.keyboard = markup?.keyboard
    try flood.count(chat: chat.id, isGroup: !chat.isPrivate, at: now)
    if old == new { throw .notModified }
    new.editDate = now
    chats[chat.id]?.messages[index] = new
    changes.note(.chat(chat.id))
    return messageJSON(new, in: chat.id)
  }

  // MARK: Deleting

  private static let deletedAtOnceMax = 100

  func deleteMessage(_ call: BotCall) throws(Refusal) -> JSON {
    let chat = try accessibleChat(call)
    guard let message = call["message_id"].flatMap({ Int($0) }).flatMap({ chat.message($0) }) else {
      throw .badRequest("message to delete not found")
    }
    try checkDeletable(message, in: chat)
    remove([message.id], from: chat.id)
    return true
  }

  func deleteMessages(_ call: BotCall) throws(Refusal) -> JSON {
    let list = call["message_ids"].flatMap { try? JSONParser.parse($0).array } ?? []
    let ids = list.compactMap { $0.int.map { Int($0) } }
    if ids.isEmpty { throw .badRequest("message identifiers are not specified") }
    if ids.count > Self.deletedAtOnceMax { throw .badRequest("too many message identifiers specified") }
    let chat = try accessibleChat(call)
    let present = ids.compactMap { chat.message($0) }
    for message in present { try checkDeletable(message, in: chat) }
    remove(present.map(\.id), from: chat.id)
    return true
  }

  private func checkDeletable(_ message: Message, in chat: Chat) throws(Refusal) {
    if now.timeIntervalSince(message.date) > Self.deletable {
      throw .badRequest("message can't be deleted for everyone")
    }
    // In a private chat a bot may delete what the person wrote; in a group it would need rights.
    if !chat.isPrivate, !message.isFromBot { throw .badRequest("message can't be deleted") }
  }

  func remove(_ ids: [Int], from chat: Int64) {
    chats[chat]?.messages.removeAll { ids.contains($0.id) }
    changes.note(.chat(chat))
  }
}
