/// A colour as SVG writes it.
struct Color: Sendable, Hashable {
  let hex: String
  init(_ hex: String) { self.hex = hex }
}

/// The colours of all pictures. Few, so that a picture fits a palette, and far apart in lightness,
/// so that they differ for people who do not tell red from green.
enum Palette {
  static let paper = Color("#EDF0F5")
  static let room = Color("#FFFFFF")
  static let ink = Color("#18202D")
  static let quietInk = Color("#5A6475")
  static let accent = Color("#2B59E8")

  /// How a seat in one state is coloured.
  struct Desk: Sendable, Hashable {
    let fill: Color
    let edge: Color
    let number: Color
    let sign: Color
    let label: Color
  }

  static func desk(_ state: SeatState) -> Desk {
    switch state {
    case .free: free
    case .taken: taken
    case .own: own
    case .held: held
    case .closed: closed
    }
  }

  private static let free = Desk(
    fill: Color("#DCF5E5"), edge: Color("#2FA568"), number: Color("#0B5230"), sign: Color("#2FA568"),
    label: Color("#0B5230"))
  private static let taken = Desk(
    fill: Color("#E4E8EE"), edge: Color("#E4E8EE"), number: Color("#6B7686"), sign: Color("#8D97A6"),
    label: Color("#313B4A"))
  private static let own = Desk(
    fill: accent, edge: accent, number: Color("#FFFFFF"), sign: Color("#FFFFFF"), label: Color("#FFFFFF"))
  private static let held = Desk(
    fill: Color("#FFE3A3"), edge: Color("#E9A820"), number: Color("#6E4700"), sign: Color("#A66A00"),
    label: Color("#6E4700"))
  private static let closed = Desk(
    fill: Color("#F5F6F8"), edge: Color("#D5DAE2"), number: Color("#7C8696"), sign: Color("#7C8696"),
    label: Color("#5A6475"))
}
