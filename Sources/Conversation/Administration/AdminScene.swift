import FloorPlan
import OfficeActor

/// A scene in «Управление», with what every screen there is made from.
struct AdminScene {
  let scene: Scene
  let trail: Trail
  /// What was typed for this screen last; empty if nothing.
  let typed: String
  /// What is ticked to be closed, on the steps of «Закрыть несколько».
  let ticked: TickedSeats?

  var office: Office { scene.office }
  var words: any Words { scene.words }
  var today: Day { scene.today }
  var window: ClosedRange<Day> { office.rules.bookingWindow(at: scene.now) }

  /// A screen with a calm picture; the way back comes last.
  func screen(
    _ heading: String, _ kind: StandingPicture.Kind = .admin, caption: Markup, rows: [[ScreenButton]],
    awaitsText: Bool = false
  ) -> Screen {
    Screen(
      picture: .standing(StandingPicture(kind, office: scene.officeName, heading: heading)), caption: caption,
      rows: rows + [wayBack], awaits: awaitsText ? entry : nil)
  }

  /// «‹ Назад», «Меню».
  var wayBack: [ScreenButton] { [.back(trail, words), .menu(words)] }

  /// What is typed next is for this screen.
  var entry: TextEntry {
    ticked.map { .closingSeats($0, at: trail) } ?? .admin(typed: typed, at: trail)
  }

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
    screen.rows = more + [[yes, .back(trail, words)]]
    return screen
  }
}

/// A screen of «Управление».
protocol AdminView {
  var scene: AdminScene { get }
}

extension AdminView {
  var words: any Words { scene.words }
  var office: Office { scene.office }
}

/// Whose booking it is, when and where, in one line for admins.
struct AdminBookingLine {
  let owner: String
  let line: BookingLine
  private let words: any Words

  init(_ booking: Booking, in scene: Scene) {
    owner = scene.office.employees[booking.owner]?.name.text ?? "—"
    line = BookingLine(booking, in: scene)
    words = scene.words
  }

  init(_ booking: Booking, in scene: AdminScene) { self.init(booking, in: scene.scene) }

  /// «Смирнова Анна, гость: Пётр».
  var who: Markup { line.state.booking.guest.map { "\(owner), \(words.guest($0))" } ?? "\(owner)" }

  /// «Смирнова Анна — ср 25 ноября, место 12 (Окно)».
  var text: Markup { "\(owner) — \(line.text)" }

  /// «12 · Смирнова Анна».
  var onButton: String {
    "\(line.state.booking.seat?.rawValue ?? words.withoutSeat) · \(who.plain)".shortened(
      to: ScreenButton.labelCodePointsMax)
  }
}
