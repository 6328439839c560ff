import OfficeActor
import Persistence
import TestSupport

@testable import BotLoop
@testable import Conversation

extension Button {
  /// Whether it is a button of «Управление», which has an answer of its own for whoever may not tap it.
  var isAdministration: Bool {
    switch self {
    case .admin: true
    case .open(let trail): if case .admin = trail.place { true } else { false }
    default: false
    }
  }
}

/// Buttons, places and ways by chance: whatever the bot can make, the longest included.
struct RandomButtons {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func button() -> Button {
    switch Int.random(in: 0..<28, using: &random) {
    case 0: .open(trail())
    case 1: .register(Employee.ID(rawValue: number()))
    case 2: .book(perhapsSeat(), on: day(), from: trail())
    case 3:
      .bookGuest(GuestTag(rawValue: random.one(of: 0, 36, .max)), perhapsSeat(), on: day(), from: trail())
    case 4: .move(booking(), to: seat(), isConfirmed: Bool.random(using: &random), from: trail())
    case 5: .cancel(booking(), from: trail())
    case 6: .cancelGuests(on: day(), from: trail())
    case 7: .acceptOffer(Offer.ID(rawValue: number()), of: seat(), on: day(), from: trail())
    case 8: .declineOffer(Offer.ID(rawValue: number()), of: seat(), on: day(), from: trail())
    case 9: .confirmAttendance(on: day())
    case 10: .declineAttendance(on: day())
    case 11, 12: .decide(decision())
    case 13...15: .admin(adminAction(), from: trail())
    case 16: .chooseLanguage(random.one(of: .russian, .english))
    case 17: .restore(booking(), from: trail())
    case 18, 19: .choose(choice(), from: trail())
    case 20: .bookDays(from: trail())
    case 21: .bookUsualWeek(from: trail())
    case 22: .planDay(weekday(), random.one(of: .any, .remove, .seat(seat())), from: trail())
    case 23: .planEveryDay(perhapsSeat(), from: trail())
    case 24: .bookPlannedDays(from: trail())
    case 25:
      .beAway(since: day(), through: day(), withGuests: Bool.random(using: &random), from: trail())
    case 26: .endAbsence(Absence.ID(rawValue: number()), from: trail())
    default: .label
    }
  }

  mutating func entry() -> TextEntry {
    switch Int.random(in: 0..<11, using: &random) {
    case 0: .seat(on: day(), from: trail())
    case 1: .otherSeat(of: booking(), from: trail())
    case 2: .guestName(from: trail())
    case 3: guest().map { .guest($0, on: day(), from: trail()) } ?? .guestName(from: trail())
    case 4: .colleague(typed: seat().rawValue, from: trail())
    case 5, 6: .admin(typed: seat().rawValue, at: trail())
    case 7: .severalDays(draft(), from: trail())
    case 8: .planDay(weekday(), from: trail())
    case 9: .away(since: random.one(of: nil, day()), from: trail())
    default: .name(typed: seat().rawValue)
    }
  }

  private mutating func draft() -> DaysDraft {
    let guest = guest().map { DaysDraft.Whom.guest($0) } ?? .oneself
    return DaysDraft(
      days: [day(), day()], seat: perhapsSeat(), onlyThisSeat: Bool.random(using: &random),
      seatlessIfFull: Bool.random(using: &random), showsOnlyFreeDays: Bool.random(using: &random),
      whom: random.one(of: .oneself, .employee(employee()), guest))
  }

  private mutating func choice() -> DaysChoice {
    random.one(
      of: .day(day()), .week(of: day()), .onlyThisSeat, .seatlessIfFull, .seat(perhapsSeat()),
      .daysWith(seat()),
      .guest, .employee(employee()))
  }

  /// Whatever a host may write, the store's own signs included.
  private mutating func guest() -> GuestName? {
    let texts = ["Иван", "|", "a|b.c|", "\u{301}я", "👩‍👩‍👧‍👦", "<b>&amp;", "один два", "יוסי", "x y"]
    return texts.randomElement(using: &random).flatMap(GuestName.init)
  }

  private mutating func perhapsSeat() -> Seat.ID? { Bool.random(using: &random) ? seat() : nil }

  mutating func trail() -> Trail {
    (0..<Int.random(in: 0..<12, using: &random)).reduce(Trail(place())) { trail, _ in trail.to(place()) }
  }

  mutating func place() -> Place {
    switch Int.random(in: 0..<28, using: &random) {
    case 0: .menu
    case 1: .help
    case 2: .names(page: page())
    case 3: .name(Employee.ID(rawValue: number()))
    case 4: .calendar
    case 5: .day(day())
    case 6: .day(day(), part: page())
    case 7: .bookings(page: page())
    case 8: .people(day(), page: page())
    case 9: .search
    case 10: .colleague(Employee.ID(rawValue: number()), page: page())
    case 11: .guest
    case 12: .guestCalendar
    case 13: .guestDay(day(), part: perhapsPage())
    case 14: .moving(booking(), part: perhapsPage())
    case 15: .attendance(day())
    case 16...19: .admin(adminPlace())
    case 20: .seatDays(seat())
    case 21: random.one(of: .week, .severalDays, .wantedSeat, .plan, .settings, .language)
    case 22: .planDay(weekday())
    case 23: .away(from: random.one(of: nil, day()))
    case 24: .awayQuestion(from: day(), through: day())
    default: Bool.random(using: &random) ? .booking(booking()) : .cancelling(booking())
    }
  }

