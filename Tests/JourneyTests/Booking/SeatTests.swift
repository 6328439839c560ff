import Sandbox
import Testing

@Suite("Seats", .timeLimit(.minutes(30)))
struct SeatTests {
  @Test("Of two who want one seat the second is told who has it and what is free, and sees the fresh floor")
  func twoWantOneSeat() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.opensDay()
      try await boris.opensDay()
      let stale = try #require(try await boris.chat.last?.picture)
      try await anna.taps("2", sees: "Забронировано")

      let answer = try await boris.tap("2")
      #expect(answer.text?.contains("занято: Смирнова Анна Сергеевна. Свободны: 1, 3, 4") == true)
      let refused = try await boris.sees("Место 2 на \(day.onButton)")
      #expect(refused.text.contains("занято: Смирнова Анна Сергеевна. Свободны: 1, 3, 4"))
      #expect(refused.text.contains("Свободно 11 из 12"))
      #expect(!refused.labels.joined().contains("2"))
      #expect(refused.labels.joined().contains("3"))
      #expect(refused.picture != stale)
      try await boris.taps("3", sees: "Забронировано")
    }
  }

  @Test("Another seat on the same day is a move, and the old one is free at once")
  func moving() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.books(4)
      try await anna.taps("Другое место", sees: "Ваше место: 4")
      let answer = try await anna.tap("9")
      #expect(answer.text?.hasSuffix(": место 9 вместо 4.") == true)
      try await anna.sees("место 9")
      try await boris.opensDay()
      let floor = try #require(try await boris.chat.last?.labels.joined())
      #expect(floor.contains("4"))
      #expect(!floor.contains("9"))
      #expect(try await anna.bookings() == ["\(day.onButton) · место 9"])
    }
  }

  @Test("A typed number books the seat; a number that is not there says what is free")
  func typedNumbers() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.opensDay()
      let wrong = try await anna.writes("77", sees: "Места «77» нет")
      #expect(wrong.text.contains("Свободны: 1, 2, 3"))
      try await anna.writes(" 8 ", sees: "место 8")

      try await boris.opensDay()
      let taken = try await boris.writes("8", sees: "занято: Смирнова Анна Сергеевна")
      #expect(taken.text.contains("Место 8 на \(day.onButton)"))
      try await boris.writes("место у окна", sees: "Места «место у окна» нет")
      try await boris.writes("10", sees: "Забронировано: \(day.onButton)")
    }
  }

  @Test("Ten people register and book at once, and no seat goes twice")
  func tenAtOnce() async throws {
    let names = (1...10).map { "Сотрудник \($0 < 10 ? "0" : "")\($0) Иванович" }
    try await BotUnderTest.journey(in: OfficeSetup(seats: 8, employees: names)) { bot in
      let seats = try await withThrowingTaskGroup(of: (name: String, seat: String?).self) { group in
        for name in names {
          group.addTask {
            let person = await bot.newcomer(name)
            try await person.pressStart()
            try await person.sees("Выберите своё имя")
            try await person.writes(name, sees: "По запросу")
            try await person.taps(name, sees: "Это вы?")
            try await person.taps("Да, это я", sees: "вы зарегистрированы")
            try await person.opensDay(2)
            // All begin with the same seat; whoever is too late takes what the floor still offers.
            while let seat = try await person.chat.last?.labels.joined().first(where: { Int($0) != nil }) {
              let answer = try await person.tap(seat)
              if answer.text?.contains("ваше") == true { break }
              let view = try await person.waits(for: "a fresh floor") {
                $0.last.map { !$0.labels.joined().contains(seat) } ?? false
              }
              if view.last?.text.contains("Забронировано") == true { break }
            }
            let lines = try await person.bookings()
            return (name, lines.first.flatMap { $0.split(separator: " ").last.map(String.init) })
          }
        }
        return try await group.reduce(into: [String: String]()) { $0[$1.name] = $1.seat }
      }
      #expect(seats.count == 8, "\(seats)")
      #expect(Set(seats.values) == Set((1...8).map(String.init)))
    }
  }
}
