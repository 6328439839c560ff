package import OfficeActor

/// What is chosen of «Несколько дней» so far; the chat keeps it, over a restart, too.
package struct DaysDraft: Sendable, Hashable {
  /// For whom the days are booked.
  enum Whom: Sendable, Hashable {
    case oneself
    case guest(GuestName)
    /// By an admin.
    case employee(Employee.ID)
  }

  var days: Set<Day> = []
  /// The wanted seat; nil if any will do.
  var seat: Seat.ID?
  /// «Только это место».
  var onlyThisSeat = false
  /// «Без места, если всё занято».
  var seatlessIfFull = false
  /// «Ещё дни с местом 12»: only days on which the seat is free are offered.
  var showsOnlyFreeDays = false
  var whom = Whom.oneself

  var presence: Presence {
    switch whom {
    case .oneself: .oneself
    case .guest(let name): .guest(name)
    case .employee(let id): .employee(id)
    }
  }

  var wanted: SeveralDays {
    SeveralDays(
      days.sorted(), for: presence, seat: seat, onlyThisSeat: onlyThisSeat, seatlessIfFull: seatlessIfFull)
  }
}

/// One choice of «Несколько дней».
package enum DaysChoice: Sendable, Hashable {
  /// Ticks a day, or takes the tick away.
  case day(Day)
  /// «Всю неделю»: ticks all open days of the week of a day.
  case week(of: Day)
  case onlyThisSeat
  case seatlessIfFull
  /// The wanted seat; nil for any.
  case seat(Seat.ID?)
  /// «Ещё дни с местом 12»: begins anew with the days on which the seat is free.
  case daysWith(Seat.ID)
  /// Begins anew for the guest whose name the chat keeps.
  case guest
  /// Begins anew for an employee, by an admin.
  case employee(Employee.ID)
}

extension DaysChoice: Coded {
  static let table = CodeTable<DaysChoice> {
    Case("d", Self.day, .day) { if case .day(let day) = $0 { day } else { nil } }
    Case("w", Self.week, .day) { if case .week(let day) = $0 { day } else { nil } }
    Case("o", .onlyThisSeat)
    Case("q", .seatlessIfFull)
    Case("s", Self.seat, .seatIfAny) { if case .seat(let seat) = $0 { seat } else { nil } }
    Case("b", Self.daysWith, .plainSeat) { if case .daysWith(let seat) = $0 { seat } else { nil } }
    Case("g", .guest)
    Case("e", Self.employee, .id) { if case .employee(let employee) = $0 { employee } else { nil } }
  }
}

extension PlanChange: Coded {
  static let table = CodeTable<PlanChange> {
    Case("a", .any)
    Case("s", Self.seat, .plainSeat) { if case .seat(let seat) = $0 { seat } else { nil } }
    Case("x", .remove)
  }
}

extension Field where Value == Weekday {
  /// One digit, 0 for Monday, whatever follows it.
  static var weekday: Field {
    Field(
      write: { $1.append(String(Weekday.allCases.firstIndex(of: $0) ?? 0)) },
      read: { reader throws(UnreadableCode) in
        guard let digit = Int(String(try reader.next())), Weekday.allCases.indices.contains(digit) else {
          throw UnreadableCode()
        }
        return Weekday.allCases[digit]
      })
  }
}

extension Field where Value == Language {
  static var language: Field { Field<String>.rest.map({ Language(rawValue: $0) }, { $0.rawValue }) }
}

extension Field where Value == DaysDraft {
  /// A guest's name, which may be anything, comes last.
  static var draft: Field {
    Field(
      { DaysDraft($0, $1, $2, $3, $4, $5, $6) }, .list(.day, countMax: SeveralDays.daysMax),
      .bar(.flag), .flag, .flag, .bar(.ifAny(.id)), .bar(.ifAny(.seat)), .bar(.ifAny(.guestName))
    ) {
      (
        $0.days.sorted(), $0.onlyThisSeat, $0.seatlessIfFull, $0.showsOnlyFreeDays, $0.employee, $0.seat,
        $0.guest
      )
    }
  }
}

extension DaysDraft {
  fileprivate init(
    _ days: [Day], _ onlyThisSeat: Bool, _ seatlessIfFull: Bool, _ showsOnlyFreeDays: Bool,
    _ employee: Employee.ID?, _ seat: Seat.ID?, _ guest: GuestName?
  ) {
    self.init(
      days: Set(days), seat: seat, onlyThisSeat: onlyThisSeat, seatlessIfFull: seatlessIfFull,
      showsOnlyFreeDays: showsOnlyFreeDays,
      whom: guest.map(Whom.guest) ?? employee.map(Whom.employee) ?? .oneself)
  }

  fileprivate var employee: Employee.ID? { if case .employee(let id) = whom { id } else { nil } }
  fileprivate var guest: GuestName? { if case .guest(let name) = whom { name } else { nil } }
}
