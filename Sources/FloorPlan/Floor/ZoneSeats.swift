/// A zone and the positions of its seats in the picture's list.
struct ZoneSeats: Sendable, Hashable {
  let zone: String
  var seats: [Int]

  /// The zones in the order of their first seats.
  static func grouped(_ zones: [String]) -> [ZoneSeats] {
    var result: [ZoneSeats] = []
    var position: [String: Int] = [:]
    for (seat, zone) in zones.enumerated() {
      // Most stand beside one of their zone.
      if let last = result.indices.last, result[last].zone == zone {
        result[last].seats.append(seat)
      } else if let known = position[zone] {
        result[known].seats.append(seat)
      } else {
        position[zone] = result.count
        result.append(ZoneSeats(zone: zone, seats: [seat]))
      }
    }
    return result
  }
}
