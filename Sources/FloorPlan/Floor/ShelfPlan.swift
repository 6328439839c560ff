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

  private static let columnsMax = 16
  private static let roomsPerShelfMax = 6
  /// Desks are wider than high, so that a short name fits under the number.
  private static let deskAspect = 1.7
  private static let deskAspects = 1.55...2.1
  private static let deskWidthMax = 250
  private static let deskHeightMin = 16
  /// The smallest font size of a zone's name.
  static let nameSizeMin = 22

  let width: Int
  let spacing: Spacing
  let shelves: [Shelf]
  let deskWidth: Int
  let deskHeight: Int

  /// The plan with the largest desks that fits the width and, if any does, the height, both in pixels.
  static func best(for zones: [ZoneSeats], width: Int, height: Int) -> ShelfPlan {
    var best: ShelfPlan?
    for columns in 1...columnsMax {
      for rooms in 1...min(roomsPerShelfMax, columns, max(1, zones.count)) {
        guard let plan = ShelfPlan(zones, columns: columns, rooms: rooms, width: width, height: height) else {
          continue
        }
        if best.map({ plan.legibility > $0.legibility }) ?? true { best = plan }
      }
    }
    return best ?? ShelfPlan(empty: width)
  }

  private init(empty width: Int) {
    self.width = width
    spacing = Spacing(columns: 1, width: width)
    shelves = []
    deskWidth = 0
    deskHeight = 0
  }

  private init?(_ zones: [ZoneSeats], columns: Int, rooms: Int, width: Int, height: Int) {
    let spacing = Spacing(columns: columns, width: width)
    let gaps =
      (columns - rooms) * spacing.betweenDesks + rooms * 2 * spacing.insideRoom
      + (rooms - 1) * spacing.betweenRooms
    let wide = min(Self.deskWidthMax, (width - gaps) / columns)
    let wanted = Int(Double(wide) / Self.deskAspect)
    let shelves = Self.shelves(zones, columns: columns, rooms: rooms, deskHeight: wanted, spacing: spacing)
    let rowCount = shelves.reduce(0) { $0 + $1.rows }
    guard wide > 0, rowCount > 0 else { return nil }
    let fixed = shelves.reduce(0) { $0 + Self.height(of: $1, deskHeight: 0, spacing: spacing) }
    let left = height - fixed - (shelves.count - 1) * spacing.betweenRooms
    let high = min(Int(Double(wide) / Self.deskAspects.lowerBound), left / rowCount)
    guard high >= Self.deskHeightMin else { return nil }
    self.width = width
    self.spacing = spacing
    self.shelves = shelves
    deskHeight = high
    deskWidth = min(wide, Int(Double(high) * Self.deskAspects.upperBound))
  }

  /// How large what is written on a desk can be, less something for zones' names that do not fit.
  private var legibility: Double {
    var (names, cut) = (0, 0)
    for shelf in shelves {
      for (zone, width) in zip(shelf.zones, roomWidths(of: shelf)) where !zone.zone.isEmpty {
        names += 1
        if TextWidth.of(zone.zone, size: Self.nameSizeMin) > width - 2 * spacing.insideRoom { cut += 1 }
      }
    }
    let size = min(Double(deskWidth) / Self.deskAspect, Double(deskHeight))
    return names == 0 ? size : size * (1 - 0.4 * Double(cut) / Double(names))
  }

  var height: Int {
    shelves.reduce(0) { $0 + height(of: $1) } + max(0, shelves.count - 1) * spacing.betweenRooms
  }

  func height(of shelf: Shelf) -> Int {
    Self.height(of: shelf, deskHeight: deskHeight, spacing: spacing)
  }

  private static func height(of shelf: Shelf, deskHeight: Int, spacing: Spacing) -> Int {
    (shelf.isNamed ? spacing.nameHeight : spacing.insideRoom) + spacing.insideRoom
      + shelf.rows * deskHeight + (shelf.rows - 1) * spacing.betweenDesks
  }

  /// The zones, in their order, cut into shelves of at most so many columns and rooms, at the least height.
  private static func shelves(
    _ zones: [ZoneSeats], columns: Int, rooms: Int, deskHeight: Int, spacing: Spacing
  ) -> [Shelf] {
    // Found from the end: the least height of all zones from a position on, and where its first shelf ends.
    var best: [(height: Int, end: Int)] = Array(repeating: (.max, zones.count), count: zones.count)
    best.append((0, zones.count))
    for start in zones.indices.reversed() {
      for end in (start + 1)...min(start + rooms, zones.count) {
        let shelf = Shelf(zones: zones[start..<end], columnsMax: columns)
        let total =
          height(of: shelf, deskHeight: deskHeight, spacing: spacing) + spacing.betweenRooms
          + best[end].height
        if total < best[start].height { best[start] = (total, end) }
      }
    }
    var shelves: [Shelf] = []
    var start = 0
    while start < zones.count {
      shelves.append(Shelf(zones: zones[start..<best[start].end], columnsMax: columns))
      start = best[start].end
    }
    return shelves
  }
}

extension ShelfPlan.Shelf {
  /// A shelf with as few rows as its zones need side by side.
  init(zones: ArraySlice<ZoneSeats>, columnsMax: Int) {
    var rows = 1
    while rows < FloorPicture.seatsMax {
      var columns = 0
      for zone in zones { columns += (zone.seats.count + rows - 1) / rows }
      if columns <= max(columnsMax, zones.count) { break }
      rows += 1
    }
    self.init(zones: zones, rows: rows)
  }
}
