import Sandbox
import Testing

@Suite("Who is in the office", .timeLimit(.minutes(30)))
struct PeopleTests {
  @Test("Day by day: who sits where, who has no seat, and guests with their hosts")
  func whoIsThere() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(seats: 2)) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.books(2)
      try await anna.invites("Иван Грозный")
      try await anna.taps("1", sees: "Забронировано")
      try await boris.opensDay()
      try await boris.taps("Приду без места", sees: "Вы первый в очереди")

      try await boris.taps("Меню", sees: "Ближайшая бронь")
      let today = try await boris.taps("Кто в офисе", sees: "Пока никого.")
      let tomorrow = try await boris.taps("›", sees: "Кто в офисе: \(day.onButton) ")
      #expect(
        tomorrow.text.split(separator: "\n").dropFirst() == [
          "3 человека.", "2 — Смирнова А.", "Без места", "Волков Б., 1-й в очереди", "Гости",
          "1 — Иван Грозный, принимает Смирнова А.",
        ])
      #expect(tomorrow.picture != today.picture)
      #expect(tomorrow.labels.first == ["‹", day.onButton, "›"])
      let back = try await boris.taps("‹", sees: "Пока никого.")
      #expect(back.text == today.text)
      #expect(back.labels.first?.count == 2, "there is nothing before today")
      for _ in 1..<14 {
        let before = try #require(try await boris.chat.last?.text)
        try await boris.tap("›")
        try await boris.waits(for: "the next day") { $0.last?.text != before }
      }
      let end = try #require(try await boris.chat.last)
      #expect(
        end.labels.first?.first == "‹" && end.labels.first?.count == 2, "there is nothing after the last day")
      try await boris.taps("‹ Назад", sees: "Ближайшая бронь")
    }
  }

  @Test("A colleague is found by part of the name, in any case, with ё as е, and on the Latin keyboard")
  func findColleague() async throws {
    var setup = OfficeSetup()
    setup.employees = ["Смирнова Анна Сергеевна", "Иванов Пётр Сергеевич", "Семёнова Ольга Ивановна"]
    try await BotUnderTest.journey(in: setup) { bot in
      let anna = try await bot.anna()
      let pyotr = try await bot.employee("Пётр", as: "Иванов Пётр Сергеевич")
      let day = try await pyotr.books(8)

      try await anna.taps("Кто в офисе", sees: "Кто в офисе:")
      try await anna.taps("Найти коллегу", sees: "Кого найти? Напишите часть имени.")
      for (typed, found) in [
        ("bdfyjd", ["Иванов Пётр Сергеевич", "Семёнова Ольга Ивановна"]), ("ПЕТР", ["Иванов Пётр Сергеевич"]),
        ("семен", ["Семёнова Ольга Ивановна"]), ("серг ив", ["Иванов Пётр Сергеевич"]),
      ] {
        let list = try await anna.writes(typed, sees: "По запросу «\(typed)»")
        #expect(list.labels.dropLast() == found.map { [$0] }[...], "\(typed)")
      }
      try await anna.writes("зорро", sees: "«зорро»: такого имени в списке нет. Напишите иначе.")
      try await anna.writes("bdfyjd", sees: "По запросу «bdfyjd»")
      let his = try await anna.taps("Иванов Пётр Сергеевич", sees: "место 8")
      #expect(his.text.hasPrefix("Иванов Пётр Сергеевич\n\(day.onButton) "))
      #expect(his.text.hasSuffix("место 8 (Окно)"))
      // The search is still there on the way back, and another name can be typed at once.
      try await anna.taps("‹ Назад", sees: "По запросу «bdfyjd»")
      try await anna.taps("Семёнова Ольга Ивановна", sees: "Броней пока нет.")
      try await anna.writes("петр", sees: "По запросу «петр»")
    }
  }
}
