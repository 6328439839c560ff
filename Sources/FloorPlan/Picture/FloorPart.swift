/// A part of a large floor, small enough for one screen: a zone, a piece of a large zone, or, in an office of
/// very many zones, a piece of the whole list of seats.
public struct FloorPart: Sendable, Hashable {
  /// Empty where the seats are of no zone or of several.
  public let zone: String
  /// «1–88», the first and the last seat; empty where the part is a whole zone.
  public let numbers: String
  /// Positions in the list of seats, ascending.
  public let seats: [Int]

  /// «Окно», «Окно 1–88», «1–88».
  public var name: String { [zone, numbers].filter { !$0.isEmpty }.joined(separator: " ") }

  /// More parts could neither be read on a picture nor find room on a keyboard.
  public static let countMax = 48

  /// How many seats one screen shows, each with a button: fewer where seats have long numbers.
  public static func seatsMax(of seats: [PictureSeat]) -> Int {
    seats.contains { $0.id.count > longIDCharacters } ? 60 : 88
  }

  /// Numbers of more characters than this are long.
  public static let longIDCharacters = 5

  /// Cuts a floor into parts, at most ``countMax``, in the order of the seats; every seat is in one of them.
  ///
  /// The same seats give the same parts whatever their states.
  public static func parts(of seats: [PictureSeat]) -> [FloorPart] {
    let size = max(seatsMax(of: seats), (seats.count + countMax - 1) / countMax)
    let zones = ZoneSeats.grouped(seats.map(\.zone))
    let parts = zones.flatMap { pieces(of: $0.seats, zone: $0.zone, among: seats, size: size) }
    return parts.count <= countMax
      ? parts : pieces(of: Array(seats.indices), zone: "", among: seats, size: size)
  }

  private static func pieces(
    of positions: [Int], zone: String, among seats: [PictureSeat], size: Int
  ) -> [FloorPart] {
    stride(from: 0, to: positions.count, by: size).map { start in
      let piece = Array(positions[start..<min(start + size, positions.count)])
      let isWholeZone = piece.count == positions.count && !zone.isEmpty
      return FloorPart(
        zone: zone,
        numbers: isWholeZone ? "" : "\(seats[piece[0]].id)–\(seats[piece[piece.count - 1]].id)", seats: piece)
    }
  }
}
