import FloorPlan
import Foundation
import Logging
import OfficeActor
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

/// Keeps an office's transactions in memory, or refuses them.
final class MemoryStorage: OfficeStorage {
  private let log = Mutex<[Transaction]>([])
  private let failure = Mutex<CommitFailure?>(nil)
  private let disk = Mutex<DispatchSemaphore?>(nil)

  var commits: [Transaction] { log.withLock { $0 } }

  /// From now on nothing can be saved.
  func fail(_ failure: CommitFailure = .storage("the disk is full")) {
    self.failure.withLock { $0 = failure }
  }

  /// The next commit takes until ``goOn()``.
  func hang() { disk.withLock { $0 = DispatchSemaphore(value: 0) } }

  func goOn() { _ = disk.withLock { $0.take() }?.signal() }

  func commit(_ transaction: Transaction) throws(CommitFailure) {
    disk.withLock { $0 }?.wait()
    if let failure = failure.withLock({ $0 }) { throw failure }
    log.withLock { $0.append(transaction) }
  }
}

/// A small office on Tuesday, 24 November 2026, at ten in the morning.
struct TestOffice: Sendable {
  let state: OfficeState
  let storage = MemoryStorage()
  let now: Date

  static let anna = AccountID(rawValue: 101)
  static let boris = AccountID(rawValue: 102)
  static let stranger = AccountID(rawValue: 900)
  static let admin = AccountID(rawValue: 999)

  static let today = Day(iso: "2026-11-24") ?? Day(number: 0)
  static let tomorrow = today + 1

  static let seats = [("1", "Окно"), ("2", "Окно"), ("3", "Окно"), ("A-4", "Угол")].map {
    Seat(id: Seat.ID($0), zone: $1)
  }

  /// Anna has seat 2 tomorrow; Boris has seat 1 tomorrow and 3 the day after.
  static let bookings = [
    booking(1, anna: true, "2", on: tomorrow), booking(2, anna: false, "1", on: tomorrow),
    booking(3, anna: false, "3", on: tomorrow + 1),
  ]

  static func booking(_ id: Int64, anna: Bool, _ seat: String, on day: Day) -> Booking {
    booking(id, of: anna ? 1 : 2, seat, on: day)
  }

  /// A booking of an employee by number, seatless or for a guest.
  static func booking(
    _ id: Int64, of owner: Int64, _ seat: String?, guest: String? = nil, on day: Day = tomorrow,
    hasDeclined: Bool = false
  ) -> Booking {
    Booking(
      id: Booking.ID(rawValue: id), day: day, owner: Employee.ID(rawValue: owner),
      guest: guest.flatMap(GuestName.init), seat: seat.map { Seat.ID($0) },
      createdAt: Date(timeIntervalSince1970: 1_795_000_000), hasDeclined: hasDeclined)
  }

  /// Tomorrow without a free seat: Boris has 1, and a guest on 2; Ёлкин has 3; A-4 is closed.
  static let full = [
    booking(2, of: 2, "1"), booking(3, of: 2, "2", guest: "Ваня"), booking(4, of: 3, "3"),
  ]
  static let closure = SeatClosure(seat: Seat.ID("A-4"), from: today, through: nil, reason: "ремонт")

  /// Seat 3 tomorrow, held for a booking.
  static func offer(to booking: Int64) -> Offer {
    Offer(
      id: Offer.ID(rawValue: 5), day: tomorrow, seat: Seat.ID("3"), booking: Booking.ID(rawValue: booking),
      createdAt: Date(timeIntervalSince1970: 1_795_000_000),
      runsOutAt: Date(timeIntervalSince1970: 1_796_000_000))
  }

