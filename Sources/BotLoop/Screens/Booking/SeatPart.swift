import OfficeActor

/// A part of a large office whose seats fit on one screen: a zone, or a piece of a large zone.
struct SeatPart: Sendable, Hashable {
  let zone: String
  let seats: Set<Seat.ID>
  let first: Seat.ID
  let last: Seat.ID
  let isWholeZone: Bool

  /// Cuts an office by zone, and zones into pieces of at most `size` seats, in the office's order.
  static func parts(of seats: [Seat], size: Int) -> [SeatPart] {
    var zones: [String] = []
    for seat in seats where !zones.contains(seat.zone) { zones.append(seat.zone) }
    return zones.flatMap { zone in
      let inZone = seats.filter { $0.zone == zone }
      return stride(from: 0, to: inZone.count, by: size).compactMap { start -> SeatPart? in
        let piece = inZone[start..<min(start + size, inZone.count)]
        guard let first = piece.first, let last = piece.last else { return nil }
        return SeatPart(
          zone: zone, seats: Set(piece.map(\.id)), first: first.id, last: last.id,
          isWholeZone: piece.count == inZone.count && !zone.isEmpty)
      }
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
