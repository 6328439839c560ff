package import OfficeActor

/// What a button does; travels in its `callback_data`.
package enum Button: Sendable, Hashable {
  /// Shows a screen.
  case open(Trail)
  /// «Да, это я».
  case register(Employee.ID)
  /// Takes a seat, or moves to it; without a seat, «Приду без места».
  case book(Seat.ID?, on: Day, from: Trail)
  /// The same for a guest whose name the chat keeps.
  case bookGuest(GuestTag, Seat.ID?, on: Day, from: Trail)
  /// Moves a booking to a seat; «Да, пересесть» if it is confirmed.
  case move(Booking.ID, to: Seat.ID, isConfirmed: Bool, from: Trail)
  /// «Да, отменить».
  case cancel(Booking.ID, from: Trail)
  /// «Отменить и гостей».
  case cancelGuests(on: Day, from: Trail)
  /// «Занять место 12».
  case acceptOffer(Offer.ID, of: Seat.ID, on: Day, from: Trail)
  /// «Спасибо, не нужно».
  case declineOffer(Offer.ID, of: Seat.ID, on: Day, from: Trail)
  /// «Приду»; takes again what was released in the meantime.
  case confirmAttendance(on: Day)
  /// «Не приду».
  case declineAttendance(on: Day)
  /// An admin's, on a notice, which turns into what came of it.
  case decide(AdminDecision)
  /// Something of «Управление».
  case admin(AdminAction, from: Trail)
  /// What the person reads from now on.
  case chooseLanguage(Language)
  /// Says where one is («2/5») and does nothing.
  case label
}

extension Button {
  /// Telegram takes no longer `callback_data`, in bytes of UTF-8.
  package static let dataBytesMax = 64

  /// The button as `callback_data`, within Telegram's 64 bytes: a way too long is cut at its beginning.
  package var data: String { data(bytesMax: Button.dataBytesMax) }

  /// The same with a shorter way back where fewer bytes are wanted, as far as that goes.
  package func data(bytesMax: Int) -> String {
    func fitting(_ letter: String, _ fields: [String], _ trail: Trail) -> String {
      Self.fitting(letter + fields.joined(separator: ".") + "|", trail, bytesMax)
    }
    return switch self {
    case .open(let trail): Self.fitting("o", trail, bytesMax)
    case .register(let employee): "r" + Code.text(employee.rawValue)
    case .book(let seat, let day, let trail):
      fitting("b", [Code.text(day.number), seat?.rawValue ?? ""], trail)
    case .bookGuest(let guest, let seat, let day, let trail):
      fitting("g", [Code.text(guest.rawValue), Code.text(day.number), seat?.rawValue ?? ""], trail)
    case .move(let booking, let seat, let isConfirmed, let trail):
      fitting(isConfirmed ? "v" : "m", [Code.text(booking.rawValue), seat.rawValue], trail)
    case .cancel(let booking, let trail): fitting("x", [Code.text(booking.rawValue)], trail)
    case .cancelGuests(let day, let trail): fitting("k", [Code.text(day.number)], trail)
    case .acceptOffer(let offer, let seat, let day, let trail):
      fitting("a", [Code.text(offer.rawValue), Code.text(day.number), seat.rawValue], trail)
    case .declineOffer(let offer, let seat, let day, let trail):
      fitting("n", [Code.text(offer.rawValue), Code.text(day.number), seat.rawValue], trail)
    case .confirmAttendance(let day): "Y" + Code.text(day.number) + "."
    case .declineAttendance(let day): "N" + Code.text(day.number)
    case .decide(.approve(let request)): "A" + Code.text(request.rawValue)
    case .decide(.refuse(let request)): "R" + Code.text(request.rawValue)
    case .decide(.unlink(let employee, let account)): "U" + Code.text(employee, from: account)
    case .decide(.closeDay(let day)): "C" + Code.text(day.number)
    case .admin(let action, let trail): fitting("M", [action.code], trail)
    case .chooseLanguage(let language): "l" + language.rawValue
    case .label: "-"
    }
  }

