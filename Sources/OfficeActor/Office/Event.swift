/// Something that happened in the office, as the journal tells it.
///
/// Employees are told by value: the journal keeps their names whatever becomes of the list.
public enum Event: Sendable, Hashable {
  case booked(Booking, owner: Employee)
  /// From another seat, or from the queue.
  case moved(Booking, from: Seat.ID?, owner: Employee)
  /// The reason is nil where it was the owner's own doing, empty where somebody else gave none.
  case cancelled(Booking, owner: Employee, reason: Reason? = nil)
  /// By the bot, when the day opened.
  case bookedOnOpening(Booking, owner: Employee, Opening)
  /// The owner is absent on the day.
  case cancelledForAbsence(Booking, owner: Employee)
  /// Given back after its owner had cancelled it.
  case restored(Booking, owner: Employee)
  /// Not confirmed in time.
  case released(Booking, owner: Employee)
  /// A seat was closed or removed; its booking waits for another one.
  case lostSeat(Booking, Seat.ID, owner: Employee)

  case offered(Offer, to: Booking, owner: Employee)
  /// The booking has the seat now.
  case offerAccepted(Booking, owner: Employee)
  case offerDeclined(Offer, Booking, owner: Employee)
  case offerRanOut(Offer, Booking, owner: Employee)
  /// The owner could not be reached, or the booking no longer needs the seat.
  case offerPassedOn(Offer, Booking, owner: Employee)

  case attendanceAsked(Employee, about: Day)
  case attendanceReminded(Employee, about: Day)
  case attendanceConfirmed(Employee, about: Day)

  /// What somebody's plan says about a weekday now.
  case planChanged(Employee, Weekday, PlanChange)
  case planPaused(Employee, Plan.Rest)
  case planResumed(Employee)
  case absent(Absence, Employee)
  /// From a day on; the absence as it was before.
  case absenceEnded(Absence, from: Day, Employee)
  case preferencesChanged(Preferences, Employee)
  case seatAssigned(AssignedSeat, Employee)
  case seatUnassigned(AssignedSeat, Employee)

  case registered(Employee)
  case registrationRequested(RegistrationRequest, Employee)
  case registrationRefused(RegistrationRequest, Employee)
  case unlinked(Employee, from: AccountID)

  case employeeAdded(Employee)
  case renamed(Employee, from: EmployeeName)
  case employeeRemoved(Employee)

  /// With the admin's reason; empty if none was given.
  case dayClosed(Day, reason: Reason)
  case dayOpened(Day)
  case seatClosed(SeatClosure)
  case seatOpened(Seat.ID)
  /// In the configuration for the first time.
  case seatAdded(Seat.ID)
  /// Not in the configuration any more.
  case seatRemoved(Seat.ID)

  /// Somebody who is no admin tried what only admins may do; who, if that is somebody of the list.
  case administrationRefused(Employee?)
  /// A notice can never be delivered; to whom, if that is somebody of the list.
  case noticeUndeliverable(Notice, Employee?)
}
