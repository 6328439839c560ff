import Foundation
import TestSupport
import Testing

@testable import OfficeActor

@Suite("A name on the office's list")
struct EmployeeNameTests {
  @Test(
    "is trimmed, its spaces collapsed, its characters composed",
    arguments: [
      ("Смирнова Анна", "Смирнова Анна"),
      ("  Смирнова   Анна ", "Смирнова Анна"),
      ("\tСмирнова\r\n\nАнна\u{2028}", "Смирнова Анна"),
      ("Смирнова\u{A0}\u{2009}\u{3000}Анна", "Смирнова Анна"),
      ("И\u{306}ошкар Ола", "Йошкар Ола"),
      ("Семе\u{308}нова", "Семёнова"),
      ("Jose\u{301}", "José"),
      ("О'Нил-Петров, мл.", "О'Нил-Петров, мл."),
      ("Иван\t\u{301}Петров", "Иван \u{301}Петров"),
      ("👩‍👩‍👧‍👦👍🏽", "👩‍👩‍👧‍👦👍🏽"),
    ])
  func text(raw: String, text: String) throws {
    let name = try #require(EmployeeName(raw))
    #expect(Array(name.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(name.description == text)
  }

  @Test(
    "is the same name however it is written",
    arguments: [
      ("Смирнова Анна", "смирнова АННА"), ("Смирнова  Анна", "Смирнова Анна"),
      ("Йошкар", "И\u{306}ОШКАР"), ("Семёнова", "семе\u{308}нова"),
      ("Anna Smith", "Ａｎｎａ　Ｓｍｉｔｈ"), ("ﬁn", "FIN"), ("Straße", "STRASSE"),
      ("ΣΊΣΥΦΟΣ", "Σίσυφος"), ("Å ngström", "\u{212B} NGSTRÖM"), ("Иванов", "Ива\u{200B}нов\u{FEFF}"),
    ])
  func same(one: String, other: String) throws {
    #expect(try #require(EmployeeName(one)).key == (try #require(EmployeeName(other)).key))
  }

  @Test(
    "is another name where people see another one",
    arguments: [
      ("Семёнова", "Семенова"),  // ё is not е here.
      ("Йошкар", "Иошкар"), ("José", "Jose"), ("Иван", "Ива н"), ("Анна", "Aнна"),  // A Latin A.
      ("Анна", "Анна."),
    ])
  func different(one: String, other: String) throws {
    #expect(try #require(EmployeeName(one)).key != (try #require(EmployeeName(other)).key))
  }

  @Test(
    "has 2 to 100 characters as a reader counts them, and no control characters",
    arguments: [
      ("", false), (" ", false), ("А", false), ("  А  ", false), ("Ян", true), ("Я н", true),
      (String(repeating: "а", count: 100), true), (String(repeating: "а", count: 101), false),
      ("  " + String(repeating: "а", count: 100) + "  ", true),
      (String(repeating: "e\u{301}", count: 100), true), (String(repeating: "👍🏽", count: 100), true),
      ("Ан\u{0}на", false), ("Ан\u{7}на", false), ("Ан\u{1B}[31mна", false), ("Ан\u{9F}на", false),
      ("\u{200B}\u{200B}\u{200B}", false), ("А\u{200B}", false),
    ])
  func bounds(raw: String, isName: Bool) {
    #expect((EmployeeName(raw) != nil) == isName)
  }

  @Test("comes out of its own text unchanged", arguments: 0..<4)
  func isItsOwnText(_: Int) {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let scalars = Array(
      " \t\n\r\u{A0}\u{3000}аАёеЁйИßςσΣAaﬁＡ1'-\u{301}\u{306}\u{308}\u{327}\u{323}\u{200B}\u{200D}👍🇷\u{1100}\u{1161}"
        .unicodeScalars)
    for _ in 0..<2_000 {
      var raw = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 2...12, using: &random) {
        raw.append(scalars[Int.random(in: scalars.indices, using: &random)])
      }
      guard let name = EmployeeName(String(raw)) else { continue }
      guard let again = EmployeeName(name.text) else {
        Issue.record("\(name.text.debugDescription) is not a name, seed \(seed)")
        continue
      }
      #expect(Array(again.text.unicodeScalars) == Array(name.text.unicodeScalars), "seed \(seed)")
      #expect(again == name, "seed \(seed)")
    }
  }
}
