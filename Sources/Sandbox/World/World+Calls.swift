import Foundation

extension World {
  /// Answers a call and remembers it, both in one step: whoever sees what a call did also finds
  /// it in the record.
  func answer(
    _ call: BotCall, fault: String? = nil, since start: ContinuousClock.Instant, isDelivered: Bool = true
  ) async -> Result<JSON, Refusal> {
    var result: Result<JSON, Refusal>
    do throws(Refusal) {
      result = .success(try await perform(call))
    } catch {
      result = .failure(error)
    }
    record(call, result, fault: fault, since: start, isDelivered: isDelivered)
    return result
  }

  /// Refuses a call without looking at it, and remembers it.
  func refuse(
    _ call: BotCall, _ refusal: Refusal, fault: String?, since start: ContinuousClock.Instant
  ) -> Result<JSON, Refusal> {
    record(call, .failure(refusal), fault: fault, since: start, isDelivered: true)
    return .failure(refusal)
  }

  /// Answers a call of the Bot API: checks it against the specification, then does it.
  ///
  /// - Returns: `result` of the answer.
  private func perform(_ call: BotCall) async throws(Refusal) -> JSON {
    // These two have Telegram's own words for what is wrong with them; everything else is
    // checked by the specification alone.
    let markup = try ReplyMarkup.parse(call["reply_markup"])
    if call.method.lowercased() == "editmessagemedia" { _ = try InputMedia.parse(call["media"]) }
    _ = try specification.check(call)
    switch call.method.lowercased() {
    case "getme": return getMe()
    case "getupdates": return try await getUpdates(call)
    case "sendmessage": return try sendMessage(call, markup)
    case "sendphoto": return try sendFile(call, .photo, markup)
    case "senddocument": return try sendFile(call, .document, markup)
    case "editmessagetext": return try editMessageText(call, markup)
    case "editmessagecaption": return try editMessageCaption(call, markup)
    case "editmessagemedia": return try editMessageMedia(call, markup)
    case "editmessagereplymarkup": return try editMessageReplyMarkup(call, markup)
    case "deletemessage": return try deleteMessage(call)
    case "deletemessages": return try deleteMessages(call)
    case "answercallbackquery": return try answerCallbackQuery(call)
    case "sendchataction": return try sendChatAction(call)
    case "setmycommands": return try setMyCommands(call)
    case "setmydescription": return try describe(call, "description", 512, "BOT_DESCRIPTION_TOO_LONG")
    case "setmyshortdescription":
      return try describe(call, "short_description", 120, "BOT_SHORT_DESCRIPTION_TOO_LONG")
    case "getmycommands": return getMyCommands(call)
    case "setwebhook": return try setWebhook(call)
    case "deletewebhook": return deleteWebhook(call)
    case "getwebhookinfo": return getWebhookInfo()
    case "getchatmember": return try getChatMember(call)
    case "getfile": return try getFile(call)
    default: throw .methodNotFound
    }
  }

  // MARK: Access

  /// The chat that a call is about, if the bot may write there.
  func writableChat(_ call: BotCall) throws(Refusal) -> Chat {
    let chat = try accessibleChat(call)
    if chat.isPrivate, let account = accounts[chat.id] {
      if account.hasBlocked { throw .forbidden("bot was blocked by the user") }
      if !account.hasStarted { throw .forbidden("bot can't initiate conversation with a user") }
    }
    return chat
  }

  /// The chat that a call is about, if the bot may edit there. A person who blocked the bot does
  /// not hinder that.
  func accessibleChat(_ call: BotCall) throws(Refusal) -> Chat {
    guard let text = call["chat_id"] else { throw .badRequest("chat_id is empty") }
    if let upgraded = Int64(text).flatMap({ supergroups[$0] }) { throw .upgraded(to: upgraded) }
    guard let id = Int64(text), let chat = chats[id], isKnown(chat) else {
      throw .badRequest("chat not found")
    }
    if accounts[id]?.isDeactivated == true { throw .forbidden("user is deactivated") }
    if case .group(_, let members) = chat.kind {
      let kind = Self.isSupergroup(id) ? "supergroup" : "group"
      switch members[settings.botID] {
      case .kicked: throw .forbidden("bot was kicked from the \(kind) chat")
      case nil, .left: throw .forbidden("bot is not a member of the \(kind) chat")
      default: break
      }
    }
    return chat
  }

  static func isSupergroup(_ id: Int64) -> Bool { id < -1_000_000_000_000 }

  /// Whether the bot has ever seen the chat.
  private func isKnown(_ chat: Chat) -> Bool {
    guard chat.isPrivate, let account = accounts[chat.id], !account.hasStarted else { return true }
    return chats.values.contains { group in
      if case .group(_, let members) = group.kind { members[account.id] != nil } else { false }
    }
  }

  // MARK: The bot itself

  private func getMe() -> JSON {
    botUser.with([
      "can_join_groups": true, "can_read_all_group_messages": true, "supports_inline_queries": false,
      "can_connect_to_business": false, "has_main_web_app": false,
    ])
  }

