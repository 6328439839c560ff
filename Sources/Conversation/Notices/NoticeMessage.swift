import Foundation
package import OfficeActor

/// A notice as its receiver reads it: a text message with buttons.
package struct NoticeMessage: Sendable, Hashable {
  package var text: Markup
  package var rows: [[ScreenButton]] = []
  /// What it tells of its receiver's affairs, if anything that may change.
  package var statement: Statement?

  /// Telegram's limit of a text.
  static let textCodePointsMax = 4096
  /// What a list, or words of somebody's, may take of it.
  static let listCodePointsMax = 3_000
}

extension NoticeMessage {
  /// What a notice says to who looks at a scene; nil if nothing is left to say.
  ///
  /// - Parameter digest: what went wrong, for the notice that tells of it.
  package init?(_ notice: Notice, in scene: Scene, digest: [ErrorGroup] = []) {
    let parts = NoticeParts(scene: scene)
    let message: NoticeMessage? =
      switch notice.content {
      case .offer(let id): parts.offer(id)
      case .offerRanOut(let booking, let seat): parts.offerRanOut(booking, seat)
      case .attendanceQuestion(let day): parts.attendance(notice.recipient, on: day, isReminder: false)
      case .attendanceReminder(let day): parts.attendance(notice.recipient, on: day, isReminder: true)
      case .released(let bookings): parts.released(bookings)
      case .bookedByAdmin(let booking): parts.bookedByAdmin(booking)
      case .cancelledByAdmin(let booking, let reason): parts.cancelledByAdmin(booking, reason: reason)
      case .lostSeat(let booking, let reason): parts.lostSeat(booking, reason: reason)
      case .daysBookedByAdmin(let bookings): parts.daysBookedByAdmin(bookings)
      case .absenceEnteredByAdmin(let from, let through, let bookings):
        parts.absenceEntered(from, through, bookings)
      case .absenceEndedByAdmin(let from, let through): parts.absenceEnded(from, through)
      case .seatAssigned(let seat, _): parts.seatAssigned(seat)
      case .seatUnassigned(let seat): parts.seatUnassigned(seat)
      case .planned(let outcomes): parts.planned(outcomes)
      case .planRests: parts.planRests()
      case .dayClosed(let day, let bookings, let reason): parts.dayClosed(day, bookings, reason: reason ?? "")
      case .registrationRequested(let request): parts.registrationRequested(request)
      case .requestsWait: parts.requestsWait()
      case .approvalClosed: parts.approvalClosed()
      case .requestSettled(let request, _): parts.requestSettled(request)
      case .requestsSettled: parts.requestsSettled()
      case .registered(let employees): parts.registered(employees)
      case .registrationApproved: parts.registrationApproved(notice.recipient)
      case .registrationRefused(let name): parts.registrationRefused(name.onOneLine)
      case .unlinked(let name, let hasLeftGroup): parts.unlinked(name.onOneLine, hasLeftGroup: hasLeftGroup)
      case .removed(let name): parts.removed(name.onOneLine)
      case .closedDayHasBookings(let day): parts.closedDayHasBookings(day)
      case .groupTrouble(let trouble): parts.groupTrouble(trouble)
      case .errorDigest(let from, let through): parts.errorDigest(from, through, digest)
      case .recovered(let snapshotAt, let through): parts.recovered(snapshotAt, through)
      case .clockDoubted(let shown, let lastBelieved): parts.clockDoubted(shown, lastBelieved)
      case .announcement(let words): parts.announcement(words)
      }
    guard let message else { return nil }
    self = message
    statement = scene.statement(of: notice.content)
  }
}

/// What the texts of notices are made of.
struct NoticeParts: SceneView {
  let scene: Scene

  var menu: [ScreenButton] { [.menu(words)] }
  var andMore: (Int) -> Markup { words.andMore }

  /// «15:40», and the day if it is another one.
  func text(_ moment: Date) -> String {
    words.moment(moment, in: office.rules.timeZone, today: scene.today)
  }

  /// «место 12 (Окно)», «без места».
  func seat(_ seat: Seat.ID?) -> Markup {
    guard let seat else { return "\(words.withoutSeat)" }
    let zone = office.seat(seat)?.zone ?? ""
    return zone.isEmpty ? words.boldSeat(seat) : "\(words.boldSeat(seat)) (\(zone))"
  }

  /// «ср 25 ноября, место 12 (Окно), гость: Иван».
  func line(_ booking: BookingSummary) -> Markup { "\(words.day(booking.day)), \(presence(booking))" }

  /// «место 12 (Окно), гость: Иван».
  func presence(_ booking: BookingSummary) -> Markup {
    guard let guest = booking.guest else { return seat(booking.seat) }
    return "\(seat(booking.seat)), \(words.guest(guest))"
  }

  func list(_ bookings: [BookingSummary]) -> Markup {
    bookings.map { "• \(presence($0))" }.fitting(within: NoticeMessage.listCodePointsMax, andMore).lines()
  }

  /// «Причина: …», or nothing.
  func reason(_ reason: Reason) -> Markup { reason.isEmpty ? "" : words.reason(reason.text) }

  /// Ways on from what somebody else did to a person's bookings.
  func waysOn(from day: Day) -> [[ScreenButton]] {
    let isBookable = office.rules.bookingWindow(at: scene.now).contains(day) && !office.isClosed(day)
    let free = isBookable ? [ScreenButton(words.freeSeatsThere, .open(Trail(.menu).to(.day(day))))] : []
    return [free, menu]
  }
}
