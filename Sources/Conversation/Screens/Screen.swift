package import FloorPlan

/// What a person sees in the living message: a picture, a caption, buttons.
package struct Screen: Sendable, Hashable {
  package var picture: Picture
  package var caption: Markup
  package var rows: [[ScreenButton]]
  /// What the screen waits for a person to type, if anything.
  package var awaits: TextEntry?
  /// Whether it tells a result that has to stay: a text of its own, below which the next screen goes.
  package var isResult = false
  /// What it tells of its reader's affairs, if anything.
  package var statement: Statement?

  /// Telegram's limits, and the number of buttons that its apps show well.
  static let captionCharactersMax = 1024
  static let buttonsMax = 100

  init(picture: Picture, caption: Markup, rows: [[ScreenButton]], awaits: TextEntry? = nil) {
    self.picture = picture
    self.caption = caption
    self.rows = rows
    self.awaits = awaits
  }

  /// The same screen with a row of buttons above the others.
  func offering(_ row: [ScreenButton]) -> Screen {
    guard !row.isEmpty else { return self }
    var screen = self
    screen.rows.insert(row, at: 0)
    return screen
  }

  /// The same screen with a line about what just happened above its caption.
  func saying(_ line: Markup?) -> Screen {
    // What the screen says already is not said twice.
    guard let line, !caption.html.hasPrefix(line.html) else { return self }
    var screen = self
    screen.caption = line + "\n\n" + caption
    return screen
  }
}

/// A labelled button of a screen.
package struct ScreenButton: Sendable, Hashable {
  package var label: String
  package var button: Button
  package var style: Style?

  /// Longer labels are nobody's to read.
  package static let labelCodePointsMax = 100

  /// A colour that carries a meaning; most buttons have none.
  package enum Style: Sendable, Hashable {
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
