import TestSupport

/// How people's work ends, and what happens before the bot is started again.
enum Round: String, CaseIterable, Sendable {
  /// Killed.
  case kill
  /// Killed, and once more before it has come up again.
  case killAsItStarts = "kill as it starts"
  /// Killed after a snapshot that was taken while people went on.
  case snapshot
  /// Killed in the middle of a snapshot: of the one that it writes when it is asked to end, or of the one that
  /// `officebot snapshot` takes beside it, which is killed too.
  case snapshotInterrupted = "snapshot interrupted"
  /// Its database is damaged or gone: it restores the newest snapshot by itself.
  case restoredByItself = "restored by itself"
  /// Somebody restores the newest snapshot.
  case restoredByCommand = "restored by command"
  /// Somebody restores the newest snapshot, and that is killed in the middle.
  case restoreInterrupted = "restore interrupted"
  /// The disk is full, then has space again.
  case fullDisk = "full disk"
  /// Killed while the disk is full.
  case killOnFullDisk = "kill on a full disk"

  var needsSmallDisk: Bool { self == .fullDisk || self == .killOnFullDisk }

  /// So many rounds: each of those that are possible here comes equally often, in an order by chance.
  static func sequence(_ count: Int, by chance: inout SeededRandom) -> [Round] {
    let possible = allCases.filter { SmallDisk.isPermitted || !$0.needsSmallDisk }
    var rounds: [Round] = []
    while rounds.count < count { rounds += possible.shuffled(using: &chance) }
    return Array(rounds.prefix(count))
  }
}
