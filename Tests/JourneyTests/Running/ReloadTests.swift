import Foundation
import OfficeActor
import Sandbox
import Testing

@Suite("A configuration changed while the bot runs", .timeLimit(.minutes(30)))
struct ReloadTests {
  @Test("counts from the SIGHUP on, as far as it can, and the log names what needs a restart")
  func reload() async throws {
    let time = try OfficeTime()
    let setup = time.office(seats: 2)
    try await BotUnderTest.journey(in: setup) { bot in
      let (admin, anna) = (try await bot.admin(), try await bot.anna())
      let asked = try await anna.books(1, onDay: 2)
      let closed = try await anna.books(1, onDay: 3)
      let moscow = try #require(TimeZone(identifier: "Europe/Moscow"))
      let today = Day(containing: time.clock.now, in: moscow)

      var other = setup
      other.office = "{ name: Другой, booking_window_days: 5, closed_days: [\((today + 3).iso)] }"
      other.seats = 3
      other.more = "attendance: { ask_at: \"11:00\" }"
      try bot.folder.write(other.configuration(apiURL: try await bot.sandbox.url), to: "config/office.yaml")
      try bot.signal(SIGHUP)
      try await bot.waits(for: "the line that names what waits") {
        bot.folder.outputText.contains(#""keys":"office.name, seats""#)
      }
      let applied = #""applied":"office.booking_window_days, office.closed_days, attendance""#
      #expect(bot.folder.outputText.contains(applied))

      // As at a start, admins hear of bookings on a day that is closed now.
      try await admin.sees("По настройкам офис \(closed.onButton) ")
      let calendar = try await anna.writes("/book", sees: "На какой день?")
      let open = calendar.labels.joined().compactMap(OfferedDay.init(label:))
      #expect(open.count == 4, "five days, one of them closed")
      try await anna.writes("/menu", sees: "Смирнова")
      try time.move(to: "11:00", afterDays: 1, in: bot.sandbox)
      try await anna.sees("Придёте завтра, \(asked.onButton) ")

      // A file with mistakes changes nothing, and each is told.
      try bot.folder.write("admins: [1]\nofice: {}\nseats: none\n", to: "config/office.yaml")
      try bot.signal(SIGHUP)
      try await bot.waits(for: "the mistakes to be told") {
        let text = bot.folder.outputText
        return text.contains(#""mistakes":"2""#) && text.contains("ofice: is not a key")
          && text.contains("seats: expected a list")
      }
      try await admin.writes("/admin", sees: "Сотрудников:")
    }
  }
}
