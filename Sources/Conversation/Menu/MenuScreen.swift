import FloorPlan
import OfficeActor

/// Who one is, the nearest booking, and the ways on.
struct MenuScreen: SceneView {
  let scene: Scene
  let employee: Employee

  func render() -> Screen {
    let bookings = office.bookings(of: employee.id, from: scene.today)
    let offers = bookings.compactMap { office.bookings(on: $0.day).offer(to: $0.id) }
    let trail = Trail(.menu)
    return Screen(
      picture: Fortnight(scene: scene, employee: employee).picture(words.menu),
      caption: (offers.map(preview) + [
        "<b>\(employee.name.text)</b>",
        bookings.first.map { words.nearestBooking(BookingLine($0, in: scene).text) } ?? words.noBookings,
        explanation(bookings),
      ]).lines(),
      rows: offers.prefix(Self.offersMax).map { .answers(to: $0, from: trail, words) } + [
        usual(trail), usualWeek(trail),
        [
          ScreenButton(words.book, .open(trail.to(.calendar)), .primary),
          ScreenButton(words.myWeek, .open(trail.to(.week))),
        ],
        [
          ScreenButton(words.myBookings, .open(trail.to(.bookings()))),
          ScreenButton(words.whoIsIn, .open(trail.to(.people(scene.today)))),
        ],
        [
          ScreenButton(words.inviteGuest, .open(trail.to(.guest))),
          ScreenButton(words.settings, .open(trail.to(.settings))),
        ],
      ])
  }

  /// Offers with buttons at the most; the others are in «Мои брони».
  private static let offersMax = 3

  /// An offer that waits for the answer, with its time.
  private func preview(_ offer: Offer) -> Markup {
    words.offerPreview(
      offer.seat, on: offer.day,
      until: words.moment(offer.runsOutAt, in: office.rules.timeZone, today: scene.today))
  }

  /// A newcomer reads what silence costs.
  private func explanation(_ bookings: [Booking]) -> Markup {
    let rules = office.rules.attendance
    guard rules.isEnabled, bookings.isEmpty, office.bookings(of: employee.id, from: Day(number: 0)).isEmpty
    else { return "" }
    return words.askedBefore(askAt: rules.askAt, answerBy: rules.answerBy)
  }

  /// «Как обычно»: what one tap books.
  private func usual(_ trail: Trail) -> [ScreenButton] {
    guard let (day, seat) = office.usualBooking(for: employee.id, at: scene.now) else { return [] }
    let label = words.usual(words.dayOnButton(day, today: scene.today), seat)
    return [ScreenButton(label, .book(seat, on: day, from: trail), .success)]
  }
}
