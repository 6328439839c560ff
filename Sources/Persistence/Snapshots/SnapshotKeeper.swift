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
  private let executor = BlockingExecutor(label: "snapshots")

  /// A keeper of the snapshots in a folder.
  public init(
    folder: SnapshotFolder, rotation: SnapshotRotation, state: OfficeState, database: OfficeDatabase,
    now: @escaping @Sendable () -> Date
  ) {
    self.folder = folder
    self.rotation = rotation
    self.state = state
    self.database = database
    self.now = now
  }

  /// Where the actor's work is done.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Takes a snapshot, which is verified when this returns.
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
    try folder.rotate(rotation, at: now)
    return snapshot
  }
}
