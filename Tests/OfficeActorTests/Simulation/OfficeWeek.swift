import Foundation
import TestSupport

@testable import OfficeActor

/// A week of an office with too few seats: people, an admin, jobs, a courier, restarts and a clock that jumps,
/// all from one seed, without threads.
struct OfficeWeek {
  private var random: SeededRandom
  private var office: Office
  private var now: Date
  private var courier = SimulatedCourier()
  private var offers: OfferWatch
  private var attendance = AttendanceWatch()
  private var plans = PlanWatch()
  private var lastRuns: [Job: Date] = [:]
  /// Whether updates or the disk are out of reach: nothing is taken for silence then.
  private var isDeaf = false
  private var otherFaults: [String] = []
  private var steps: [(now: Date, events: [Event])] = []
  /// How often what happened, by the journal's words.
  private(set) var tally: [JournalRecord.Kind: Int] = [:]

  private enum Job: CaseIterable { case ask, remind }

  private static let accounts = (1...7).map { AccountID(rawValue: 100 + $0) }
  private static let seats = ["1", "2", "3", "A-1"].map { Seat(id: Seat.ID($0)) }
  private static let admin = Person.admin.principal

  /// What was against the rules.
  var faults: [String] { offers.faults + attendance.faults + plans.faults + courier.faults + otherFaults }

  /// What happened last.
  var story: String {
    steps.suffix(20).map { "\($0.now.formatted(.iso8601)) \($0.events.map(words).joined(separator: "; "))" }
      .joined(separator: "\n")
  }

  private func words(_ event: Event) -> String {
    let record = JournalRecord(event)
    return [
      record.kind.rawValue, record.booking.map { "#\($0.rawValue)" },
      record.employee.map { "by \($0.rawValue)" },
      record.seatBefore.map { "from \($0)" }, record.seat.map { "seat \($0)" }, record.day.map { "on \($0)" },
    ].compactMap { $0 }.joined(separator: " ")
  }

  init(seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    var rules = OfficeRules.sample
    rules.timeZone = try Self.timeZone(random.one(of: "Europe/Moscow", "Europe/Berlin", "America/New_York"))
    rules.closedWeekdays = random.one(of: [.sat, .sun], [.sun], [])
    rules.closedDays = []
    rules.registration = .approval
    // Mostly a short window, so that days that opened in the week are lived in it.
    rules.bookingWindowDays = random.one(of: 2, 3, 4, 14)
    // Any week of the year, so that clocks change in some.
    now = .noon + TimeInterval(Int.random(in: 0..<365 * 24, using: &random) * 3_600)
    let employees = Self.accounts.enumerated().map { index, account in
      Person.named("Сотрудник \(index + 1)", id: Int64(index + 1), account: account.rawValue)
    }
    office = try Office(
      rules: rules, seats: Array(Self.seats.prefix(Int.random(in: 2...3, using: &random))),
      records: OfficeRecords(employees: employees, counters: Counters(nextEmployee: 8)))
    offers = OfferWatch(office)
    for job in Job.allCases { lastRuns[job] = now }
    perform(.adoptSeats, by: .bot)
  }

  /// Lets the week pass, or as much of it as is without fault.
  mutating func run() throws {
    let end = now + 7 * 86_400
    while now < end, faults.isEmpty {
      now += TimeInterval(Int.random(in: 5...100, using: &random) * 60)
      if chance(1, in: 60) { now += TimeInterval(Int.random(in: -180...180, using: &random) * 60) }
      if chance(1, in: 50) { try restart() }
      if chance(1, in: 25) { courier.isTelegramDown.toggle() }
      if chance(1, in: 40), let account = Self.accounts.randomElement(using: &random) {
        courier.blocked.formSymmetricDifference([account])
      }
      runJobs()
      deliver()
      for _ in 0..<Int.random(in: 0...2, using: &random) { anyoneActs() }
      if chance(1, in: 12) { adminActs() }
    }
    courier.checkNothingIsLost(in: office)
  }

  private mutating func perform(_ command: Command, by principal: Principal) {
    let before = office
    guard let events = try? office.perform(command, by: principal, at: now) else { return }
    _ = office.takeChanges()
    if !events.isEmpty { steps.append((now, events)) }
    for event in events { tally[JournalRecord(event).kind, default: 0] += 1 }
    if case .confirmAttendance = command { attendance.checkRetaken(events) }
    offers.follow(events, rules: office.rules, at: now)
    attendance.follow(events, in: office, at: now)
    plans.follow(
      events, isOpening: command == .openNextDay, before: before, after: office, at: now)
  }

  private mutating func chance(_ count: Int, in total: Int) -> Bool {
    Int.random(in: 0..<total, using: &random) < count
  }

  private static func timeZone(_ name: String) throws -> TimeZone {
    guard let timeZone = TimeZone(identifier: name) else { throw CocoaError(.fileNoSuchFile) }
    return timeZone
  }

