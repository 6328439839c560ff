package import OfficeActor

/// What a button does; travels in its `callback_data`.
package enum Button: Sendable, Hashable {
  /// Shows a screen.
  case open(Trail)
  /// «Да, это я».
  case register(Employee.ID)
  /// Takes a seat, or moves to it; without a seat, «Приду без места».
  case book(Seat.ID?, on: Day, from: Trail)
  /// The same for a guest whose name the chat keeps.
  case bookGuest(GuestTag, Seat.ID?, on: Day, from: Trail)
  /// Moves a booking to a seat; «Да, пересесть» if it is confirmed.
  case move(Booking.ID, to: Seat.ID, isConfirmed: Bool, from: Trail)
  /// «Да, отменить».
  case cancel(Booking.ID, from: Trail)
  /// «Отменить и гостей».
  case cancelGuests(on: Day, from: Trail)
  /// «Занять место 12».
  case acceptOffer(Offer.ID, of: Seat.ID, on: Day, from: Trail)
  /// «Спасибо, не нужно».
  case declineOffer(Offer.ID, of: Seat.ID, on: Day, from: Trail)
  /// «Приду»; takes again what was released in the meantime.
  case confirmAttendance(on: Day)
  /// «Не приду».
  case declineAttendance(on: Day)
  /// An admin's, on a notice, which turns into what came of it.
  case decide(AdminDecision)
  /// Something of «Управление».
  case admin(AdminAction, from: Trail)
  /// What the person reads from now on.
  case chooseLanguage(Language)
  /// «Вернуть место 5».
  case restore(Booking.ID, from: Trail)
  /// Ticks a day, or another choice of «Несколько дней».
  case choose(DaysChoice, from: Trail)
  /// «Забронировать 3 дня».
  case bookDays(from: Trail)
  /// «Как обычно: пн, вт, чт · место 12».
  case bookUsualWeek(from: Trail)
  /// A weekday of «Мои дни» with its seat, or without it.
  case planDay(Weekday, PlanChange, from: Trail)
  /// «На все мои дни»: one seat for every weekday of the plan.
  case planEveryDay(Seat.ID?, from: Trail)
  /// «Занять и дни, что уже открыты».
  case bookPlannedDays(from: Trail)
  /// «Пауза».
  case pausePlan
  /// «Включить».
  case resumePlan
  /// «Да, меня не будет».
  case beAway(since: Day, through: Day, withGuests: Bool, from: Trail)
  /// «Закончить», «Вернуть».
  case endAbsence(Absence.ID, from: Trail)
  /// Says where one is («2/5») and does nothing.
  case label
}

