import Foundation
import GRDB
import Sandbox
import Testing

@Suite("A deadline while nobody can be heard", .timeLimit(.minutes(30)))
struct DeafnessTests {
  /// Something that keeps Telegram's updates from the bot, and what of it is to be seen in the calls.
  struct Deafness: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: Fault

    init(_ what: String, _ fault: Fault) { (testDescription, self.fault) = (what, fault) }
  }

  /// Anna and Boris were asked at noon and reminded at five; it is a minute to seven. (Telegram keeps taps for two and
  /// a half minutes, by the clock that the journey moves.)
  private func atAMinuteToSeven(
    _ time: OfficeTime,
    _ body: @Sendable @escaping (BotUnderTest, _ anna: Person, _ boris: Person) async throws -> Void
  ) async throws {
    let expectations = BotUnderTest.Expectations(refusals: [
      "Internal Server Error: restart",
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ])
    try await BotUnderTest.journey(in: time.office(seats: 2), expecting: expectations, isStarted: false) {
      bot in
      try FileManager.default.createDirectory(at: bot.data, withIntermediateDirectories: true)
      try await bot.start()
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      try await anna.books(1, onDay: 2)
      try await boris.books(2, onDay: 2)
      try await bot.handlesEverything()
      try time.move(to: "12:00", afterDays: 1, in: bot.sandbox)
      for person in [anna, boris] { try await person.sees("Придёте завтра") }
      try await bot.knowsThatAllIsDelivered()
      try time.move(to: "17:00", in: bot.sandbox)
      for person in [anna, boris] { try await person.sees("Напоминаю") }
      try await bot.knowsThatAllIsDelivered()
      try time.move(to: "18:59", in: bot.sandbox)
      try await body(bot, anna, boris)
    }
  }

  /// «Приду», tapped while nobody hears it.
  private func startsToAnswer(_ person: Person) async throws -> Tap.ID {
    let question = try #require(try await person.chat.message(withButton: "Приду"))
    guard case .callback(let data) = try #require(question.button("Приду")).action else {
      throw ChildProcess.Failure(description: "«Приду» is no button of the bot's")
    }
    return try await person.startTap(data: data, on: question.id)
  }

  /// It is past seven and people can be heard again: who answered is kept, who did not has an hour more.
  private func hearsAndWaits(
    _ bot: BotUnderTest, _ time: OfficeTime, _ anna: Person, _ boris: Person
  ) async throws {
    try await bot.handlesEverything()
    #expect(try await boris.bookings().count == 1)
    try time.move(to: "19:55", in: bot.sandbox)
    #expect(try await boris.bookings().count == 1)
    try time.move(to: "20:15", in: bot.sandbox)
    try await boris.sees("освободил")
    #expect(try await boris.bookings().isEmpty)
    #expect(try await anna.bookings().count == 1)
  }

  @Test(
    "costs nobody a seat who answered in time, and moves for the others",
    arguments: [
      Deafness("connections break", Fault(.reset)),
      Deafness("Telegram fails", Fault(.internalError)),
      Deafness("another program polls", Fault(.conflict, method: "getUpdates")),
      Deafness("polls are too many", Fault(.tooManyRequests(retryAfter: 1), method: "getUpdates")),
      Deafness("polls hang in silence", Fault(.stall(.seconds(25)), method: "getUpdates")),
    ])
  func deaf(deafness: Deafness) async throws {
    let time = try OfficeTime()
    try await atAMinuteToSeven(time) { bot, anna, boris in
      bot.sandbox.faults.switchOn(deafness.fault)
      await bot.sandbox.endPoll()
      try await bot.waits(for: "the bot to notice") {
        bot.folder.outputText.contains("updates could not be read")
      }
      let tap = try await startsToAnswer(anna)
      try time.move(to: "19:00", in: bot.sandbox)
      // As long as it took to release them, or longer.
      try await Task.sleep(for: .seconds(2))
      #expect(try await bot.bookingsCount() == 2)
      bot.sandbox.faults.switchOff()
      _ = try await anna.answer(to: tap)
      try await hearsAndWaits(bot, time, anna, boris)
    }
  }

  @Test("waits for a process that was stopped, and moves")
  func stopped() async throws {
    let time = try OfficeTime()
    try await atAMinuteToSeven(time) { bot, anna, boris in
      try bot.signal(SIGSTOP)
      let tap = try await startsToAnswer(anna)
      try time.move(to: "19:00", in: bot.sandbox)
      try await Task.sleep(for: .seconds(1))
      try bot.signal(SIGCONT)
      _ = try await anna.answer(to: tap)
      try await hearsAndWaits(bot, time, anna, boris)
    }
  }

  @Test(
    "moves when the disk was full, and who could not answer then can still",
    .enabled(if: SmallDisk.isPermitted, "mounting a small file system is not permitted here"))
  func fullDisk() async throws {
    let time = try OfficeTime()
    try await atAMinuteToSeven(time) { bot, anna, boris in
      try await bot.stop()
      try await SmallDisk.carrying(bot.data) { disk in
        try await bot.start()
        #expect(try await anna.bookings().count == 1)
        try await bot.handlesEverything()
        try disk.fill()
        let tap = try await startsToAnswer(anna)
        #expect(try await anna.answer(to: tap).text?.contains("Не получилось сохранить") == true)
        try time.move(to: "19:00", in: bot.sandbox)
        try await Task.sleep(for: .seconds(2))
        #expect(try await bot.bookingsCount() == 2)
        try disk.empty()
        try await Task.sleep(for: .seconds(10))
        #expect(try await bot.bookingsCount() == 2)
        try await anna.tap("Приду")
        try await hearsAndWaits(bot, time, anna, boris)
        try await bot.stop()
      }
    }
  }
}

