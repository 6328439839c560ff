import Foundation
import Testing

extension CrashTest {
  /// One is taken while people go on, and is whole.
  func takeSnapshot() async throws {
    let written = try await expectGoodSnapshots {
      try await workAndKill {
        let begun = ContinuousClock.now
        let (exit, output) = try await bot.run(["snapshot"])
        #expect(exit == .status(0), "\(output), \(place)")
        snapshotTakes = begun.duration(to: .now)
      }
    }
    #expect(written == 1)
  }

  func interruptSnapshot() async throws {
    let delay = time(upTo: snapshotTakes)
    let isOfCommand = Bool.random(using: &chance)
    try await expectGoodSnapshots {
      if isOfCommand {
        try await workAndKill { try await bot.killCommand(["snapshot"], after: delay) }
      } else {
        try await work {
          try bot.signal(SIGTERM)
          try await Task.sleep(for: delay)
          try bot.signal(SIGKILL)
          #expect([.signal(SIGKILL), .status(0)].contains(try await bot.exit()), "\(place)")
        }
        try await expectDurable()
      }
    }
  }

  /// Does something during which snapshots may be taken, and looks into those that were.
  @discardableResult
  func expectGoodSnapshots(_ body: () async throws -> Void) async throws -> Int {
    let before = try bot.snapshotsWritten()
    var done: [Int] = []
    for person in people { done.append(await person.acknowledged.count) }
    try await body()
    let written = try bot.snapshotsWritten().filter { before[$0.key] != $0.value }
    var mistakes: [String] = []
    for file in written.keys {
      let snapshot = try StoredOffice(file: file, from: firstDay)
      for (person, done) in zip(people, done) {
        mistakes += await person.mistakes(inSnapshot: snapshot, with: done)
      }
    }
    #expect(mistakes == [], "in the snapshot of \(place)")
    figures.snapshots += written.count
    return written.count
  }

  // MARK: Restoring

  /// The database is damaged or gone when the bot starts.
  func loseDatabase() async throws {
    try await workAndKill()
    let loss = RecoveryTests.Loss.allCases.randomElement(using: &chance) ?? .removed
    try loss.happen(to: bot.data.appending(path: "office.db"))
    try await goBack(to: StoredOffice(file: bot.newestSnapshot(), from: firstDay))
    let recoveries = bot.recoveries
    try await start(isRestoring: true)
    #expect(bot.recoveries == recoveries + 1, "\(loss), \(place)")
  }

  func restore() async throws {
    try await workAndKill()
    let file = try bot.newestSnapshot()
    let (exit, output) = try await bot.run(["restore", file.path])
    #expect(exit == .status(0), "\(output), \(place)")
    let snapshot = try StoredOffice(file: file, from: firstDay)
    #expect(try StoredOffice(leftIn: bot.data, from: firstDay) == snapshot, "\(place)")
    try await goBack(to: snapshot)
  }

  func interruptRestore() async throws {
    try await workAndKill()
    let file = try bot.newestSnapshot()
    try await bot.killCommand(["restore", file.path], after: time(upTo: snapshotTakes))
    let snapshot = try StoredOffice(file: file, from: firstDay)
    // It leaves the old one, the new one, or none, and then the start restores the snapshot.
    let isThere = FileManager.default.fileExists(atPath: bot.data.appending(path: "office.db").path)
    if isThere, case let stored = try StoredOffice(leftIn: bot.data, from: firstDay), stored != snapshot {
      try await expectNoMistakes(in: stored)
    } else {
      try await goBack(to: snapshot)
    }
    try await start(isRestoring: !isThere)
  }

  private func goBack(to snapshot: StoredOffice) async throws {
    figures.restores += 1
    for person in people { figures.lost += await person.goBack(to: snapshot) }
    // Hundreds of them would fill the disk.
    for file in try bot.replacedDatabases() { try FileManager.default.removeItem(at: file) }
  }
}
