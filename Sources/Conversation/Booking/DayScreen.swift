import OfficeActor

/// A day's floor with a button for every free seat.
struct DayScreen: SceneView {
  let scene: Scene
  let floor: DayFloor
  let choice: SeatChoice
  let seats: SeatButtons
  /// The booking that a seat is chosen for, if there is one.
  let present: BookingState?
  /// How many wait for a seat.
  let queueLength: Int
  let trail: Trail

  init(
    _ scene: Scene, day: Day, part: Int?, for choice: SeatChoice = .oneself, employee: Employee,
    trail: Trail
  ) {
    let office = scene.office
    self.scene = scene
    floor = DayFloor(scene, day: day, employee: employee)
    self.choice = choice
    let booking: Booking? =
      switch choice {
      case .oneself: office.bookings(on: day).booking(ownedBy: employee.id)
      case .guest: nil
      case .booking(let booking): booking
      }
    present = booking.map { BookingState($0, in: scene) }
    queueLength = office.bookings(on: day).queue.count
    self.trail = trail
    seats = SeatButtons(floor, part: part)
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture(part: seats.part),
      caption: [
        "<b>\(words.day(day))</b>", choice.guest.map(words.guestLine) ?? "", state, hint,
      ].lines(),
      rows: [offerRow, ownRow] + seatRows + [seatlessRow, [back(trail), menu]],
      awaits: choice.entry(on: day, isClosed: floor.isClosed, from: trail))
  }

  private var day: Day { floor.day }
  private var free: [Seat] { floor.free }

  // MARK: Caption

  private var state: Markup {
    if floor.isClosed { return [words.officeIsClosedThatDay, presence].lines() }
    // Who waits already knows the way.
    let taken: Markup = present == nil ? words.nothingFree(inQueue: queueLength) : words.noFreeSeats
    let free: Markup = self.free.isEmpty ? taken : "\(floor.summary)."
    return presence.html.isEmpty ? free : free + " " + presence
  }

  /// What there is already for whom the seat is chosen.
  private var presence: Markup {
    guard let present else { return "" }
    if let offer = present.offer { return words.offered(offer.seat) }
    let isOwn = choice == .oneself
    if let seat = present.booking.seat { return isOwn ? words.yourSeat(seat) : words.presentSeat(seat) }
    return words.withoutSeatYet(isOwn: isOwn, inQueue: present.inQueue)
  }

  private var hint: Markup {
    if floor.isClosed || free.isEmpty { return "" }
    if seats.areOfParts { return words.choosePart }
    return present?.booking.seat == nil ? words.tapSeat : words.tapOtherSeat
  }

  // MARK: Buttons

  private var offerRow: [ScreenButton] {
    guard !floor.isClosed, let offer = present?.offer else { return [] }
    return .answers(to: offer, from: trail, words)
  }

  private var ownRow: [ScreenButton] {
    guard choice == .oneself, let booking = present?.booking else { return [] }
    return [
      ScreenButton(
        words.myBooking(booking.seat), .open(trail.to(.booking(booking.id))),
        present?.offer == nil ? .primary : nil)
    ]
  }

  private var seatlessRow: [ScreenButton] {
    guard !floor.isClosed, free.isEmpty, present == nil else { return [] }
    return [choice.seatlessButton(on: day, from: trail, words)].compactMap { $0 }
  }

  private var seatRows: [[ScreenButton]] {
    seats.rows(
      showing: { .open(trail.to(choice.place(day, part: $0))) },
      taking: { choice.button($0, on: day, from: trail) })
  }
}
