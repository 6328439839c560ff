import Foundation
import Sandbox
import Testing

@Suite("Are you coming tomorrow?", .timeLimit(.minutes(30)))
struct AttendanceTests {
  /// On day 0 Anna and Boris take seats for day 2; on day 1 at noon both are asked.
  private func asked(
    _ time: OfficeTime,
    _ body: @Sendable @escaping (BotUnderTest, _ anna: Person, _ boris: Person) async throws -> Void
  ) async throws {
    try await BotUnderTest.journey(in: time.office(seats: 2)) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.books(1, onDay: 2)
      try await boris.books(2, onDay: 2)
      try await bot.handlesEverything()
      try time.move(to: "12:00", afterDays: 1, in: bot.sandbox)
      for person in [anna, boris] { try await person.sees("Придёте завтра, \(day.onButton) ") }
      try await bot.knowsThatAllIsDelivered()
      try await body(bot, anna, boris)
    }
  }

  @Test("Whoever says «Приду» keeps the seat; silence costs it, after a reminder, and it can be taken again")
  func wholeDay() async throws {
    let time = try OfficeTime()
    try await asked(time) { bot, anna, boris in
      try await anna.taps("Приду", sees: "Спасибо! Место")
      // A restart asks nobody again.
      try await bot.stop()
      try await bot.start()
      try time.move(to: "17:00", in: bot.sandbox)
      try await boris.sees("Напоминаю")
      try time.move(to: "19:00", in: bot.sandbox)
      try await boris.sees("освободил")
      #expect(try await boris.chat.messages.count { $0.text.contains("Придёте завтра") } == 2)
      #expect(try await anna.chat.messages.count { $0.text.contains("Придёте завтра") } == 0)
      try await boris.taps("Снова занять место 2", sees: "Забронировано")
      #expect(try await boris.bookings().count == 1)
      #expect(try await anna.bookings().count == 1)
    }
  }

  @Test("«Не приду» gives the seat away at once")
  func no() async throws {
    let time = try OfficeTime()
    try await asked(time) { _, anna, boris in
      try await anna.taps("Не приду", sees: "Отменено")
      #expect(try await anna.bookings().isEmpty)
      let day = try await boris.opensDay(1)
      #expect(day.free == 1)
    }
  }

  @Test("After a stop over the deadline, answers that waited count first, and silence has an hour more")
  func stoppedOverTheDeadline() async throws {
    let time = try OfficeTime()
    try await asked(time) { bot, anna, boris in
      try await bot.handlesEverything()
      try await bot.stop()
      try time.move(to: "20:00", in: bot.sandbox)
      let question = try #require(try await anna.chat.last)
      let data = try #require(question.button("Приду")?.data)
      let tap = try await anna.startTap(data: data, on: question.id)
      try await bot.start()
      _ = try await anna.answer(to: tap)
      let reminder = try await boris.sees("Напоминаю")
      try await bot.handlesEverything()
      try time.move(to: "20:40", in: bot.sandbox)
      #expect(try await boris.bookings().count == 1)
      try time.move(to: "21:30", in: bot.sandbox)
      try await boris.sees("освободил")
      // «Приду» after the release takes the same seat again.
      let late = try #require(reminder.button("Приду")?.data)
      _ = try await boris.answer(to: try await boris.startTap(data: late, on: reminder.id))
      #expect(try await boris.bookings().count == 1)
      #expect(try await anna.bookings().count == 1)
    }
  }
}
