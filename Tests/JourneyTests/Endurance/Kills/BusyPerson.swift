import Sandbox
import TestSupport
import Testing

/// Somebody who books, moves and cancels without end and remembers what the bot said to it.
///
/// One thing after the other, so that at most one is in doubt when the bot is killed.
actor BusyPerson {
  /// A tap that changes something, until it is known what came of it.
  struct Attempt: Sendable {
    let tap: Tap.ID
    let floor: SeenFloor
    let before: String?
    let after: String?
    /// The bot said that it was handled already, and not how.
    var isHandled = false
  }

  /// What it was told so far.
  struct Told: Sendable {
    var booked = 0
    var moved = 0
    var cancelled = 0
    var refused = 0
  }

  nonisolated let person: Person
  private let floors: [SeenFloor]
  private var chance: SeededRandom
  /// The seats that it was told are its own, by the day of the month.
  private(set) var seats: [Int: String] = [:]
  /// What cancels its bookings, by the day of the month, as far as it has looked.
  private var cancelling: [Int: String] = [:]
  private(set) var told = Told()
  private(set) var attempt: Attempt?

  init(_ person: Person, floors: [SeenFloor], seed: UInt64) {
    self.person = person
    self.floors = floors
    chance = SeededRandom(seed: seed)
  }

  /// Goes on until cancelled.
  func work() async throws {
    do {
      while true { try await doSomething() }
    } catch is CancellationError {}
  }

  private func doSomething() async throws {
    let floor = try #require(floors.randomElement(using: &chance))
    let own = seats[floor.dayOfMonth]
    if own != nil {
      guard let data = cancelling[floor.dayOfMonth] else { return try await learnToCancel(on: floor) }
      if Bool.random(using: &chance) { return try await attempt(data, on: floor, toHave: nil) }
    }
    let others = floor.seats.filter { $0.key != own }.sorted { $0.key < $1.key }
    let seat = try #require(others.randomElement(using: &chance))
    try await attempt(seat.value, on: floor, toHave: seat.key)
  }

  /// Goes to where one is asked whether one really wants to, and stops there.
  private func learnToCancel(on floor: SeenFloor) async throws {
    try await person.tap(data: floor.open, on: person.lastMessage.id)
    for label in ["Моя бронь", "Отменить бронь"] {
      let button = try await button(label, on: floor)
      try await person.tap(data: button, on: person.lastMessage.id)
    }
    cancelling[floor.dayOfMonth] = try await button("Да, отменить", on: floor)
  }

  /// The data of a button, once the screen with it is there.
  private func button(_ label: String, on floor: SeenFloor) async throws -> String {
    let view = try await person.waits(for: "«\(label)» on \(floor.onButton)") {
      floor.isShown(in: $0.last) && $0.last?.button(label) != nil
    }
    return try #require(view.last?.button(label)?.data)
  }

  private func attempt(_ data: String, on floor: SeenFloor, toHave seat: String?) async throws {
    let tap = try await person.startTap(data: data, on: person.lastMessage.id)
    attempt = Attempt(tap: tap, floor: floor, before: seats[floor.dayOfMonth], after: seat)
    _ = try await person.answer(to: tap)
    try await heed()
  }

  /// Takes note of the answer to what was last asked for, if there is one.
  func heed() async throws {
    guard let attempt, !attempt.isHandled,
      let answer = try await person.chat.taps.last(where: { $0.id == attempt.tap })?.answer
    else { return }
    let text = answer.text ?? ""
    if text.hasSuffix("— ваше.") || text.hasPrefix("Пересели:") || text.hasPrefix("Отменено:") {
      become(attempt.after)
    } else if text.contains(" занято: ") {
      told.refused += 1
      self.attempt = nil
    } else if text.hasPrefix("Уже обработано") {
      self.attempt?.isHandled = true
    } else {
      Issue.record("the bot answered «\(text)»")
    }
  }

  private func become(_ seat: String?) {
    guard let attempt else { return }
    switch (attempt.before, seat) {
    case (_, nil): told.cancelled += 1
    case (nil, _): told.booked += 1
    default: told.moved += 1
    }
    seats[attempt.floor.dayOfMonth] = seat
    // The next booking is another one.
    if seat == nil { cancelling[attempt.floor.dayOfMonth] = nil }
    self.attempt = nil
  }

  /// What the bot may not say: all that is wrong with these bookings, given what it was told.
  ///
  /// - Parameter isSettled: what was in doubt is not so any more, and is remembered as it turned out.
  func mistakes(in bookings: [Int: String], isSettled: Bool) -> [String] {
    var mistakes: [String] = []
    for floor in floors {
      let now = bookings[floor.dayOfMonth]
      if let attempt, attempt.floor.dayOfMonth == floor.dayOfMonth {
        guard now != attempt.before, now != attempt.after else { continue }
        mistakes.append(
          "\(floor.onButton): \(attempt.before ?? "-") or \(attempt.after ?? "-") became \(now ?? "-")")
      } else if now != seats[floor.dayOfMonth] {
        mistakes.append("\(floor.onButton): \(seats[floor.dayOfMonth] ?? "-") became \(now ?? "-")")
      }
    }
    if isSettled, let attempt {
      let now = bookings[attempt.floor.dayOfMonth]
      if now == attempt.after { become(now) } else { self.attempt = nil }
    }
    return mistakes.map { "\(person.firstName), \($0)" }
  }
}
