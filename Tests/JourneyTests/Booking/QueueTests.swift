import Sandbox
import Testing

@Suite("Presence without a seat", .timeLimit(.minutes(30)))
struct QueueTests {
  @Test("Everybody without a seat sees their place in the queue, and moves up when somebody ahead cancels")
  func places() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(seats: 1)) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let (vera, gleb) = (try await bot.vera(), try await bot.gleb())
      let day = try await anna.books(1)

      for (place, person) in [boris, vera, gleb].enumerated() {
        #expect(try await person.opensDay().free == 0)
        let floor = try await person.sees("Все места заняты, в очереди ")
        let queue = ["никого. Встаньте первым", "1 человек. Встаньте в неё", "2 человека. Встаньте в неё"][
          place]
        #expect(floor.text.contains("Все места заняты, в очереди \(queue): освободится место — предложу."))
        try await person.taps("Приду без места", sees: "в очереди на \(day.onButton) ")
        #expect(try await person.lines() == ["\(day.onButton) · \(place + 1)-й в очереди"])
        try await person.writes("/menu", sees: "без места, \(place + 1)-й в очереди")
      }

      try await boris.lines()
      try await boris.taps("\(day.onButton) · 1-й", sees: "Когда место освободится, предложу его")
      try await boris.taps("Отменить бронь", sees: "Отменить бронь:")
      try await boris.taps("Да, отменить", sees: "Отменено:")
      #expect(try await vera.lines() == ["\(day.onButton) · 1-й в очереди"])
      #expect(try await gleb.lines() == ["\(day.onButton) · 2-й в очереди"])
      let people = try await gleb.opensPeople(1)
      #expect(
        people.text.hasSuffix(
          "1 — Смирнова А.\nБез места\nБелова В., 1-й в очереди\nКрылов Г., 2-й в очереди"))
    }
  }

  @Test("A seat that is held for one person is refused to everybody else, and typing its number takes it")
  func heldSeat() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(seats: 1)) { bot in
      let (anna, boris, vera) = (try await bot.anna(), try await bot.boris(), try await bot.vera())
      let day = try await vera.opensDay()
      let stale = try await vera.data(of: "1")
      try await anna.books(1)
      try await boris.opensDay()
      try await boris.taps("Приду без места", sees: "Вы первый в очереди")
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      try await anna.taps("Да, отменить", sees: "Отменено:")
      try await boris.sees("освободилось место 1")
      #expect(try await boris.lines() == ["\(day.onButton) · предложено место 1"])

      let answer = try await vera.tap(data: stale.data, on: stale.message)
      #expect(answer.text?.hasPrefix("Место 1 на \(day.onButton) ") == true)
      let refused = try await vera.sees("предложено тому, кто ждёт в очереди")
      #expect(refused.text.contains("Свободных мест на этот день нет."))
      #expect(refused.labels.joined().contains("Приду без места"))

      try await boris.opensDay()
      try await boris.sees("предложено место 1.")
      try await boris.writes("1", sees: "Забронировано: \(day.onButton) ")
      #expect(try await boris.lines() == ["\(day.onButton) · место 1"])
      #expect(try await vera.lines() == [])
    }
  }

  @Test("Whoever declines an offer stays without a seat and is not asked again, but may take a free seat")
  func declined() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(seats: 1)) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.books(1)
      try await boris.opensDay()
      try await boris.taps("Приду без места", sees: "Вы первый в очереди")
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      try await anna.taps("Да, отменить", sees: "Отменено:")
      try await boris.sees("освободилось место 1")

      try await boris.lines()
      let answers = try await boris.taps("Спасибо, не нужно", times: 2)
      #expect(answers.first?.hasPrefix("Хорошо. На \(day.onButton) ") == true)
      #expect(answers.last?.hasPrefix("Уже обработано") == true)
      #expect(try await boris.lines() == ["\(day.onButton) · 1-й в очереди"])
      try await boris.taps(
        "\(day.onButton) · 1-й", sees: "Больше места на этот день не предложу")
      try await boris.taps("Выбрать место", sees: "Вы пока без места")
      try await boris.taps("1", sees: "место 1")
      #expect(try await boris.lines() == ["\(day.onButton) · место 1"])
    }
  }
}
