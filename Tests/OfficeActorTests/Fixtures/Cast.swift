import Foundation
public import OfficeActor

/// Somebody who asks the office for something in a test, at noon of the first day unless told otherwise.
struct Person {
  let principal: Principal
  /// Who they are on the list of the sample office, if anybody.
  var employee: Employee?

  /// On the list and linked.
  static let anna = Person("Смирнова Анна", id: 1, account: 101)
  /// On the list and linked.
  static let boris = Person("Волков Борис", id: 2, account: 102)
  /// On the list, not linked; the account is a stranger's until it registers.
  static let vera = Person("Котова Вера", id: 3, account: 103, isLinked: false)
  /// On the list, linked and an admin.
  static let chief = Person("Орлова Дина", id: 4, account: 104)
  /// On the list and linked.
  static let gleb = Person("Гусев Глеб", id: 5, account: 105)
  /// An admin who is not on the list.
  static let admin = Person(principal: .person(AccountID(rawValue: 900)))
  /// An account that nobody knows.
  static let stranger = Person(principal: .person(AccountID(rawValue: 500)))
  static let bot = Person(principal: .bot)

  private init(principal: Principal) { self.principal = principal }

  private init(_ name: String, id: Int64, account: Int64, isLinked: Bool = true) {
    principal = .person(AccountID(rawValue: account))
    employee = EmployeeName(name).map {
      Employee(
        id: Employee.ID(rawValue: id), name: $0, account: isLinked ? AccountID(rawValue: account) : nil)
    }
  }

  func does(_ command: Command, at now: Date = .noon) -> Step {
    Step(command: command, principal: principal, now: now)
  }

  func books(_ seat: String, _ day: Day, at now: Date = .noon) -> Step {
    does(.book(Seat.ID(seat), on: day), at: now)
  }

  /// Comes without a seat.
  func waits(_ day: Day, at now: Date = .noon) -> Step { does(.book(nil, on: day), at: now) }

  /// Books for a guest; without a seat if none is named.
  func invites(_ guest: String, _ seat: Seat.ID?, _ day: Day, at now: Date = .noon) -> Step {
    guard let guest = GuestName(guest) else { preconditionFailure("not a guest's name") }
    return does(.book(seat, on: day, for: .guest(guest)), at: now)
  }

  func invites(_ guest: String, _ day: Day, at now: Date = .noon) -> Step {
    invites(guest, nil, day, at: now)
  }

  func moves(_ booking: Booking.ID, _ seat: Seat.ID, isConfirmed: Bool = false, at now: Date = .noon) -> Step
  {
    does(.move(booking, to: seat, isConfirmed: isConfirmed), at: now)
  }

  func cancels(_ booking: Int64, at now: Date = .noon) -> Step {
    does(.cancel(Booking.ID(rawValue: booking)), at: now)
  }

  func accepts(_ offer: Offer.ID, at now: Date = .noon) -> Step { does(.acceptOffer(offer), at: now) }

  func declines(_ offer: Offer.ID, at now: Date = .noon) -> Step { does(.declineOffer(offer), at: now) }

  /// «Приду».
  func comes(_ day: Day, at now: Date = .noon) -> Step { does(.confirmAttendance(on: day), at: now) }

  /// «Мои дни»: comes on a weekday; any seat if none is named.
  func plans(_ weekday: Weekday, _ seat: Seat.ID? = nil, at now: Date = .noon) -> Step {
    does(.planDay(weekday, seat.map(PlanChange.seat) ?? .any), at: now)
  }

  /// «Меня не будет».
  func isAway(_ from: Day, _ through: Day, withGuests: Bool = false, at now: Date = .noon) -> Step {
    does(.beAbsent(from...through, withGuests: withGuests), at: now)
  }

  /// «Несколько дней».
  func booksDays(_ wanted: SeveralDays, at now: Date = .noon) -> Step { does(.bookDays(wanted), at: now) }

  /// «Вернуть».
  func restores(_ booking: Int64, at now: Date = .noon) -> Step {
    does(.restore(Booking.ID(rawValue: booking)), at: now)
  }

  /// The bot opens the next day.
  func opens(at now: Date) -> Step { does(.openNextDay, at: now) }

  func registers(as employee: Int64, _ proof: RegistrationProof = .none) -> Step {
    does(.register(as: Employee.ID(rawValue: employee), proof: proof))
  }

  /// Asks for a name of the sample office, found by all of it unless something else was typed.
  func asks(
    for employee: Int64, typing typed: String? = nil, profile: AccountProfile? = nil, at now: Date = .noon
  ) -> Step {
    let id = Employee.ID(rawValue: employee)
    let name = [Person.anna, .boris, .vera, .chief, .gleb].compactMap(\.employee).first { $0.id == id }?.name
    return does(.requestRegistration(as: id, typing: typed ?? name?.text ?? "", profile: profile), at: now)
  }

  func adds(_ names: String...) -> Step { does(.addEmployees(names.compactMap { EmployeeName($0) })) }

  /// An admin closes a seat; until it is opened if no last day is named.
  func closes(_ seat: Seat.ID, _ from: Day, through: Day? = nil, at now: Date = .noon) -> Step {
    closes([seat], from, through: through, at: now)
  }

