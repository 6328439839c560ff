import Foundation
import OfficeActor
import Testing

@testable import Conversation

/// A whole dialogue without Telegram, SQLite or a process: steps are carried out on an office that is a value.
struct Dialogue {
  private(set) var office: Office
  let account: AccountID
  let now: Date
  let officeName: String
  private(set) var screen: Screen
  private(set) var toast: String?
  private(set) var refusedAttempts = 0
  /// The language of the person's Telegram app.
  var appLanguage: Language?
  private var entry: TextEntry?
  private var keptNames: [[EmployeeName]] = []

  static let employee = AccountID(rawValue: 101)
  static let admin = AccountID(rawValue: 999)
  static let stranger = AccountID(rawValue: 900)
  static let today = Day(iso: "2026-11-24") ?? Day(number: 0)

  /// A small office on a Tuesday morning: three people in Telegram, one of them an admin, and a full
  /// tomorrow with a queue.
  /// Everything that is data is in the language that is asked for.
  init(
    of account: AccountID, registration: RegistrationMode = .open, language: Language = .russian,
    before: (inout Office, TimeZone) throws -> Void = { _, _ in }
  ) throws {
    let zone = try #require(TimeZone(identifier: "Europe/Moscow"))
    now = Self.today.start(in: zone).addingTimeInterval(10 * 3600)
    let isRussian = language == .russian
    let names =
      isRussian
      ? ["Смирнова Анна", "Орлов Борис", "Ёлкин Пётр", "Ли Ю", "Котова <Вера>"]
      : ["Smith Anna", "Orwell Boris", "Elkin Peter", "Li Yu", "Catt <Vera>"]
    let employees = try names.enumerated().map { index, name in
      Employee(
        id: Employee.ID(rawValue: Int64(index + 1)), name: try #require(EmployeeName(name)),
        account: [Self.employee, AccountID(rawValue: 102), nil, nil, Self.admin][index])
    }
    let seats = ["1", "2", "A-3"].map { Seat(id: Seat.ID($0), zone: isRussian ? "Окно" : "Window") }
    office = try Office(
      rules: OfficeRules(
        timeZone: zone, admins: [Self.admin], registration: registration, language: language), seats: seats,
      records: OfficeRecords(employees: employees, counters: Counters(nextEmployee: 6)))
    try before(&office, zone)
    let tomorrow = Self.today + 1
    for (seat, account) in [("1", 101), ("2", 102)] as [(String, Int64)] {
      _ = try office.perform(
        .book(Seat.ID(seat), on: tomorrow), by: .person(AccountID(rawValue: account)), at: now)
    }
    let guest = try #require(GuestName(isRussian ? "Иван <Гость>" : "Ivan <Guest>"))
    _ = try office.perform(
      .book(Seat.ID("A-3"), on: tomorrow, for: .guest(guest)), by: .person(Self.employee), at: now)
    let waiting = try #require(GuestName(isRussian ? "Ждёт" : "Waits"))
    _ = try office.perform(
      .book(nil, on: tomorrow, for: .guest(waiting)), by: .person(Self.employee), at: now)
    self.account = account
    officeName = isRussian ? "СПБ" : "SPB"
    screen =
      Scene(office: office, officeName: officeName, now: now, viewer: Scene.Viewer(account: account)).menu
    entry = screen.awaits
  }

  var scene: Scene {
    Scene(
      office: office, officeName: officeName, now: now,
      viewer: Scene.Viewer(
        account: account, entry: entry,
        profile: AccountProfile(id: account, name: "", appLanguage: appLanguage)))
  }

  /// Does something in the chat; what it leads to becomes the screen.
  mutating func act(_ input: Input) {
    var step = scene.step(on: input)
    let beginning = scene
    while true {
      switch step {
      case .show(let reply): return show(beginning.settled(reply, after: input))
      case .refuseAdministration(let reply):
        refusedAttempts += 1
        return show(beginning.settled(reply, after: input))
      case .perform(let command, let then):
        let outcome = perform(command)
        step = then(scene, outcome)
      case .read(let query): step = found(query)
      }
    }
  }

  private mutating func show(_ reply: Reply) {
    toast = reply.toast
    guard let shown = reply.screen else { return }
    screen = shown
    entry = shown.awaits.flatMap { TextEntry(code: $0.code) }
  }

  private mutating func perform(_ command: Command) -> Result<Outcome, Refusal> {
    do throws(Rejection) {
      let events = try office.perform(command, by: .person(account), at: now)
      return .success(events.isEmpty ? .alreadySo : .done(events))
    } catch {
      return .failure(.rejected(error))
    }
  }

  private mutating func found(_ query: Query) -> Step {
    switch query {
    case .journal(_, _, let then): return then(scene, .success([]))
    case .journalCount(_, _, _, let then): return then(scene, .success(3))
    case .dayCounts(_, let then): return then(scene, .success([:]))
    case .errors(let then): return then(scene, [])
    case .keepNames(let names, let then):
      keptNames.append(names)
      return then(scene, .success(Int64(keptNames.count)))
    case .keptNames(let number, let then):
      let index = Int(number) - 1
      return then(scene, .success(keptNames.indices.contains(index) ? keptNames[index] : nil))
    case .document(_, _, let then): return then(scene, .failure(.gone))
    }
  }

  /// Whether «Меню», or «‹ Назад» a few times, leads to the menu from a screen.
  func leadsToMenu(_ screen: Screen) -> Bool {
    var copy = self
    copy.screen = screen
    for _ in 0...Trail.depthMax {
      let buttons = copy.screen.rows.joined()
      let menu = copy.scene.forgettingEntry.menu.rows
      // What has just been cancelled can be given back on top of the menu.
      if copy.screen.rows.suffix(menu.count).elementsEqual(menu) { return true }
      if buttons.contains(where: { $0.button == .open(Trail(.menu)) }) { return true }
      guard let back = buttons.first(where: { $0.label == copy.scene.words.back }) else { return false }
      copy.act(.tap(back.button))
    }
    return false
  }
}

extension Dialogue {
  var labels: [String] { screen.rows.joined().map(\.label) }
  var text: String { screen.caption.plain }

  /// Taps buttons one after the other, each by the beginning of its label, as Telegram would bring them.
  mutating func taps(_ wanted: String...) throws {
    for label in wanted { try tap(label) }
  }

  mutating func tap(_ label: String) throws {
    let buttons = screen.rows.joined()
    let button = try #require(
      buttons.first { $0.label == label } ?? buttons.first { $0.label.hasPrefix(label) },
      "no «\(label)» among \(labels)")
    act(.tap(Button(data: button.button.data)))
  }
}
