import Foundation

@testable import OfficeActor

/// Rule 9 watched from outside, by events, stamps and what was delivered.
struct AttendanceWatch {
  private(set) var faults: [String] = []
  private var asked: [Booking.ID: Date] = [:]
  private var reminded: Set<Booking.ID> = []
  /// When the question reached who is linked to the owner's name now.
  private var reached: [Booking.ID: Date] = [:]
  private var confirmed: Set<Booking.ID> = []
  /// What the question said, or later where nobody could be heard then.
  private var answerBy: [Booking.ID: Date] = [:]
  /// What silence has cost, by owner, day and guest: «Приду» may take it again.
  private var released: Set<Presence> = []

  private struct Presence: Hashable {
    let owner: Employee.ID
    let day: Day
    let guest: GuestName?

    init(_ booking: Booking) { (owner, day, guest) = (booking.owner, booking.day, booking.guest) }
  }

  /// Follows what one step did, and notes where that was against the rule.
  ///
  /// - Parameter office: after the step.
  mutating func follow(_ events: [Event], in office: Office, at now: Date) {
    for event in events {
      switch event {
      case .attendanceAsked(let owner, let day): ask(owner, about: day, in: office, at: now)
      case .attendanceReminded(let owner, let day): remind(owner, about: day, in: office, at: now)
      case .absent(let absence, let owner):
        // Guests who stay are not asked about.
        for booking in office.bookings(of: owner.id, in: absence.from...absence.through)
        where asked[booking.id] != nil { confirmed.insert(booking.id) }
      case .attendanceConfirmed(let owner, let day):
        for booking in office.bookings(of: owner.id, on: day) where asked[booking.id] != nil {
          confirmed.insert(booking.id)
        }
      case .moved(let booking, _, _): if asked[booking.id] != nil { confirmed.insert(booking.id) }
      case .offerAccepted(let booking, _): confirmed.insert(booking.id)
      case .released(let booking, _):
        checkRelease(booking, office.rules, at: now)
        released.insert(Presence(booking))
      case .booked(let booking, _), .restored(let booking, _), .bookedOnOpening(let booking, _, _):
        released.remove(Presence(booking))
      case .unlinked(let employee, _):
        for booking in office.bookings(of: employee.id, from: office.rules.today(at: now)) {
          reached[booking.id] = nil
        }
      default: break
      }
    }
  }

  /// A question was delivered to whoever is linked to the owner's name.
  mutating func reached(_ owner: Employee.ID, about day: Day, in office: Office, at now: Date) {
    let minimum = office.rules.attendance.minimumTimeToAnswer.seconds
    let inQuestion = office.bookings(of: owner, on: day).filter {
      asked[$0.id] != nil && !confirmed.contains($0.id)
    }
    let inTime = inQuestion.filter { now + minimum <= deadline(of: $0.id, office.rules) }
    if inTime.isEmpty { faults.append("the question about \(day) came too late") }
    for booking in inTime where reached[booking.id] == nil { reached[booking.id] = now }
  }

  /// People can be heard again: what came due meanwhile has its time anew.
  mutating func resumed(in office: Office, at now: Date) {
    guard office.rules.attendance.isEnabled else { return }
    let today = office.rules.today(at: now)
    for id in reached.keys
    where !confirmed.contains(id) && isSilenceCostly(id, office.rules, at: now)
      && office.booking(id).map({ $0.day >= today }) ?? false
    {
      answerBy[id] = now + office.rules.attendance.minimumTimeToAnswer.seconds
    }
  }

  /// After a release nobody has a seat who was asked in time, said nothing, and whose own time is over.
  mutating func checkReleased(in office: Office, at now: Date) {
    let rules = office.rules
    guard rules.attendance.isEnabled else { return }
    for booking in office.allBookings
    where booking.seat != nil && booking.day >= rules.today(at: now) && !office.isClosed(booking.day) {
      guard !confirmed.contains(booking.id), isSilenceCostly(booking.id, rules, at: now) else { continue }
      faults.append("\(booking.id.rawValue) of \(booking.day) was not released")
    }
  }

  /// «Приду» gave these bookings: nothing that was not released.
  mutating func checkRetaken(_ events: [Event]) {
    for case .booked(let booking, _) in events where !released.contains(Presence(booking)) {
      faults.append("\(booking.id.rawValue) of \(booking.day) was booked by «Приду» and not released before")
    }
  }

  /// Whether the question came in time, and its own time is over.
  private func isSilenceCostly(_ id: Booking.ID, _ rules: OfficeRules, at now: Date) -> Bool {
    guard let reached = reached[id] else { return false }
    let deadline = deadline(of: id, rules)
    return reached + rules.attendance.minimumTimeToAnswer.seconds <= deadline && deadline <= now
  }

  private func deadline(of id: Booking.ID, _ rules: OfficeRules) -> Date {
    guard let asked = asked[id] else { return .distantFuture }
    let configured = rules.attendance.answerBy.moment(on: rules.today(at: asked), in: rules.timeZone)
    return max(answerBy[id] ?? configured, configured)
  }

  private mutating func ask(_ owner: Employee, about day: Day, in office: Office, at now: Date) {
    let stamped = office.bookings(of: owner.id, on: day).filter { $0.attendance.askedAt == now }
    let askingDay = office.rules.today(at: now)
    if stamped.isEmpty { faults.append("\(owner.name) was asked about nothing") }
    if office.absence(of: owner.id, on: day) != nil { faults.append("\(owner.name) was asked and is away") }
    if owner.account == nil { faults.append("\(owner.name) was asked and is not linked") }
    if office.isClosed(day) || (askingDay.number + 1..<day.number).contains(where: isOpen) {
      faults.append("\(owner.name) was asked about \(day), which is not the coming open day")
    }
    for booking in stamped {
      if asked.updateValue(now, forKey: booking.id) != nil {
        faults.append("\(booking.id.rawValue) was asked about twice")
      }
      answerBy[booking.id] = office.rules.attendance.answerBy.moment(
        on: askingDay, in: office.rules.timeZone)
      if booking.seat == nil || confirmed.contains(booking.id)
        || office.rules.today(at: booking.seatedAt) >= askingDay
      {
        faults.append("\(booking.id.rawValue) was not to be asked about")
      }
    }
    func isOpen(_ number: Int) -> Bool { !office.isClosed(Day(number: number)) }
  }

  private mutating func remind(_ owner: Employee, about day: Day, in office: Office, at now: Date) {
    let stamped = office.bookings(of: owner.id, on: day).filter { $0.attendance.remindedAt == now }
    if stamped.isEmpty { faults.append("\(owner.name) was reminded of nothing") }
    for booking in stamped {
      if !reminded.insert(booking.id).inserted { faults.append("\(booking.id.rawValue) was reminded twice") }
      if reached[booking.id] == nil || confirmed.contains(booking.id) {
        faults.append("\(booking.id.rawValue) was not to be reminded of")
      }
    }
  }

  private mutating func checkRelease(_ booking: Booking, _ rules: OfficeRules, at now: Date) {
    if confirmed.contains(booking.id) { faults.append("\(booking.id.rawValue) was confirmed and released") }
    if !isSilenceCostly(booking.id, rules, at: now) {
      faults.append("\(booking.id.rawValue) was released and not asked in time")
    }
  }
}
