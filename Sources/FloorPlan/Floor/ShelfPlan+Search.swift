extension ShelfPlan {
  /// The zones, in their order, cut into shelves of at most so many columns and rooms, at the least height.
  static func shelves(
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
    // Each zone has a column at least, so that the search ends with the largest zone in one.
    let columnsMax = max(columnsMax, zones.count, 1)
    let seats = zones.reduce(0) { $0 + $1.seats.count }
    var rows = max(1, (seats + columnsMax - 1) / columnsMax)
    while zones.reduce(0, { $0 + ($1.seats.count + rows - 1) / rows }) > columnsMax { rows += 1 }
    self.init(zones: zones, rows: rows)
  }
}
