public import Foundation

/// Everything that can be asked of the office.
///
/// Asking for what is already so is not an error: it yields no events.
public enum Command: Sendable, Hashable {
  // MARK: Bookings

  /// Books a seat, or presence without a seat where none is free. An existing booking of that day is moved in the
  /// same step; a move that gives a seat away to somebody who waits has to be confirmed.
  case book(Seat.ID?, on: Day, for: Presence = .oneself, isConfirmed: Bool = false)
  /// Moves a booking, one's own or a guest's, to a seat; an admin may move anybody's.
  case move(Booking.ID, to: Seat.ID, isConfirmed: Bool = false)
  /// Removes a booking of one's own or of a guest; an admin may remove anybody's, and say why.
  case cancel(Booking.ID, reason: Reason = "")
  /// «Отменить и гостей»: removes the bookings of one's guests on a day.
  case cancelGuests(on: Day)

  /// «Вернуть»: takes back a booking that its owner cancelled, as far as nobody else has the seat. A declined offer
  /// is taken back by moving to its seat.
  case restore(Booking.ID)

  // MARK: My week

  /// «Несколько дней»: books them in one step; each is decided by its own rules and can be refused alone. What
  /// became of each is told by ``Office/answers(to:after:for:at:)``.
  case bookDays(SeveralDays)
  /// «Мои дни»: whether one comes on a weekday, and where.
  case planDay(Weekday, PlanChange)
  /// «На все мои дни»: one wish for every weekday of one's plan; nil for any seat.
  case planEveryDay(Seat.ID?)
  /// «Занять и дни, что уже открыты»: books what one's plan wants of the days that are open.
  case bookPlannedDays
  /// «Пауза»: one's plan books nothing until it is resumed.
  case pausePlan
  /// «Включить».
  case resumePlan
  /// The bot: opens the next day, see ``Office/dayToOpen(at:)``: books it for the owners of assigned seats, then for
  /// everybody who has it in their plan.
  case openNextDay
  /// «Меня не будет»: one's own absence, or an employee's by an admin. Own bookings of these days are cancelled,
  /// guests' if that is said.
  case beAbsent(ClosedRange<Day>, of: Employee.ID? = nil, withGuests: Bool = false)
  /// «Вернуть», «Закончить отсутствие»: from a day on one comes again, by default as soon as possible; gives back
  /// what it cancelled, as far as it is still free.
  case endAbsence(Absence.ID, from: Day? = nil)
  /// «Пожелания»: what one wants of a seat; what no seat has is left out.
  case prefer(features: Set<String>, zone: String?)
  /// An admin: «Закрепить» a seat, on some weekdays or all.
  case assignSeat(Seat.ID, to: Employee.ID, on: Set<Weekday>)
  /// An admin: «Открепить».
  case unassignSeat(Seat.ID)
  /// The bot, in a new office: assigns seats as the configuration says. Names that are not on the list, and seats
  /// that cannot be assigned, are left out.
  case adoptAssignments([ConfiguredAssignment])

  // MARK: Offers

  /// «Занять место».
  case acceptOffer(Offer.ID)
  /// «Спасибо, не нужно».
  case declineOffer(Offer.ID)
  /// The bot: passes on offers whose time was over by a moment. Everything that people said until then is handled.
  case runOutOffers(dueBy: Date)

  // MARK: Attendance

  /// «Приду»: confirms what is in question of one's bookings for a day, and takes again what was released of
  /// them as far as it is free; what was cancelled stays so.
  case confirmAttendance(on: Day)
  /// The bot, on an asking day: owes questions about the coming open day.
  case askAttendance(on: Day)
  /// The bot, on an asking day: owes reminders to those who have not answered.
  case remindAttendance(on: Day)
  /// The bot: removes what was asked in time and not confirmed, each if its own time to answer was over by a
  /// moment. Everything that people said until then is handled.
  case releaseUnconfirmed(dueBy: Date)
  /// The bot, when it can hear and save again, as after a start: what came due meanwhile, of offers and of
  /// questions, gets its time to answer anew.
  case resumeDeadlines

  // MARK: Registration

  /// Links the asking account to a name of the list.
  case register(as: Employee.ID, proof: RegistrationProof = .none, profile: AccountProfile? = nil)
  /// Asks the admins to be linked to a name that was found by what the person typed; what the account asked for
  /// before is withdrawn.
  case requestRegistration(as: Employee.ID, typing: String, profile: AccountProfile? = nil)
  /// An admin: «Принять». An account that is linked to the name is unlinked. On a notice, the tap itself changes
  /// that message.
  case approveRegistration(RegistrationRequest.ID, onNotice: Bool = false)
  /// An admin: «Отклонить».
  case refuseRegistration(RegistrationRequest.ID, onNotice: Bool = false)
  /// An account that is linked, or asks to be, calls itself something else.
  case noteProfile(AccountProfile)
  /// «Язык»: what the asking account reads from now on.
  case chooseLanguage(Language)
  /// An admin, or the bot for who has left the group: frees a name for a new registration; from a certain
  /// account only, if that is said.
  case unlink(Employee.ID, from: AccountID? = nil)

  // MARK: The list of names

  /// Puts names on the list; those already there are left as they are. All or none: the list has
  /// ``Office/employeesMax`` names at most.
  case addEmployees([EmployeeName])
  /// An admin: gives somebody another name.
  case rename(Employee.ID, to: EmployeeName)
  /// An admin: takes a name off the list, with its bookings from today on.
  case removeEmployee(Employee.ID)

  // MARK: Closing

  /// An admin: closes a day with all its bookings, and may say why.
  case closeDay(Day, reason: Reason = "")
  /// An admin: opens a day that an admin closed.
  case openDay(Day)
  /// An admin: takes seats out of use, all or none of them. Their bookings go to the head of the queue.
  case closeSeats([SeatClosure])
  /// An admin: puts a seat back into use.
  case openSeat(Seat.ID)
  /// The bot, at start: offers the seats that the configuration has added, and sends bookings of those that
  /// it has removed to the head of the queue.
  case adoptSeats
  /// The bot, at start and when rules have changed: owes admins a notice about each day that configuration closes
  /// although it is booked, once for each day.
  case tellOfClosedDays

  // MARK: Notices and upkeep

  /// The bot: notes what became of a notice.
  case settle(Notice.ID, NoticeOutcome)
  /// Somebody who is no admin asked for what only admins may do: the journal is told.
  case noteRefusedAdministration
  /// The bot: owes each admin a notice.
  case tellAdmins(Notice.Content)
  /// The bot: forgets bookings of days before a given one that is past, some of them at a time. The journal
  /// keeps what happened.
  case forgetBookings(before: Day)
  /// The bot: forgets what was released of days before a given one that are over, some of it at a time.
  case forgetReleased(before: Day)
  /// The bot: forgets what was cancelled of days before a given one that are over, absences that ended before it, and
  /// wishes that count no longer; some of it at a time.
  case forgetPlanning(before: Day)
  /// The bot: forgets notices that were given up before a moment, some of them at a time.
  case forgetNotices(before: Date)
  /// The bot: forgets requests to be registered that were settled before a moment and count no longer, some of them
  /// at a time.
  case forgetRequests(settledBefore: Date)
}