  private static func fitting(_ action: String, _ trail: Trail, _ bytesMax: Int) -> String {
    var trail = trail
    while action.utf8.count + trail.code.utf8.count > bytesMax, let shorter = trail.shortened {
      trail = shorter
    }
    let room = Button.dataBytesMax - action.utf8.count
    // A place that is too long even alone: one is then led to the menu.
    return action + (trail.code.utf8.count > room ? Trail(.menu) : trail).code
  }
}

extension Button {
  /// The button that has this data, or nil if it is none of ours (any more).
  package init?(data: String) {
    guard data.utf8.count <= Button.dataBytesMax else { return nil }
    let rest = data.dropFirst()
    let button: Button? =
      switch data.first {
      case "o": Trail(code: rest).map { .open($0) }
      case "r": Code.number(rest).map { .register(Employee.ID(rawValue: $0)) }
      case "b": Fields(rest, count: 2)?.book
      case "g": Fields(rest, count: 3)?.bookGuest
      case "m": Fields(rest, count: 2)?.move(isConfirmed: false)
      case "v": Fields(rest, count: 2)?.move(isConfirmed: true)
      case "x": Fields(rest, count: 1)?.cancel
      case "k": Fields(rest, count: 1)?.cancelGuests
      case "a": Fields(rest, count: 3)?.offer.map { .acceptOffer($0, of: $1, on: $2, from: $3) }
      case "n": Fields(rest, count: 3)?.offer.map { .declineOffer($0, of: $1, on: $2, from: $3) }
      case "M": Fields(rest, count: 1)?.admin
      case "l": Language(rawValue: String(rest)).map { .chooseLanguage($0) }
      case "-" where rest.isEmpty: .label
      default: Button(noticeData: data)
      }
    guard let button else { return nil }
    self = button
  }

  /// What a button is about, and the way it stands at: «g1a.12|m.c». Only the last field, a seat's number, may
  /// have dots in it.
  private struct Fields {
    let fields: [Substring]
    let trail: Trail

    init?(_ text: Substring, count: Int) {
      guard let bar = text.lastIndex(of: "|"), let trail = Trail(code: text[text.index(after: bar)...])
      else { return nil }
      fields = text[..<bar].split(separator: ".", maxSplits: count - 1, omittingEmptySubsequences: false)
      guard fields.count == count else { return nil }
      self.trail = trail
    }

    var book: Button? { Code.day(fields[0]).map { .book(seat, on: $0, from: trail) } }

    var bookGuest: Button? {
      guard let guest = Code.number(fields[0], in: GuestTag.range), let day = Code.day(fields[1]) else {
        return nil
      }
      return .bookGuest(GuestTag(rawValue: UInt32(guest)), seat, on: day, from: trail)
    }

    func move(isConfirmed: Bool) -> Button? {
      guard let booking, let seat else { return nil }
      return .move(booking, to: seat, isConfirmed: isConfirmed, from: trail)
    }

    var cancel: Button? { booking.map { .cancel($0, from: trail) } }

    var cancelGuests: Button? { Code.day(fields[0]).map { .cancelGuests(on: $0, from: trail) } }

    var offer: (Offer.ID, Seat.ID, Day, Trail)? {
      guard let id = Code.number(fields[0]), let day = Code.day(fields[1]), let seat else { return nil }
      return (Offer.ID(rawValue: id), seat, day, trail)
    }

    var admin: Button? { AdminAction(code: fields[0]).map { .admin($0, from: trail) } }

    private var booking: Booking.ID? { Code.number(fields[0]).map(Booking.ID.init(rawValue:)) }

    private var seat: Seat.ID? {
      fields.last.flatMap { $0.isEmpty ? nil : Seat.ID(String($0)) }
    }
  }
}
