/// How rooms stand on a floor: shelf under shelf, each with one or more rooms side by side, all desks of one size.
///
/// The plan is searched for: for each number of desks across and each number of rooms side by side, the zones
/// are cut into shelves at the least height, and the plan with the largest desks wins.
struct ShelfPlan: Sendable, Hashable {
  /// Distances in pixels, tighter the more desks stand side by side.
  struct Spacing: Sendable, Hashable {
    let betweenDesks: Int
    let betweenRooms: Int
    let insideRoom: Int
    let nameHeight: Int

    init(columns: Int, width: Int) {
      let unit = width / columns
      betweenDesks = min(18, max(6, unit / 11))
      betweenRooms = min(24, max(12, unit / 7))
      insideRoom = min(24, max(10, unit / 8))
      nameHeight = min(52, max(36, unit / 3))
    }
  }

  struct Shelf: Sendable, Hashable {
    let zones: ArraySlice<ZoneSeats>
    let rows: Int
    var columns: [Int] { zones.map { ($0.seats.count + rows - 1) / rows } }
    var isNamed: Bool { zones.contains { !$0.zone.isEmpty } }
  }

  /// How wide desks are for their height; wider where people's names stand on them.
  struct Proportions: Sendable, Hashable {
    let preferred: Double
    let allowed: ClosedRange<Double>
    let deskWidthMax: Int

    static let numbers = Proportions(preferred: 1.7, allowed: 1.55...2.1, deskWidthMax: 250)
    static let names = Proportions(preferred: 2.8, allowed: 1.7...3.2, deskWidthMax: 300)
  }

  private static let columnsMax = 16
  private static let roomsPerShelfMax = 6
  /// On a phone, numbers on lower desks could not be read without a closer look.
  private static let deskHeightMin = 36
  /// The smallest font size of a zone's name.
  static let nameSizeMin = 22

  let width: Int
  let spacing: Spacing
  let shelves: [Shelf]
  let deskWidth: Int
  let deskHeight: Int

  /// The plan with the largest desks that fits a width and a height in pixels; nil if none does.
  static func best(
    for zones: [ZoneSeats], width: Int, height: Int, proportions: Proportions
  ) -> ShelfPlan? {
    guard canFit(zones, height: height) else { return nil }
    var best: (plan: ShelfPlan, legibility: Double)?
    for columns in 1...columnsMax {
      for rooms in 1...min(roomsPerShelfMax, columns, max(1, zones.count)) {
        guard
          let plan = ShelfPlan(
            zones, columns: columns, rooms: rooms, width: width, height: height, proportions: proportions)
        else { continue }
        let legibility = plan.legibility(proportions)
        // Of equally legible ones the flattest, which leaves more of a phone's screen to the buttons.
        let isBetter = best.map { (legibility, -plan.height) > ($0.legibility, -$0.plan.height) } ?? true
        if isBetter { best = (plan, legibility) }
      }
    }
    return best?.plan
  }

  /// Whether it makes sense to search: what no plan can hold is not searched for.
  private static func canFit(_ zones: [ZoneSeats], height: Int) -> Bool {
    let seats = zones.reduce(0) { $0 + $1.seats.count }
    let tightest = Spacing(columns: columnsMax, width: 1)
    let shelf = tightest.nameHeight + deskHeightMin + tightest.insideRoom + tightest.betweenRooms
    return seats <= columnsMax * (height / deskHeightMin)
      && zones.count <= roomsPerShelfMax * (height / shelf)
  }

  private init?(
    _ zones: [ZoneSeats], columns: Int, rooms: Int, width: Int, height: Int, proportions: Proportions
  ) {
    let spacing = Spacing(columns: columns, width: width)
    let gaps =
      (columns - rooms) * spacing.betweenDesks + rooms * 2 * spacing.insideRoom
      + (rooms - 1) * spacing.betweenRooms
    let wide = min(proportions.deskWidthMax, (width - gaps) / columns)
    let wanted = Int(Double(wide) / proportions.preferred)
    let shelves = Self.shelves(zones, columns: columns, rooms: rooms, deskHeight: wanted, spacing: spacing)
    let rowCount = shelves.reduce(0) { $0 + $1.rows }
    guard wide > 0, rowCount > 0 else { return nil }
    let fixed = shelves.reduce(0) { $0 + Self.height(of: $1, deskHeight: 0, spacing: spacing) }
    let left = height - fixed - (shelves.count - 1) * spacing.betweenRooms
    let high = min(Int(Double(wide) / proportions.allowed.lowerBound), left / rowCount)
    guard high >= Self.deskHeightMin else { return nil }
    self.width = width
    self.spacing = spacing
    self.shelves = shelves
    deskHeight = high
    deskWidth = min(wide, Int(Double(high) * proportions.allowed.upperBound))
  }

  /// How large what is written on a desk can be, less something for zones' names that do not fit.
  private func legibility(_ proportions: Proportions) -> Double {
    var (names, cut) = (0, 0)
    for shelf in shelves {
      for (zone, width) in zip(shelf.zones, roomWidths(of: shelf)) where !zone.zone.isEmpty {
        names += 1
        if TextWidth.of(zone.zone, size: Self.nameSizeMin) > width - 2 * spacing.insideRoom { cut += 1 }
      }
    }
    let size = min(Double(deskWidth) / proportions.preferred, Double(deskHeight))
    return names == 0 ? size : size * (1 - 0.4 * Double(cut) / Double(names))
  }

  var height: Int {
    shelves.reduce(0) { $0 + height(of: $1) } + max(0, shelves.count - 1) * spacing.betweenRooms
  }

  func height(of shelf: Shelf) -> Int {
    Self.height(of: shelf, deskHeight: deskHeight, spacing: spacing)
  }

  static func height(of shelf: Shelf, deskHeight: Int, spacing: Spacing) -> Int {
    (shelf.isNamed ? spacing.nameHeight : spacing.insideRoom) + spacing.insideRoom
      + shelf.rows * deskHeight + (shelf.rows - 1) * spacing.betweenDesks
  }
}
