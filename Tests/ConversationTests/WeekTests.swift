import Foundation
import OfficeActor
import Testing

@testable import Conversation

@Suite("My week")
struct WeekTests {
  private let today = Dialogue.today
  private let anna = Dialogue.employee

  /// Anna came on Mondays, Tuesdays and Thursdays of the past three weeks, to seat 2.
  private func regular() throws -> Dialogue {
    try Dialogue(of: anna) { office, zone in
      for week in 1...3 {
        let monday = Dialogue.today + (-1 - 7 * week)
        for day in [monday, monday + 1, monday + 3] {
          _ = try office.perform(
            .book(Seat.ID("2"), on: day), by: .person(Dialogue.employee),
            at: (day + -1).start(in: zone).addingTimeInterval(36_000))
        }
      }
    }
  }

  @Test("the usual week takes one tap from the menu")
  func usualWeek() throws {
    var dialogue = try regular()
    let label = try #require(
      dialogue.labels.first { $0.hasPrefix("Как обычно: ") && $0.contains(",") && $0.contains("·") })
    try dialogue.tap(label)
    #expect(dialogue.text.hasPrefix("Забронировано: "))
    #expect(dialogue.text.contains("чт 26 ноября — место 2"))
  }

  @Test("any days take as many taps and three more, and the answer has a line for each")
  func severalDays() throws {
    var dialogue = try Dialogue(of: anna)
    try dialogue.taps("Моя неделя", "Несколько дней", "☐ чт 26", "☐ пт 27", "Забронировать 2 дня")
    #expect(dialogue.text.hasPrefix("Забронировано: 2 дня"))
    #expect(dialogue.text.contains("чт 26 ноября") && dialogue.text.contains("пт 27 ноября"))
    #expect(dialogue.office.bookings(on: today + 2).booking(ownedBy: Employee.ID(rawValue: 1)) != nil)
    #expect(dialogue.office.bookings(on: today + 3).booking(ownedBy: Employee.ID(rawValue: 1)) != nil)
  }

  @Test("what is ticked survives in the chat's memory, a seat can be typed, and «Всю неделю» ticks the rest")
  func ticks() throws {
    var dialogue = try Dialogue(of: anna)
    try dialogue.taps("Моя неделя", "Несколько дней", "☐ чт 26")
    #expect(dialogue.labels.contains { $0.hasPrefix("☑ чт 26") })
    dialogue.act(.text("место 2"))
    #expect(dialogue.labels.contains("Место: 2") && dialogue.labels.contains("☐ Только это место"))
    try dialogue.taps("Всю неделю")
    #expect(dialogue.labels.filter { $0.hasPrefix("☑") }.count >= 3)
    try dialogue.taps("☑ чт 26")
    #expect(dialogue.labels.contains { $0.hasPrefix("☐ чт 26") })
  }

  @Test("after a booking, «Ещё дни с местом» offers the days on which the seat is free")
  func moreDays() throws {
    var dialogue = try Dialogue(of: anna)
    dialogue.act(.text("пт 2"))
    try dialogue.taps("Ещё дни с местом 2")
    #expect(!dialogue.labels.contains { $0.contains("ср 25") || $0.contains("пт 27") })
    try dialogue.taps("☐ чт 26", "Забронировать 1 день")
    #expect(dialogue.text.contains("чт 26 ноября — место 2"))
  }

  @Test("a plan for Monday to Thursday at the usual seat takes six taps, at another one ten")
  func plan() throws {
    var usual = try regular()
    try usual.taps("Моя неделя", "Мои дни", "☐ пн", "☐ вт", "☐ ср", "☐ чт")
    let plan = try #require(usual.office.plan(of: Employee.ID(rawValue: 1)))
    #expect(plan.weekdays == [.mon, .tue, .wed, .thu])
    #expect(plan.days[.wed]?.seat == Seat.ID("2"))
    var new = try Dialogue(of: anna)
    try new.taps("Моя неделя", "Мои дни", "☐ пн", "Любое", "☐ вт", "Любое", "☐ ср", "Любое", "☐ чт", "Любое")
    #expect(new.office.plan(of: Employee.ID(rawValue: 1))?.weekdays == [.mon, .tue, .wed, .thu])
    try new.taps("☑ вт · любое")
    new.act(.text("2"))
    try new.taps("☑ вт · 2", "На все мои дни", "Пауза", "Включить")
    #expect(new.office.plan(of: Employee.ID(rawValue: 1))?.days[.thu]?.seat == Seat.ID("2"))
  }

  @Test("a plan books the days that are open in one tap, too")
  func openDays() throws {
    var dialogue = try regular()
    try dialogue.taps("Моя неделя", "Мои дни", "☐ чт", "Занять и дни, что уже открыты")
    #expect(dialogue.text.contains("чт 26 ноября — место 2") && dialogue.text.contains("чт 3 декабря"))
  }

  @Test("being away takes five taps by the calendar and three with it typed, and is taken back in one")
  func away() throws {
    var tapped = try Dialogue(of: anna)
    try tapped.taps("Моя неделя", "Меня не будет", "ср 25", "пт 27", "Да, меня не будет")
    #expect(tapped.text.hasPrefix("Записал: вас не будет с ср 25 ноября по пт 27 ноября."))
    #expect(tapped.office.bookings(on: today + 1).booking(ownedBy: Employee.ID(rawValue: 1)) == nil)
    try tapped.taps("Вернуть")
    #expect(tapped.text.hasPrefix("Вы снова в офисе."))
    var typed = try Dialogue(of: anna)
    try typed.taps("Моя неделя", "Меня не будет")
    typed.act(.text("1–5.12"))
    try typed.taps("Да, меня не будет")
    #expect(typed.text.hasPrefix("Записал: вас не будет с вт 1 декабря по сб 5 декабря."))
    typed.act(.text("ср 2"))
    typed.act(.text("2 декабря 1"))
    #expect(typed.text.hasPrefix("Вы указали, что вас не будет до сб 5 декабря."))
    #expect(typed.labels.contains { $0.hasPrefix("Закончить:") })
  }

  @Test(
    "a span is understood as people write it",
    arguments: [
      ("до 10 декабря", "2026-11-24", "2026-12-10"), ("1–5.12", "2026-12-01", "2026-12-05"),
      ("завтра", "2026-11-25", "2026-11-25"), ("с 1 по 5 декабря", "2026-12-01", "2026-12-05"),
      ("1-5 декабря", "2026-12-01", "2026-12-05"), ("1.12-5.12", "2026-12-01", "2026-12-05"),
      ("с 28 ноября по 3 декабря", "2026-11-28", "2026-12-03"),
      ("until 10 December", "2026-11-24", "2026-12-10"),
      ("from 1 to 5 December", "2026-12-01", "2026-12-05"), ("пт", "2026-11-27", "2026-11-27"),
    ])
  func spans(text: String, from: String, through: String) throws {
    let span = try #require(TypedSpan(text, today: today))
    #expect(span.from.iso == from && span.through.iso == through)
  }

  @Test("nothing else is a span", arguments: ["", "скоро", "5–1.12", "с утра до вечера", "12"])
  func noSpans(text: String) {
    #expect(TypedSpan(text, today: today) == nil)
  }

  @Test("what was cancelled is given back in one tap")
  func undo() throws {
    var dialogue = try Dialogue(of: anna)
    dialogue.act(.text("чт 2"))
    try dialogue.taps("Отменить", "Да, отменить", "Вернуть место 2")
    #expect(dialogue.text.hasPrefix("Вернул: чт 26 ноября, место 2"))
    #expect(dialogue.office.bookings(on: today + 2).booking(of: Seat.ID("2")) != nil)
  }
}
