/// Rule 20: which of several seats is the nearest, and what people want of a seat.
extension Office {
  /// The free seat that is nearest to another one on a day, if any is free.
  ///
  /// - Parameters:
  ///   - seat: nil if any will do: then the usual order of the configuration decides.
  ///   - employee: whose preferences go before the distance; nil if only the distance counts, as beside a colleague.
  public func nearestFreeSeat(
    to seat: Seat.ID?, on day: Day, for employee: Employee.ID? = nil
  ) -> Seat.ID? {
    nearest(to: seat, among: freeSeats(on: day), for: employee)?.id
  }

  /// The same of certain seats, which are in the order of the configuration.
  func nearest(to seat: Seat.ID?, among seats: [Seat], for employee: Employee.ID?) -> Seat? {
    let wanted = employee.flatMap { preferences[$0] }
    let origin = seat.flatMap { seatsByID[$0] }
    // Of equals the first, which is the order of the configuration.
    return seats.lazy.map { (seat: $0, rank: SeatRank(of: $0, near: origin, wanted)) }
      .min { $0.rank < $1.rank }?.seat
  }

  /// What somebody wants of a seat.
  public func preferences(of employee: Employee.ID) -> Preferences {
    preferences[employee] ?? Preferences(of: employee)
  }

  /// The features that seats have, each once, in the order of the configuration.
  public var features: [String] { distinct(seats.flatMap(\.features)) }

  /// The zones that seats stand in, each once, in the order of the configuration.
  public var zones: [String] { distinct(seats.map(\.zone).filter { !$0.isEmpty }) }

  private func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  mutating func prefer(
    _ features: Set<String>, _ zone: String?, by principal: Principal
  ) throws(Rejection) -> [Event] {
    let employee = try employee(principal)
    let wanted = Preferences(
      of: employee.id, features: features.intersection(self.features),
      zone: zone.flatMap { zones.contains($0) ? $0 : nil })
    guard wanted != preferences(of: employee.id) else { return [] }
    put(wanted)
    return [.preferencesChanged(wanted, employee)]
  }
}

/// How well a seat suits somebody who would rather have another one: what is decisive first, the best least.
private struct SeatRank {
  private let lacksFeatures: Bool
  private let isInOtherZone: Bool
  private let distance: Double

  init(of seat: Seat, near origin: Seat?, _ wanted: Preferences?) {
    lacksFeatures = !(wanted?.features.isSubset(of: seat.features) ?? true)
    isInOtherZone = wanted?.zone.map { $0 != seat.zone } ?? false
    distance =
      if let origin {
        if seat.id == origin.id {
          -1
        } else if let middle = seat.middle, let other = origin.middle {
          middle.squaredDistance(to: other)
        } else {
          // Without a drawing the same zone is near, and everything else is far.
          seat.zone == origin.zone ? 0 : .infinity
        }
      } else {
        0
      }
  }

  static func < (left: SeatRank, right: SeatRank) -> Bool {
    if left.lacksFeatures != right.lacksFeatures { return right.lacksFeatures }
    if left.isInOtherZone != right.isInOtherZone { return right.isInOtherZone }
    return left.distance < right.distance
  }
}
