import Foundation

extension World {
  /// Adds somebody, or changes nothing when the id is known.
  func addAccount(
    id: Int64?, firstName: String, username: String?, languageCode: String = "ru", isShown: Bool = true
  ) -> Account {
    if let id, let known = accounts[id] { return known }
    precondition(accounts.count < Self.accountsMax, "too many people in the sandbox")
    let account = Account(
      id: id ?? Self.firstFreeID + Int64(accounts.count), firstName: firstName, username: username,
      languageCode: languageCode, isShown: isShown)
    accounts[account.id] = account
    order.append(account.id)
    chats[account.id] = Chat(id: account.id, kind: .privateChat)
    changes.note(.people)
    return account
  }

  private static let firstFreeID: Int64 = 500_000_001

  /// Presses Start: opens the chat, unblocks the bot if need be, sends `/start`.
  func pressStart(_ person: Int64, _ payload: String?) throws(SandboxError) -> Message.ID {
    if try account(person).hasBlocked { try setBlocked(person, false) }
    accounts[person]?.hasStarted = true
    changes.note(.people)
    return try write(person, in: person, .text, payload.map { "/start \($0)" } ?? "/start")
  }

  /// Writes a message.
  @discardableResult
  func write(
    _ person: Int64, in chatID: Int64, _ content: Message.Content, _ text: String
  ) throws(SandboxError) -> Message.ID {
    let account = try account(person)
    guard let chat = chats[chatID] else { throw SandboxError("there is no chat \(chatID)") }
    if chat.isPrivate {
      guard account.hasStarted else { throw SandboxError("\(account.firstName) has not pressed Start") }
      guard !account.hasBlocked else { throw SandboxError("\(account.firstName) has blocked the bot") }
    } else if [.left, .kicked].contains(status(of: person, in: chat)) {
      throw SandboxError("\(account.firstName) is not a member of the group")
    }
    let cleaned = FormattedText(text).cleaned()
    guard content != .text || !cleaned.text.isEmpty else {
      throw SandboxError("an empty text cannot be sent")
    }
    let formatted = FormattedText(cleaned.text, entities: BotCommands.entities(in: cleaned.text))
    let message = Message(
      id: takeMessageID(), author: .person(person), date: now, content: content, formatted: formatted,
      keyboard: nil, isSilent: false, replyTo: nil, hasOtherMarkup: false)
    chats[chatID]?.append(message)
    push("message", messageJSON(message, in: chatID))
    changes.note(.chat(chatID))
    return message.id
  }

  /// Keeps a file that a person sends and writes the message that carries it.
  func writeFile(
    _ person: Int64, in chatID: Int64, _ kind: StoredFile.Kind, name: String?, mediaType: String,
    bytes: Data, caption: String
  ) throws(SandboxError) -> Message.ID {
    let content: Message.Content
    switch kind {
    case .photo:
      do throws(Refusal) {
        content = .photo(try files.photo(bytes))
      } catch {
        throw SandboxError("Telegram would not take the photo: \(error.description)")
      }
    case .document: content = .document(files.keep(kind, name: name, mediaType: mediaType, bytes))
    case .voice: content = .voice(files.keep(kind, name: name, mediaType: mediaType, bytes))
    case .sticker: content = .sticker(files.keep(kind, name: name, mediaType: mediaType, bytes))
    }
    return try write(person, in: chatID, content, caption)
  }

  /// Taps a button. The button may be gone by now, and so may the message: old clients show both.
  func tap(_ person: Int64, in chatID: Int64, message id: Message.ID, data: String) throws(SandboxError)
    -> Tap.ID
  {
    let account = try account(person)
    guard let chat = chats[chatID] else { throw SandboxError("there is no chat \(chatID)") }
    if chat.isPrivate, account.hasBlocked { throw SandboxError("\(account.firstName) has blocked the bot") }
    let message = chat.message(id)
    if let message, !message.isFromBot { throw SandboxError("message \(id) is not the bot's") }
    let messageJSON: JSON =
      message.map { self.messageJSON($0, in: chatID) }
      ?? ["message_id": .integer(id), "chat": chatJSON(chatID), "date": 0]
    var firstID: Tap.ID?
    for _ in 0..<(faults.strikesTap(in: chatID) ? 2 : 1) {
      let tap = Tap(
        id: String(UInt64.random(in: 1...UInt64(Int64.max))), person: person, chat: chatID, message: id,
        label: message?.button(data: data)?.text ?? data, data: data, date: now)
      firstID = firstID ?? tap.id
      openTaps[tap.id] = chatID
      if let forgotten = chats[chatID]?.append(tap) { openTaps[forgotten.id] = nil }
      push(
        "callback_query",
        [
          "id": .string(tap.id), "from": userJSON(account), "message": messageJSON,
          "chat_instance": .string(String(chatID &* 7_919)), "data": .string(data),
        ], lasting: Self.tapUpdatesLast)
    }
    changes.note(.chat(chatID))
    return firstID ?? ""
  }