  func closes(_ seats: [Seat.ID], _ from: Day, through: Day? = nil, at now: Date = .noon) -> Step {
    does(
      .closeSeats(
        seats.map { SeatClosure(seat: $0, from: from, through: through, reason: "шумно") }), at: now)
  }

  /// Everything that people said until a moment is handled; until `now` unless it is said.
  func runsOutOffers(dueBy moment: Date? = nil, at now: Date) -> Step {
    does(.runOutOffers(dueBy: moment ?? now), at: now)
  }

  /// Everything that people said until a moment is handled; until `now` unless it is said.
  func releases(dueBy moment: Date? = nil, at now: Date) -> Step {
    does(.releaseUnconfirmed(dueBy: moment ?? now), at: now)
  }

  /// The bot's courier was successful: with whoever is linked then, unless it is said.
  func delivers(_ notice: Notice.ID, to account: AccountID = .receiver, at now: Date = .noon) -> Step {
    does(.settle(notice, .delivered(to: account, message: 7)), at: now)
  }

  /// The bot's courier was not, and never will be.
  func givesUp(_ notice: Notice.ID, to account: AccountID = .receiver, at now: Date = .noon) -> Step {
    does(.settle(notice, .undeliverable(to: account, reason: .blocked)), at: now)
  }

  /// The bot's courier cannot tell.
  func maySend(_ notice: Notice.ID, to account: AccountID = .receiver, at now: Date = .noon) -> Step {
    does(.settle(notice, .unclear(to: account)), at: now)
  }
}

/// One command, asked by somebody at some moment.
struct Step: Sendable {
  let command: Command
  let principal: Principal
  let now: Date
}

extension AccountID {
  /// In a step: whoever a notice goes to when the step is taken.
  static let receiver = AccountID(rawValue: -1)
}

extension Office {
  /// Takes a step of a table.
  mutating func take(_ step: Step) throws(Rejection) -> [Event] {
    try perform(command(of: step), by: step.principal, at: step.now)
  }

  private func command(of step: Step) -> Command {
    guard case .settle(let id, let outcome) = step.command, let notice = notices[id],
      let receiver = account(of: notice)
    else { return step.command }
    return switch outcome {
    case .delivered(.receiver, let message): .settle(id, .delivered(to: receiver, message: message))
    case .undeliverable(AccountID.receiver?, let reason):
      .settle(id, .undeliverable(to: receiver, reason: reason))
    case .unclear(.receiver): .settle(id, .unclear(to: receiver))
    default: step.command
    }
  }
}

extension Person: Sendable {}

extension Date {
  /// Wednesday, 25 November 2026, 12:00 in Moscow: the first moment of most tests.
  static let noon = Date(timeIntervalSince1970: 1_795_597_200)
  /// The same time a day before.
  static let eve = noon - 86_400

  /// A time of the first day.
  static func at(_ hour: Int, _ minute: Int = 0) -> Date {
    noon + TimeInterval((hour - 12) * 60 + minute) * 60
  }
}

extension Day {
  /// 25 November 2026, and days counted from it.
  static let today = Day(containing: .noon, in: .moscow)
  static let yesterday = today + -1
  static let tomorrow = today + 1
  /// Saturday and Monday; the Sunday between them is closed.
  static let saturday = today + 3
  static let monday = today + 5
  /// The last day of the window.
  static let last = today + 13
  /// Closed one by one: Tuesday, 1 December.
  static let holiday = today + 6
  /// Closed as a Sunday.
  static let sunday = today + 4
}

extension TimeZone {
  static let moscow = TimeZone(secondsFromGMT: 3 * 3600) ?? .gmt
}

extension OfficeRules {
  /// Fourteen days in Moscow, closed on Sundays and on one holiday, two admins; anybody may register.
  static let sample = OfficeRules(
    timeZone: .moscow, closedDays: [.holiday], closedWeekdays: [.sun],
    admins: [AccountID(rawValue: 900), AccountID(rawValue: 104)], registration: .open)
}

extension Office {
  /// Five names, four of them linked, and four seats.
  static func sample() throws -> Office {
    try Office(
      rules: .sample, seats: ["1", "2", "3", "A-1"].map { Seat(id: Seat.ID($0)) },
      records: OfficeRecords(
        employees: [Person.anna, .boris, .vera, .chief, .gleb].compactMap(\.employee),
        counters: Counters(nextEmployee: 10)))
  }
}

extension Person {
  /// As the list of the sample office has them; a mistake of the test for somebody it does not have.
  var onTheList: Employee {
    guard let employee else { preconditionFailure("not on the list of the sample office") }
    return employee
  }

  /// Somebody as an office's list would have them.
  static func named(_ name: String, id: Int64, account: Int64? = nil) -> Employee {
    guard let name = EmployeeName(name) else { preconditionFailure("not a name") }
    return Employee(
      id: Employee.ID(rawValue: id), name: name, account: account.map(AccountID.init(rawValue:)))
  }
}

// So that the tables of the tests read well.

extension Seat.ID: ExpressibleByStringLiteral {
  /// As people see it.
  public init(stringLiteral text: String) { self.init(text) }
}

extension RecordID: ExpressibleByIntegerLiteral {
  /// As stored.
  public init(integerLiteral value: Int64) { self.init(rawValue: value) }
}