  // MARK: What runs by itself

  private mutating func runJobs() {
    for job in Job.allCases {
      let due = lastDue(job)
      guard due > lastRuns[job] ?? now else { continue }
      lastRuns[job] = now
      let askingDay = office.rules.today(at: due)
      switch job {
      case .ask: perform(.askAttendance(on: askingDay), by: .bot)
      case .remind: perform(.remindAttendance(on: askingDay), by: .bot)
      }
    }
    while office.dayToOpen(at: now) != nil, faults.isEmpty { perform(.openNextDay, by: .bot) }
    letDeadlinesPass()
    if chance(1, in: 50) { perform(.forgetPlanning(before: office.rules.today(at: now)), by: .bot) }
    if chance(1, in: 50) { perform(.forgetNotices(before: now - 86_400), by: .bot) }
    if chance(1, in: 50) { perform(.forgetReleased(before: office.rules.today(at: now)), by: .bot) }
    if chance(1, in: 50) { perform(.forgetBookings(before: office.rules.today(at: now) + -1), by: .bot) }
  }

  /// Deadlines pass as the bot lets them: not while it is deaf, and not before what came due then has its time anew.
  private mutating func letDeadlinesPass() {
    if chance(1, in: 30) {
      isDeaf.toggle()
      if !isDeaf { resume() }
    }
    guard !isDeaf else { return }
    perform(.runOutOffers(dueBy: now), by: .bot)
    perform(.releaseUnconfirmed(dueBy: now), by: .bot)
    attendance.checkReleased(in: office, at: now)
  }

  private mutating func resume() {
    perform(.resumeDeadlines, by: .bot)
    attendance.resumed(in: office, at: now)
  }

  /// The last moment at which a job was due.
  private func lastDue(_ job: Job) -> Date {
    let rules = office.rules
    let time =
      switch job {
      case .ask: rules.attendance.askAt
      case .remind: rules.attendance.remindAt
      }
    let today = rules.today(at: now)
    let due = time.moment(on: today, in: rules.timeZone)
    return due <= now ? due : time.moment(on: today + -1, in: rules.timeZone)
  }

  private mutating func deliver() {
    for notice in office.noticesDue(at: now) {
      guard let outcome = courier.outcome(of: notice, in: office, at: now, by: &random) else { continue }
      if case .delivered = outcome, case .attendanceQuestion(let day) = notice.content,
        case .employee(let owner) = notice.recipient
      {
        attendance.reached(owner, about: day, in: office, at: now)
      }
      perform(.settle(notice.id, outcome), by: .bot)
      if chance(1, in: 8) { anyoneActs() }
    }
  }

  private mutating func restart() throws {
    let records = office.records
    if chance(1, in: 2) { now += TimeInterval(Int.random(in: 1...20 * 60, using: &random) * 60) }
    let same = try Office(rules: office.rules, seats: office.seats, records: records)
    if same != office { otherFaults.append("another office after a restart") }
    var rules = office.rules
    if chance(1, in: 5) {
      rules.attendance.askAt = TimeOfDay(hour: Int.random(in: 9...16, using: &random), minute: 0)
      rules.attendance.answerBy = TimeOfDay(hour: Int.random(in: 17...21, using: &random), minute: 30)
    }
    if chance(1, in: 5) { rules.bookingWindowDays = random.one(of: 2, 3, 5, 14) }
    if chance(1, in: 20) { rules.timeZone = try Self.timeZone(random.one(of: "Asia/Dubai", "Europe/London")) }
    let count = chance(1, in: 5) ? Int.random(in: 2...4, using: &random) : office.seats.count
    rules.removedSeats = Set(Self.seats.dropFirst(count).map(\.id))
    office = try Office(rules: rules, seats: Array(Self.seats.prefix(count)), records: records)
    perform(.adoptSeats, by: .bot)
    // Answers that arrived meanwhile are handled first.
    for _ in 0..<Int.random(in: 0...3, using: &random) { anyoneActs() }
    resume()
    isDeaf = false
  }

  // MARK: People

