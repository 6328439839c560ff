import FloorPlan
import OfficeActor

/// What a person sees in the living message: a picture, a caption, buttons.
struct Screen: Sendable, Hashable {
  var picture: Picture
  var caption: Markup
  var rows: [[ScreenButton]]
  /// What the screen waits for a person to type, if anything.
  var awaits: TextEntry?

  /// Telegram's limits, and the number of buttons that its apps show well.
  static let captionCharactersMax = 1024
  static let buttonsMax = 100

  init(picture: Picture, caption: Markup, rows: [[ScreenButton]], awaits: TextEntry? = nil) {
    self.picture = picture
    self.caption = caption
    self.rows = rows
    self.awaits = awaits
  }

  /// The same screen with a line about what just happened above its caption.
  func saying(_ line: Markup?) -> Screen {
    guard let line else { return self }
    var screen = self
    screen.caption = line + "\n\n" + caption
    return screen
  }
}

/// A labelled button of a screen.
struct ScreenButton: Sendable, Hashable {
  var label: String
  var button: Button
  var style: Style?

  /// A colour that carries a meaning; most buttons have none.
  enum Style: Sendable, Hashable {
    /// Takes a seat, says yes.
    case success
    /// Cancels, deletes.
    case danger
    /// The one expected next step.
    case primary
  }

  init(_ label: String, _ button: Button, _ style: Style? = nil) {
    self.label = label
    self.button = button
    self.style = style
  }
}

/// What a chat waits for a person to type; kept over a restart.
enum TextEntry: Sendable, Hashable {
  /// Part of one's name, in the registration list; with what was typed last.
  case name(typed: String)
  /// A seat's number on a day.
  case seat(on: Day, from: Trail)
  /// Part of a colleague's name; with what was typed last.
  case colleague(typed: String, from: Trail)
}

extension TextEntry {
  /// What was typed is kept no longer than this, in characters.
  static let typedCharactersMax = 100

  var code: String {
    switch self {
    case .name(let typed): "n" + typed
    case .seat(let day, let trail): "s" + Code.text(day.number) + "|" + trail.code
    case .colleague(let typed, let trail): "c" + trail.code + "|" + typed
    }
  }

  init?(code: String) {
    let rest = code.dropFirst()
    switch code.first {
    case "n": self = .name(typed: String(rest))
    case "s":
      let parts = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let day = Code.day(parts[0]), let trail = Trail(code: parts[1]) else {
        return nil
      }
      self = .seat(on: day, from: trail)
    case "c":
      let parts = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let trail = Trail(code: parts[0]) else { return nil }
      self = .colleague(typed: String(parts[1]), from: trail)
    default: return nil
    }
  }
}
