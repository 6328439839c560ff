import Sandbox
import TestSupport
import Testing

/// Somebody who books, moves and cancels without end and remembers what the bot said to it.
///
/// One thing after the other, so that at most one answer is outstanding when the bot is killed.
actor BusyPerson {
  /// A tap that changes something.
  struct Attempt: Sendable {
    let tap: Tap.ID
    let change: BookingChange
  }

  nonisolated let person: Person
  private let floors: [SeenFloor]
  private var chance: SeededRandom
  /// What it was told is done, the oldest first.
  private(set) var acknowledged: [BookingChange]
  /// It has no answer to this yet, or one that does not say what came of it.
  private var waiting: Attempt?
  /// The disk did not take these, and Telegram may not know yet that they were handled: then they come once more.
  private var unsaved: [Attempt] = []
  /// All since the bot was started, of which Telegram may bring the last ones again.
  private var last: [Attempt] = []
  /// Those of them that a restored office has never heard of.
  private var forgotten: [Attempt] = []
  /// What cancels its bookings, by the day of the month, as far as it has looked.
  private var cancelling: [Int: String] = [:]
  /// How often something was done.
  private(set) var done = 0
  /// How often somebody else had the seat.
  private(set) var refusals = 0
  /// How often the disk took nothing.
  private(set) var unsavedCount = 0

  /// - Parameter changes: what it did before, as the journal tells it.
  init(_ person: Person, floors: [SeenFloor], after changes: [BookingChange], seed: UInt64) {
    self.person = person
    self.floors = floors
    acknowledged = changes
    chance = SeededRandom(seed: seed)
  }

  // MARK: What it does

  /// Goes on until cancelled.
  func work() async throws {
    do {
      while true { try await doSomething() }
    } catch is CancellationError {}
  }

  private func doSomething() async throws {
    let floor = try #require(floors.randomElement(using: &chance))
    let own = acknowledged.seats[floor.dayOfMonth]
    if own != nil {
      guard let data = cancelling[floor.dayOfMonth] else { return try await learnToCancel(on: floor) }
      if Bool.random(using: &chance) { return try await attempt(data, on: floor, from: own, to: nil) }
    }
    let others = floor.seats.filter { $0.key != own }.sorted { $0.key < $1.key }
    let seat = try #require(others.randomElement(using: &chance))
    try await attempt(seat.value, on: floor, from: own, to: seat.key)
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

  private func attempt(
    _ data: String, on floor: SeenFloor, from before: String?, to after: String?
  ) async throws {
    let tap = try await person.startTap(data: data, on: person.lastMessage.id)
    let change = BookingChange(by: person.id, onDay: floor.dayOfMonth, from: before, to: after)
    let attempt = Attempt(tap: tap, change: change)
    waiting = attempt
    last.append(attempt)
    _ = try await person.answer(to: tap)
    try await heed()
  }

  // MARK: What it hears

  /// Takes note of the answer to what was last asked for, if there is one.
  func heed() async throws {
    guard let attempt = waiting, let answer = try await answer(to: attempt) else { return }
    switch answer {
    case .done:
      done += 1
      acknowledged.append(attempt.change)
      // The next booking is another one.
      if attempt.change.kind == .cancelled { cancelling[attempt.change.dayOfMonth] = nil }
    case .refused:
      refusals += 1
    case .notSaved:
      unsavedCount += 1
      unsaved.append(attempt)
    case .handledBefore: return
    }
    waiting = nil
  }

  private enum Answer {
    case done, refused, notSaved, handledBefore
  }

  private func answer(to attempt: Attempt) async throws -> Answer? {
    guard let answer = try await person.chat.taps.last(where: { $0.id == attempt.tap })?.answer else {
      return nil
    }
    let text = answer.text ?? ""
    if text.hasSuffix("— ваше.") || text.contains(": место ") && text.contains(" вместо ")
      || text.hasPrefix("Отменено:")
    {
      return .done
    }
    if text.contains(" занято: ") { return .refused }
    if text.hasPrefix("Не получилось сохранить, ничего не изменилось") { return .notSaved }
    // Killed twice under it, the bot apologises and does not say what came of it.
    if !text.hasPrefix("Уже обработано"), !text.hasPrefix("Простите") {
      Issue.record("the bot answered «\(text)»")
    }
    return .handledBefore
  }

  // MARK: What must be stored

  /// All that is wrong with what is stored, given what it was told.
  func mistakes(in stored: StoredOffice) -> [String] {
    let changes = stored.changes(by: person)
    var mistakes: [String] = []
    if !changes.starts(with: acknowledged) {
      mistakes.append("was told \(acknowledged.suffix(3)), the journal ends with \(changes.suffix(3))")
    }
    let others = changes.dropFirst(acknowledged.count)
    let doubts = forgotten.isEmpty ? unsaved + [waiting].compactMap(\.self) : forgotten
    if !others.map(\.wish).isSubsequence(of: doubts.map(\.change.wish)) {
      mistakes.append("of \(doubts.map(\.change)) the journal has made \(Array(others))")
    }
    if stored.seats(of: person) != changes.seats {
      mistakes.append("by the journal has \(changes.seats), stored are \(stored.seats(of: person))")
    }
    return mistakes.map { "\(person.firstName) \($0)" }
  }

  /// The same, when the bot was started and has handled all that waited; what is stored then holds.
  func mistakesAfterStart(in stored: StoredOffice) async throws -> [String] {
    var mistakes = mistakes(in: stored)
    let others = stored.changes(by: person).dropFirst(acknowledged.count)
    if let waiting, let answer = try await answer(to: waiting) {
      switch answer {
      case .done where others.last?.wish != waiting.change.wish:
        mistakes.append("\(person.firstName) was told \(waiting.change), which is not stored")
      case .refused where unsaved.isEmpty && !others.isEmpty:
        mistakes.append("\(person.firstName) was refused \(waiting.change), which is stored")
      case .refused: refusals += 1
      case .notSaved: mistakes.append("\(person.firstName) was told that the disk is full after a start")
      default: break
      }
    }
    done += others.count
    acknowledged += others
    for change in others { cancelling[change.dayOfMonth] = nil }
    forgetDoubts()
    return mistakes
  }

  /// The bot has answered everything and confirmed it to Telegram.
  func isCertain() async throws {
    if let waiting { _ = try await person.answer(to: waiting.tap) }
    try await heed()
    forgetDoubts()
  }

  /// All that is wrong with a snapshot: it has what was acknowledged before it was taken, and of what came later
  /// the first or nothing.
  func mistakes(inSnapshot stored: StoredOffice, with count: Int) -> [String] {
    let changes = stored.changes(by: person)
    guard changes.count <= acknowledged.count else { return mistakes(in: stored) }
    var mistakes: [String] = []
    if changes.count < count || !acknowledged.starts(with: changes) {
      mistakes.append("had done \(count) things, \(changes.count) are in the snapshot")
    }
    if stored.seats(of: person) != changes.seats {
      mistakes.append("by the journal has \(changes.seats), in the snapshot are \(stored.seats(of: person))")
    }
    return mistakes.map { "\(person.firstName) \($0)" }
  }

  /// The office was restored: it knows nothing of what was done later, and Telegram may bring that again.
  ///
  /// - Returns: how much was lost that this person was told is done.
  func goBack(to stored: StoredOffice) -> Int {
    let lost = acknowledged.count - stored.changes(by: person).count
    acknowledged = stored.changes(by: person)
    cancelling = [:]
    forgotten = last
    (waiting, unsaved) = (nil, [])
    return max(0, lost)
  }

  private func forgetDoubts() {
    (waiting, unsaved, last, forgotten) = (nil, [], [], [])
  }
}

extension StoredOffice {
  fileprivate func changes(by person: Person) -> [BookingChange] {
    changes.filter { $0.account == person.id }
  }

  /// The seats of somebody, by the day of the month.
  func seats(of person: Person) -> [Int: String] {
    let own = bookings.filter { $0.account == person.id }
    return Dictionary(
      own.compactMap { booking in
        guard let day = booking.day.split(separator: "-").last.flatMap({ Int($0) }), let seat = booking.seat
        else { return nil }
        return (day, seat)
      }, uniquingKeysWith: { "\($0) and \($1)" })
  }
}
