/// Something that happened to the bot.
public struct Update: Sendable, Hashable, Identifiable {
  /// Its place in the queue.
  public let id: UpdateID
  /// What happened; `nil` if it is of no interest or cannot be read: confirm and skip it.
  public let content: Content?
  /// The place at which it is not as documented, for the log: names of fields only, no values.
  public let defect: String?

  /// What may happen.
  public enum Content: Sendable, Hashable {
    /// Somebody wrote.
    case message(Message)
    /// Somebody tapped a button.
    case callbackQuery(CallbackQuery)
    /// Somebody tapped a button, and no more can be read of it than what to answer it by.
    case unreadableQuery(CallbackQueryID)
    /// The bot was blocked, unblocked, added or removed.
    case myChatMember(ChatMemberUpdated)
  }

  /// An update, for tests.
  public init(id: UpdateID, content: Content?, defect: String? = nil) {
    self.id = id
    self.content = content
    self.defect = defect
  }
}

extension Update: Decodable {
  enum CodingKeys: String, CodingKey {
    case id = "update_id"
    case message
    case callbackQuery = "callback_query"
    case myChatMember = "my_chat_member"
  }

  /// Fails only without an id: an update that cannot be read must still be confirmed.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(UpdateID.self, forKey: .id)
    do {
      if let message = try fields.decodeIfPresent(Message.self, forKey: .message) {
        content = .message(message)
      } else if let query = try fields.decodeIfPresent(CallbackQuery.self, forKey: .callbackQuery) {
        content = .callbackQuery(query)
      } else if let change = try fields.decodeIfPresent(ChatMemberUpdated.self, forKey: .myChatMember) {
        content = .myChatMember(change)
      } else {
        content = nil
      }
      defect = nil
    } catch {
      let query = try? fields.decode(QueryID.self, forKey: .callbackQuery)
      content = query.map { .unreadableQuery($0.id) }
      defect = String(describingPlaceOf: error)
    }
  }

  private struct QueryID: Decodable {
    let id: CallbackQueryID
  }
}

/// One answer to ``GetUpdates``, read update by update, so that one bad one costs only itself.
public struct UpdateBatch: Sendable, Hashable, Decodable {
  /// In the queue's order.
  public let updates: [Update]

  /// A batch, for tests.
  public init(_ updates: [Update]) { self.updates = updates }

  /// Elements without an id cannot be confirmed by it; they go with the next one that is.
  public init(from decoder: any Decoder) throws {
    updates = try decoder.singleValueContainer().decode([Element].self).compactMap(\.update)
  }

  private struct Element: Decodable {
    let update: Update?
    init(from decoder: any Decoder) { update = try? Update(from: decoder) }
  }
}
