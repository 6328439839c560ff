public import Foundation
import GRDB
public import OfficeActor

extension Snapshot {
  /// Ids go on at least so far beyond those of the snapshot.
  static let idsLeftOut: Int64 = 1_000_000

  /// What is in the snapshot, as a restored office would have it.
  ///
  /// - Throws: ``OpeningError`` if no office could be restored from it.
  public func verified(rules: OfficeRules, seats: [Seat]) throws(OpeningError) -> OfficeDatabase.Loaded {
    let copy = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString).sqlite")
    defer { try? Durable.removeDatabase(copy) }
    do {
      let database = try opened(as: copy)
      let loaded = try database.load(rules: rules, seats: seats)
      try database.close()
      return loaded
    } catch {
      throw OpeningError(error, path: url.path(percentEncoded: false))
    }
  }

  /// Puts the office of the snapshot into a data folder that no process uses. Admins will be told.
  ///
  /// What is ready stands beside the old database before that is moved. Ended at any moment, this leaves the
  /// old one, the new one, or none and all files of both.
  ///
  /// - Returns: the files to which what was replaced was moved; none if there was nothing.
  /// - Throws: if the snapshot cannot be used; the folder is then as it was.
  @discardableResult
  public func restore(
    into data: URL, rules: OfficeRules, seats: [Seat], at now: Date
  ) async throws(OpeningError) -> [URL] {
    let ready = data.appending(path: "office.db.new")
    do {
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      try Durable.removeDatabase(ready)
      try await prepare(ready, rules: rules, seats: seats, at: now)
      let database = URL(filePath: OfficeDatabase.path(in: data))
      let aside = Self.aside(database, at: now)
      let moved = try Durable.databaseFiles(database).map { file in
        let name = file.lastPathComponent.dropFirst(database.lastPathComponent.count)
        let destination = URL(filePath: aside.path(percentEncoded: false) + name)
        try Durable.move(file, to: destination)
        return destination
      }
      try Durable.move(ready, to: database)
      return moved
    } catch {
      try? Durable.removeDatabase(ready)
      throw OpeningError(error, path: url.path(percentEncoded: false))
    }
  }

  private func prepare(_ ready: URL, rules: OfficeRules, seats: [Seat], at now: Date) async throws {
    let database = try opened(as: ready)
    // The clock too, for another restoration of the same snapshot may have given ids since: not a thousand a
    // second, though.
    let clock = Int64(now.timeIntervalSince1970 * 1000)
    try await database.pool.write { db in
      try db.execute(
        sql: "UPDATE counter SET next = max(next + ?, ?)", arguments: [Self.idsLeftOut, clock])
    }
    let loaded = try database.load(rules: rules, seats: seats)
    let state = OfficeState(loaded.office, handled: loaded.handled, storage: database) { now }
    _ = try await state.perform(.tellAdmins(.recovered(snapshotAt: takenAt, through: now)), by: .bot)
    try database.close()
  }

  /// A copy of the snapshot, brought up to the program's version.
  private func opened(as copy: URL) throws -> OfficeDatabase {
    let file = OfficeFile(path: url.path(percentEncoded: false))
    try file.check()
    let source = try file.open()
    let destination = try DatabaseQueue(path: copy.path(percentEncoded: false))
    try source.backup(to: destination)
    try destination.close()
    try source.close()
    return try OfficeDatabase(path: copy.path(percentEncoded: false))
  }

  /// Unused name for the database that is replaced: «office.db.replaced-20261125T090000Z».
  private static func aside(_ database: URL, at now: Date) -> URL {
    let name = "\(database.path(percentEncoded: false)).replaced-\(nameText(now))"
    let names = [name] + (2...99).map { "\(name)-\($0)" }
    return URL(filePath: names.first { Durable.databaseFiles(URL(filePath: $0)).isEmpty } ?? name)
  }
}
