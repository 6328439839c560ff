import FloorPlan
import Foundation
import OfficeActor

/// What every screen of «Управление» is made from.
struct AdminScene {
  let office: Office
  let officeName: String
  let now: Date
  let trail: Trail
  /// What was typed for this screen last; empty if nothing.
  let typed: String

  var today: Day { office.rules.today(at: now) }
  var window: ClosedRange<Day> { office.rules.bookingWindow(at: now) }

  /// A screen with a calm picture; the way back comes last.
  func screen(
    _ heading: String, _ kind: StandingPicture.Kind = .admin, caption: Markup, rows: [[ScreenButton]],
    awaitsText: Bool = false
  ) -> Screen {
    Screen(
      picture: .standing(StandingPicture(kind, office: officeName, heading: heading)), caption: caption,
      rows: rows + [[.back(trail), .menu]], awaits: awaitsText ? entry : nil)
  }

  /// What is typed next is for this screen.
  var entry: TextEntry { .admin(typed: typed, at: trail) }

  /// A button to another screen of «Управление».
  func button(_ label: String, _ place: AdminPlace, _ style: ScreenButton.Style? = nil) -> ScreenButton {
    ScreenButton(label, .open(trail.to(.admin(place))), style)
  }

  /// A button that does something; afterwards one is where it leads back to.
  func button(_ label: String, _ action: AdminAction, _ style: ScreenButton.Style? = nil) -> ScreenButton {
    ScreenButton(label, .admin(action, from: trail), style)
  }

  func pages(_ page: Int, of count: Int, _ place: (Int) -> AdminPlace) -> [ScreenButton] {
    .pages(current: page, of: count) { .open(trail.to(.admin(place($0)))) }
  }

  func name(_ employee: Employee.ID) -> String { office.employees[employee]?.name.text ?? "—" }

  /// Asks before something is done: «Да, …» beside «‹ Назад».
  func question(_ heading: String, caption: Markup, yes: ScreenButton, more: [[ScreenButton]] = []) -> Screen
  {
    var screen = screen(heading, .question, caption: caption, rows: [])
    screen.rows = more + [[yes, .back(trail)]]
    return screen
  }
}

/// Whose booking it is, when and where, in one line for admins.
struct AdminBookingLine: Sendable, Hashable {
  let owner: String
  let line: BookingLine

  init(_ booking: Booking, in office: Office) {
    owner = office.employees[booking.owner]?.name.text ?? "—"
    line = BookingLine(booking, in: office)
  }

  /// «Смирнова Анна, гость: Пётр».
  var who: String { line.state.booking.guest.map { "\(owner), гость: \($0.text)" } ?? owner }

  /// «Смирнова Анна — ср 25 ноября, место 12 (Окно)».
  var text: Markup { "\(owner) — \(line.text)" }

  /// «12 · Смирнова Анна».
  var onButton: String {
    "\(line.state.booking.seat?.rawValue ?? "без места") · \(who)".shortened(
      to: ScreenButton.labelCodePointsMax)
  }
}
