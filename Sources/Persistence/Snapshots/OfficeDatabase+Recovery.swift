public import Foundation
public import OfficeActor

extension OfficeDatabase {
  /// An office that was opened.
  public struct Opened: Sendable {
    /// Its database.
    public let database: OfficeDatabase
    /// What is in it.
    public let loaded: Loaded
    /// What had to be done for it; nil if the database was whole.
    public let recovery: Recovery?
  }

  /// A database that was damaged or missing, and what took its place.
  public struct Recovery: Sendable {
    /// What was wrong.
    public let reason: String
    /// What happened after it was taken may be lost.
    public let snapshot: Snapshot
    /// The damaged files, where they were moved to.
    public let movedTo: [URL]
  }

  /// Opens the database of a data folder; if it is damaged or missing, restores the newest good snapshot.
  ///
  /// Without a database and without snapshots it is a new office.
  ///
  /// - Parameter skipped: told of snapshots that are no good.
  /// - Throws: ``OpeningError`` if there is no good snapshot, or if the database cannot be used though it is not
  ///   damaged; everything is then as it was.
  public static func open(
    in data: URL, recoveringFrom snapshots: SnapshotFolder, rules: OfficeRules, seats: [Seat], at now: Date,
    skipped: (Snapshot, OpeningError) -> Void
  ) async throws(OpeningError) -> Opened {
    do {
      return try open(in: data, snapshots: snapshots, rules: rules, seats: seats, at: now, after: nil)
    } catch .damaged(let path, let reason) {
      for snapshot in try all(snapshots, at: now) {
        do {
          let moved = try await snapshot.restore(into: data, rules: rules, seats: seats, at: now)
          let recovery = Recovery(reason: reason, snapshot: snapshot, movedTo: moved)
          return try open(
            in: data, snapshots: snapshots, rules: rules, seats: seats, at: now, after: recovery)
        } catch {
          skipped(snapshot, error)
        }
      }
      throw .damaged(path, reason: "\(reason); there is no good snapshot to restore it from")
    }
  }

  private static func open(
    in data: URL, snapshots: SnapshotFolder, rules: OfficeRules, seats: [Seat], at now: Date,
    after recovery: Recovery?
  ) throws(OpeningError) -> Opened {
    let path = path(in: data)
    if !FileManager.default.fileExists(atPath: path), let trace = try trace(in: data, snapshots, at: now) {
      throw .damaged(path, reason: "it is missing, but there is \(trace.path(percentEncoded: false))")
    }
    let database = try OfficeDatabase(folder: data)
    do {
      let loaded = try database.load(rules: rules, seats: seats)
      return Opened(database: database, loaded: loaded, recovery: recovery)
    } catch {
      try? database.close()
      throw error
    }
  }

  /// What shows that there was an office before: a snapshot, or a file beside the database that is missing.
  private static func trace(
    in data: URL, _ snapshots: SnapshotFolder, at now: Date
  ) throws(OpeningError) -> URL? {
    if let snapshot = try all(snapshots, at: now).first { return snapshot.url }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: data.path(percentEncoded: false))) ?? []
    // An `office.db.new` is what a process was making when it was killed.
    let trace = names.sorted().first { $0.hasPrefix("office.db") && !$0.hasPrefix("office.db.new") }
    return trace.map { data.appending(path: $0) }
  }

  private static func all(_ snapshots: SnapshotFolder, at now: Date) throws(OpeningError) -> [Snapshot] {
    do {
      return try snapshots.snapshots(at: now)
    } catch {
      throw .cannotUse(snapshots.url.path(percentEncoded: false), reason: "\(error)")
    }
  }
}
