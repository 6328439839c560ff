/// The floor of a day as an SVG, laid out from the list of seats: desks, or parts of the floor where the desks
/// would be too small.
struct FloorDrawing {
  let picture: FloorPicture

  func drawing() -> Drawing {
    let seats = picture.shownSeats
    let layout = FloorLayout(
      zones: seats.map(\.zone), hasNames: seats.contains { $0.label != nil },
      showsLegend: picture.legend != nil
    )
    guard let layout else { return FloorOverview(picture: picture, seats: seats).drawing() }
    var drawing = Drawing(width: FloorLayout.width, height: layout.height, background: Palette.paper)
    Heading(title: picture.title, subtitle: picture.subtitle).draw(on: &drawing)
    for room in layout.rooms { draw(room, on: &drawing) }
    DeskDrawing(zip(seats, layout.desks).map(Desk.init)).draw(on: &drawing)
    if let legend = picture.legend, !seats.isEmpty {
      Legend(legend, of: seats.map(\.state)).draw(
        on: &drawing, centredOn: layout.height - FloorLayout.legendHeight / 2)
    }
    return drawing
  }

  private func draw(_ room: FloorLayout.Room, on drawing: inout Drawing) {
    drawing.rectangle(room.frame, radius: 22, fill: Palette.room)
    guard let frame = room.name else { return }
    let name = PlainText.clean(room.zone)
    let size = max(
      ShelfPlan.nameSizeMin, TextWidth.size(of: name, width: frame.width, upTo: frame.height * 54 / 100))
    drawing.text(
      Lettering.Line(
        TextWidth.shortened(name, size: size, width: frame.width), x: frame.x + 2, centredOn: frame.midY + 2,
        size: size, color: Palette.quietInk))
  }
}
