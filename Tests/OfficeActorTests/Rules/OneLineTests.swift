import TestSupport
import Testing

@testable import OfficeActor

@Suite("What a person typed")
struct OneLineTests {
  @Test(
    "is kept on one line, without what nobody sees",
    arguments: [
      ("Иван\nГрозный", "Иван Грозный"), ("Иван\r\n\r\n12. Пётр", "Иван 12. Пётр"),
      ("Иван\u{2028}Пётр\u{2029}Анна\u{85}Ли\u{B}Ю\u{C}", "Иван Пётр Анна Ли Ю"),
      (" \t Иван \u{A0}\u{3000} Пётр ", "Иван Пётр"), ("Ива\u{0}н\u{7}\u{1B}[31m", "Иван[31m"),
      ("Иван\u{202E}нови\u{202C}", "Иваннови"), ("\u{2066}Иван\u{2069}\u{200F}", "Иван"),
      ("Ива\u{200B}н\u{FEFF}\u{2060}\u{AD}ов", "Иванов"), ("Ив\u{200D}ан\u{200C}", "Иван"),
      ("\u{3164}\u{115F}", ""), (" \u{200B} \n", ""), ("", ""),
      // What belongs to what is seen stays.
      ("Тётя Мотя 👩\u{200D}👩\u{200D}👧🇷🇺👍🏽❤️", "Тётя Мотя 👩\u{200D}👩\u{200D}👧🇷🇺👍🏽❤️"),
      ("שלום עולם", "שלום עולם"), ("علی\u{200C}رضا", "علی\u{200C}رضا"),
      ("e\u{301}\u{302}", "e\u{301}\u{302}"),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}"), ("Ив\u{E0067}ан", "Иван"),
    ])
  func cleaned(typed: String, line: String) {
    #expect(Array(typed.onOneLine.unicodeScalars) == Array(line.unicodeScalars))
  }

  @Test("is the same when it is cleaned again", arguments: 0..<4)
  func again(_: Int) {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let scalars = Array(
      " \n\u{A0}аЁ\u{301}\u{200B}\u{200C}\u{200D}\u{202E}\u{FE0F}👩🏴\u{E0067}\u{E007F}ע\u{AD}\u{7}"
        .unicodeScalars)
    for _ in 0..<2_000 {
      var raw = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        raw.append(scalars[Int.random(in: scalars.indices, using: &random)])
      }
      let line = String(raw).onOneLine
      #expect(Array(line.onOneLine.unicodeScalars) == Array(line.unicodeScalars), "seed \(seed)")
    }
  }

  @Test("as a guest's name stands on one line of every list, and so does one that was stored before")
  func guests() throws {
    #expect(GuestName(" Иван\nГрозный ")?.text == "Иван Грозный")
    #expect(GuestName("\u{202E}\n\u{200B}") == nil)
    #expect(GuestName.stored("Иван\nГрозный")?.text == "Иван Грозный")
    #expect(GuestName.stored("\u{7}")?.text == "?")
    #expect(GuestName.stored("") == nil)
  }

  @Test("as a reason is one line of two hundred code points at the most")
  func reasons() {
    #expect(Reason(" ремонт\n\nАдминистратор отменил\u{202E} ").text == "ремонт Администратор отменил")
    #expect(Reason(String(repeating: "я", count: 200)).text.count == 200)
    #expect(Reason(String(repeating: "я", count: 201)).text == String(repeating: "я", count: 199) + "…")
    #expect(Reason("\u{200B}\n").isEmpty)
    // What is logged as a whole gives none away.
    let closure = SeatClosure(seat: "1", from: .today, through: nil, reason: "ремонт")
    #expect(!"\(closure)".contains("ремонт") && !String(reflecting: closure).contains("ремонт"))
  }
}