@Suite("A clock that goes wrong", .timeLimit(.minutes(30)))
struct WrongClockTests {
  @Test("ahead by months at a start removes nothing for an hour; a snapshot is kept, and admins are told")
  func monthsAhead() async throws {
    let time = try OfficeTime()
    try await BotUnderTest.journey(in: time.office(seats: 2)) { bot in
      let (admin, anna) = (try await bot.admin(), try await bot.anna())
      try await anna.books(1, onDay: 2)
      try await bot.handlesEverything()
      try await bot.stop()
      bot.sandbox.advance(by: .seconds(100 * 86_400))
      try await bot.start()
      try await admin.sees("Часы сервера показывают")
      #expect(try await bot.bookingsCount() == 1)
      let kept = try FileManager.default.contentsOfDirectory(
        atPath: bot.folder.root.appending(path: "snapshots").path
      ).filter { $0.hasPrefix("kept-") }
      #expect(kept.count == 1)

      // Another start in that hour is no reason to believe it, nor to tell it again.
      try await bot.stop()
      try await bot.start()
      try await bot.waits(for: "the clock to be doubted again") {
        bot.folder.outputText.components(separatedBy: "the clock is not believed").count == 3
      }
      #expect(try await bot.bookingsCount() == 1)
      bot.sandbox.advance(by: .seconds(3_700))
      try await bot.waits(for: "the cleanup") { try await bot.bookingsCount() == 0 }
      #expect(try await admin.chat.messages.count { $0.text.contains("Часы сервера") } == 1)
    }
  }

  @Test("a minute ahead and back stops nothing")
  func backAndForth() async throws {
    let time = try OfficeTime()
    try await BotUnderTest.journey(in: time.office(seats: 2)) { bot in
      let anna = try await bot.anna()
      try await anna.books(1, onDay: 2)
      let ahead = Int(time.clock.ahead.rounded())
      for other in [ahead + 70, ahead] {
        try Data("\(other)\n".utf8).write(to: time.file, options: .atomic)
        try await Task.sleep(for: .seconds(1))
      }
      try time.move(to: "12:00", afterDays: 1, in: bot.sandbox)
      try await anna.sees("Придёте завтра")
      try await bot.knowsThatAllIsDelivered()
      try time.move(to: "19:01", in: bot.sandbox)
      try await anna.sees("освободил")
    }
  }
}

extension BotUnderTest {
  /// How many bookings the office has stored, whether or not the bot can be asked.
  fileprivate func bookingsCount() async throws -> Int {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let queue = try DatabaseQueue(
      path: data.appending(path: "office.db").path, configuration: configuration)
    defer { try? queue.close() }
    return try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM booking") ?? 0 }
  }
}
