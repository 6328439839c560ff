import Foundation

/// Snapshots that no rotation removes: «kept-20261125T090000Z.sqlite». An operator does, when they are not needed
/// any more.
extension SnapshotFolder {
  /// More of them are not made: a clock that jumps all the time must not fill the disk.
  static let keptMax = 10

  /// Whether none is kept for a moment yet, and there is room for one more.
  func canKeep(for moment: Date) throws -> Bool {
    guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else { return true }
    let kept = try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))
      .filter { $0.hasPrefix("kept-") && $0.hasSuffix(".sqlite") }
    return kept.count < Self.keptMax && !kept.contains(Self.keptName(moment))
  }

  /// Gives a snapshot a second name, which stays when rotation removes the first.
  func keep(_ snapshot: Snapshot, for moment: Date) throws {
    try Durable.locking(url) {
      try FileManager.default.linkItem(at: snapshot.url, to: url.appending(path: Self.keptName(moment)))
      try Durable.synchronize(url)
    }
  }

  private static func keptName(_ moment: Date) -> String { "kept-\(Snapshot.nameText(moment)).sqlite" }
}
