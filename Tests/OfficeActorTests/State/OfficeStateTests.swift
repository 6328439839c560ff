import Foundation
import Synchronization
import Testing

@testable import OfficeActor

@Suite("A change of the office", .timeLimit(.minutes(30)))
struct OfficeStateTests {
  private let storage = FakeStorage()
  private let state: OfficeState
  private let refusals = Refusals()

  /// Commands that were refused because too many wait.
  private final class Refusals: Sendable { let count = Mutex(0) }

  init() throws {
    state = OfficeState(
      try .sample(), storage: storage, now: { .noon },
      overloaded: { [refusals] in refusals.count.withLock { $0 += 1 } })
  }

  @Test("is acknowledged and seen only after it is durable; reading does not wait for the disk")
  func visibleWhenDurable() async throws {
    storage.hold()
    let before = state.office
    async let answer = answer(to: Person.anna.books("1", .today))
    await untilBlocked()
    #expect(storage.transactions.isEmpty)
    #expect(state.office == before)
    storage.release()
    #expect(await answer.isDone)
    #expect(storage.transactions.count == 1)
    #expect(state.office.bookings(on: .today).booking(of: "1")?.owner == 1)
  }

  @Test("is stored whole: records, journal, request and counters")
  func transaction() async throws {
    _ = await answer(to: Person.anna.books("1", .today), request: 7)
    let transaction = try #require(storage.transactions.first)
    let booking = Booking(id: 1, day: .today, owner: 1, seat: "1", createdAt: .noon)
    #expect(transaction.changes == [.putBooking(booking)])
    #expect(
      transaction.journal == [
        JournalEntry(
          at: .noon, principal: Person.anna.principal, event: .booked(booking, owner: Person.anna.onTheList))
      ])
    #expect(transaction.handled == [HandledRequest(id: RequestID(rawValue: 7), at: .noon)])
    #expect(transaction.counters == Counters(nextEmployee: 10, nextBooking: 2))
  }

  @Test("that cannot be stored did not happen, and everybody who asked with it hears so")
  func failingDisk() async throws {
    let before = state.office
    let full = CommitFailure.storage("disk full")
    storage.fail { _ in full }
    let answers = await batch([
      Person.anna.books("1", .today), Person.boris.books("2", .today), Person.boris.books("9", .today),
    ])
    #expect(answers == Array(repeating: .failure(.notSaved(full)), count: 3))
    #expect(state.office == before)
    storage.fail { _ in nil }
    #expect(
      await answer(to: Person.boris.books("1", .today), request: 1).isDone, "the seat and the id are free")
    #expect(state.office.counters.nextBooking == 2)
  }

  @Test("can be tried again under the same request after it could not be stored")
  func retryAfterFailure() async {
    storage.fail { _ in .storage("gone") }
    _ = await answer(to: Person.anna.books("1", .today), request: 1)
    storage.fail { _ in nil }
    #expect(await answer(to: Person.anna.books("1", .today), request: 1).isDone)
  }

  @Test("that contradicts what is stored fails alone")
  func poisoned() async {
    storage.fail { transaction in
      let isPoisoned = transaction.changes.contains {
        if case .putBooking(let booking) = $0 { booking.owner == 2 } else { false }
      }
      return isPoisoned ? .constraint("poison") : nil
    }
    let answers = await batch([
      Person.anna.books("1", .today), Person.boris.books("2", .today), Person.chief.books("2", .today),
      Person.anna.books("9", .today),
    ])
    #expect(answers[0].isDone)
    #expect(answers[1] == .failure(.notSaved(.constraint("poison"))))
    #expect(answers[2].isDone, "the seat of the poisoned one is free")
    #expect(answers[3] == .failure(.rejected(.seatUnknown("9"))))
    #expect(state.office.bookings(on: .today).all.count == 2)
    #expect(storage.transactions.allSatisfy { $0.changes.count == 1 })
    // The poisoned request was not remembered.
    storage.fail { _ in nil }
    #expect(await answer(to: Person.boris.books("3", .today), request: 1).isDone)
  }

  @Test("travels with at most so many others")
  func batchBound() async throws {
    let people = OfficeState.batchCommandsMax + 100
    let state = try crowd(people)
    let answers = await batch((0..<people).map { Self.crowded($0, books: "\($0)") }, in: state)
    #expect(answers.allSatisfy { $0.isDone })
    let sizes = storage.transactions.map(\.changes.count)
    #expect(sizes == [1, OfficeState.batchCommandsMax, 100], "the first had gone alone")
  }

  @Test("asked for while others are decided travels with them")
  func late() async throws {
    let asking = Mutex<OfficeState?>(nil)
    let boris = Mutex<Task<Answer, Never>?>(nil)
    let state = OfficeState(try .sample(), storage: storage) {
      // While Anna is decided, Boris asks.
      if let state = asking.withLock({ $0.take() }) {
        boris.withLock { $0 = Task { await Self.answer(to: Person.boris.books("2", .today), in: state) } }
        while state.waitingCount == 0 { usleep(100) }
      }
      return .noon
    }
    asking.withLock { $0 = state }
    #expect(await Self.answer(to: Person.anna.books("1", .today), in: state).isDone)
    #expect(await boris.withLock { $0 }?.value.isDone == true)
    #expect(storage.transactions.map(\.changes.count) == [2])
  }

  @Test("is refused at once when too many wait")
  func overloaded() async throws {
    storage.hold()
    let first = Task { await answer(to: Person.anna.books("1", .today)) }
    await untilBlocked()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<OfficeState.waitingCommandsMax {
        group.addTask { _ = await answer(to: Person.boris.books("1", .today)) }
      }
      await untilWaiting(OfficeState.waitingCommandsMax)
      #expect(await answer(to: Person.boris.books("2", .today), request: 5) == .failure(.overloaded))
      #expect(refusals.count.withLock { $0 } == 1, "what nobody could save is told")
      storage.release()
    }
    #expect(await first.value.isDone)
    #expect(await answer(to: Person.boris.books("2", .today), request: 5).isDone, "it was not remembered")
  }

  @Test("asked for by two hundred people at once is made for one, and the others hear for whom")
  func oneWinner() async throws {
    let state = try crowd(200)
    let answers = await withTaskGroup { group in
      for person in 0..<200 {
        group.addTask { await Self.answer(to: Self.crowded(person, books: "1"), in: state) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let winner = try #require(state.office.bookings(on: .today).booking(of: "1")?.owner)
    #expect(answers.count { $0.isDone } == 1)
    #expect(
      answers.count { $0 == .failure(.rejected(.seatTaken("1", on: .today, by: winner))) } == 199)
    #expect(state.office.allBookings.count == 1)
    #expect(storage.transactions.flatMap(\.changes).count == 1)
  }

  @Test("lets a seat be left and taken in one transaction, in that order")
  func leftAndTaken() async throws {
    _ = await answer(to: Person.anna.books("1", .today))
    _ = await answer(to: Person.boris.books("2", .today))
    let answers = await batch([
      Person.anna.books("3", .today), Person.boris.books("1", .today), Person.chief.books("2", .today),
      Person.boris.cancels(2), Person.anna.books("1", .today),
    ])
    #expect(answers.allSatisfy { $0.isDone })
    // Five bookings, and the one that can be given back.
    #expect(storage.transactions.last?.changes.count == 6)
    #expect(state.office.bookings(on: .today).booking(of: "1")?.owner == 1)
    #expect(state.office.bookings(on: .today).booking(of: "2")?.owner == 4)
  }

  // MARK: What arrives twice

  @Test("is made once, however often its request arrives")
  func redelivered() async {
    #expect(await answer(to: Person.anna.books("1", .today), request: 1).isDone)
    let before = state.office
    #expect(await answer(to: Person.anna.books("2", .today), request: 1) == .success(.alreadyHandled))
    #expect(await answer(to: Person.boris.books("2", .today), request: 1) == .success(.alreadyHandled))
    #expect(state.office == before)
    #expect(storage.transactions.count == 1)
  }

  @Test("is made once when its request arrives twice within one transaction")
  func redeliveredWithinBatch() async {
    let answers = await batch(
      [
        Person.anna.books("1", .today), Person.anna.books("2", .today), Person.boris.books("9", .today),
        Person.boris.books("2", .today),
      ],
      requests: [1, 1, 2, 2])
    #expect(answers[0].isDone)
    #expect(answers[1] == .success(.alreadyHandled))
    #expect(answers[2] == .failure(.rejected(.seatUnknown("9"))))
    #expect(answers[3] == .success(.alreadyHandled))
    #expect(state.office.bookings(on: .today).all.map(\.seat) == ["1"])
  }

  @Test("that was refused is not made by a redelivery, even when it could be by then")
  func refusedStaysRefused() async {
    _ = await answer(to: Person.boris.books("1", .today))
    let refusal = await answer(to: Person.anna.books("1", .today), request: 1)
    #expect(refusal == .failure(.rejected(.seatTaken("1", on: .today, by: 2))))
    _ = await answer(to: Person.boris.cancels(1))
    #expect(await answer(to: Person.anna.books("1", .today), request: 1) == .success(.alreadyHandled))
    #expect(state.office.allBookings.isEmpty)
  }

  @Test("that arrives again after a start is not made again")
  func handledBefore() async throws {
    let state = OfficeState(
      try .sample(), handled: [RequestID(rawValue: 1)], storage: storage, now: { .noon })
    let again = await Self.answer(to: Person.anna.books("1", .today), request: 1, in: state)
    #expect(again == .success(.alreadyHandled))
    #expect(storage.transactions.isEmpty)
  }

  @Test("that was refused costs no transaction, and is remembered with the next one")
  func refusalsTravelAlong() async {
    _ = await answer(to: Person.anna.books("9", .today), request: 1)
    _ = await answer(to: Person.boris.cancels(7), request: 2)
    _ = await answer(to: Person.anna.registers(as: 1), request: 3)
    #expect(storage.transactions.isEmpty)
    storage.fail { _ in .storage("gone") }
    _ = await answer(to: Person.anna.books("1", .today), request: 4)
    storage.fail { _ in nil }
    _ = await answer(to: Person.anna.books("1", .today), request: 5)
    _ = await answer(to: Person.anna.books("2", .today), request: 6)
    #expect(storage.transactions.map { $0.handled.map(\.id.rawValue) } == [[1, 2, 3, 5], [6]])
  }

  @Test("that was refused is remembered before an orderly stop, or the stop is told that it is not")
  func saveRequests() async throws {
    try await state.saveRequests()
    #expect(storage.transactions.isEmpty)
    _ = await answer(to: Person.anna.books("9", .today), request: 1)
    storage.fail { _ in .storage("gone") }
    await #expect(throws: CommitFailure.storage("gone")) { try await state.saveRequests() }
    storage.fail { _ in nil }
    try await state.saveRequests()
    try await state.saveRequests()
    #expect(storage.transactions.map { $0.handled.map(\.id.rawValue) } == [[1]])
    #expect(storage.transactions.map(\.counters) == [state.office.counters])
    #expect(storage.transactions.allSatisfy { $0.changes.isEmpty && $0.journal.isEmpty })
  }

  @Test("that was refused is remembered at once when many are not")
  func manyRefusals() async {
    for request in 1...OfficeState.unsavedRequestsMax + 1 {
      _ = await answer(to: Person.anna.books("9", .today), request: Int64(request))
    }
    #expect(storage.transactions.map(\.handled.count) == [OfficeState.unsavedRequestsMax])
    _ = await answer(to: Person.anna.books("1", .today))
    #expect(storage.transactions.last?.handled.count == 1)
  }

  @Test("that changes nothing costs no transaction")
  func nothingToDo() async {
    _ = await answer(to: Person.anna.books("1", .today))
    #expect(await answer(to: Person.anna.books("1", .today)) == .success(.alreadySo))
    #expect(storage.transactions.count == 1)
  }

  // MARK: Asking

  typealias Answer = Result<Outcome, Refusal>

  private func answer(to step: Step, request: Int64? = nil) async -> Answer {
    await Self.answer(to: step, request: request, in: state)
  }

  private static func answer(to step: Step, request: Int64? = nil, in state: OfficeState) async -> Answer {
    do throws(Refusal) {
      return .success(
        try await state.perform(
          step.command, by: step.principal, request: request.map(RequestID.init(rawValue:))))
    } catch {
      return .failure(error)
    }
  }

  /// Has the steps decided in this order in one transaction, by holding the disk with another one before.
  private func batch(
    _ steps: [Step], requests: [Int64]? = nil, in other: OfficeState? = nil
  ) async -> [Answer] {
    let state = other ?? state
    storage.hold()
    let first = Task { await Self.answer(to: Person.bot.adds("Имя Первого"), in: state) }
    await untilBlocked()
    var tasks: [Task<Answer, Never>] = []
    for (index, step) in steps.enumerated() {
      tasks.append(Task { await Self.answer(to: step, request: requests?[index], in: state) })
      await untilWaiting(index + 1, in: state)
    }
    storage.release()
    _ = await first.value
    var answers: [Answer] = []
    for task in tasks { answers.append(await task.value) }
    return answers
  }

  /// Yields until the disk holds a commit; like below, a matter of being scheduled, not of time.
  private func untilBlocked() async {
    while !storage.isBlocked { await Task.yield() }
  }

  /// Yields until so many commands wait.
  private func untilWaiting(_ count: Int, in other: OfficeState? = nil) async {
    while (other ?? state).waitingCount < count { await Task.yield() }
  }

  /// An office with a seat and a linked employee for each of so many people.
  private func crowd(_ count: Int) throws -> OfficeState {
    let office = try Office(
      rules: .sample, seats: (0..<count).map { Seat(id: Seat.ID("\($0)")) },
      records: OfficeRecords(
        employees: (0..<count).map { Person.named("Имя \($0)", id: Int64($0 + 1), account: Int64($0 + 1)) },
        counters: Counters(nextEmployee: Int64(count + 1))))
    return OfficeState(office, storage: storage, now: { .noon })
  }

  private static func crowded(_ index: Int, books seat: String) -> Step {
    Step(
      command: .book(Seat.ID(seat), on: .today), principal: .person(AccountID(rawValue: Int64(index + 1))),
      now: .noon)
  }
}

extension OfficeStateTests.Answer {
  fileprivate var isDone: Bool {
    if case .success(.done) = self { true } else { false }
  }
}
