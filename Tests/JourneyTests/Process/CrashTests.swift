import Foundation
import Sandbox
import Testing

/// The instants between a change, its acknowledgement and the confirmation of its update.
@Suite("A crash between effect and confirmation", .timeLimit(.minutes(30)))
struct CrashTests {
  @Test("A booking that was acknowledged but whose update was not confirmed is not made twice")
  func acknowledged() async throws {
    try await BotUnderTest.journey(expecting: .redeliveredTaps) { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.opensDay()
      try await bot.handlesEverything()
      // The poll that waits brings the tap; the next one, which would confirm it, does not get through. It is not
      // repeated, so that no call of the process that is killed arrives after the faults are over.
      bot.sandbox.faults.switchOn(Fault(.stall(.seconds(5)), method: "getUpdates"))
      try await anna.taps("5", sees: "Забронировано")
      try await bot.kill()
      #expect(await bot.sandbox.pendingUpdates == 1)
      bot.sandbox.faults.switchOff()

      try await bot.start()
      try await anna.sees("Уже обработано")
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
      #expect(try await boris.opensDay().free == 11)
    }
  }

  @Test("A booking that was made but never acknowledged is there, and the tap is answered after the restart")
  func unacknowledged() async throws {
    try await BotUnderTest.journey(expecting: .redeliveredTaps) { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.opensDay()
      let floor = try #require(try await anna.chat.last)
      try await bot.handlesEverything()
      // None of these is repeated, as after a reset: no call of the process that is killed arrives when the faults
      // are over.
      for method in ["getUpdates", "answerCallbackQuery", "editMessageMedia"] {
        bot.sandbox.faults.switchOn(Fault(.stall(.seconds(5)), method: method))
      }
      let tap = try await anna.startTap(data: try #require(floor.button("5")?.data), on: floor.id)
      // By the time the bot tries to answer, the booking is durable.
      try await bot.waits(for: "the bot to try to answer") {
        await bot.sandbox.calls.contains { $0.method == "answerCallbackQuery" && $0.fault == "stall" }
      }
      try await bot.kill()
      bot.sandbox.faults.switchOff()

      try await bot.start()
      #expect(try await anna.answer(to: tap).text == "Уже обработано.")
      try await anna.sees("место 5")
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
      #expect(try await boris.opensDay().free == 11)
    }
  }

  @Test(
    "A document that was being fetched is read after the restart, and one that was read is not read twice")
  func document() async throws {
    try await BotUnderTest.journey { bot in
      let admin = try await bot.managing()
      try await admin.taps("Сотрудники", sees: "4 имени")
      try await admin.taps("Добавить", sees: "Кого добавить?")
      try await bot.handlesEverything()
      bot.sandbox.faults.switchOn(Fault(.stall(.seconds(5)), method: "getFile"))
      try await admin.send(document: Data("Новикова Дарья".utf8), name: "a.csv")
      try await bot.waits(for: "the bot to ask for the file") {
        await bot.sandbox.calls.contains { $0.method == "getFile" && $0.fault == "stall" }
      }
      #expect(await bot.sandbox.pendingUpdates == 1)
      try await bot.kill()
      bot.sandbox.faults.switchOff()

      try await bot.start()
      try await admin.sees("Добавлено: 1")
      try await bot.handlesEverything()
      #expect(await bot.sandbox.pendingUpdates == 0)
      #expect(try bot.stored().journal["employee added"] == 5)
    }
  }

  @Test("A cancellation that comes again after a crash does not cancel the booking that followed it")
  func cancelledAndBookedAgain() async throws {
    try await BotUnderTest.journey(expecting: .redeliveredTaps) { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(5)
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      try await bot.handlesEverything()
      bot.sandbox.faults.switchOn(Fault(.answerLost, method: "answerCallbackQuery"))
      try await anna.taps("Да, отменить", sees: "Отменено")
      try await anna.books(5)
      try await bot.kill()
      bot.sandbox.faults.switchOff()
      await bot.sandbox.redeliverUpdates(last: 6)
      try await bot.start()
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
    }
  }

  @Test("Killed again and again while people book, everybody gets what they tapped, once", arguments: 1...3)
  func killedWhileBusy(_ round: Int) async throws {
    var expectations = BotUnderTest.Expectations.redeliveredTaps
    // A new process does not know what its predecessor sent, nor what it was told to wait; told so itself, it waits.
    expectations.refusals.formUnion([3, 6, 12, 24].map { "Too Many Requests: retry after \($0)" })
    expectations.mayLeaveTapsUnanswered = true
    try await BotUnderTest.journey(expecting: expectations) { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      for seat in 1...4 {
        for person in [anna, boris] {
          try await person.opensDay(seat)
          let floor = try #require(try await person.chat.last)
          let wanted = person.id == anna.id ? seat : seat + 6
          _ = try await person.startTap(data: try #require(floor.button("\(wanted)")?.data), on: floor.id)
        }
        // Somewhere between nothing done and all done: as many calls later as the round says.
        let before = await bot.sandbox.calls.count
        try await bot.waits(for: "calls") { await bot.sandbox.calls.count >= before + round - 1 }
        try await bot.kill()
        try await bot.start()
        try await bot.handlesEverything()
        for person in [anna, boris] {
          let wanted = person.id == anna.id ? seat : seat + 6
          let bookings = try await person.bookings()
          #expect(bookings.count == seat)
          #expect(bookings.last?.hasSuffix("место \(wanted)") == true)
        }
      }
    }
  }
}
