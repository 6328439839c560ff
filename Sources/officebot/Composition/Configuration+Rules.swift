import BotLoop
import FloorPlan
import Logging
import OfficeActor
import Telegram

// The configuration in the words of the parts that use it.

extension Configuration {
  var rules: OfficeRules {
    OfficeRules(
      timeZone: office.timeZone,
      bookingWindowDays: office.bookingWindowDays,
      guestsPerDay: office.guestsPerDay,
      closedDays: Set(office.closedDays),
      closedWeekdays: Set(office.closedWeekdays),
      removedSeats: Set(removedSeats.map { OfficeActor.Seat.ID($0) }),
      admins: Set(admins.map(AccountID.init(rawValue:))),
      registration: registration.mode.rule,
      requestsPerDay: registration.requestsPerDay,
      offers: OfferRules(
        answerWithin: offers.answerWithin, answerWithinToday: offers.answerWithinToday,
        todayUntil: offers.todayUntil, quietHours: offers.quietHours),
      attendance: AttendanceRules(
        isEnabled: attendance.isEnabled, askAt: attendance.askAt, remindAt: attendance.remindAt,
        answerBy: attendance.answerBy, minimumTimeToAnswer: attendance.minimumTimeToAnswer))
  }

  var officeSeats: [OfficeActor.Seat] {
    let middles = floorPlan?.middles ?? [:]
    return seats.map { seat in
      OfficeActor.Seat(
        id: OfficeActor.Seat.ID(seat.id), zone: seat.zone ?? "",
        middle: middles[seat.id].map { SeatPoint(x: $0.x, y: $0.y) })
    }
  }
}

extension Configuration.Registration.Mode {
  fileprivate var rule: RegistrationMode {
    switch self {
    case .open: .open
    case .approval: .approval
    case .group: .group
    case .invite: .invite
    }
  }

  /// Whose members may register.
  var group: ChatID? { if case .group(let chatID) = self { ChatID(chatID) } else { nil } }

  /// The link that lets register.
  var invitation: Invitation? {
    if case .invite(let code) = self { Invitation(code: code.value) } else { nil }
  }
}

extension Configuration.LogLevel {
  var swiftLog: Logger.Level {
    switch self {
    case .trace: .trace
    case .debug: .debug
    case .info: .info
    case .notice: .notice
    case .warning: .warning
    case .error: .error
    case .critical: .critical
    }
  }
}
