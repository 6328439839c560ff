import Sandbox
import Testing

@Suite("Taps in a hurry", .timeLimit(.minutes(30)))
struct TapTests {
  @Test("Of three taps at once the first does it and the others say what holds, whatever the button")
  func tripleTaps() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.opensDay()
      expect(try await anna.taps("6", times: 3), first: "Место 6 на \(day.onButton) ")
      try await anna.sees("место 6")
      #expect(try await anna.lines() == ["\(day.onButton) · место 6"])

      try await anna.taps("\(day.onButton) · место 6", sees: "Ваша бронь")
      try await anna.taps("Другое место", sees: "Ваше место: 6")
      expect(try await anna.taps("8", times: 3), first: "\(day.onButton) ")
      #expect(try await anna.lines() == ["\(day.onButton) · место 8"])

      try await anna.invites("Иван")
      expect(try await anna.taps("9", times: 3), first: "Место 9 на \(day.onButton) ")
      #expect(
        try await anna.lines() == ["\(day.onButton) · место 8", "\(day.onButton) · место 9 · Иван"])

      try await anna.taps("\(day.onButton) · место 8", sees: "Ваша бронь")
      try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      expect(try await anna.taps("Да, отменить", times: 3), first: "Отменено: \(day.onButton) ")
      #expect(try await anna.lines() == ["\(day.onButton) · место 9 · Иван"])
      #expect(try await anna.opensDay().free == 11)
    }
  }

  private func expect(_ answers: [String], first: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(answers.first?.hasPrefix(first) == true, "\(answers)", sourceLocation: sourceLocation)
    #expect(
      answers.dropFirst().allSatisfy { $0.hasPrefix("Уже обработано") }, "\(answers)",
      sourceLocation: sourceLocation)
  }

  @Test("Two phones of one person that tap different seats at once end with one booking")
  func twoPhones() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      for round in 1...3 {
        let day = try await anna.opensDay(round)
        let phone = try await anna.data(of: "3")
        try await anna.opensDay(round)
        let other = try await anna.data(of: "4")
        try #require(phone.message != other.message)
        let first = try await anna.startTap(data: phone.data, on: phone.message)
        let second = try await anna.startTap(data: other.data, on: other.message)
        let answers = [try await anna.answer(to: first).text, try await anna.answer(to: second).text]
        #expect(answers[0]?.hasPrefix("Место 3 на \(day.onButton) ") == true)
        #expect(answers[1]?.hasSuffix(": место 4 вместо 3.") == true)
        #expect(try await anna.lines().last == "\(day.onButton) · место 4")
        #expect(try await anna.lines().count == round)
      }
    }
  }

  @Test("One phone cancels while the other takes another seat: nothing comes back to life")
  func cancelledWhileMoving() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(2)
      try await anna.invites("Иван")
      try await anna.taps("3", sees: "Забронировано")
      try await anna.taps("Другое место", sees: "Сейчас — место 3.")
      let phone = try await anna.data(of: "5")
      try await anna.lines()
      try await anna.taps("\(day.onButton) · место 3", sees: "Бронь гостя")
      try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      let other = try await anna.data(of: "Да, отменить")
      try #require(phone.message != other.message)
      let cancelling = try await anna.startTap(data: other.data, on: other.message)
      let moving = try await anna.startTap(data: phone.data, on: phone.message)
      #expect(try await anna.answer(to: cancelling).text?.hasPrefix("Отменено:") == true)
      #expect(try await anna.answer(to: moving).text == "Уже обработано: этой брони больше нет.")
      try await anna.waits(for: "what there is, in the message that was tapped") { view in
        view.messages.first { $0.id == phone.message }?.text.hasPrefix("Уже обработано") == true
      }
      #expect(try await anna.lines() == ["\(day.onButton) · место 2"])
    }
  }

  @Test("A guest's button from before a restart still means that guest, whoever's name was typed since")
  func guestFromBeforeRestart() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.invites("Иван")
      let ivans = try await anna.data(of: "3")
      try await bot.handlesEverything()
      try await bot.kill()
      try await bot.start()
      try await anna.tap(data: ivans.data, on: ivans.message)
      try await anna.sees("Гость: Иван")

      try await anna.invites("Мария")
      let marias = try await anna.data(of: "4")
      try await bot.stop()
      try await bot.start()
      try await anna.tap(data: marias.data, on: marias.message)
      // Ivan's name is not what the chat kept last, but he is invited.
      let again = try await anna.tap(data: ivans.data, on: ivans.message)
      #expect(again.text?.hasPrefix("Уже обработано") == true)
      #expect(
        try await anna.lines() == ["\(day.onButton) · место 3 · Иван", "\(day.onButton) · место 4 · Мария"])
    }
  }

  @Test("A guest's button whose name was replaced invites nobody, and asks for the name again")
  func forgottenGuest() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.invites("Иван")
      let ivans = try await anna.data(of: "3")
      try await anna.invites("Мария")
      let answer = try await anna.tap(data: ivans.data, on: ivans.message)
      #expect(answer.text == "Эта кнопка — для гостя, чьё имя уже не помню. Напишите его ещё раз.")
      #expect(try await anna.lines() == [])
    }
  }

  @Test("What was refused is not carried out when Telegram delivers it later, nor after a restart")
  func refusedThenRedelivered() async throws {
    try await BotUnderTest.journey(expecting: .redeliveredTapsAfterStart) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await boris.opensDay()
      try await anna.books(2)
      let refused = try await boris.tap("2")
      #expect(refused.text?.contains("занято: Смирнова Анна Сергеевна") == true)
      try await boris.writes("2", sees: "занято: Смирнова Анна Сергеевна")
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      try await anna.taps("Да, отменить", sees: "Отменено:")
      try await bot.handlesEverything()

      for _ in 1...2 {
        await bot.sandbox.redeliverUpdates(last: 8)
        try await boris.writes("/help", sees: "Место бронируют на день")
        #expect(try await boris.lines() == [])
        #expect(try await anna.lines() == [])
        try await bot.handlesEverything()
        try await bot.kill()
        try await bot.start()
      }
      // Asked anew it is done.
      try await boris.books(2)
      #expect(try await boris.lines() == ["\(day.onButton) · место 2"])
    }
  }
}