extension Button: Coded {
  static let table = CodeTable<Button> {
    Case("o", Self.open, .trail) { if case .open(let trail) = $0 { trail } else { nil } }
    Case("r", Self.register, .id) { if case .register(let employee) = $0 { employee } else { nil } }
    Case("b", { .book($1, on: $0, from: $2) }, .day, .dot(.seatIfAny), .andTrail) {
      if case .book(let seat, let day, let trail) = $0 { (day, seat, trail) } else { nil }
    }
    Case("g", { .bookGuest($0, $2, on: $1, from: $3) }, .id, .dot(.day), .dot(.seatIfAny), .andTrail) {
      if case .bookGuest(let tag, let seat, let day, let trail) = $0 { (tag, day, seat, trail) } else { nil }
    }
    Case("m", { .move($0, to: $1, isConfirmed: false, from: $2) }, .id, .dot(.plainSeat), .andTrail) {
      if case .move(let booking, let seat, false, let trail) = $0 { (booking, seat, trail) } else { nil }
    }
    Case("v", { .move($0, to: $1, isConfirmed: true, from: $2) }, .id, .dot(.plainSeat), .andTrail) {
      if case .move(let booking, let seat, true, let trail) = $0 { (booking, seat, trail) } else { nil }
    }
    Case("x", Self.cancel, .id, .andTrail) {
      if case .cancel(let booking, let trail) = $0 { (booking, trail) } else { nil }
    }
    Case("k", Self.cancelGuests, .day, .andTrail) {
      if case .cancelGuests(let day, let trail) = $0 { (day, trail) } else { nil }
    }
    Case("a", { .acceptOffer($0, of: $2, on: $1, from: $3) }, .id, .dot(.day), .dot(.plainSeat), .andTrail) {
      if case .acceptOffer(let id, let seat, let day, let trail) = $0 { (id, day, seat, trail) } else { nil }
    }
    Case("n", { .declineOffer($0, of: $2, on: $1, from: $3) }, .id, .dot(.day), .dot(.plainSeat), .andTrail) {
      if case .declineOffer(let id, let seat, let day, let trail) = $0 { (id, day, seat, trail) } else { nil }
    }
    // Earlier versions named a seat behind the dot.
    Case("Y", { day, _ in .confirmAttendance(on: day) }, .day, .dot(.rest)) {
      if case .confirmAttendance(let day) = $0 { (day, "") } else { nil }
    }
    Case("N", Self.declineAttendance, .day) { if case .declineAttendance(let day) = $0 { day } else { nil } }
    Case("A", { .decide(.approve($0)) }, .id) { if case .decide(.approve(let id)) = $0 { id } else { nil } }
    Case("R", { .decide(.refuse($0)) }, .id) { if case .decide(.refuse(let id)) = $0 { id } else { nil } }
    Case("U", { .decide(.unlink($0, from: $1)) }, .id, .ifAny(.dash(.id))) {
      if case .decide(.unlink(let employee, let account)) = $0 { (employee, account) } else { nil }
    }
    Case("C", { .decide(.closeDay($0)) }, .day) {
      if case .decide(.closeDay(let day)) = $0 { day } else { nil }
    }
    Case("M", Self.admin, .coded, .andTrail) {
      if case .admin(let action, let trail) = $0 { (action, trail) } else { nil }
    }
    Case("l", Self.chooseLanguage, .language) {
      if case .chooseLanguage(let language) = $0 { language } else { nil }
    }
    Case("z", Self.restore, .id, .andTrail) {
      if case .restore(let booking, let trail) = $0 { (booking, trail) } else { nil }
    }
    Case("h", Self.choose, .coded, .andTrail) {
      if case .choose(let choice, let trail) = $0 { (choice, trail) } else { nil }
    }
    Case("d", Self.bookDays, .andTrail) { if case .bookDays(let trail) = $0 { trail } else { nil } }
    Case("u", Self.bookUsualWeek, .andTrail) {
      if case .bookUsualWeek(let trail) = $0 { trail } else { nil }
    }
    Case("p", Self.planDay, .weekday, .dot(.coded), .andTrail) {
      if case .planDay(let weekday, let change, let trail) = $0 { (weekday, change, trail) } else { nil }
    }
    Case("q", Self.planEveryDay, .seatIfAny, .andTrail) {
      if case .planEveryDay(let seat, let trail) = $0 { (seat, trail) } else { nil }
    }
    Case("e", Self.bookPlannedDays, .andTrail) {
      if case .bookPlannedDays(let trail) = $0 { trail } else { nil }
    }
    Case("P", .pausePlan)
    Case("E", .resumePlan)
    Case("w", Self.beAway, .day, .dot(.day), .dot(.flag), .andTrail) {
      if case .beAway(let first, let last, let withGuests, let trail) = $0 {
        (first, last, withGuests, trail)
      } else {
        nil
      }
    }
    Case("i", Self.endAbsence, .id, .andTrail) {
      if case .endAbsence(let absence, let trail) = $0 { (absence, trail) } else { nil }
    }
    Case("-", .label)
  }
}

extension Button {
  /// Telegram takes no longer `callback_data`, in bytes of UTF-8.
  package static let dataBytesMax = 64

  /// The button as `callback_data`, within Telegram's 64 bytes: a way too long is cut at its beginning.
  package var data: String { data(bytesMax: Button.dataBytesMax) }

  /// The same with a shorter way back where fewer bytes are wanted, as far as that goes.
  package func data(bytesMax: Int) -> String {
    Self.table.code(
      of: self, into: CodeWriter(bytesWanted: bytesMax, bytesMax: Button.dataBytesMax))
  }

  /// The button that has this data, or nil if it is none of ours (any more).
  package init?(data: String) {
    guard data.utf8.count <= Button.dataBytesMax, let button = Self.table.value(of: data) else {
      return nil
    }
    self = button
  }
}
