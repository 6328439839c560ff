import Foundation
import Sandbox
import Testing

@Suite("Refusals say what is the case and what can be done", .timeLimit(.minutes(30)))
struct RefusalTests {
  @Test("A guest's taken seat, a second guest of one name, and a name too long or empty")
  func guests() async throws {
    try await BotUnderTest.journey { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.invites("Иван")
      let stale = try await anna.data(of: "2")
      try await boris.books(2)
      let taken = try await anna.tap(data: stale.data, on: stale.message)
      #expect(taken.text?.hasPrefix("Место 2 на \(day.onButton) ") == true)
      let floor = try await anna.sees("занято: Волков Борис Андреевич. Свободны: 1, 3, 4")
      #expect(floor.text.contains("Гость: Иван"))
      #expect(!floor.labels.joined().contains("2"))
      try await anna.taps("3", sees: "Забронировано")

      try await anna.invites("Иван")
      let again = try await anna.taps("4", sees: "Для этого гостя уже есть бронь: \(day.onButton) ")
      #expect(again.text.contains("место 3 (Окно), гость: Иван. Второго гостя назовите иначе."))

      try await anna.writes("/guest", sees: "Кого пригласить?")
      try await anna.writes(
        String(repeating: "я", count: 65), sees: "Имя гостя слишком длинное: нужно не больше 64 символов.")
      try await anna.writes("\u{00AD}", sees: "Имя гостя пустое.")
      try await anna.writes(String(repeating: "я", count: 64), sees: "На какой день?")
    }
  }

  @Test("«Приду без места» when a seat is free again names it and has its button")
  func seatIsFree() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(seats: 1)) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      try await anna.books(1)
      let day = try await boris.opensDay()
      try await boris.sees("Все места заняты")
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      try await anna.taps("Да, отменить", sees: "Отменено:")
      let refused = try await boris.taps("Приду без места", sees: "есть свободные места. Свободны: 1.")
      #expect(refused.text.hasPrefix("На \(day.onButton) "))
      try await boris.taps("1", sees: "Забронировано")
    }
  }

  @Test("Nobody cancels or moves another's booking, whatever the button says")
  func anothersBooking() async throws {
    try await BotUnderTest.journey { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.books(1)
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      let cancel = try await anna.data(of: "Да, отменить")
      let menu = try #require(try await boris.chat.last?.id)
      let answer = try await boris.tap(data: cancel.data, on: menu)
      #expect(
        answer.text
          == "Это чужая бронь: отменить её может только владелец или администратор. Ваши — в «Мои брони».")
      // Her booking's screen is not his to see either.
      let booking = try #require(cancel.data.dropFirst().split(separator: "|").first)
      for data in ["ob\(booking)", "ox\(booking)", "ov\(booking)"] {
        try await boris.tap(data: data, on: menu)
        let view = try await boris.waits(for: "his own bookings") {
          $0.last?.text.hasPrefix("Этой брони больше нет.") == true
        }
        #expect(view.last?.text.contains("место 1") == false)
        try await boris.tap(data: "om", on: menu)
        try await boris.sees("Волков Борис Андреевич")
      }
      try await boris.tap(data: "m\(booking).5|m", on: menu)
      #expect(try await anna.lines() == ["\(day.onButton) · место 1"])
    }
  }

  @Test("A day that cannot be booked and a seat that is nowhere lead to what can be chosen")
  func daysAndSeats() async throws {
    let closed = try Self.isoDay(3)
    var setup = OfficeSetup()
    setup.office = "{ name: Офис, closed_days: [\(closed)] }"
    try await BotUnderTest.journey(in: setup) { bot in
      let anna = try await bot.anna()
      let calendar = try await anna.taps("Забронировать", sees: "На какой день?")
      let shut = try #require(calendar.labels.joined().first { $0.hasSuffix(" · закрыт") })
      let floor = try await anna.taps(shut, sees: "Офис в этот день закрыт.")
      #expect(floor.labels == [["‹ Назад", "Меню"]])

      try await anna.opensDay()
      let tomorrow = try await anna.data(of: "5")
      let number = try #require(
        Int(tomorrow.data.dropFirst().prefix { $0 != "." }, radix: 36), "\(tomorrow.data)")
      let way = try #require(tomorrow.data.split(separator: "|").last)
      for (day, seat, refusal) in [
        (number + 20, "5", "пока не открыт: бронировать можно по "),
        (number - 5, "5", "Этот день уже прошёл"),
        (number + 2, "5", "офис закрыт. Выберите другой день."),
        (number, "99", "Места 99 в офисе больше нет. Выберите другое на плане."),
      ] {
        let answer = try await anna.tap(
          data: "b\(String(day, radix: 36)).\(seat)|\(way)", on: tomorrow.message)
        #expect(answer.text?.contains(refusal) == true)
        let screen = try await anna.sees(refusal)
        let choices = screen.labels.joined()
        #expect(choices.contains(day == number ? "5" : try #require(calendar.labels.first?.first)))
      }
      #expect(try await anna.lines() == [])
    }
  }

  /// ISO, so many days from today in the office's time zone.
  private static func isoDay(_ days: Int) throws -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Moscow"))
    let day = try #require(calendar.date(byAdding: .day, value: days, to: Date()))
    let parts = calendar.dateComponents([.year, .month, .day], from: day)
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }
}
