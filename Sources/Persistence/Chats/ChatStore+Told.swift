import GRDB

/// What messages told, for them to be corrected when it no longer holds.
extension ChatStore {
  /// Messages of one chat remembered at the most; beyond that those sent or changed longest ago are forgotten.
  public static let toldMax = 6

  /// The messages of a chat that told something, the oldest first.
  ///
  /// - Throws: an error of SQLite's if the store cannot be read.
  public func told(in chat: Int64) throws -> [ToldMessage] {
    try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT message, has_picture, told FROM told_message WHERE chat = ? ORDER BY message",
        arguments: [chat]
      ).map { ToldMessage(id: $0["message"], hasPicture: $0["has_picture"], told: $0["told"]) }
    }
  }

  /// Remembers what a message tells now.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  public func remember(_ message: ToldMessage, in chat: Int64) throws {
    try queue.write { db in
      // A notice may be the first that a chat gets.
      try db.execute(
        sql: "INSERT INTO chat (id, used_at) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
        arguments: [chat, Timestamp.text(now())])
      try db.execute(
        sql: "INSERT OR REPLACE INTO told_message (chat, message, has_picture, told) VALUES (?, ?, ?, ?)",
        arguments: [chat, message.id, message.hasPicture, message.told])
      try db.execute(
        sql: """
          DELETE FROM told_message WHERE chat = ?1 AND number NOT IN
            (SELECT number FROM told_message WHERE chat = ?1 ORDER BY number DESC LIMIT ?2)
          """, arguments: [chat, Self.toldMax])
    }
  }

  /// Forgets what a message told: it tells something else now.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  public func forgetTold(in message: Int64, of chat: Int64) throws {
    try queue.write { db in
      try db.execute(
        sql: "DELETE FROM told_message WHERE chat = ? AND message = ?", arguments: [chat, message])
    }
  }

  /// Notes that a message was corrected, unless it tells something newer by now.
  ///
  /// - Parameter told: what it tells since; nil to forget it.
  /// - Throws: an error of SQLite's if the store did not take it.
  public func correct(_ message: ToldMessage, to told: String?, in chat: Int64) throws {
    try queue.write { db in
      if let told {
        try db.execute(
          sql: "UPDATE told_message SET told = ? WHERE chat = ? AND message = ? AND told = ?",
          arguments: [told, chat, message.id, message.told])
      } else {
        try db.execute(
          sql: "DELETE FROM told_message WHERE chat = ? AND message = ? AND told = ?",
          arguments: [chat, message.id, message.told])
      }
    }
  }
}
