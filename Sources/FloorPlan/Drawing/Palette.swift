/// The colours of all pictures. Few, so that a picture fits a palette, and far apart in lightness,
/// so that they differ for people who do not tell red from green.
enum Palette {
  static let paper = Color(0xEDF0F5)
  static let room = Color(0xFFFFFF)
  static let ink = Color(0x18202D)
  static let quietInk = Color(0x5A6475)
  static let accent = Color(0x2B59E8)

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
    fill: Color(0xDCF5E5), edge: Color(0x2FA568), number: Color(0x0B5230), sign: Color(0x2FA568),
    label: Color(0x0B5230))
  private static let taken = Desk(
    fill: Color(0xE4E8EE), edge: Color(0xE4E8EE), number: Color(0x6B7686), sign: Color(0x8D97A6),
    label: Color(0x313B4A))
  private static let own = Desk(
    fill: accent, edge: accent, number: Color(0xFFFFFF), sign: Color(0xFFFFFF), label: Color(0xFFFFFF))
  private static let held = Desk(
    fill: Color(0xFFE3A3), edge: Color(0xE9A820), number: Color(0x6E4700), sign: Color(0xA66A00),
    label: Color(0x6E4700))
  private static let closed = Desk(
    fill: Color(0xF5F6F8), edge: Color(0xD5DAE2), number: Color(0x7C8696), sign: Color(0x7C8696),
    label: Color(0x5A6475))
}
