import OfficeActor

/// A part of a large office whose seats fit on one screen: a zone, or a piece of a large zone.
struct SeatPart: Sendable, Hashable {
  let zone: String
  let seats: Set<Seat.ID>
  let first: Seat.ID
  let last: Seat.ID
  let isWholeZone: Bool

  /// Cuts an office by zone, and zones into pieces of at most `size` seats, in the office's order. An office
  /// with more zones than that is cut without regard to them.
  static func parts(of seats: [Seat], size: Int) -> [SeatPart] {
    var zones: [String] = []
    var byZone: [String: [Seat]] = [:]
    for seat in seats {
      if byZone[seat.zone] == nil { zones.append(seat.zone) }
      byZone[seat.zone, default: []].append(seat)
    }
    let parts = zones.flatMap { pieces(of: byZone[$0] ?? [], zone: $0, size: size) }
    return parts.count <= size ? parts : pieces(of: seats, zone: "", size: size)
  }

  private static func pieces(of seats: [Seat], zone: String, size: Int) -> [SeatPart] {
    stride(from: 0, to: seats.count, by: size).compactMap { start -> SeatPart? in
      let piece = seats[start..<min(start + size, seats.count)]
      guard let first = piece.first, let last = piece.last else { return nil }
      return SeatPart(
        zone: zone, seats: Set(piece.map(\.id)), first: first.id, last: last.id,
        isWholeZone: piece.count == seats.count && !zone.isEmpty)
    }
  }

  func contains(_ seat: Seat) -> Bool { seats.contains(seat.id) }

  /// «Окно · 12», or «Окно 1–88 · 12» for a piece of a zone.
  func label(free: [Seat]) -> String {
    let count = free.count(where: contains)
    let name = isWholeZone ? zone : [zone, "\(first)–\(last)"].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(name) · \(count)"
  }
}
