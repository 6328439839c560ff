import FloorPlan
import Foundation
import OfficeActor
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

extension Screen {
  /// A screen as a test can read it: picture, caption, rows of buttons (`+` success, `!` danger, `*` primary),
  /// what may be typed.
  var text: String {
    var lines = [picture.text, caption.html]
    lines += rows.filter { !$0.isEmpty }.map { row in
      row.map { "[\($0.style.sign)\($0.label)]" }.joined(separator: " ")
    }
    switch awaits {
    case .name(let typed): lines.append("⌨ имя «\(typed)»")
    case .seat(let day, _): lines.append("⌨ место на \(russian.dayOnButton(day))")
    case .otherSeat: lines.append("⌨ другое место")
    case .guestName: lines.append("⌨ имя гостя")
    case .guest(let name, let day, _):
      lines.append(
        "⌨ гость «\(name.text)»" + (day.map { ", место на \(russian.dayOnButton($0))" } ?? ", другое имя"))
    case .severalDays(let draft, _): lines.append("⌨ дни, место \(draft.seat?.rawValue ?? "любое")")
    case .planDay(let weekday, _): lines.append("⌨ место на \(russian.weekday(weekday))")
    case .away: lines.append("⌨ когда не будет")
    case .colleague(let typed, _): lines.append("⌨ коллега «\(typed)»")
    case .admin(let typed, _): lines.append("⌨ управление «\(typed)»")
    case nil: break
    }
    return lines.joined(separator: "\n")
  }

  var buttons: [ScreenButton] { rows.flatMap { $0 } }

  func button(_ label: String) throws -> Button {
    try #require(buttons.first { $0.label == label }, "no «\(label)» on\n\(text)").button
  }

  /// Holds a screen to what Telegram takes and to what every screen promises.
  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let caption = try TelegramHTML.text(of: caption.html)
    #expect(
      (1...Screen.captionCharactersMax).contains(caption.unicodeScalars.count), sourceLocation: sourceLocation
    )
    #expect(buttons.count <= Screen.buttonsMax, sourceLocation: sourceLocation)
    #expect(rows.allSatisfy { $0.count <= 8 }, sourceLocation: sourceLocation)
    let keyboard = try JSONEncoder().encode(keyboard)
    #expect(keyboard.count < 10_000, "\(keyboard.count) bytes of buttons", sourceLocation: sourceLocation)
    let defects = buttons.filter {
      !(1...100).contains($0.label.count) || Button(data: $0.button.data) == nil
    }
    #expect(defects.isEmpty, sourceLocation: sourceLocation)
    #expect(buttons.count { $0.style == .primary } <= 1, "one next step", sourceLocation: sourceLocation)
    // The menu itself, and the list of names with which everything begins, lead on only.
    let isBeginning = buttons.contains { $0.label == "Мои брони" } || picture.isWelcome
    #expect(
      isBeginning || buttons.contains { ["‹ Назад", "Меню"].contains($0.label) }, "no way out of\n\(text)",
      sourceLocation: sourceLocation)
  }
}

/// Compares a screen with its stored text, line by line.
func expect(
  _ screen: Screen?, shows stored: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let screen = try #require(screen, sourceLocation: sourceLocation)
  try screen.expectSound(sourceLocation: sourceLocation)
  let (wanted, shown) = (stored.split(separator: "\n"), screen.text.split(separator: "\n"))
  guard wanted != shown else { return }
  let changes = shown.difference(from: wanted).map { change in
    switch change {
    case .remove(_, let line, _): "- \(line)"
    case .insert(_, let line, _): "+ \(line)"
    }
  }
  Issue.record(
    "the screen differs from its stored text:\n\(changes.joined(separator: "\n"))",
    sourceLocation: sourceLocation)
}

extension Picture {
  fileprivate var text: String {
    switch self {
    case .standing(let picture): return "(\(picture.office): \(picture.heading))"
    case .fortnight(let picture):
      return "(\(picture.subtitle): \(picture.title) | \(picture.cells.map(\.text).joined(separator: " ")))"
    case .statistics(let picture): return "(Статистика: \(picture.month))"
    case .floor(let picture):
      let states = SeatState.allCases.compactMap { state -> String? in
        let seats = picture.seats.filter { $0.state == state }.map(\.id)
        return seats.isEmpty ? nil : "\(state.rawValue) \(seats.joined(separator: ","))"
      }
      return "(\(picture.title) | \(picture.subtitle) | \(states.joined(separator: "; ")))"
    }
  }

  fileprivate var isWelcome: Bool {
    if case .standing(let picture) = self { picture.kind == .welcome } else { false }
  }
}

extension ScreenButton.Style? {
  var sign: String {
    switch self {
    case .success: "+"
    case .danger: "!"
    case .primary: "*"
    case nil: ""
    }
  }
}

/// What people read in the tests, unless they say otherwise.
let russian = Russian()

extension FortnightPicture.Cell {
  /// «25: место 2 +1».
  fileprivate var text: String {
    let what =
      switch state {
      case .seat(let seat): "[\(seat)]"
      case .offered(let seat): "\(seat)?"
      case .queue(let place): "\(place)."
      case .away: "away"
      case .free(let count): "\(count)"
      case .closed: "x"
      case .outside: "-"
      }
    return "\(number):\(what)" + (guests > 0 ? "+\(guests)" : "")
  }
}
