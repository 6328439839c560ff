package import OfficeActor

/// What an admin's button does.
package enum AdminAction: Sendable, Hashable {
  /// «Да, удалить»; with the reason that was typed just before.
  case delete(Booking.ID, hasReason: Bool)
  /// Gives a booking another seat; confirmed if somebody waits for the one it leaves.
  case move(Booking.ID, to: Seat.ID, isConfirmed: Bool = false)
  /// Books for somebody; without a seat if none is free.
  case book(Seat.ID?, on: Day, for: Employee.ID)
  case decide(AdminDecision)
  /// «Да, закрыть»: a day, with the reason that was typed just before.
  case closeDayWithReason(Day)
  /// «Открыть день».
  case openDay(Day)
  /// «Да, удалить».
  case remove(Employee.ID)
  /// «Да, не будет».
  case beAbsent(Employee.ID, from: Day, through: Day)
  /// «Закончить».
  case endAbsence(Absence.ID)
  /// «Да, закрыть»: a seat, through a day or until it is opened; with the reason that was typed just before.
  case closeSeat(Seat.ID, through: Day?, hasReason: Bool)
  /// «☐ 12», «☑ 12»: whether a seat is to be closed with others.
  case tickSeat(Seat.ID, Bool)
  /// «Вся зона …»: the same for all seats in the zone of one.
  case tickZone(of: Seat.ID, Bool)
  /// «Да, закрыть»: the seats that are ticked, through a day or until they are opened.
  case closeTicked(TickedSeats.Tag, through: Day?)
  /// «Открыть место».
  case openSeat(Seat.ID)
  /// «Да, закрепить».
  case assignSeat(Seat.ID, to: Employee.ID, on: Set<Weekday>)
  /// «Открепить».
  case unassignSeat(Seat.ID)
  /// «Да, добавить 25»: names that were kept under this number.
  case addNames(Int64)
  /// «Скачать».
  case downloadJournal(JournalFilter)
  case downloadErrors
  case downloadExpected
  case downloadStatistics(Month)
}

extension AdminAction: Coded {
  static let table = CodeTable<AdminAction> {
    Case("x", { .delete($1, hasReason: $0) }, .flag, .id) {
      if case .delete(let booking, let hasReason) = $0 { (hasReason, booking) } else { nil }
    }
    Case("v", { .move($1, to: $2, isConfirmed: $0) }, .flag, .id, .dash(.seat)) {
      if case .move(let booking, let seat, let isConfirmed) = $0 {
        (isConfirmed, booking, seat)
      } else {
        nil
      }
    }
    Case("b", { .book($2, on: $0, for: $1) }, .day, .dash(.id), .dash(.ifAny(.seat))) {
      if case .book(let seat, let day, let employee) = $0 { (day, employee, seat) } else { nil }
    }
    Case("c", { .decide(.closeDay($0)) }, .day) {
      if case .decide(.closeDay(let day)) = $0 { day } else { nil }
    }
    Case("U", { .decide(.unlink($0, from: $1)) }, .id, .ifAny(.dash(.id))) {
      if case .decide(.unlink(let employee, let account)) = $0 { (employee, account) } else { nil }
    }
    Case("y", { .decide(.approve($0)) }, .id) { if case .decide(.approve(let id)) = $0 { id } else { nil } }
    Case("n", { .decide(.refuse($0)) }, .id) { if case .decide(.refuse(let id)) = $0 { id } else { nil } }
    Case("d", Self.closeDayWithReason, .day) {
      if case .closeDayWithReason(let day) = $0 { day } else { nil }
    }
    Case("o", Self.openDay, .day) { if case .openDay(let day) = $0 { day } else { nil } }
    Case("X", Self.remove, .id) { if case .remove(let employee) = $0 { employee } else { nil } }
    Case("f", Self.beAbsent, .id, .dash(.day), .dash(.day)) {
      if case .beAbsent(let employee, let from, let through) = $0 { (employee, from, through) } else { nil }
    }
    Case("F", Self.endAbsence, .id) { if case .endAbsence(let absence) = $0 { absence } else { nil } }
    Case("C", { .closeSeat($2, through: $1, hasReason: $0) }, .flag, .ifAny(.day), .dash(.seat)) {
      if case .closeSeat(let seat, let day, let hasReason) = $0 {
        (hasReason, day, seat)
      } else {
        nil
      }
    }
    Case("t", { .tickSeat($1, $0) }, .flag, .seat) {
      if case .tickSeat(let seat, let isTicked) = $0 { (isTicked, seat) } else { nil }
    }
    Case("T", { .tickZone(of: $1, $0) }, .flag, .seat) {
      if case .tickZone(let seat, let isTicked) = $0 { (isTicked, seat) } else { nil }
    }
    Case("K", Self.closeTicked, .id, .dash(.ifAny(.day))) {
      if case .closeTicked(let tag, let day) = $0 { (tag, day) } else { nil }
    }
    Case("O", Self.openSeat, .seat) { if case .openSeat(let seat) = $0 { seat } else { nil } }
    Case("a", { .assignSeat($2, to: $1, on: $0) }, .weekdays, .dash(.id), .dash(.seat)) {
      if case .assignSeat(let seat, let employee, let weekdays) = $0 {
        (weekdays, employee, seat)
      } else {
        nil
      }
    }
    Case("A", Self.unassignSeat, .seat) { if case .unassignSeat(let seat) = $0 { seat } else { nil } }
    Case("l", Self.addNames, .number()) { if case .addNames(let number) = $0 { number } else { nil } }
    Case("j", Self.downloadJournal, .filter) {
      if case .downloadJournal(let filter) = $0 { filter } else { nil }
    }
    Case("z", .downloadErrors)
    Case("i", .downloadExpected)
    Case("g", Self.downloadStatistics, .month) {
      if case .downloadStatistics(let month) = $0 { month } else { nil }
    }
  }
}
