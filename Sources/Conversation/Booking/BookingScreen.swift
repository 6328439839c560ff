import FloorPlan
import OfficeActor

/// One booking on its floor, one's own or a guest's, with the ways to change it.
struct BookingScreen: SceneView {
  let scene: Scene
  let line: BookingLine
  let floor: DayFloor
  let trail: Trail
  /// Whether it was booked by the tap that leads here.
  let isNew: Bool

  /// The first bookings of a person tell that attendance is asked for.
  private static let explainedMax = 3

  init(_ scene: Scene, booking: Booking, employee: Employee, trail: Trail, isNew: Bool = false) {
    self.scene = scene
    line = BookingLine(booking, in: scene)
    floor = DayFloor(scene, day: booking.day, employee: employee)
    self.trail = trail
    self.isNew = isNew
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture,
      caption: [
        what, booking.guest.map(words.guestLine) ?? "", waiting, isNew ? explanation : "",
      ].lines(),
      rows: [
        offerRow,
        [
          ScreenButton(
            isNew ? words.cancel : words.cancelBooking, .open(trail.to(.cancelling(booking.id))), .danger)
        ] + otherSeat,
        moreDays, [back(trail), menu],
      ])
  }

  /// «Ещё дни с местом 12».
  private var moreDays: [ScreenButton] {
    guard isNew, booking.guest == nil, let seat = booking.seat else { return [] }
    return [ScreenButton(words.moreDays(withSeat: seat), .choose(.daysWith(seat), from: trail))]
  }

  private var booking: Booking { line.state.booking }

  private var what: Markup {
    if isNew, booking.seat == nil {
      return words.queued(booking.day, place: line.state.placeInQueue, guest: booking.guest)
    }
    if isNew { return words.booked(line.presence) }
    return booking.guest == nil ? words.yourBooking(line.presence) : words.guestBooking(line.presence)
  }

  private var waiting: Markup {
    if let offer = line.state.offer { return words.offered(offer.seat) }
    guard booking.seat == nil, !floor.isClosed else { return "" }
    return booking.hasDeclined ? words.nothingMoreOffered : words.willBeOffered
  }

  private var explanation: Markup {
    let rules = office.rules.attendance
    guard rules.isEnabled, booking.guest == nil, booking.seat != nil,
      office.bookings(of: booking.owner, from: Day(number: 0)).count <= Self.explainedMax
    else { return "" }
    return words.askedBefore(askAt: rules.askAt, answerBy: rules.answerBy)
  }

  private var offerRow: [ScreenButton] {
    guard !floor.isClosed, let offer = line.state.offer else { return [] }
    return .answers(to: offer, from: trail, words)
  }

  /// The way to the floor; a guest's booking has a floor of its own there.
  private var otherSeat: [ScreenButton] {
    guard !floor.isClosed else { return [] }
    let place: Place = booking.guest == nil ? .day(booking.day) : .moving(booking.id)
    return [
      ScreenButton(booking.seat == nil ? words.chooseSeat : words.otherSeat, .open(trail.to(place)))
    ]
  }
}
