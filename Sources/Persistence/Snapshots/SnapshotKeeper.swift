public import Foundation
import GRDB
public import OfficeActor

/// Takes snapshots of an office that is open, and removes those that are no longer kept.
///
/// Nobody's booking waits for it: between two commits it only begins to read. Copying and verifying are done on
/// another connection and another thread.
public actor SnapshotKeeper {
  private let folder: SnapshotFolder
  private let rotation: SnapshotRotation
  private let state: OfficeState
  private let database: OfficeDatabase
  private let now: @Sendable () -> Date
  private let isClockBelieved: @Sendable () -> Bool
  private let executor = BlockingExecutor(label: "snapshots")

  /// A keeper of the snapshots in a folder.
  ///
  /// - Parameter isClockBelieved: whether snapshots may be removed by the clock.
  public init(
    folder: SnapshotFolder, rotation: SnapshotRotation, state: OfficeState, database: OfficeDatabase,
    now: @escaping @Sendable () -> Date, isClockBelieved: @escaping @Sendable () -> Bool = { true }
  ) {
    self.folder = folder
    self.rotation = rotation
    self.state = state
    self.database = database
    self.now = now
    self.isClockBelieved = isClockBelieved
  }

  /// Executor of the actor: a thread of its own, because SQLite blocks.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Takes a snapshot, which is verified when this returns.
  ///
  /// - Throws: what kept the snapshot from being written or verified; none is left behind.
  @discardableResult
  public func take() async throws -> Snapshot {
    let now = now()
    let (office, source) = try await state.betweenCommits { [database] in
      ($0, try database.pool.makeSnapshot())
    }
    let snapshot = try folder.write(rules: office.rules, seats: office.seats, at: now) { copy in
      try source.read { try $0.backup(to: copy) }
      return office
    }
    try source.close()
    if isClockBelieved() { try folder.rotate(rotation, at: now) }
    return snapshot
  }

  /// Takes a snapshot that no rotation removes, for a moment; done again for the same moment it does nothing.
  ///
  /// - Throws: what kept the snapshot from being written or verified; none is left behind.
  public func keep(for moment: Date) async throws {
    guard try folder.canKeep(for: moment) else { return }
    try folder.keep(try await take(), for: moment)
  }
}
