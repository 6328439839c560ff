import Sandbox
import Testing

@Suite("Names as people type them", .timeLimit(.minutes(30)))
struct GuestNameTests {
  static let names = [
    "Тётя Мотя 👩‍👩‍👧‍👦🇷🇺", "שלום עולם (Шалом)", "<b>&amp;\"</b> & <script>", "Иван Грозный",
    "*_`[x](tg://user?id=1)~|{}\\ %s $0", "e\u{301}\u{302} ﷽ 𝔘𝔫𝔦",
  ]

  @Test("A guest's name arrives as it was typed, wherever it is shown", arguments: names)
  func exactly(name: String) async throws {
    try await BotUnderTest.journey { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.invites(name)
      let floor = try #require(try await anna.chat.last)
      expect(floor, hasBold: name)
      let answer = try await anna.tap("3")
      #expect(answer.text?.contains(name) == true)
      let booked = try await anna.sees("Забронировано")
      expect(booked, hasBold: name)
      #expect(booked.picture != nil)

      let line = try #require(try await anna.lines().first)
      #expect(line.hasPrefix("\(day.onButton) · место 3 · ") && line.contains(name))
      try await anna.taps("\(day.onButton) · место 3", sees: "Бронь гостя")
      let question = try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      #expect(question.text.contains(name))

      // Others see it on the floor and in the list.
      let people = try await boris.opensPeople(1)
      #expect(people.text.contains(name) && people.text.hasSuffix(", принимает Смирнова А."))
      #expect(people.picture != nil)
      #expect(people.formatted.entities.allSatisfy { $0.type == "bold" })

      let cancelled = try await anna.taps("Да, отменить", sees: "Отменено:")
      #expect(cancelled.text.contains(name))
    }
  }

  /// The whole name and nothing else is bold: none of it was read as markup, and none left out.
  private func expect(
    _ message: Message, hasBold name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = Array(message.text.utf16)
    let bold = message.formatted.entities.filter { $0.type == "bold" }
      .map { String(decoding: text[$0.offset..<($0.offset + $0.length)], as: UTF16.self) }
    // A name from right to left has isolates around it.
    let isolates: Set<Unicode.Scalar> = ["\u{2068}", "\u{2069}"]
    let plain = bold.map { text in
      String(String.UnicodeScalarView(text.unicodeScalars.filter { !isolates.contains($0) }))
    }
    #expect(plain.contains(name), "\(bold)", sourceLocation: sourceLocation)
    #expect(
      message.formatted.entities.allSatisfy { $0.type == "bold" }, "\(message.formatted.entities)",
      sourceLocation: sourceLocation)
  }
}
