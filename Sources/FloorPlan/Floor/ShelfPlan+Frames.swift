extension ShelfPlan {
  /// The widths of a shelf's rooms, which together fill it from edge to edge.
  func roomWidths(of shelf: Shelf) -> [Int] {
    let columns = shelf.columns
    let needed = columns.map {
      $0 * deskWidth + ($0 - 1) * spacing.betweenDesks + 2 * spacing.insideRoom
    }
    let spare = width - needed.reduce(0, +) - (needed.count - 1) * spacing.betweenRooms
    let all = columns.reduce(0, +)
    var widths = zip(needed, columns).map { $0 + spare * $1 / all }
    widths[widths.count - 1] += width - widths.reduce(0, +) - (widths.count - 1) * spacing.betweenRooms
    return widths
  }

  func room(for zone: ZoneSeats, in frame: Frame) -> FloorLayout.Room {
    let name = Frame(
      x: frame.x + spacing.insideRoom, y: frame.y, width: frame.width - 2 * spacing.insideRoom,
      height: spacing.nameHeight)
    return FloorLayout.Room(zone: zone.zone, frame: frame, name: zone.zone.isEmpty ? nil : name)
  }

  /// The frames of a zone's desks, row by row; spare width goes between them, what is too much around them.
  func desks(of zone: ZoneSeats, in room: Frame, shelf: Shelf) -> [Frame] {
    let columns = (zone.seats.count + shelf.rows - 1) / shelf.rows
    let inner = room.width - 2 * spacing.insideRoom
    let loose = columns > 1 ? (inner - columns * deskWidth) / (columns - 1) : 0
    let gap = min(loose, spacing.betweenDesks + deskWidth / 3)
    let left = room.x + (room.width - columns * deskWidth - (columns - 1) * gap) / 2
    let top = room.y + (shelf.isNamed ? spacing.nameHeight : spacing.insideRoom)
    return zone.seats.indices.map { position in
      Frame(
        x: left + position % columns * (deskWidth + gap),
        y: top + position / columns * (deskHeight + spacing.betweenDesks),
        width: deskWidth, height: deskHeight)
    }
  }
}