  private mutating func anyoneActs() {
    guard let account = Self.accounts.randomElement(using: &random) else { return }
    let principal = Principal.person(account)
    guard let person = office.employee(linkedTo: account) else {
      let names = office.employees.all.filter { $0.account == nil }.sorted { $0.id < $1.id }
      if let name = names.randomElement(using: &random) {
        perform(.requestRegistration(as: name.id, typing: name.name.text), by: principal)
      }
      return
    }
    let today = office.rules.today(at: now)
    let bookings = office.bookings(of: person.id, from: today)
    let day = today + random.one(of: 0, 1, 1, 1, 2, 2, 3)
    switch Int.random(in: -8..<16, using: &random) {
    case -8 ..< -5: plansSomething(principal)
    case -5:
      let days = SeveralDays(
        (0..<3).map { day + $0 }, seat: anySeat(), onlyThisSeat: chance(1, in: 3),
        seatlessIfFull: chance(2, in: 3), movesOwn: chance(1, in: 3), isConfirmed: chance(1, in: 2))
      perform(.bookDays(days), by: principal)
    case -4:
      perform(
        .beAbsent(day...(day + Int.random(in: 0...2, using: &random)), withGuests: chance(1, in: 3)),
        by: principal)
    case -3:
      guard let absence = office.absences(of: person.id, at: now).randomElement(using: &random) else {
        return
      }
      perform(.endAbsence(absence.id, from: chance(1, in: 3) ? day : nil), by: principal)
    case -2, -1:
      guard let gone = office.cancelled(of: person.id, on: day).randomElement(using: &random) else { return }
      perform(.restore(gone.id), by: principal)
    case 0..<5: comes(on: day, as: .oneself, principal)
    case 5:
      guard let guest = GuestName(random.one(of: "Гость", "Другой гость")) else { return }
      comes(on: day, as: .guest(guest), principal)
    case 6, 7:
      guard let booking = bookings.randomElement(using: &random) else { return }
      perform(.cancel(booking.id), by: principal)
    case 8:
      guard let booking = bookings.randomElement(using: &random),
        let seat = office.freeSeats(on: booking.day).randomElement(using: &random)
      else { return }
      perform(.move(booking.id, to: seat.id, isConfirmed: chance(1, in: 2)), by: principal)
    case 9: perform(.cancelGuests(on: day), by: principal)
    case 10..<14:
      for booking in bookings {
        guard let offer = office.bookings(on: booking.day).offer(to: booking.id) else { continue }
        perform(chance(2, in: 3) ? .acceptOffer(offer.id) : .declineOffer(offer.id), by: principal)
      }
    default: perform(.confirmAttendance(on: today + random.one(of: 0, 1, 2)), by: principal)
    }
  }

  private mutating func plansSomething(_ principal: Principal) {
    let weekday = Weekday.allCases[Int.random(in: 0..<7, using: &random)]
    switch Int.random(in: 0..<10, using: &random) {
    case 0: perform(.planDay(weekday, .remove), by: principal)
    case 1: perform(.pausePlan, by: principal)
    case 2, 3: perform(.resumePlan, by: principal)
    case 4, 5: perform(.planDay(weekday, .any), by: principal)
    default:
      guard let seat = anySeat() else { return }
      perform(.planDay(weekday, .seat(seat)), by: principal)
    }
  }

  private mutating func anySeat() -> Seat.ID? { office.seats.randomElement(using: &random)?.id }

  private mutating func comes(on day: Day, as presence: Presence, _ principal: Principal) {
    let seat = office.freeSeats(on: day).randomElement(using: &random)?.id
    perform(.book(seat, on: day, for: presence), by: principal)
  }

  private mutating func adminActs() {
    let today = office.rules.today(at: now)
    let day = today + Int.random(in: 0...3, using: &random)
    let anybody = office.employees.all.sorted { $0.id < $1.id }.randomElement(using: &random)?.id
    let seat = office.seats.randomElement(using: &random)?.id
    switch Int.random(in: -3..<14, using: &random) {
    case -3:
      guard let seat, let anybody else { return }
      let weekdays = Weekday.allCases.filter { _ in chance(1, in: 2) }
      perform(.assignSeat(seat, to: anybody, on: Set(weekdays)), by: Self.admin)
    case -2: if let seat { perform(.unassignSeat(seat), by: Self.admin) }
    case -1: if let anybody { perform(.beAbsent(day...(day + 1), of: anybody), by: Self.admin) }
    case 0, 1:
      guard let seat else { return }
      let through = chance(1, in: 3) ? nil : day + Int.random(in: 0...2, using: &random)
      perform(.closeSeats([SeatClosure(seat: seat, from: day, through: through)]), by: Self.admin)
    case 2, 3:
      for seat in office.closures.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        perform(.openSeat(seat), by: Self.admin)
      }
    case 4: perform(.closeDay(day), by: Self.admin)
    case 5: for day in office.closedDays.sorted() { perform(.openDay(day), by: Self.admin) }
    case 6: if let anybody { perform(.unlink(anybody), by: Self.admin) }
    case 7:
      guard chance(1, in: 4), let anybody else { return }
      perform(.removeEmployee(anybody), by: Self.admin)
      guard let name = EmployeeName("Новичок \(office.counters.nextEmployee)") else { return }
      perform(.addEmployees([name]), by: Self.admin)
    case 8:
      guard let anybody else { return }
      comes(on: day, as: .employee(anybody), Self.admin)
    default:
      for request in office.requests.keys.sorted() {
        perform(
          chance(3, in: 4) ? .approveRegistration(request) : .refuseRegistration(request), by: Self.admin)
      }
    }
  }
}
