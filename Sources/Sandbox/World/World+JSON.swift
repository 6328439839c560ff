import Foundation

extension World {
  /// The bot as a user.
  var botUser: JSON {
    [
      "id": .integer(settings.botID), "is_bot": true, "first_name": .string(settings.botName),
      "username": .string(settings.botUsername),
    ]
  }

  func userJSON(_ account: Account) -> JSON {
    .compact([
      "id": .integer(account.id), "is_bot": false, "first_name": .string(account.firstName),
      "username": account.username.map { .string($0) }, "language_code": .string(account.languageCode),
    ])
  }

  func chatJSON(_ id: Int64) -> JSON {
    if case .group(let title, _) = chats[id]?.kind {
      return [
        "id": .integer(id), "type": Self.isSupergroup(id) ? "supergroup" : "group", "title": .string(title),
      ]
    }
    let account = accounts[id]
    return .compact([
      "id": .integer(id), "type": "private", "first_name": account.map { .string($0.firstName) },
      "username": account?.username.map { .string($0) },
    ])
  }

  func memberJSON(_ user: JSON, _ status: GroupStatus) -> JSON {
    let base: JSON = ["status": .string(status.rawValue), "user": user]
    switch status {
    case .member, .left: return base
    case .kicked: return base.with(["until_date": 0])
    case .creator: return base.with(["is_anonymous": false])
    case .administrator:
      let rights = [
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
        "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
        "can_post_stories", "can_edit_stories", "can_delete_stories",
      ]
      return base.with(Dictionary(uniqueKeysWithValues: rights.map { ($0, JSON.bool(false)) }))
    }
  }

  /// A message as the Bot API shows it.
  func messageJSON(_ message: Message, in chatID: Int64) -> JSON {
    let from: JSON =
      switch message.author {
      case .bot: botUser
      case .person(let id): accounts[id].map { userJSON($0) } ?? botUser
      }
    let isText = message.content == .text
    let hasText = !message.formatted.text.isEmpty
    let entities = message.formatted.entities
    let reply = message.replyTo.flatMap { chats[chatID]?.message($0) }
    return JSON.compact([
      "message_id": .integer(message.id), "from": from, "chat": chatJSON(chatID),
      "date": Self.unix(message.date),
      "edit_date": message.editDate.map { Self.unix($0) },
      isText ? "text" : "caption": isText || hasText ? .string(message.formatted.text) : nil,
      isText ? "entities" : "caption_entities": entities.isEmpty ? nil : .array(entities.map(\.json)),
      "reply_markup": message.keyboard?.json, "reply_to_message": reply.map { messageJSON($0, in: chatID) },
    ]).with(Self.mediaJSON(message.content))
  }

  static func unix(_ date: Date) -> JSON { .integer(Int(date.timeIntervalSince1970.rounded(.down))) }

  private static func mediaJSON(_ content: Message.Content) -> [String: JSON?] {
    switch content {
    case .text: [:]
    case .photo(let file): ["photo": photoSizes(file)]
    case .document(let file):
      [
        "document": fileJSON(file).with([
          "file_name": file.name.map { .string($0) }, "mime_type": .string(file.mediaType),
        ])
      ]
    case .voice(let file): ["voice": fileJSON(file).with(["duration": 1, "mime_type": "audio/ogg"])]
    case .sticker(let file):
      [
        "sticker": fileJSON(file).with([
          "type": "regular", "width": 512, "height": 512, "is_animated": false, "is_video": false,
          "emoji": "🙂",
        ])
      ]
    }
  }

  private static func fileJSON(_ file: StoredFile) -> JSON {
    [
      "file_id": .string(file.id), "file_unique_id": .string(file.uniqueID),
      "file_size": .integer(file.bytes.count),
    ]
  }

  /// A thumbnail and the whole picture; the largest comes last.
  private static func photoSizes(_ file: StoredFile) -> JSON {
    let scale = min(1, 320 / Double(max(file.width, file.height, 1)))
    let thumbnail: JSON = [
      "file_id": .string(FileStore.thumbnailID(of: file)), "file_unique_id": .string(file.uniqueID + "m"),
      "width": .integer(max(1, Int(Double(file.width) * scale))),
      "height": .integer(max(1, Int(Double(file.height) * scale))),
      "file_size": .integer(max(1, file.bytes.count / 10)),
    ]
    let whole = fileJSON(file).with(["width": .integer(file.width), "height": .integer(file.height)])
    return [thumbnail, whole]
  }
}
