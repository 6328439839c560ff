public import Foundation
import GRDB
import OfficeActor

/// What the bot remembers of its chats and pictures, in `chats.db`; none of it is the office's.
///
/// Losing the last moments of it in a power cut costs a person one more message, so it does not wait for
/// the disk as the office does.
public actor ChatStore {
  /// Pictures remembered at the most; beyond that those kept longest are forgotten.
  public static let picturesMax = 5_000

  /// Lists of names that a chat may be asked about at a time.
  public static let nameListsMax = 10

  /// That a chat is used is noted so often, for the reading of it to write seldom.
  static let useNotedEvery: TimeInterval = 86_400

  let queue: DatabaseQueue
  let now: @Sendable () -> Date
  private let executor = BlockingExecutor(label: "chats")

  /// Opens the store in a folder, or makes a new one.
  ///
  /// - Parameter now: the wall clock.
  public init(folder: URL, now: @escaping @Sendable () -> Date = { Date() }) throws(OpeningError) {
    self.now = now
    let path = folder.appendingPathComponent("chats.db").path
    do {
      var configuration = GRDB.Configuration()
      configuration.label = "chats.db"
      configuration.journalMode = .wal
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL") }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.migrator.migrate(queue)
    } catch {
      throw OpeningError(error, path: path)
    }
  }

  /// Executor of the actor: a thread of its own, because SQLite blocks.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  // MARK: Chats

  /// What is remembered of a chat; an empty memory for one not seen before.
  ///
  /// - Throws: an error of SQLite's if the store cannot be read.
  public func memory(of chat: Int64) throws -> ChatMemory {
    let now = now()
    let row = try queue.read { db in
      try Row.fetchOne(
        db, sql: "SELECT living_message, living_kind, entry, invitation, used_at FROM chat WHERE id = ?",
        arguments: [chat])
    }
    guard let row else { return ChatMemory() }
    if row["used_at"] < Timestamp.text(now - Self.useNotedEvery) {
      try queue.write { db in
        try db.execute(
          sql: "UPDATE chat SET used_at = ? WHERE id = ?", arguments: [Timestamp.text(now), chat])
      }
    }
    let message: Int64? = row["living_message"]
    let kind: String = row["living_kind"]
    return ChatMemory(
      living: message.map {
        LivingMessage(id: $0, hasPicture: kind == "picture", isResult: kind == "result")
      }, entry: row["entry"], invitation: row["invitation"])
  }

  /// Remembers which message carries the chat's screen; nil if none does.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  public func remember(living: LivingMessage?, of chat: Int64) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO chat (id, living_message, living_kind, used_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET living_message = excluded.living_message,
            living_kind = excluded.living_kind, used_at = excluded.used_at
          """,
        arguments: [chat, living?.id, living?.kind ?? "picture", Timestamp.text(now())])
    }
  }

  /// Remembers what the chat waits for a person to type; nil if nothing.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  public func remember(entry: String?, of chat: Int64) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO chat (id, entry, used_at) VALUES (?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET entry = excluded.entry, used_at = excluded.used_at
          """, arguments: [chat, entry, Timestamp.text(now())])
    }
  }

  /// Remembers that the person came by a link.
  ///
  /// - Parameter invitation: a digest of the link's code, so that another code does not let in who knew this one.
  /// - Throws: an error of SQLite's if the store did not take it.
  public func remember(invitation: String, of chat: Int64) throws {
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO chat (id, invitation, used_at) VALUES (?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET invitation = excluded.invitation, used_at = excluded.used_at
          """, arguments: [chat, invitation, Timestamp.text(now())])
    }
  }

  // MARK: Lists of names

  /// Keeps names that somebody is asked about; of a chat's lists the oldest beyond ``nameListsMax`` are forgotten.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  /// - Returns: the number under which they are kept.
  public func keep(names: [String], of chat: Int64) throws -> Int64 {
    try queue.write { db in
      try db.execute(
        sql: "INSERT INTO name_list (chat, names, kept_at) VALUES (?, ?, ?)",
        arguments: [chat, names.joined(separator: "\n"), Timestamp.text(now())])
      let number = db.lastInsertedRowID
      try db.execute(
        sql: """
          DELETE FROM name_list WHERE chat = ?1 AND id NOT IN
            (SELECT id FROM name_list WHERE chat = ?1 ORDER BY id DESC LIMIT ?2)
          """, arguments: [chat, Self.nameListsMax])
      return number
    }
  }

  /// Names that were kept for a chat; nil if they are forgotten, or another chat's.
  ///
  /// - Throws: an error of SQLite's if the store cannot be read.
  public func names(_ number: Int64, of chat: Int64) throws -> [String]? {
    try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT names FROM name_list WHERE id = ? AND chat = ?", arguments: [number, chat])
    }?.split(separator: "\n").map(String.init)
  }

  // MARK: Pictures

  /// The file id under which Telegram keeps a picture of this content for a bot.
  ///
  /// - Throws: an error of SQLite's if the store cannot be read.
  public func fileID(of content: String, bot: Int64) throws -> String? {
    try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT file_id FROM picture WHERE bot = ? AND content = ?", arguments: [bot, content])
    }
  }

  /// Remembers under which file id a picture was uploaded.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  public func keep(fileID: String, of content: String, bot: Int64, at now: Date) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO picture (bot, content, file_id, kept_at) VALUES (?, ?, ?, ?)",
        arguments: [bot, content, fileID, Timestamp.text(now)])
      try db.execute(
        sql: """
          DELETE FROM picture WHERE rowid IN
            (SELECT rowid FROM picture ORDER BY kept_at DESC, rowid DESC LIMIT -1 OFFSET ?)
          """, arguments: [Self.picturesMax])
    }
  }

  /// Forgets a file id that Telegram no longer takes.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  public func forgetFileID(of content: String, bot: Int64) throws {
    try queue.write { db in
      try db.execute(sql: "DELETE FROM picture WHERE bot = ? AND content = ?", arguments: [bot, content])
    }
  }

  // MARK: What Telegram was told

  /// What Telegram was last told about a bot under this name.
  ///
  /// - Throws: an error of SQLite's if the store cannot be read.
  public func told(_ what: String, bot: Int64) throws -> String? {
    try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT value FROM told_telegram WHERE bot = ? AND what = ?", arguments: [bot, what])
    }
  }

  /// Remembers what Telegram was told.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  public func rememberTold(_ what: String, _ value: String, bot: Int64) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO told_telegram (bot, what, value) VALUES (?, ?, ?)",
        arguments: [bot, what, value])
    }
  }

  // MARK: Upkeep

  /// Forgets chats last used, and names and pictures kept, before a moment; at most `count` of each.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  /// - Returns: whether there may be more.
  public func forget(before moment: Date, atMost count: Int) throws -> Bool {
    try queue.write { db in
      let arguments: StatementArguments = [Timestamp.text(moment), count]
      try db.execute(
        sql: "DELETE FROM chat WHERE id IN (SELECT id FROM chat WHERE used_at < ? ORDER BY used_at LIMIT ?)",
        arguments: arguments)
      let chats = db.changesCount
      try db.execute(
        sql: """
          DELETE FROM name_list WHERE id IN (SELECT id FROM name_list WHERE kept_at < ? ORDER BY id LIMIT ?)
          """, arguments: arguments)
      try db.execute(
        sql: """
          DELETE FROM picture WHERE rowid IN
            (SELECT rowid FROM picture WHERE kept_at < ? ORDER BY kept_at LIMIT ?)
          """, arguments: arguments)
      return max(chats, db.changesCount) >= count
    }
  }

  /// Gives back some of the space that nothing uses any more.
  ///
  /// - Throws: an error of SQLite's if the store did not take it.
  /// - Returns: whether there is more.
  public func shrink() throws -> Bool {
    try queue.writeWithoutTransaction { try FreeSpace.giveBack($0) }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 chats, pictures") { db in
      try db.execute(
        sql: """
          CREATE TABLE chat (
            id INTEGER PRIMARY KEY,            -- Telegram chat id
            living_message INTEGER,            -- the message that taps edit
            living_kind TEXT NOT NULL DEFAULT 'picture', -- or text
            entry TEXT,                        -- what the chat is waiting for a person to type
            used_at TEXT NOT NULL              -- UTC, to the day
          ) STRICT;
          CREATE INDEX chat_used_at ON chat (used_at);
          CREATE TABLE picture (
            bot INTEGER NOT NULL,              -- the bot's own user id: file ids are valid for one bot only
            content TEXT NOT NULL,             -- digest of what is drawn
            file_id TEXT NOT NULL,
            kept_at TEXT NOT NULL,             -- UTC
            PRIMARY KEY (bot, content)
          ) STRICT;
          CREATE INDEX picture_kept_at ON picture (kept_at);
          CREATE TABLE told_telegram (         -- what Telegram was told about the bot, to tell it changes only
            bot INTEGER NOT NULL,
            what TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (bot, what)
          ) STRICT;
          """)
    }
    migrator.registerMigration("2 invitations") { db in
      // A digest of the code of the link that the person came by.
      try db.execute(sql: "ALTER TABLE chat ADD COLUMN invitation TEXT")
    }
    migrator.registerMigration("3 lists of names") { db in
      try db.execute(
        sql: """
          CREATE TABLE name_list (             -- that an admin is asked about before they are added
            id INTEGER PRIMARY KEY AUTOINCREMENT, -- stands in buttons, so it is never given again
            chat INTEGER NOT NULL,
            names TEXT NOT NULL,               -- one a line
            kept_at TEXT NOT NULL              -- UTC
          ) STRICT;
          """)
    }
    migrator.registerMigration("4 told messages") { db in
      try db.execute(
        sql: """
          CREATE TABLE told_message (          -- that told something of its reader's affairs
            number INTEGER PRIMARY KEY,        -- the newer, the greater
            chat INTEGER NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
            message INTEGER NOT NULL,          -- Telegram message id
            has_picture INTEGER NOT NULL,
            told TEXT NOT NULL,                -- what it told, in the bot's own words
            UNIQUE (chat, message)
          ) STRICT;
          """)
    }
    return migrator
  }
}

extension LivingMessage {
  /// As stored.
  fileprivate var kind: String { isResult ? "result" : hasPicture ? "picture" : "text" }
}
