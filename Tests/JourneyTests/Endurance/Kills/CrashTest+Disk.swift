import Testing

extension CrashTest {
  /// The disk takes nothing for a while.
  ///
  /// - Parameter isKilled: the bot is killed before there is space again.
  func fillDisk(thenKill isKilled: Bool) async throws {
    try await workAndKill()
    try await SmallDisk.carrying(bot.data) { disk in
      try await start()
      try disk.fill()
      try await work {
        let refused = await sum { await $0.unsavedCount }
        try await bot.waits(for: "refusals") { [people] in
          await sum { await $0.unsavedCount } >= refused + people.count
        }
        if isKilled { return try await bot.kill() }
        let done = await sum { await $0.acknowledged.count }
        try disk.empty()
        try await bot.waits(for: "something that is saved") {
          await sum { await $0.acknowledged.count } > done
        }
      }
      if isKilled {
        try await expectDurable()
        try disk.empty()
      } else {
        // What was refused stays undone, without a start that would set everything right.
        try await bot.handlesEverything()
        for person in people { try await person.isCertain() }
        try await expectNoMistakes(in: StoredOffice(in: bot.data, from: firstDay))
        try await workAndKill()
      }
    }
  }
}