  /// Deletes a message for both sides. The bot is not told.
  func deleteByPerson(_ message: Message.ID, in chatID: Int64) throws(SandboxError) {
    guard chats[chatID]?.message(message) != nil else { throw SandboxError("there is no message \(message)") }
    remove([message], from: chatID)
  }

  /// Blocks or unblocks the bot.
  func setBlocked(_ person: Int64, _ isBlocked: Bool) throws(SandboxError) {
    let account = try account(person)
    guard account.hasBlocked != isBlocked else { return }
    accounts[person]?.hasBlocked = isBlocked
    let (old, new): (GroupStatus, GroupStatus) = isBlocked ? (.member, .kicked) : (.kicked, .member)
    push("my_chat_member", membership(of: botUser, in: person, by: account, from: old, to: new))
    changes.note(.chat(person))
    changes.note(.people)
  }

  /// Deletes the account.
  func deactivate(_ person: Int64) throws(SandboxError) {
    _ = try account(person)
    accounts[person]?.isDeactivated = true
    changes.note(.people)
  }

  // MARK: Groups

  func addGroup(id: Int64, title: String, members: [Int64: GroupStatus]) throws(SandboxError) {
    guard id < 0 else { throw SandboxError("ids of groups are negative") }
    chats[id] = Chat(id: id, kind: .group(title: title, members: members))
    changes.note(.people)
    guard let owner = members.keys.compactMap({ accounts[$0] }).first, let own = members[settings.botID]
    else { return }
    push("my_chat_member", membership(of: botUser, in: id, by: owner, from: .left, to: own))
  }

  /// Makes a group a supergroup: the same people under another id.
  func upgrade(_ group: Int64, to id: Int64) throws(SandboxError) {
    guard let chat = chats.removeValue(forKey: group), case .group = chat.kind else {
      throw SandboxError("there is no group \(group)")
    }
    chats[id] = Chat(id: id, kind: chat.kind)
    supergroups[group] = id
    changes.note(.people)
  }

  /// Makes somebody, or the bot, something else in a group.
  func setStatus(_ status: GroupStatus, of member: Int64, in group: Int64) throws(SandboxError) {
    guard let chat = chats[group], case .group(let title, var members) = chat.kind else {
      throw SandboxError("there is no group \(group)")
    }
    let old = members[member] ?? .left
    members[member] = status
    chats[group]?.kind = .group(title: title, members: members)
    changes.note(.people)
    let isBot = member == settings.botID
    guard old != status, let actor = accounts[member] ?? accounts.values.first else { return }
    let user = isBot ? botUser : userJSON(actor)
    // Others' changes are for administrators who asked for them.
    guard isBot || members[settings.botID] == .administrator else { return }
    push(
      isBot ? "my_chat_member" : "chat_member",
      membership(of: user, in: group, by: actor, from: old, to: status))
  }

  private func membership(
    of user: JSON, in chat: Int64, by actor: Account, from old: GroupStatus, to new: GroupStatus
  ) -> JSON {
    [
      "chat": chatJSON(chat), "from": userJSON(actor), "date": Self.unix(now),
      "old_chat_member": memberJSON(user, old), "new_chat_member": memberJSON(user, new),
    ]
  }

  func account(_ id: Int64) throws(SandboxError) -> Account {
    guard let account = accounts[id] else { throw SandboxError("there is nobody with the id \(id)") }
    return account
  }
}
