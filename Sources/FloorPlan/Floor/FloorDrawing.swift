/// The floor of a day, laid out from the list of seats: desks, or parts of the floor where the desks would be too
/// small.
struct FloorDrawing {
  let picture: FloorPicture
  let layouts: FloorLayouts

  func composition() -> Composition {
    let seats = picture.shownSeats
    let layout = layouts.layout(
      zones: seats.map(\.zone), hasNames: seats.contains { $0.label != nil },
      showsLegend: picture.legend != nil)
    guard let layout else { return FloorOverview(picture: picture, seats: seats).composition() }
    var cells = Heading(title: picture.title, subtitle: picture.subtitle).cells
    let faces = DeskFace.faces(of: zip(seats, layout.desks).map(Desk.init))
    cells += zip(layout.desks, faces).map { Cell(frame: $0, face: .desk($1)) }
    if let legend = picture.legend, !seats.isEmpty {
      cells.append(Legend(legend, of: seats.map(\.state)).cell(below: layout.height))
    }
    return Composition(base: .rooms(layout.rooms, height: layout.height), cells: cells)
  }
}

extension FloorLayout.Room {
  func draw(on drawing: inout Drawing) {
    drawing.rectangle(frame, radius: 22, fill: Palette.room)
    guard let frame = name else { return }
    let name = PlainText.clean(zone)
    let size = max(
      ShelfPlan.nameSizeMin, TextWidth.size(of: name, width: frame.width, upTo: frame.height * 54 / 100))
    drawing.text(
      Lettering.Line(
        TextWidth.shortened(name, size: size, width: frame.width), x: frame.x + 2, centredOn: frame.midY + 2,
        size: size, color: Palette.quietInk))
  }
}
