import Foundation
import OfficeActor
import Persistence
import Sandbox
import Testing

@Suite("Noon in a large office", .timeLimit(.minutes(30)))
struct NoonTests {
  private static let asked = 500
  /// Between an answer and the next tap.
  private static let pause = Duration.milliseconds(50)
  /// Questions that may reach people between a tap and its answer: about a second's worth at Telegram's pace. A
  /// tap that waited behind them would see hundreds.
  private static let overtakingMax = 40

  @Test("Five hundred questions neither delay the answer to a tap nor break a limit, and everybody has one")
  func noon() async throws {
    let time = try OfficeTime()
    var setup = time.office(seats: Self.asked)
    setup.employees = (0...Self.asked).map { "Сотрудник №\($0 + 1_000)" }
    try #require(setup.telegram.flood != nil)
    try await BotUnderTest.journey(in: setup, isStarted: false) { [setup] bot in
      let people = await Self.people(setup.employees, bot)
      try await Self.book(for: people, at: time.clock.now, in: bot.data)
      for person in people { try await person.pressStart() }
      try await bot.start()
      for person in people { try await person.sees(person.firstName) }
      let tapper = try #require(people.first)
      let floors = try await tapper.seesFloors(days: 2)
      try await bot.handlesEverything()
      let tapsBefore = try await tapper.chat.taps.count

      try time.move(to: "12:00", in: bot.sandbox)
      let message = try await tapper.lastMessage.id
      var notAsked = people.dropFirst()
      var times = 0
      try await bot.waits(for: "everybody to be asked") {
        try await tapper.tap(data: floors[times % floors.count].open, on: message)
        times += 1
        while let person = notAsked.first, try await person.chat.contains("Придёте завтра") {
          notAsked.removeFirst()
        }
        try await Task.sleep(for: Self.pause)
        return notAsked.isEmpty
      }
      try await bot.knowsThatAllIsDelivered()

      var questions: [Date] = []
      for person in people.dropFirst() {
        let own = try await person.chat.messages.filter { $0.text.contains("Придёте завтра") }
        #expect(own.count == 1, "\(person.firstName)")
        questions += own.map(\.date)
      }
      let last = try #require(questions.max())
      let taps = try await tapper.chat.taps.dropFirst(tapsBefore).filter { $0.date < last }
      #expect(taps.count > 50, "taps while questions went out")
      for tap in taps {
        let answered = try #require(tap.answerDate)
        #expect(questions.count { tap.date < $0 && $0 < answered } <= Self.overtakingMax)
      }
      // A tapper quicker than the pace may come back to what is shown: an edit that changes nothing is no limit broken.
      let refusals = await bot.sandbox.refusals.filter { $0.method != "getUpdates" }.compactMap(\.refusal)
        .filter { !$0.contains("message is not modified") }
      #expect(refusals == [])
      let waits = taps.compactMap { tap in tap.answerDate.map { $0.timeIntervalSince(tap.date) * 1000 } }
      printFigure("noon.taps", Double(waits.count), "")
      printFigure("noon.tap_answer_p50_ms", waits.percentile(0.5), "ms")
      printFigure("noon.tap_answer_p99_ms", waits.percentile(0.99), "ms")
    }
  }

  private static func people(_ names: [String], _ bot: BotUnderTest) async -> [Person] {
    var people: [Person] = []
    for name in names { people.append(await bot.sandbox.person(name, isShown: false)) }
    return people
  }

  /// Yesterday's work, done before the bot starts: everybody registered, and all but the first booked a seat for
  /// the day after today.
  private static func book(for people: [Person], at moment: Date, in folder: URL) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let rules = OfficeRules(
      timeZone: try #require(TimeZone(identifier: "Europe/Moscow")), registration: .open)
    let seats = (1...asked).map { Seat(id: Seat.ID("\($0)"), zone: "Окно") }
    let database = try OfficeDatabase(folder: folder)
    let loaded = try database.load(rules: rules, seats: seats)
    let state = OfficeState(loaded.office, storage: database) { moment - 86_400 }
    let names = try people.map { try #require(EmployeeName($0.firstName)) }
    _ = try await state.perform(.addEmployees(names), by: .bot)
    let tomorrow = rules.today(at: moment) + 1
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, (person, name)) in zip(people, names).enumerated() {
        let id = try #require(state.office.employees.named(name)).id
        let principal = Principal.person(AccountID(rawValue: person.id))
        group.addTask {
          _ = try await state.perform(.register(as: id), by: principal)
          guard index > 0 else { return }
          _ = try await state.perform(.book(Seat.ID("\(index)"), on: tomorrow), by: principal)
        }
      }
      try await group.waitForAll()
    }
    try database.close()
  }
}
