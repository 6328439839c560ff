public import Foundation
public import OfficeActor
import Persistence
import Synchronization

/// A year of an office as the bot leaves it behind: every working day booked nearly full, with moves and
/// cancellations, in `office.db`, and what the bot remembers of everybody's chat, in `chats.db`.
public struct OfficeYear: Sendable {
  /// The names of the list; each is registered by the account of its place in the list, from ``firstAccount``.
  public let names: [EmployeeName]
  /// All seats.
  public let seats: [Seat]
  /// The rules by which people booked.
  public let rules: OfficeRules
  /// How many days back it goes, if it is not a whole year.
  public let days: Int

  /// Telegram user id of who is registered under the first name.
  public static let firstAccount: Int64 = 1_000
  /// Updates handled longer ago are forgotten by cleanup.
  private static let requestsKeptDays = 7
  private static let picturesKept = 500

  /// A year of an office of that size.
  public init(names: [EmployeeName], seats: [Seat], rules: OfficeRules, days: Int = 365) {
    self.names = names
    self.seats = seats
    self.rules = rules
    self.days = days
  }

  /// Writes the year up to `now`, with what is booked ahead, to a data folder that has no office yet.
  ///
  /// Everything goes through ``OfficeState``, many people at a time, so ids and the order in the journal differ
  /// from one time to the next; who books what does not.
  public func write(to folder: URL, until now: Date, seed: UInt64 = 1) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let today = rules.today(at: now)
    let clock = Mutex((today + -days).start(in: rules.timeZone))
    let database = try OfficeDatabase(folder: folder)
    let state = OfficeState(
      try database.load(rules: rules, seats: seats).office, storage: database,
      now: { clock.withLock { $0 } })
    _ = try await state.perform(.addEmployees(names), by: .bot)
    _ = try await state.perform(.adoptSeats, by: .bot)
    try await together(state.office.employees.all.enumerated()) { index, employee in
      _ = try await state.perform(.register(as: employee.id), by: account(index))
    }
    var random = SeededRandom(seed: seed)
    for day in (-days..<rules.bookingWindowDays).map({ today + $0 }) where !Self.isWeekend(day) {
      let eve = min((day + -1).start(in: rules.timeZone) + 18 * 3_600, now)
      clock.withLock { $0 = max($0, eve) }
      let people = Array(names.indices.shuffled(using: &random).prefix(seats.count * 9 / 10))
      let isRecent = day > today + -Self.requestsKeptDays
      try await book(day, people, state, areRequestsKept: isRecent)
    }
    try await state.saveRequests()
    try database.close()
    try await writeChats(to: folder, at: now)
  }

  /// Everybody takes a seat, some move to one that is free, some think better of it.
  private func book(
    _ day: Day, _ people: [Int], _ state: OfficeState, areRequestsKept: Bool
  ) async throws {
    @Sendable func request() -> RequestID? {
      areRequestsKept ? RequestID(rawValue: .random(in: .min ... .max)) : nil
    }
    try await together(people.enumerated()) { seat, person in
      _ = try await state.perform(
        .book(seats[seat].id, on: day), by: account(person), request: request())
    }
    try await together(zip(people, seats[people.count...])) { person, seat in
      _ = try await state.perform(.book(seat.id, on: day), by: account(person), request: request())
    }
    try await together(people.suffix(people.count / 20)) { person in
      let employee = state.office.employees.linked(to: AccountID(rawValue: Self.firstAccount + Int64(person)))
      guard let booking = employee.flatMap({ state.office.bookings(on: day).booking(ownedBy: $0.id) }) else {
        return
      }
      _ = try await state.perform(.cancel(booking.id), by: account(person), request: request())
    }
  }

  private func writeChats(to folder: URL, at now: Date) async throws {
    let chats = try ChatStore(folder: folder, now: { now })
    for person in names.indices {
      try await chats.remember(
        living: LivingMessage(id: Int64(person) + 1, hasPicture: true),
        of: Self.firstAccount + Int64(person))
    }
    for picture in 0..<Self.picturesKept {
      try await chats.keep(fileID: "picture\(picture)", of: "content \(picture)", bot: 1, at: now)
    }
  }

  private func account(_ person: Int) -> Principal {
    .person(AccountID(rawValue: Self.firstAccount + Int64(person)))
  }

  private static func isWeekend(_ day: Day) -> Bool { [.sat, .sun].contains(day.weekday) }

  /// All at the same time, so that they share commits.
  private func together<Element: Sendable>(
    _ elements: some Sequence<Element>, _ body: @escaping @Sendable (Element) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for element in elements { group.addTask { try await body(element) } }
      try await group.waitForAll()
    }
  }
}
