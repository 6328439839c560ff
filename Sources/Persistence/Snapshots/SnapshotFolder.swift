public import Foundation
import GRDB
public import OfficeActor

/// The folder with the snapshots of an office.
public struct SnapshotFolder: Sendable {
  /// May not exist before the first snapshot.
  public let url: URL

  /// A folder, there or not.
  public init(_ url: URL) { self.url = url }

  /// All snapshots that are there, the newest first; those that a wrong clock has dated ahead come last.
  ///
  /// - Throws: an error of the file system if the folder cannot be read.
  public func snapshots(at now: Date) throws -> [Snapshot] {
    guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))
    return names.compactMap { Snapshot(named: url.appending(path: $0)) }.sorted {
      ($0.takenAt <= now ? 1 : 0, $0.takenAt) > ($1.takenAt <= now ? 1 : 0, $1.takenAt)
    }
  }

  /// Takes a snapshot of the database in a data folder, whether a process uses it or not.
  ///
  /// Somebody asked for it, and may be about to restore it: it is kept as ``SnapshotRotation/byHandMax`` says.
  ///
  /// - Throws: ``OpeningError`` if the data cannot be read or the snapshot is not a whole office.
  public func take(
    ofDataIn data: URL, rules: OfficeRules, seats: [Seat], at now: Date
  ) throws(OpeningError) -> Snapshot {
    let path = OfficeDatabase.path(in: data)
    do {
      let source = OfficeFile(path: path)
      try source.check()
      let queue = try source.open()
      let snapshot = try queue.read { db in
        // What is copied and what it is compared with are of one moment: the transaction sees that of its first
        // reading, and a backup that came first would end its own.
        let office = try Office(rules: rules, seats: seats, records: OfficeReader(path: path).records(db))
        return try write(rules: rules, seats: seats, at: now, isByHand: true) { copy in
          try db.backup(to: copy)
          return office
        }
      }
      try queue.close()
      return snapshot
    } catch {
      throw OpeningError(error, path: path)
    }
  }

  /// Writes a snapshot and verifies it before it gets its name.
  ///
  /// - Parameters:
  ///   - isByHand: whether it is kept as one that somebody asked for.
  ///   - copy: fills an empty database, and hands back the office that must be in it then.
  func write(
    rules: OfficeRules, seats: [Seat], at now: Date, isByHand: Bool = false,
    copy: (Database) throws -> Office
  ) throws -> Snapshot {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return try Durable.locking(url) {
      // What is there is left over from a process that was killed.
      let unfinished = url.appending(path: ".unfinished.sqlite")
      try Durable.removeDatabase(unfinished)
      defer { try? Durable.removeDatabase(unfinished) }
      let path = unfinished.path(percentEncoded: false)
      let queue = try DatabaseQueue(path: path)
      let snapshot = freeName(at: now)
      let mark = isByHand ? Snapshot.byHandMark : 0
      let office = try queue.writeWithoutTransaction { db in
        let office = try copy(db)
        // Set in any case: an office that was restored has that of its snapshot.
        try db.execute(sql: "PRAGMA application_id = \(mark)")
        // One file, which can be taken elsewhere without anything beside it.
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        return office
      }
      try queue.close()
      try verify(OfficeFile(path: path), is: office, rules: rules, seats: seats)
      try Durable.move(unfinished, to: snapshot)
      return try Snapshot(file: snapshot)
    }
  }

  /// The name of a snapshot that is taken at a moment. One that somebody asked for is not replaced by one of the same
  /// second, which takes the name of a later one.
  private func freeName(at now: Date) -> URL {
    var moment = now
    while true {
      let name = url.appending(path: Snapshot.name(takenAt: moment))
      guard Snapshot(named: name)?.isByHand == true else { return name }
      moment += 1
    }
  }

  /// Removes those that are not kept.
  func rotate(_ rotation: SnapshotRotation, at now: Date) throws {
    let snapshots = try snapshots(at: now)
    let byHand = Set(snapshots.filter(\.isByHand).map(\.takenAt))
    let outdated = Set(rotation.outdated(snapshots.map(\.takenAt), byHand: byHand, at: now))
    for snapshot in snapshots where outdated.contains(snapshot.takenAt) {
      try FileManager.default.removeItem(at: snapshot.url)
    }
  }

  private func verify(_ file: OfficeFile, is office: Office, rules: OfficeRules, seats: [Seat]) throws {
    try file.check()
    let queue = try file.open()
    let copied = try file.load(from: queue, rules: rules, seats: seats).office.records
    try queue.close()
    guard copied.isStored(office.records) else {
      throw OpeningError.contradiction(file.path, reason: "the copy is not the office that was copied")
    }
  }
}

extension OfficeRecords {
  /// Whether they are others as they are stored: the same, but for ids that are reserved.
  fileprivate func isStored(_ others: OfficeRecords) -> Bool {
    guard counters.isAtLeast(others.counters) else { return false }
    var same = self
    same.counters = others.counters
    return same == others
  }
}

extension Counters {
  fileprivate func isAtLeast(_ other: Counters) -> Bool {
    nextEmployee >= other.nextEmployee && nextBooking >= other.nextBooking && nextOffer >= other.nextOffer
      && nextNotice >= other.nextNotice && nextRequest >= other.nextRequest
      && nextAbsence >= other.nextAbsence
  }
}
