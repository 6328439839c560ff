import Foundation
import OfficeActor

/// Says what is the case and what can be done now.
struct RefusalText: SceneView {
  let scene: Scene

  /// Free seats named at the most; of more, only how many.
  static let freeSeatsNamedMax = 12

  func text(of refusal: Refusal) -> Markup {
    switch refusal {
    case .rejected(let rejection): text(of: rejection)
    case .notSaved: words.notSaved
    case .overloaded: words.overloaded
    }
  }

  func text(of rejection: Rejection) -> Markup {
    switch rejection {
    case .notRegistered: words.chooseNameFirst
    case .notAllowed: words.notYourBooking
    case .adminsOnly: words.adminsOnly
    case .alreadyRegistered(let employee): words.alreadyRegistered(name(employee))
    case .registrationNotOpen(let mode): words.registrationNotOpen(mode)
    case .employeeUnknown: words.nameIsNoMore
    // Without the name: it is said to people who are not registered.
    case .nameTaken: words.nameIsTaken
    case .nameNotFound: words.nameNotFound
    case .linkedToAnother(let employee): words.linkedToAnother(name(employee))
    case .nameExists(let employee): words.nameExists(name(employee))
    case .listIsFull(let room): words.listIsFull(room: room, namesMax: Office.employeesMax)
    case .requestGone: words.requestIsGone
    case .requestRefused(let until): words.requestRefused(until: moment(until))
    case .requestsUsedUp(let max, let until): words.requestsUsedUp(max, until: moment(until))
    case .tooManyRequests: words.tooManyRequests
    case .dayIsPast(let day): words.dayIsPast(day)
    case .dayNotYetOpen(let day, let last): words.dayNotYetOpen(day, last: last)
    case .dayIsClosed(let day): words.dayIsClosed(day)
    case .seatUnknown(let seat): words.seatIsNoMore(seat)
    case .seatTaken(let seat, let day, let holder):
      words.seatTaken(seat, on: day, by: name(holder)) + " " + free(on: day)
    case .seatIsClosed(let seat, let day): words.seatIsClosed(seat, on: day) + " " + free(on: day)
    case .seatHeld(let seat, let day): words.seatHeld(seat, on: day) + " " + free(on: day)
    case .seatsAreFree(let day): words.seatsAreFree(on: day) + " " + free(on: day)
    case .guestBooked(let booking):
      words.guestBooked(office.booking(booking).map { BookingLine($0, in: scene).text })
    case .tooManyGuests(let day, let max): words.tooManyGuests(max, on: day)
    case .moveNeedsConfirming(_, let left, let seat): words.moveNeedsConfirming(left, to: seat)
    case .absent(let employee, _, let last):
      words.absent(employee == scene.employee?.id ? nil : name(employee), through: last)
    case .absenceTooLong(let last): words.absenceTooLong(last: last)
    case .tooManyAbsences(let max): words.tooManyAbsences(max)
    case .absenceGone: words.absenceIsGone
    case .nothingChosen: words.nothingChosen
    case .noPlan: words.noPlan
    case .noSeatFree(let day): words.noSeatFree(on: day)
    case .movesNeedConfirming(_, let seat): words.movesNeedConfirming("", to: seat)
    case .alreadyBooked(let booking):
      words.alreadyBooked(office.booking(booking).map { BookingLine($0, in: scene).text })
    case .nothingToRestore: words.nothingToRestore
    case .seatAssigned(let seat, let owner): words.seatAssigned(seat, to: name(owner))
    case .hasAssignedSeat(let owner, let seat): words.hasAssignedSeat(name(owner), seat)
    case .offerGone: words.offerIsGone
    // Only a start asks for what this refuses.
    case .seatsVanished: words.seatsVanished
    case .bookingGone: words.bookingIsGoneAlready
    }
  }

  func noSuchSeat(_ typed: String, on day: Day) -> Markup { words.noSuchSeat(typed) + " " + free(on: day) }

  func tooLate(for seat: Seat.ID, on day: Day) -> Markup {
    words.offerRanOut(seat, on: day) + " " + free(on: day)
  }

  /// «Свободны: 3, 7, 14.»
  private func free(on day: Day) -> Markup {
    let free = office.isClosed(day) ? [] : office.freeSeats(on: day)
    guard !free.isEmpty else { return words.noFreeSeats }
    let named = free.prefix(Self.freeSeatsNamedMax).map(\.id.rawValue).joined(separator: ", ")
    return words.freeSeats(named, more: max(0, free.count - Self.freeSeatsNamedMax))
  }

  /// «ср 25 ноября после 10:00».
  private func moment(_ moment: Date) -> String {
    let zone = office.rules.timeZone
    return words.after(moment.timeOfDay(in: zone), Day(containing: moment, in: zone))
  }

  private func name(_ employee: Employee.ID) -> String { office.employees[employee]?.name.text ?? "—" }
}
