import Foundation
import Sandbox
import Testing

@Suite("A seat that becomes free", .timeLimit(.minutes(30)))
struct OfferTests {
  /// Anna has the only seat of tomorrow, Boris waits for it; then she cancels and he is asked.
  private func offered(
    _ time: OfficeTime,
    _ body: @Sendable @escaping (BotUnderTest, _ anna: Person, _ boris: Person) async throws -> Void
  ) async throws {
    try await BotUnderTest.journey(in: time.office(seats: 1)) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.books(1)
      try await boris.opensDay()
      try await boris.taps("Приду без места", sees: "без места")
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      try await anna.taps("Да, отменить", sees: "Отменено")
      let offer = try await boris.sees("освободилось место 1 (Окно)")
      #expect(offer.text.hasPrefix("\(day.onButton) "))
      try await bot.knowsThatAllIsDelivered()
      try await body(bot, anna, boris)
    }
  }

  @Test("is taken by the one it is offered to, and nobody else")
  func accepted() async throws {
    try await offered(try OfficeTime()) { _, anna, boris in
      let floor = try await anna.writes("/book", sees: "На какой день?")
      #expect(floor.labels.joined().compactMap(OfferedDay.init(label:)).dropFirst().first?.free == 0)
      try await boris.taps("Занять место 1", sees: "место 1")
      #expect(try await boris.bookings().count == 1)
    }
  }

  @Test("stays free when it is declined, also over a kill in between")
  func declined() async throws {
    try await offered(try OfficeTime()) { bot, anna, boris in
      try await bot.handlesEverything()
      try await bot.kill()
      try await bot.start()
      try await boris.taps("Спасибо, не нужно", sees: "больше ничего не предложу")
      try await anna.books(1)
    }
  }

  @Test("is free again when nobody answers in time; a late answer says so")
  func ranOut() async throws {
    let time = try OfficeTime()
    try await offered(time) { bot, anna, boris in
      let offer = try #require(try await boris.chat.last)
      let take = try #require(offer.button("Занять место 1")?.data)
      try await bot.handlesEverything()
      bot.sandbox.advance(by: .seconds(31 * 60))
      try await boris.sees("Время вышло: место 1 на")
      try await boris.sees("за вами больше не держу")
      try await anna.books(1)
      // It no longer asks; a tap that was on its way is answered.
      try await boris.waits(for: "the offer without buttons") { view in
        view.messages.contains { $0.id == offer.id && $0.keyboard == nil }
      }
      _ = try await boris.answer(to: try await boris.startTap(data: take, on: offer.id))
      #expect(try await boris.bookings().isEmpty)
    }
  }
}
