import Foundation
import Logging
import OfficeActor
import OfficeConfiguration
import Persistence

extension Bot {
  /// Opens the office, from its newest good snapshot if the database is damaged or missing.
  func openOffice(
    _ snapshots: SnapshotFolder, at now: Date
  ) async throws -> (OfficeDatabase, OfficeDatabase.Loaded) {
    let opened = try await OfficeDatabase.open(
      in: configuration.data, recoveringFrom: snapshots, rules: configuration.rules,
      seats: configuration.seats, at: now
    ) { snapshot, error in
      logger.warning(
        "a snapshot is no good; an older one is tried",
        metadata: ["snapshot": "\(snapshot.url.path(percentEncoded: false))", "error": "\(error)"])
    }
    if let recovery = opened.recovery {
      logger.error(
        "the office was restored from a snapshot; what happened since may be lost",
        metadata: [
          "reason": "\(recovery.reason)",
          "snapshot": "\(recovery.snapshot.url.path(percentEncoded: false))",
          "lost_from": "\(recovery.snapshot.takenAt.ISO8601Format())",
          "lost_through": "\(now.ISO8601Format())",
          "moved_to": "\(recovery.movedTo.map { $0.path(percentEncoded: false) }.joined(separator: ", "))",
        ])
    }
    return (opened.database, opened.loaded)
  }
}