  private static let commandsMax = 100
  private static let actions: Set<String> = [
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
  ]

  private func sendChatAction(_ call: BotCall) throws(Refusal) -> JSON {
    _ = try writableChat(call)
    guard Self.actions.contains(call["action"] ?? "") else {
      throw .badRequest("wrong parameter action in request")
    }
    return true
  }

  private func setMyCommands(_ call: BotCall) throws(Refusal) -> JSON {
    let list = (try? JSONParser.parse(call["commands"] ?? "[]")) ?? []
    let commands = list.array ?? []
    if commands.count > Self.commandsMax { throw .badRequest("BOT_COMMANDS_TOO_MUCH") }
    for command in commands {
      var name = command["command"]?.string ?? ""
      if name.hasPrefix("/") { name.removeFirst() }
      let isNameRight =
        (1...32).contains(name.count)
        && name.unicodeScalars.allSatisfy {
          ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
        }
      guard isNameRight else { throw .badRequest("BOT_COMMAND_INVALID") }
      guard (1...256).contains(command["description"]?.string?.unicodeScalars.count ?? 0) else {
        throw .badRequest("BOT_COMMAND_DESCRIPTION_INVALID")
      }
    }
    self.commands[scope(call)] = list
    changes.note(.people)
    return true
  }

  private func describe(
    _ call: BotCall, _ parameter: String, _ charactersMax: Int, _ refusal: String
  ) throws(Refusal) -> JSON {
    let text = call[parameter] ?? ""
    if text.unicodeScalars.count > charactersMax { throw .badRequest(refusal) }
    descriptions[parameter + (call["language_code"] ?? "")] = text
    return true
  }

  private func getMyCommands(_ call: BotCall) -> JSON { commands[scope(call)] ?? [] }

  /// The commands that people see who have none of their own.
  var defaultCommands: JSON? {
    commands[JSON.object(["type": "all_private_chats"]).text]
      ?? commands[JSON.object(["type": "default"]).text]
  }

  private func scope(_ call: BotCall) -> String {
    let scope =
      call["scope"].flatMap { try? JSONParser.parse($0).text } ?? JSON.object(["type": "default"]).text
    return scope + (call["language_code"] ?? "")
  }

  // MARK: Others

  private func getChatMember(_ call: BotCall) throws(Refusal) -> JSON {
    let chat = try accessibleChat(call)
    guard let id = call["user_id"].flatMap({ Int64($0) }) else {
      throw .badRequest("invalid user_id specified")
    }
    if id == settings.botID { return memberJSON(botUser, status(of: id, in: chat)) }
    guard let account = accounts[id] else { throw .badRequest("PARTICIPANT_ID_INVALID") }
    return memberJSON(userJSON(account), status(of: id, in: chat))
  }

  func status(of id: Int64, in chat: Chat) -> GroupStatus {
    guard case .group(_, let members) = chat.kind else { return .member }
    return members[id] ?? .left
  }

  private func getFile(_ call: BotCall) throws(Refusal) -> JSON {
    guard let id = call["file_id"] else { throw .badRequest("file_id not specified") }
    guard let file = try? files.file(id, as: nil) else { throw .badRequest("invalid file_id") }
    let isLocal = settings.localFiles != nil
    if !isLocal, file.bytes.count > FileStore.downloadBytesMax { throw .badRequest("file is too big") }
    return [
      "file_id": .string(id), "file_unique_id": .string(file.uniqueID),
      "file_size": .integer(file.bytes.count),
      "file_path": .string(try localPath(of: file) ?? file.path),
    ]
  }

  /// Where a server in local mode keeps a file: below a folder that is named after the token.
  private func localPath(of file: StoredFile) throws(Refusal) -> String? {
    guard let folder = settings.localFiles else { return nil }
    let kept = folder.appending(path: settings.token).appending(path: file.path)
    do {
      try FileManager.default.createDirectory(
        at: kept.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.bytes.write(to: kept)
    } catch {
      throw Refusal(500, "Internal Server Error: the file was not written")
    }
    return kept.path
  }

  private func answerCallbackQuery(_ call: BotCall) throws(Refusal) -> JSON {
    let text = call["text"] ?? ""
    if text.unicodeScalars.count > Tap.answerLengthMax { throw .badRequest("MESSAGE_TOO_LONG") }
    let id = call["callback_query_id"] ?? ""
    guard let chatID = openTaps[id],
      let index = chats[chatID]?.taps.lastIndex(where: { $0.id == id }),
      let date = chats[chatID]?.taps[index].date,
      now.timeIntervalSince(date) <= settings.answerWindow / .seconds(1)
    else { throw .queryIsTooOld }
    openTaps[id] = nil
    chats[chatID]?.taps[index].answer = Tap.Answer(
      text: text.isEmpty ? nil : text, isAlert: call.flag("show_alert"), url: call["url"])
    chats[chatID]?.taps[index].answerDate = now
    changes.note(.chat(chatID))
    return true
  }
}
