import Foundation

@testable import OfficeActor

/// Rule 8 watched from outside: it knows what events and configuration say, and nothing of how the office
/// decides.
struct OfferWatch {
  private(set) var faults: [String] = []
  private var days: [Day: WatchedDay] = [:]
  private var linked: Set<Employee.ID>
  private var seats: Set<Seat.ID>
  private var closures: [Seat.ID: SeatClosure] = [:]
  private var closedDays: Set<Day> = []
  private var absences: [Employee.ID: [ClosedRange<Day>]] = [:]

  private struct WatchedDay {
    var bookings: [Booking.ID: Booking] = [:]
    /// For whom seats are held.
    var held: [Seat.ID: Booking.ID] = [:]
    /// Who was asked since a seat was last freed.
    var asked: [Seat.ID: Set<Booking.ID>] = [:]

    func isFree(_ seat: Seat.ID) -> Bool {
      held[seat] == nil && !bookings.values.contains { $0.seat == seat }
    }
  }

  private struct Freed: Hashable {
    let day: Day
    let seat: Seat.ID
  }

  init(_ office: Office) {
    linked = Set(office.employees.all.filter { $0.account != nil }.map(\.id))
    seats = Set(office.seats.map(\.id))
  }

  /// Follows what one step did, and notes where that was against the rule.
  mutating func follow(_ events: [Event], rules: OfficeRules, at now: Date) {
    var freed: Set<Freed> = []
    // Who lost a seat in this step: rule 11 offers them what is free.
    var bumped: Set<Booking.ID> = []
    let isClosing = events.contains {
      switch $0 {
      case .seatClosed, .seatRemoved: true
      default: false
      }
    }
    for event in events {
      switch event {
      case .booked(let booking, _), .bookedOnOpening(let booking, _, _), .restored(let booking, _):
        take(booking)
      case .moved(let booking, let left, _):
        if let left { freed.insert(free(left, on: booking.day)) }
        take(booking)
      case .cancelled(let booking, _, _), .cancelledForAbsence(let booking, _), .released(let booking, _):
        days[booking.day]?.bookings[booking.id] = nil
        if let seat = booking.seat { freed.insert(free(seat, on: booking.day)) }
        for (seat, holder) in days[booking.day]?.held ?? [:] where holder == booking.id {
          freed.insert(release(seat, of: booking.id, on: booking.day))
        }
      case .lostSeat(let booking, _, _):
        days[booking.day]?.bookings[booking.id] = booking
        bumped.insert(booking.id)
      case .offered(let offer, let booking, _):
        let isForBumped = isClosing && !freed.contains(Freed(day: offer.day, seat: offer.seat))
        checkOrder(offer, among: isForBumped ? bumped : nil, rules: rules, at: now)
        if isForBumped {
          // Nobody else wanted the seat when it became free.
          let others = days[offer.day]?.bookings.values.filter { $0.seat == nil && !bumped.contains($0.id) }
          days[offer.day]?.asked[offer.seat] = Set((others ?? []).map(\.id))
        }
        if booking.id != offer.booking { faults.append("offer \(offer.id) names another booking") }
        days[offer.day]?.held[offer.seat] = offer.booking
        days[offer.day]?.asked[offer.seat, default: []].insert(offer.booking)
      case .offerAccepted(let booking, _):
        guard let seat = booking.seat else { break }
        _ = release(seat, of: booking.id, on: booking.day)
        take(booking)
      case .offerDeclined(let offer, let booking, _):
        days[offer.day]?.bookings[booking.id]?.hasDeclined = true
        freed.insert(release(offer.seat, of: offer.booking, on: offer.day))
      case .offerRanOut(let offer, _, _): freed.insert(release(offer.seat, of: offer.booking, on: offer.day))
      case .offerPassedOn(let offer, let booking, _):
        freed.insert(release(offer.seat, of: offer.booking, on: offer.day))
        if isClosing { bumped.insert(booking.id) }
      case .absent(let absence, _):
        let span = absence.from...absence.through
        absences[absence.employee, default: []].removeAll { $0.overlaps(span) }
        absences[absence.employee, default: []].append(span)
      case .absenceEnded(let absence, let day, _):
        absences[absence.employee]?.removeAll { $0.upperBound == absence.through }
        if absence.from < day { absences[absence.employee]?.append(absence.from...(day + -1)) }
      case .registered(let employee): linked.insert(employee.id)
      case .unlinked(let employee, _), .employeeRemoved(let employee): linked.remove(employee.id)
      case .seatClosed(let closure):
        let before = closures.updateValue(closure, forKey: closure.seat)
        freed.formUnion(open(before, now: closure))
      case .seatOpened(let seat): freed.formUnion(open(closures.removeValue(forKey: seat), now: nil))
      case .seatAdded(let seat):
        seats.insert(seat)
        for day in days.keys { freed.insert(free(seat, on: day)) }
      case .seatRemoved(let seat):
        seats.remove(seat)
        closures[seat] = nil
      case .dayClosed(let day, _): closedDays.insert(day)
      case .dayOpened(let day): closedDays.remove(day)
      default: break
      }
    }
    for freed in freed where isOffered(freed.seat, on: freed.day, rules: rules, at: now) {
      let waiting = eligible(for: freed.seat, on: freed.day)
      guard days[freed.day]?.isFree(freed.seat) ?? false, !waiting.isEmpty else { continue }
      faults.append("\(freed.seat) on \(freed.day) is free though \(waiting.map(\.id.rawValue)) wait")
    }
  }

