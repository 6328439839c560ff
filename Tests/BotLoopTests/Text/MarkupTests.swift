import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Text with markup")
struct MarkupTests {
  @Test(
    "shows names as they are, whatever is in them",
    arguments: [
      "A<3", "Tom & Jerry", "</b>", "&lt;", "&amp;lt;", "a > b", "\"'", "&#60;", "\u{301}Ё", "<\u{301}", "👩‍👩‍👧<",
      "",
    ])
  func data(name: String) throws {
    let markup: Markup = "<b>\(name)</b>: \(12)"
    #expect(try TelegramHTML.text(of: markup.html) == "\(name): 12")
    #expect(markup.plain.unicodeScalars.elementsEqual("\(name): 12".unicodeScalars))
  }

  @Test("escapes once, however often it is put together")
  func once() {
    let name: Markup = "\("<&>")"
    let line: Markup = "«\(name)»"
    #expect(line.html == "«&lt;&amp;&gt;»")
    #expect((line + line).html == "«&lt;&amp;&gt;»«&lt;&amp;&gt;»")
    #expect([line, "", line].lines().html == "«&lt;&amp;&gt;»\n«&lt;&amp;&gt;»")
    #expect(([] as [Markup]).lines().html.isEmpty)
  }

  @Test("leaves its tags out of an answer to a tap, which Telegram takes up to 200 code points")
  func toast() {
    #expect(Reply(nil, toast: "<b>Да</b> &amp; нет").toast == "Да & нет")
    #expect(Reply(nil, toast: nil).toast == nil)
    for count in [199, 200] {
      let text = String(repeating: "ё", count: count)
      #expect(Reply(nil, toast: "\(text)").toast == text)
    }
    // One character as a reader counts, seven code points.
    for text in [String(repeating: "ё", count: 201), String(repeating: "👩‍👩‍👧‍👦", count: 100)] {
      let toast = Reply(nil, toast: "\(text)").toast ?? ""
      #expect(toast.unicodeScalars.count == 200 && toast.hasSuffix("…"))
    }
  }
}

@Suite("Russian")
struct RussianTests {
  @Test(
    "tells days as people do",
    arguments: [
      ("2026-11-25", "ср 25 ноября", "ср 25"), ("2026-11-30", "пн 30 ноября", "пн 30"),
      ("2026-12-01", "вт 1 декабря", "вт 1"), ("2027-01-01", "пт 1 января", "пт 1"),
      ("2028-02-29", "вт 29 февраля", "вт 29"), ("2026-05-09", "сб 9 мая", "сб 9"),
      ("2026-03-08", "вс 8 марта", "вс 8"), ("2026-06-12", "пт 12 июня", "пт 12"),
      ("2026-04-02", "чт 2 апреля", "чт 2"), ("2026-07-06", "пн 6 июля", "пн 6"),
      ("2026-08-03", "пн 3 августа", "пн 3"), ("2026-09-01", "вт 1 сентября", "вт 1"),
      ("2026-10-31", "сб 31 октября", "сб 31"),
    ])
  func days(iso: String, inText: String, onButton: String) throws {
    let day = try #require(Day(iso: iso))
    #expect(russian.day(day) == inText)
    #expect(russian.dayOnButton(day) == onButton)
  }

  @Test(
    "names days on buttons with their month where «пн 1» could be another day",
    arguments: [
      ("2027-02-01", "2027-02-01", "пн 1"), ("2027-02-01", "2027-02-28", "вс 28"),
      ("2027-02-01", "2027-03-01", "пн 1 марта"), ("2027-02-01", "2027-03-20", "сб 20 марта"),
      ("2027-03-01", "2027-02-02", "вт 2"), ("2027-03-01", "2027-02-01", "пн 1 февраля"),
    ])
  func farDays(today: String, iso: String, onButton: String) throws {
    let (today, day) = (try #require(Day(iso: today)), try #require(Day(iso: iso)))
    #expect(russian.dayOnButton(day, today: today) == onButton)
  }

  @Test("names both of two days beside each other with their month that would be twins")
  func twins() throws {
    let today = try #require(Day(iso: "2027-02-14"))
    let days = ((today + -27)...(today + 27)).days
    let names = days.map { russian.dayOnButton($0, today: today, beside: days) }
    #expect(Set(names).count == days.count)
    #expect(names.contains("пн 1 февраля") && names.contains("пн 1 марта"))
    #expect(names.contains("вс 14"))
  }

  @Test(
    "counts as people do",
    arguments: [
      (0, "0 броней"), (1, "1 бронь"), (2, "2 брони"), (4, "4 брони"), (5, "5 броней"), (11, "11 броней"),
      (12, "12 броней"), (14, "14 броней"), (21, "21 бронь"), (22, "22 брони"), (25, "25 броней"),
      (100, "100 броней"),
      (101, "101 бронь"), (111, "111 броней"), (1_000_002, "1000002 брони"),
    ])
  func counting(number: Int, text: String) {
    #expect(number.counting("бронь", "брони", "броней") == text)
  }
}