  init(
    seats: [Seat] = Self.seats,
    names: [String] = ["Смирнова Анна", "Орлов Борис", "Ёлкин Пётр", "Еремеев Павел"],
    bookings: [Booking] = Self.bookings, offers: [Offer] = [],
    released: [ReleasedBooking] = [], closures: [SeatClosure] = [],
    closed: Set<Day> = [], closedByAdmin: Set<Day> = [], now: Date? = nil, nextBooking: Int64 = 100,
    registration: RegistrationMode = .open, records: AdminRecords? = nil
  ) throws {
    let moscow = try #require(TimeZone(identifier: "Europe/Moscow"))
    let now = now ?? Self.today.start(in: moscow).addingTimeInterval(10 * 3600)
    self.now = now
    let employees = try names.enumerated().map { index, name in
      let account = index < 2 ? [Self.anna, Self.boris][index] : nil
      return Employee(
        id: Employee.ID(rawValue: Int64(index + 1)), name: try #require(EmployeeName(name)), account: account)
    }
    let office = try Office(
      rules: OfficeRules(
        timeZone: moscow, closedDays: closed, admins: [Self.admin], registration: registration), seats: seats,
      records: OfficeRecords(
        employees: employees, bookings: bookings, offers: offers, released: released,
        closedDays: closedByAdmin,
        closures: closures, knownSeats: Set(seats.map(\.id)),
        counters: Counters(
          nextEmployee: Int64(names.count + 1), nextBooking: nextBooking, nextOffer: 100)))
    state = OfficeState(office, storage: storage, now: { now })
    steps = StepInterpreter(
      state: state, officeName: "СПБ", now: { now }, records: records ?? .unexpected,
      logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
  }

  var office: Office { state.office }

  /// The interpreter of this office; of all copies of it the same, for it remembers refused attempts.
  let steps: StepInterpreter

  /// Somebody's tap or message.
  struct Asking: Sendable {
    var viewer: Scene.Viewer
    var request: RequestID
    var account: AccountID { viewer.account }
    var entry: TextEntry? {
      get { viewer.entry }
      set { viewer.entry = newValue }
    }

    func waiting(for entry: TextEntry?) -> Self {
      var asking = self
      asking.entry = entry
      return asking
    }
  }

  func asking(
    _ account: AccountID, _ request: Int64 = 1, entry: TextEntry? = nil, evidence: Evidence = .proof(.none)
  ) -> Asking {
    Asking(
      viewer: Scene.Viewer(account: account, entry: entry, evidence: evidence),
      request: RequestID(rawValue: request))
  }

  func reply(to button: Button, from asking: Asking) async -> Reply { await reply(to: .tap(button), asking) }
  func reply(to command: ChatCommand, from asking: Asking) async -> Reply {
    await reply(to: .command(command), asking)
  }
  func reply(toText text: String, from asking: Asking) async -> Reply { await reply(to: .text(text), asking) }
  func reply(toDocument document: Document, from asking: Asking) async -> Reply {
    let sent = SentDocument(
      fileID: document.fileID.rawValue, name: document.fileName, size: document.fileSize)
    return await reply(to: .document(sent), asking)
  }
  func replyToUnknownButton(from asking: Asking) async -> Reply { await reply(to: .tap(nil), asking) }
  func replyToOtherContent(from asking: Asking) async -> Reply { await reply(to: .other, asking) }

  private func reply(to input: Input, _ asking: Asking) async -> Reply {
    await steps.reply(to: input, from: asking.viewer, asking.request)
  }

  func screen(at trail: Trail, for asking: Asking) -> Screen {
    steps.scene(for: asking.viewer).screen(at: trail)
  }

  /// A screen of «Управление», with what it tells from outside the office.
  func adminScreen(at trail: Trail, for asking: Asking) async throws -> Screen {
    try #require(await reply(to: .open(trail), from: asking).screen)
  }

  func rightsHold(of account: AccountID) -> @Sendable () -> Bool { steps.rightsHold(of: account) }

  func screen(_ place: Place, for account: AccountID = Self.anna, entry: TextEntry? = nil) -> Screen {
    screen(at: Trail(.menu).to(place), for: asking(account, entry: entry))
  }
}

typealias Asking = TestOffice.Asking