  // MARK: What is to be seen

  private mutating func checkOrder(
    _ offer: Offer, among chosen: Set<Booking.ID>?, rules: OfficeRules, at now: Date
  ) {
    let what = "\(offer.seat) on \(offer.day) offered to \(offer.booking.rawValue)"
    if !isOffered(offer.seat, on: offer.day, rules: rules, at: now) {
      faults.append("\(what), which is not to be offered now")
    }
    if !(days[offer.day]?.isFree(offer.seat) ?? false) { faults.append("\(what), though it is not free") }
    let waiting = eligible(for: offer.seat, on: offer.day, chosen)
    if waiting.first?.id != offer.booking { faults.append("\(what) before \(waiting.map(\.id.rawValue))") }
  }

  /// Who may be asked, the first in the queue first; who has just lost a seat, also about a seat that is free
  /// because they did not answer before.
  private func eligible(
    for seat: Seat.ID, on day: Day, _ chosen: Set<Booking.ID>? = nil
  ) -> [Booking] {
    guard let watched = days[day] else { return [] }
    let holders = Set(watched.held.values)
    let asked = watched.asked[seat] ?? []
    return watched.bookings.values
      .filter {
        !isAway($0.owner, on: day) && $0.seat == nil && !$0.hasDeclined && linked.contains($0.owner)
          && !holders.contains($0.id)
          && (chosen?.contains($0.id) ?? !asked.contains($0.id))
      }
      .sorted {
        ($0.hasLostSeat ? 0 : 1, $0.createdAt, $0.id) < ($1.hasLostSeat ? 0 : 1, $1.createdAt, $1.id)
      }
  }

  /// Nothing is offered to who does not come.
  private func isAway(_ owner: Employee.ID, on day: Day) -> Bool {
    absences[owner]?.contains { $0.contains(day) } ?? false
  }

  private func isOffered(_ seat: Seat.ID, on day: Day, rules: OfficeRules, at now: Date) -> Bool {
    let today = Day(containing: now, in: rules.timeZone)
    guard seats.contains(seat), !(closures[seat]?.contains(day) ?? false), day >= today,
      !closedDays.contains(day), !rules.closedWeekdays.contains(day.weekday)
    else { return false }
    return day > today || now < rules.offers.todayUntil.moment(on: day, in: rules.timeZone)
  }

  // MARK: Following

  private mutating func take(_ booking: Booking) {
    if let seat = booking.seat {
      if !(days[booking.day, default: WatchedDay()].isFree(seat)) {
        faults.append("\(seat) on \(booking.day) was not free for \(booking.id.rawValue)")
      }
      days[booking.day]?.asked[seat] = nil
    }
    days[booking.day, default: WatchedDay()].bookings[booking.id] = booking
  }

  /// A seat is free anew: everybody may be asked.
  private mutating func free(_ seat: Seat.ID, on day: Day) -> Freed {
    for booking in days[day]?.bookings.values.filter({ $0.seat == seat }) ?? [] {
      days[day]?.bookings[booking.id]?.seat = nil
    }
    days[day]?.asked[seat] = nil
    return Freed(day: day, seat: seat)
  }

  /// A seat is no longer held; who was asked stays asked.
  private mutating func release(_ seat: Seat.ID, of booking: Booking.ID, on day: Day) -> Freed {
    if days[day]?.held[seat] != booking { faults.append("\(seat) on \(day) was not held for \(booking)") }
    days[day]?.held[seat] = nil
    return Freed(day: day, seat: seat)
  }

  private mutating func open(_ before: SeatClosure?, now closure: SeatClosure?) -> [Freed] {
    guard let before else { return [] }
    return days.keys.filter { before.contains($0) && !(closure?.contains($0) ?? false) }
      .map { free(before.seat, on: $0) }
  }
}
