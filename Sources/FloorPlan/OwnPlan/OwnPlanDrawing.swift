/// The floor of a day on the office's own plan.
struct OwnPlanDrawing {
  let picture: FloorPicture
  let plan: OwnPlan

  func drawing() -> Drawing {
    let footer = picture.showsLegend ? FloorLayout.legendHeight : FloorLayout.margin
    let height = max(FloorLayout.heights.lowerBound, plan.frame.maxY + footer)
    var drawing = Drawing(width: FloorLayout.width, height: height, background: Palette.paper)
    Heading(title: picture.title, subtitle: picture.subtitle).draw(on: &drawing)
    let seats = picture.seats.filter { plan.places[$0.id] != nil }
    drawing.underlay = Drawing.Underlay(
      document: plan.document, digest: plan.digest, stylesheet: Self.stylesheet(seats), frame: plan.frame)
    let desks = seats.compactMap { seat in plan.places[seat.id].map { Desk(seat: seat, frame: $0) } }
    DeskDrawing(desks).drawNumbers(on: &drawing)
    if picture.showsLegend, !seats.isEmpty {
      Legend(seats.map(\.state)).draw(on: &drawing, centredOn: height - FloorLayout.legendHeight / 2)
    }
    return drawing
  }

  /// Colours for the seats' elements, stronger than what editors write into elements themselves.
  private static func stylesheet(_ seats: [PictureSeat]) -> String {
    var rules = ""
    for state in SeatState.allCases {
      let elements = seats.filter { $0.state == state }.map { "#" + escaped(OwnPlan.element($0.id)) }
      if elements.isEmpty { continue }
      let colors = Palette.desk(state)
      let all = elements.flatMap { [$0, $0 + " *"] }.joined(separator: ",")
      rules += "\(all){fill:\(colors.fill.hex) !important;stroke:\(colors.edge.hex) !important}"
      rules += elements.map { $0 + " text" }.joined(separator: ",") + "{display:none !important}"
    }
    return rules
  }

  /// An id as CSS wants it: everything but plain letters, digits, "-" and "_" as a code.
  private static func escaped(_ id: String) -> String {
    id.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": String(scalar)
      default: "\\" + String(scalar.value, radix: 16) + " "
      }
    }.joined()
  }
}
