/// Where everything of a floor goes: rooms with their desks, laid out from nothing but seats and zones.
///
/// The same seats give the same layout whatever their states, so that a desk keeps its place from
/// day to day. A pure value: what it promises (no overlaps, nothing outside) is tested without drawing.
struct FloorLayout: Sendable, Hashable {
  /// A zone as a room on the floor.
  struct Room: Sendable, Hashable {
    let zone: String
    let frame: Frame
    /// Where the zone's name goes; nil for the seats without a zone.
    let name: Frame?
  }

  /// The picture's width in pixels; Telegram shows photos at up to 1280 on the longer side.
  static let width = 1024
  /// From 4:3 for a small office to 4:5 for a large one.
  static let heights = 768...1280
  static let margin = 36
  static let headerHeight = 140
  static let legendHeight = 108

  let height: Int
  let rooms: [Room]
  /// A frame for each seat, in the order of the seats.
  let desks: [Frame]

  /// A layout for seats of which only the zones matter, in the order given; nil if the desks would be too small
  /// to be read.
  ///
  /// Zones too many to stand side by side are drawn as one room without a name.
  init?(zones: [String], hasNames: Bool = false, showsLegend: Bool = true) {
    let footer = showsLegend ? Self.legendHeight : Self.margin
    let space = Self.heights.upperBound - Self.headerHeight - footer
    let plan =
      Self.plan(ZoneSeats.grouped(zones), height: space, hasNames: hasNames)
      ?? Self.plan(ZoneSeats.grouped(zones.map { _ in "" }), height: space, hasNames: hasNames)
    guard let plan else {
      guard zones.isEmpty else { return nil }
      (height, rooms, desks) = (Self.heights.lowerBound, [], [])
      return
    }
    let free = max(0, Self.heights.lowerBound - Self.headerHeight - footer - plan.height)
    height = Self.headerHeight + plan.height + free + footer

    var rooms: [Room] = []
    var desks = [Frame](repeating: Frame(x: 0, y: 0, width: 0, height: 0), count: zones.count)
    var y = Self.headerHeight + free / 2
    for shelf in plan.shelves {
      let shelfHeight = plan.height(of: shelf)
      var x = Self.margin
      for (zone, width) in zip(shelf.zones, plan.roomWidths(of: shelf)) {
        let frame = Frame(x: x, y: y, width: width, height: shelfHeight)
        rooms.append(plan.room(for: zone, in: frame))
        for (seat, desk) in zip(zone.seats, plan.desks(of: zone, in: frame, shelf: shelf)) {
          desks[seat] = desk
        }
        x = frame.maxX + plan.spacing.betweenRooms
      }
      y += shelfHeight + plan.spacing.betweenRooms
    }
    self.rooms = rooms
    self.desks = desks
  }

  private static func plan(_ zones: [ZoneSeats], height: Int, hasNames: Bool) -> ShelfPlan? {
    ShelfPlan.best(
      for: zones, width: width - 2 * margin, height: height, proportions: hasNames ? .names : .numbers)
  }
}