  mutating func adminPlace() -> AdminPlace {
    switch Int.random(in: 0..<35, using: &random) {
    case 0: .menu
    case 1: .days
    case 28: .daysBefore(day())
    case 29: .expected(page: page())
    case 30:
      .closingSeatThrough(
        seat(), Bool.random(using: &random) ? day() : nil, hasReason: Bool.random(using: &random))
    case 31: .tickingSeats(page: page())
    case 32: random.one(of: .closingTicked, .closingTickedUntil, .closingTickedThrough(day()))
    case 33:
      random.one(
        of: .seatHistory(seat(), page: page()), .assigning(seat()),
        .assigningDays(seat(), to: employee(), [.mon, weekday()]), .absence(of: employee(), from: day()),
        .absenceQuestion(of: employee(), from: day(), through: day()))
    case 34: .journalSeats(filter())
    case 2: .day(day(), page: page())
    case 3: .booking(booking())
    case 4: .deleting(booking())
    case 5: .reason(booking())
    case 6: .moving(booking(), part: perhapsPage())
    case 7: .closing(day())
    case 8: .bookingFor(day())
    case 9: .seatFor(employee(), on: day(), part: perhapsPage())
    case 10: .dayFor(employee())
    case 11: .employees(random.one(of: .all, .linked, .unlinked), page: page())
    case 12: .adding
    case 13: .employee(employee())
    case 14: .bookings(of: employee(), page: page())
    case 15: .renaming(employee())
    case 16: .unlinking(employee())
    case 17: .removing(employee())
    case 18: .requests(page: page())
    case 19: .seats(page: page())
    case 20: .seat(seat())
    case 21: .closingSeat(seat())
    case 22: .closingSeatUntil(seat(), hasReason: Bool.random(using: &random))
    case 23: .journal(JournalPage(filter: filter(), position: position()))
    case 24: .journalTopics(filter())
    case 25: Bool.random(using: &random) ? .journalDays(filter()) : .journalEmployees(filter())
    case 26: .errors(page: page())
    default: .statistics(month())
    }
  }

  mutating func adminAction() -> AdminAction {
    switch Int.random(in: 0..<18, using: &random) {
    case 14: .closeDayWithReason(day())
    case 15: .tickSeat(seat(), Bool.random(using: &random))
    case 16: .tickZone(of: seat(), Bool.random(using: &random))
    case 17:
      .closeTicked(
        TickedSeats.Tag(rawValue: random.one(of: 0, 36, .max)),
        through: Bool.random(using: &random) ? day() : nil)
    case 0: .delete(booking(), hasReason: Bool.random(using: &random))
    case 1: .move(booking(), to: seat(), isConfirmed: Bool.random(using: &random))
    case 2: .book(perhapsSeat(), on: day(), for: employee())
    case 3...5: .decide(decision())
    case 6: .openDay(day())
    case 7: .remove(employee())
    case 8:
      .closeSeat(
        seat(), through: Bool.random(using: &random) ? day() : nil, hasReason: Bool.random(using: &random))
    case 9:
      random.one(
        of: .openSeat(seat()), .unassignSeat(seat()), .assignSeat(seat(), to: employee(), on: [weekday()]),
        .beAbsent(employee(), from: day(), through: day()), .endAbsence(Absence.ID(rawValue: number())))
    case 10: .downloadJournal(filter())
    case 11: Bool.random(using: &random) ? .downloadErrors : .downloadExpected
    case 12: .addNames(number())
    default: .downloadStatistics(month())
    }
  }

  private mutating func decision() -> AdminDecision {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .approve(RegistrationRequest.ID(rawValue: number()))
    case 1: .refuse(RegistrationRequest.ID(rawValue: number()))
    case 2:
      .unlink(employee(), from: Bool.random(using: &random) ? AccountID(rawValue: number()) : nil)
    default: .closeDay(day())
    }
  }

  private mutating func filter() -> JournalFilter {
    JournalFilter(
      employee: Bool.random(using: &random) ? employee() : nil,
      day: Bool.random(using: &random) ? day() : nil,
      topic: JournalTopic.allCases.randomElement(using: &random),
      seat: Bool.random(using: &random) ? seat() : nil)
  }

  private mutating func position() -> JournalPosition {
    random.one(of: .newest, .before(number()), .after(number()))
  }

  private mutating func month() -> Month { Month(number: random.one(of: 12, 24_322, 119_999)) }
  private mutating func weekday() -> Weekday { random.one(of: .mon, .wed, .sun) }
  private mutating func employee() -> Employee.ID { Employee.ID(rawValue: number()) }
  private mutating func booking() -> Booking.ID { Booking.ID(rawValue: number()) }
  private mutating func perhapsPage() -> Int? { Bool.random(using: &random) ? page() : nil }
  private mutating func page() -> Int { random.one(of: 0, 1, 7, 99_999, 100_000) }
  private mutating func day() -> Day { Day(number: random.one(of: 0, 20_782, 99_999, 100_000)) }
  private mutating func number() -> Int64 { random.one(of: 0, 1, 35, 36, 4_000_000_000, .max - 1, .max) }

  /// As long as configuration allows: 12 characters, 24 bytes.
  private mutating func seat() -> Seat.ID {
    let alphabet = Bool.random(using: &random) ? "АБВабвёЯ" : "A1-.|/_ 9z"
    let length = random.one(of: 1, 2, 12)
    return Seat.ID(String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "1" }))
  }
}
