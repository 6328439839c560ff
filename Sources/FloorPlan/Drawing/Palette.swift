/// The colours of all pictures. Few, so that a picture fits a palette, and apart in lightness or in blue,
/// so that they differ for people who do not tell red from green.
enum Palette {
  static let paper = Color(0xEDF0F5)
  static let room = Color(0xFFFFFF)
  static let ink = Color(0x18202D)
  static let quietInk = Color(0x5A6475)
  static let accent = Color(0x2B59E8)
  static let accentAtWeekends = Color(0x8EA6F4)
  /// Lines that numbers are read against.
  static let grid = Color(0xDDE2EA)

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
    case .heldForYou: heldForYou
    case .held: held
    case .closed: closed
    }
  }

  private static let free = Desk(
    fill: Color(0xC6F0D5), edge: Color(0x249B5E), number: Color(0x0B5230), sign: Color(0x0B5230),
    label: Color(0x0B5230))
  private static let taken = Desk(
    fill: Color(0xCBD2DC), edge: Color(0xCBD2DC), number: Color(0x465164), sign: Color(0x5A6475),
    label: ink)
  private static let own = Desk(
    fill: accent, edge: accent, number: Color(0xFFFFFF), sign: Color(0xFFFFFF), label: Color(0xFFFFFF))
  private static let heldForYou = Desk(
    fill: Color(0xCEDBFF), edge: accent, number: Color(0x1A3AA6), sign: accent, label: Color(0x1A3AA6))
  private static let held = Desk(
    fill: Color(0xFFDE94), edge: Color(0xC4870C), number: Color(0x6E4700), sign: Color(0x8F5B00),
    label: Color(0x6E4700))
  private static let closed = Desk(
    fill: Color(0xFAFBFC), edge: Color(0xD0D6DF), number: Color(0x667183), sign: Color(0x667183),
    label: quietInk)
}
