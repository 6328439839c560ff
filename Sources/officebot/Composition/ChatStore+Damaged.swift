import Foundation
import Persistence

extension ChatStore {
  /// Opens the store; one that is damaged is moved aside and begun anew, for losing it costs a person one more
  /// message, and refusing to start costs everybody the bot.
  ///
  /// - Parameters:
  ///   - now: names what is moved aside: `chats.db.damaged-20270131T093000Z`.
  ///   - damaged: told what was wrong and where the file is now.
  /// - Throws: ``OpeningError`` when it cannot be used for another reason, or an error of the move.
  static func opened(
    in folder: URL, at now: Date, damaged: (_ reason: String, _ movedTo: URL) -> Void
  ) throws -> ChatStore {
    do {
      return try ChatStore(folder: folder)
    } catch .damaged(_, let reason) {
      let aside = try moveAside(in: folder, at: now)
      damaged(reason, aside)
      return try ChatStore(folder: folder)
    }
  }

  private static func moveAside(in folder: URL, at now: Date) throws -> URL {
    let time = now.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    let (file, aside) = ("chats.db", "chats.db.damaged-\(time)")
    // The log first: left behind by a kill in the middle, it would be read into the new store.
    for suffix in ["-wal", "-shm", ""] {
      let from = folder.appending(path: file + suffix)
      guard FileManager.default.fileExists(atPath: from.path(percentEncoded: false)) else { continue }
      try FileManager.default.moveItem(at: from, to: folder.appending(path: aside + suffix))
    }
    return folder.appending(path: aside)
  }
}
