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

  /// Follows what one step did, and notes where that was against the rule.
  ///
  /// - Parameter office: after the step.
  mutating func follow(_ events: [Event], in office: Office, at now: Date) {
    for event in events {
      switch event {
      case .attendanceAsked(let owner, let day): ask(owner, about: day, in: office, at: now)
      case .attendanceReminded(let owner, let day): remind(owner, about: day, in: office, at: now)
      case .attendanceConfirmed(let owner, let day):
        for booking in office.bookings(of: owner.id, on: day) where asked[booking.id] != nil {
          confirmed.insert(booking.id)
        }
      case .moved(let booking, _, _): if asked[booking.id] != nil { confirmed.insert(booking.id) }
      case .offerAccepted(let booking, _): confirmed.insert(booking.id)
      case .released(let booking, _): checkRelease(booking, office.rules, at: now)
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
    if !isInTime(day, office, at: now) { faults.append("the question about \(day) came too late") }
    for booking in office.bookings(of: owner, on: day) where asked[booking.id] != nil {
      if reached[booking.id] == nil { reached[booking.id] = now }
    }
  }

  /// After a release nobody has a seat who was asked that day, in time, and said nothing.
  mutating func checkReleased(askedOn askingDay: Day, in office: Office, at now: Date) {
    let rules = office.rules
    guard rules.attendance.isEnabled else { return }
    for booking in office.allBookings
    where booking.seat != nil && booking.day >= rules.today(at: now) && !office.isClosed(booking.day) {
      guard let asked = asked[booking.id], rules.today(at: asked) == askingDay, booking.day > askingDay,
        !confirmed.contains(booking.id), let reached = reached[booking.id],
        reached + rules.attendance.minimumTimeToAnswer.seconds <= now
      else { continue }
      faults.append("\(booking.id.rawValue) of \(booking.day) was not released")
    }
  }

  private mutating func ask(_ owner: Employee, about day: Day, in office: Office, at now: Date) {
    let stamped = office.bookings(of: owner.id, on: day).filter { $0.attendance.askedAt == now }
    let askingDay = office.rules.today(at: now)
    if stamped.isEmpty { faults.append("\(owner.name) was asked about nothing") }
    if owner.account == nil { faults.append("\(owner.name) was asked and is not linked") }
    if office.isClosed(day) || (askingDay.number + 1..<day.number).contains(where: isOpen) {
      faults.append("\(owner.name) was asked about \(day), which is not the coming open day")
    }
    for booking in stamped {
      if asked.updateValue(now, forKey: booking.id) != nil {
        faults.append("\(booking.id.rawValue) was asked about twice")
      }
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
    let minimum = rules.attendance.minimumTimeToAnswer.seconds
    if confirmed.contains(booking.id) { faults.append("\(booking.id.rawValue) was confirmed and released") }
    guard let reached = reached[booking.id], reached + minimum <= now else {
      return faults.append("\(booking.id.rawValue) was released and not asked in time")
    }
  }

  private func isInTime(_ day: Day, _ office: Office, at now: Date) -> Bool {
    let rules = office.rules
    guard let askingDay = (1...30).map({ day + -$0 }).first(where: { !office.isClosed($0) }) else {
      return false
    }
    let answerBy = rules.attendance.answerBy.moment(on: askingDay, in: rules.timeZone)
    return answerBy.timeIntervalSince(now) >= rules.attendance.minimumTimeToAnswer.seconds
  }
}
