package import OfficeActor

/// What an admin's button does.
package enum AdminAction: Sendable, Hashable {
  /// «Да, удалить»; with the reason that was typed just before.
  case delete(Booking.ID, hasReason: Bool)
  /// Gives a booking another seat; confirmed if somebody waits for the one it leaves.
  case move(Booking.ID, to: Seat.ID, isConfirmed: Bool = false)
  /// Books for somebody; without a seat if none is free.
  case book(Seat.ID?, on: Day, for: Employee.ID)
  case decide(AdminDecision)
  /// «Открыть день».
  case openDay(Day)
  /// «Да, удалить».
  case remove(Employee.ID)
  /// «Закрыть место» through a day, or until it is opened; with the reason that was typed just before.
  case closeSeat(Seat.ID, through: Day?, hasReason: Bool)
  /// «Открыть место».
  case openSeat(Seat.ID)
  /// «Да, добавить 25»: names that were kept under this number.
  case addNames(Int64)
  /// «Скачать».
  case downloadJournal(JournalFilter)
  case downloadErrors
  case downloadStatistics(Month)
}

extension AdminAction {
  /// A letter and what belongs to it.
  var code: String {
    switch self {
    case .delete(let booking, let hasReason): "x" + Code.text(hasReason) + Code.text(booking.rawValue)
    case .move(let booking, let seat, let isConfirmed):
      "v" + Code.text(isConfirmed) + Code.joined(Code.text(booking.rawValue), Code.text(seat))
    case .book(let seat, let day, let employee):
      "b" + Code.joined(Code.text(day.number), Code.text(employee.rawValue), seat.map(Code.text) ?? "")
    case .decide(.closeDay(let day)): "c" + Code.text(day.number)
    case .decide(.unlink(let employee, let account)): "U" + Code.text(employee, from: account)
    case .decide(.approve(let request)): "y" + Code.text(request.rawValue)
    case .decide(.refuse(let request)): "n" + Code.text(request.rawValue)
    case .openDay(let day): "o" + Code.text(day.number)
    case .remove(let employee): "X" + Code.text(employee.rawValue)
    case .closeSeat(let seat, let through, let hasReason):
      "C" + Code.text(hasReason) + Code.joined(through.map { Code.text($0.number) } ?? "", Code.text(seat))
    case .openSeat(let seat): "O" + Code.text(seat)
    case .addNames(let number): "l" + Code.text(number)
    case .downloadJournal(let filter): "j" + filter.code
    case .downloadErrors: "z"
    case .downloadStatistics(let month): "g" + Code.text(month.number)
    }
  }

  /// The action with a code, or nil if it is not one of ours (any more).
  init?(code: Substring) {
    guard let letter = code.first,
      let action = Self.action(letter, CodeReader(code.dropFirst())), action.code == code
    else { return nil }
    self = action
  }

  private static func action(_ letter: Character, _ reader: CodeReader) -> AdminAction? {
    var reader = reader
    let action: AdminAction? =
      switch letter {
      case "x": reader.flag().flatMap { has in reader.booking().map { .delete($0, hasReason: has) } }
      case "v":
        reader.flag().flatMap { isConfirmed in
          reader.booking().flatMap { id in
            reader.seat().map { .move(id, to: $0, isConfirmed: isConfirmed) }
          }
        }
      case "b":
        reader.day().flatMap { day in
          reader.employee().map { .book(reader.seat(), on: day, for: $0) }
        }
      case "c": reader.day().map { .decide(.closeDay($0)) }
      case "U": reader.employee().map { .decide(.unlink($0, from: reader.account())) }
      case "y": reader.request().map { .decide(.approve($0)) }
      case "n": reader.request().map { .decide(.refuse($0)) }
      case "o": reader.day().map { .openDay($0) }
      case "X": reader.employee().map { .remove($0) }
      case "C":
        reader.flag().flatMap { has in
          reader.dayIfAny().flatMap { through in
            reader.seat().map { .closeSeat($0, through: through.value, hasReason: has) }
          }
        }
      case "O": reader.seat().map { .openSeat($0) }
      case "l": reader.number().map { .addNames($0) }
      case "j": reader.journalFilter().map { .downloadJournal($0) }
      case "z": .downloadErrors
      case "g": reader.month().map { .downloadStatistics($0) }
      default: nil
      }
    return action
  }
}
