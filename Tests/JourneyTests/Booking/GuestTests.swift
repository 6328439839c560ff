import Sandbox
import Testing

@Suite("Guests", .timeLimit(.minutes(30)))
struct GuestTests {
  @Test("A guest is invited by name, day and seat, moved and cancelled by the host")
  func invitedMovedCancelled() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.taps("Пригласить гостя", sees: "Кого пригласить?")
      let calendar = try await anna.writes("Пётр из «Ромашки»", sees: "На какой день?")
      #expect(calendar.text.hasPrefix("Гость: Пётр из «Ромашки»"))
      let day = try #require(
        calendar.labels.joined().compactMap(OfferedDay.init(label:)).dropFirst(2).first)
      let floor = try await anna.taps("\(day.onButton) · 12", sees: "Свободно 12 из 12.")
      #expect(floor.text.contains("Гость: Пётр из «Ромашки»"))
      let answer = try await anna.tap("3")
      #expect(answer.text?.hasSuffix(" — для гостя: Пётр из «Ромашки».") == true)
      let booked = try await anna.sees("Забронировано: \(day.onButton) ")
      #expect(booked.text.hasSuffix("место 3 (Окно)\nГость: Пётр из «Ромашки»"))

      // One's own booking is another one.
      try await anna.books(4, onDay: 2)
      #expect(
        try await anna.lines() == [
          "\(day.onButton) · место 4", "\(day.onButton) · место 3 · Пётр из «Ромашки»",
        ])
      try await anna.taps("\(day.onButton) · место 3", sees: "Бронь гостя")
      try await anna.taps("Другое место", sees: "Сейчас — место 3.")
      let moved = try await anna.tap("7")
      #expect(moved.text?.hasSuffix(": место 7 вместо 3.") == true)
      try await anna.sees("место 7 (Окно)")
      try await anna.taps("Отменить", sees: "гость: Пётр из «Ромашки»?")
      try await anna.taps("Да, отменить", sees: "Отменено:")
      #expect(try await anna.lines() == ["\(day.onButton) · место 4"])
      #expect(try await anna.opensDay(2).free == 11)
    }
  }

  @Test("A host who cancels keeps the guests, and is offered to cancel them too")
  func hostCancels() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(1)
      for (guest, seat) in [("Иван", "2"), ("Мария", "3")] {
        try await anna.invites(guest)
        try await anna.taps(seat, sees: "Забронировано")
      }
      try await anna.lines()
      try await anna.taps("\(day.onButton) · место 1", sees: "Ваша бронь")
      try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      let left = try await anna.taps("Да, отменить", sees: "остались ваши гости:")
      #expect(left.text.hasSuffix("остались ваши гости:\nИван\nМария"))
      #expect(
        try await anna.lines() == [
          "\(day.onButton) · место 2 · Иван", "\(day.onButton) · место 3 · Мария",
        ])

      // The question is an old message now; its button still does what it says, once.
      let question = try #require(left.button("Отменить и гостей")?.data)
      #expect(try await anna.tap(data: question, on: left.id).text?.hasPrefix("Отменено: 2 гостя") == true)
      #expect(try await anna.tap(data: question, on: left.id).text?.hasPrefix("Уже обработано") == true)
      #expect(try await anna.lines() == [])
      #expect(try await anna.opensDay().free == 12)
    }
  }

  @Test("A sixth guest on one day is refused, and another day can be chosen")
  func limit() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      for seat in 1...5 {
        try await anna.invites("Гость \(seat)")
        try await anna.taps("\(seat)", sees: "Забронировано")
      }
      let day = try await anna.invites("Гость 6")
      let refused = try await anna.taps("6", sees: "у вас уже 5 гостей, больше нельзя.")
      #expect(refused.text.hasPrefix("На \(day.onButton) "))
      #expect(refused.text.contains("На какой день?"))
      #expect(refused.text.contains("Гость: Гость 6"))
      let days = refused.labels.joined().compactMap(OfferedDay.init(label:))
      let other = try #require(days.dropFirst(2).first)
      try await anna.taps("\(other.onButton) · 12", sees: "Свободно 12 из 12.")
      try await anna.taps("6", sees: "Забронировано: \(other.onButton) ")
      #expect(try await anna.lines().count == 6)
    }
  }

  @Test("When nothing is free a guest comes without a seat, and gets the one that the host gives up")
  func withoutSeat() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(seats: 1)) { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(1)
      try await anna.invites("Иван")
      let full = try await anna.sees("Все места заняты, в очереди никого.")
      #expect(full.labels.joined().contains("Гость без места"))
      let answers = try await anna.taps("Гость без места", times: 3)
      #expect(answers.dropFirst() == ["Уже обработано.", "Уже обработано."])
      try await anna.sees("без места, 1-й в очереди\nГость: Иван")
      #expect(
        try await anna.lines() == [
          "\(day.onButton) · место 1", "\(day.onButton) · 1-й в очереди · Иван",
        ])

      try await anna.taps("\(day.onButton) · место 1", sees: "Ваша бронь")
      try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      try await anna.tap("Да, отменить")
      try await anna.sees("освободилось место 1")
      #expect(try await anna.lines().first == "\(day.onButton) · предложено место 1 · Иван")
      try await anna.taps("Занять место 1", sees: "место 1")
      #expect(try await anna.lines() == ["\(day.onButton) · место 1 · Иван"])
    }
  }
}
