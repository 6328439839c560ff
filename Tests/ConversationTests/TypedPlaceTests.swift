import OfficeActor
import Testing

@testable import Conversation

@Suite("What is typed for days and seats")
struct TypedPlaceTests {
  /// Tuesday, 24 November 2026.
  private let today = Dialogue.today

  @Test(
    "is understood in both languages, with and without the day, and on the wrong keyboard",
    arguments: [
      ("завтра 12", "2026-11-25", "12"), ("Завтра, 12", "2026-11-25", "12"),
      ("послезавтра", "2026-11-26", nil),
      ("вт", "2026-11-24", nil), ("в среду", "2026-11-25", nil), ("вт 1", "2026-12-01", nil),
      ("вт 12", "2026-11-24", "12"), ("1 декабря", "2026-12-01", nil),
      ("на 1 декабря место a-3", "2026-12-01", "a-3"),
      ("1.12", "2026-12-01", nil), ("01.12.2026 5", "2026-12-01", "5"), ("5 января", "2027-01-05", nil),
      ("24 ноября", "2026-11-24", nil), ("2026-11-30 7", "2026-11-30", "7"), ("место 12", nil, "12"),
      ("№ 12", nil, "12"), ("№12", nil, "12"), ("12", nil, "12"), ("место 12 завтра", "2026-11-25", "12"),
      ("tomorrow 12", "2026-11-25", "12"), ("Tue", "2026-11-24", nil), ("1 December", "2026-12-01", nil),
      ("December 1", "2026-12-01", nil), ("seat 12", nil, "12"), ("on Friday seat A-3", "2026-11-27", "a-3"),
      ("pfdnhf 12", "2026-11-25", "12"), ("ещьщккщц 12", "2026-11-25", "12"), ("vtcnj 12", nil, "12"),
      ("ср 25 ноября", "2026-11-25", nil), ("Wed 25 November", "2026-11-25", nil),
    ] as [(String, String?, String?)])
  func understood(text: String, day: String?, seat: String?) throws {
    let place = try #require(TypedPlace(text, today: today))
    #expect(place.day?.iso == day)
    #expect(place.seat == seat)
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "привет", "Смирнова", "Иван 5 Петров", "завтра утром", "32 декабря", "место", "12 13", "спасибо!",
      "30 февраля", "a b c d e f g",
    ])
  func nothingElse(text: String) {
    #expect(TypedPlace(text, today: today) == nil)
  }

  @Test("leads from anywhere to the day, to the seat, or books both")
  func fromAnywhere() throws {
    var dialogue = try Dialogue(of: Dialogue.employee)
    dialogue.act(.text("чт"))
    #expect(dialogue.screen.caption.plain.hasPrefix("чт 26 ноября"))
    dialogue.act(.command(.help))
    dialogue.act(.text("место а-3"))
    #expect(dialogue.screen.caption.plain.hasPrefix("Место A-3: на какой день?"))
    dialogue.act(.text("пятница 2"))
    #expect(dialogue.screen.caption.plain.contains("Забронировано: пт 27 ноября, место 2"))
    dialogue.act(.text("место 99"))
    #expect(dialogue.screen.caption.plain.hasPrefix("Места «99» нет."))
  }
}
