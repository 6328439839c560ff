public import Foundation

/// Why the office said no, most decisive first.
public enum Rejection: Error, Sendable, Hashable {
  /// The account is not linked to any name.
  case notRegistered
  /// Only admins may do that.
  case adminsOnly
  /// What was asked for is not this person's to do.
  case notAllowed
  /// The account is linked to another name already.
  case alreadyRegistered(as: Employee.ID)
  /// The way of registering is another one: an approval, membership of the group or the secret link is missing.
  case registrationNotOpen(RegistrationMode)
  /// The name is not on the list (any more).
  case employeeUnknown(Employee.ID)
  /// Somebody else is linked to the name.
  case nameTaken(Employee.ID)
  /// What was typed does not find the name; nothing is said of a name that one does not know.
  case nameNotFound
  /// Another account is linked to the name by now than the one that was meant.
  case linkedToAnother(Employee.ID)
  /// Somebody on the list has that name already.
  case nameExists(Employee.ID)
  /// More names than the list still has room for; nothing was added.
  case listIsFull(room: Int)
  /// There is no such request: decided, or withdrawn.
  case requestGone(RegistrationRequest.ID)
  /// The name was refused to the account; it may be asked for again at a moment.
  case requestRefused(until: Date)
  /// The account has made as many requests as one may in 24 hours; it may make another one at a moment.
  case requestsUsedUp(max: Int, until: Date)
  /// So many strangers have asked already that nobody would look through more.
  case tooManyRequests
  case dayIsPast(Day)
  /// The day is later than the last one that may be booked.
  case dayNotYetOpen(Day, last: Day)
  case dayIsClosed(Day)
  /// The employee is absent on the day; the absence can be ended.
  case absent(Employee.ID, Absence.ID, through: Day)
  /// The last day of an absence lies too far ahead.
  case absenceTooLong(last: Day)
  /// So many absences are entered already.
  case tooManyAbsences(max: Int)
  /// There is no such absence: ended, or over.
  case absenceGone(Absence.ID)
  /// No day, or no weekday, was chosen.
  case nothingChosen
  /// There is no plan to be paused or resumed.
  case noPlan
  case seatUnknown(Seat.ID)
  /// An admin has closed the seat.
  case seatIsClosed(Seat.ID, on: Day)
  case seatTaken(Seat.ID, on: Day, by: Employee.ID)
  /// The seat is held for somebody who waits.
  case seatHeld(Seat.ID, on: Day)
  /// All seats are taken, and a place in the queue was not asked for.
  case noSeatFree(on: Day)
  /// There are seats: nobody needs to come without one.
  case seatsAreFree(on: Day)
  /// The guest has a booking for that day already.
  case guestBooked(Booking.ID)
  /// The host has as many guests that day as one may have.
  case tooManyGuests(on: Day, max: Int)
  /// Somebody waits for the seat that would be left behind.
  case moveNeedsConfirming(Booking.ID, from: Seat.ID, to: Seat.ID)
  /// Somebody waits for the seats that would be left behind by these bookings.
  case movesNeedConfirming([Booking.ID], to: Seat.ID)
  /// Whoever is to come has a booking for that day already.
  case alreadyBooked(Booking.ID)
  /// There is nothing to be given back: given back before, booked anew, or of a day that is over.
  case nothingToRestore(Booking.ID)
  /// The seat is another employee's.
  case seatAssigned(Seat.ID, to: Employee.ID)
  /// The employee has another assigned seat on some of these weekdays.
  case hasAssignedSeat(Employee.ID, Seat.ID)
  /// There is no such booking: cancelled before, or of a day that is over.
  case bookingGone(Booking.ID)
  /// There is no such offer: answered, run out or withdrawn.
  case offerGone(Offer.ID)
  /// The configuration no longer has the seats of these bookings, and does not say that they are removed.
  case seatsVanished([Booking])
}
