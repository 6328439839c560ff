/// A part of a picture that changes by itself.
struct Cell: Sendable, Hashable {
  let frame: Frame
  let face: Face

  /// What a cell looks like. Cells of one size and one face, on bases of one kind, look the same wherever they are.
  enum Face: Sendable, Hashable {
    case line(Lettering.Line)
    case desk(DeskFace)
    case block(FloorOverview.BlockFace)
    case planSeats(PlanCellFace)
    case legend(Legend)
    case day(FortnightPicture.Cell)

    /// The state of the desk or block that fills the cell.
    var box: SeatState? {
      switch self {
      case .desk(let face): face.state
      case .block(let face): face.state
      case .line, .planSeats, .legend, .day: nil
      }
    }
  }

  /// Draws all but the box.
  func draw(on drawing: inout Drawing) {
    switch face {
    case .line(let line): drawing.text(line)
    case .desk(let desk): desk.write(in: frame, on: &drawing)
    case .block(let block): block.write(in: frame, on: &drawing)
    case .planSeats(let seats): seats.draw(on: &drawing)
    case .day(let day): FortnightDrawing.draw(day, in: frame, on: &drawing)
    case .legend(let legend): legend.draw(on: &drawing, centredOn: frame.midY)
    }
  }
}
