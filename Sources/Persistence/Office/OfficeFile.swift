import Foundation
import GRDB
import OfficeActor

/// A file that should hold an office, looked at without changing it.
struct OfficeFile {
  let path: String

  /// Bytes in it; 0 if it is not there.
  var size: Int {
    get throws {
      guard FileManager.default.fileExists(atPath: path) else { return 0 }
      return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }
  }

  /// A connection that cannot write, neither to the file nor to its `-wal`, in which a process that was killed
  /// leaves what it committed last.
  func open() throws -> DatabaseQueue {
    _ = try OpeningError.status(of: path)
    var configuration = OfficeDatabase.configuration
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Looks whether the file can be used by this program.
  func check() throws {
    let queue = try open()
    guard try size > 0 else { throw OpeningError.damaged(path, reason: "the file is empty") }
    let problems = try queue.inDatabase { db in
      guard try !OfficeSchema.migrator.appliedIdentifiers(db).isEmpty else {
        throw OpeningError.damaged(path, reason: "it is not a database of officebot")
      }
      guard try !OfficeSchema.migrator.hasBeenSuperseded(db) else {
        throw OpeningError.newerThanProgram(path)
      }
      return try String.fetchAll(db, sql: "PRAGMA integrity_check(5)").filter { $0 != "ok" }
        + (Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(5)).map { "\($0)" }
    }
    try queue.close()
    guard problems.isEmpty else {
      throw OpeningError.damaged(path, reason: problems.joined(separator: "; "))
    }
  }

  /// The office in it, through a connection to it.
  func load(
    from reader: some DatabaseReader, rules: OfficeRules, seats: [Seat]
  ) throws(OpeningError) -> OfficeDatabase.Loaded {
    do {
      return try reader.read { db in
        let reader = OfficeReader(path: path)
        return try OfficeDatabase.Loaded(
          office: Office(rules: rules, seats: seats, records: reader.records(db)),
          handled: reader.requests(db))
      }
    } catch {
      throw OpeningError(error, path: path)
    }
  }
}
