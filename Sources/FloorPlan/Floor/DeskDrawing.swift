/// A seat and where it stands on a picture.
struct Desk: Sendable, Hashable {
  let seat: PictureSeat
  let frame: Frame
}

/// Desks with their numbers, signs and people's names.
struct DeskDrawing {
  private let desks: [Written]

  /// Numbers are of one size, unless one is much longer than the others.
  private let numberSize: Int
  private let signSize: Int
  /// People's names are of one size too.
  private let nameSize: Int

  /// A desk with what is written on it.
  private struct Written {
    let frame: Frame
    let state: SeatState
    let id: String
    let name: String?

    init(_ desk: Desk) {
      frame = desk.frame
      state = desk.seat.state
      id = PlainText.clean(desk.seat.id)
      name = desk.seat.label.map(PlainText.clean).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  init(_ desks: [Desk]) {
    let written = desks.map(Written.init)
    self.desks = written
    // Desks of a laid-out floor are of one size; those of the office's own plan need not be.
    let desk = (
      width: desks.map(\.frame.width).min() ?? 0, height: desks.map(\.frame.height).min() ?? 0
    )
    let largest = min(desk.height * 54 / 100, 64)
    signSize = largest * 72 / 100
    let width = desk.width * 84 / 100 - signSize * 13 / 10
    let fitting = written.map { TextWidth.size(of: $0.id, width: width, upTo: largest) }.min() ?? largest
    numberSize = max(fitting, largest * 62 / 100)
    let largestName = desk.height * 34 / 100
    let fittingNames = written.compactMap(\.name).map {
      TextWidth.size(of: $0, width: desk.width * 95 / 100, upTo: largestName)
    }
    // The few longest are shortened rather than all made small.
    let common = fittingNames.isEmpty ? largestName : fittingNames.sorted()[fittingNames.count / 6]
    nameSize = max(common, largestName * 70 / 100)
  }

  func draw(on drawing: inout Drawing) {
    for state in SeatState.allCases {
      drawDesks(state, in: desks.filter { $0.state == state }.map(\.frame), on: &drawing)
    }
    drawNumbers(on: &drawing)
  }

  /// Numbers, signs and names, without the desks.
  func drawNumbers(on drawing: inout Drawing) {
    for desk in desks {
      let frame = desk.frame
      if let name = desk.name {
        let upper = Frame(
          x: frame.x, y: frame.y + frame.height * 6 / 100, width: frame.width, height: frame.height / 2)
        drawNumber(desk.id, desk.state, in: upper, size: numberSize * 72 / 100, on: &drawing)
        drawName(name, desk.state, in: frame, on: &drawing)
      } else {
        drawNumber(desk.id, desk.state, in: frame, size: numberSize, on: &drawing)
      }
    }
  }

  private func drawDesks(_ state: SeatState, in frames: [Frame], on drawing: inout Drawing) {
    guard let height = frames.first?.height else { return }
    drawing.desks(frames, height: height, state)
  }

  private func drawNumber(
    _ id: String, _ state: SeatState, in frame: Frame, size: Int, on drawing: inout Drawing
  ) {
    let colors = Palette.desk(state)
    let sign = Sign.of(state)
    let signSize = self.signSize * size / max(1, numberSize)
    let aside = sign == nil ? 0 : signSize * 13 / 10
    let width = frame.width * 88 / 100 - aside
    let fitted = max(size * 45 / 100, TextWidth.size(of: id, width: width, upTo: size))
    let text = TextWidth.shortened(id, size: fitted, width: width)
    let textWidth = TextWidth.of(text, size: fitted)
    let left = frame.midX - (textWidth + aside) / 2
    if let sign {
      drawing.sign(sign, x: left, y: frame.midY - signSize / 2, size: signSize, color: colors.sign)
    }
    drawing.text(
      Lettering.Line(
        text, x: left + aside + textWidth / 2, centredOn: frame.midY, size: fitted, color: colors.number,
        anchor: .middle, bounds: frame))
  }

  private func drawName(_ name: String, _ state: SeatState, in frame: Frame, on drawing: inout Drawing) {
    let width = frame.width * 95 / 100
    let top = frame.height / 2
    let lower = Frame(x: frame.x, y: frame.y + top, width: frame.width, height: frame.height - top)
    let size = max(nameSize * 82 / 100, TextWidth.size(of: name, width: width, upTo: nameSize))
    drawing.text(
      Lettering.Line(
        TextWidth.shortened(name, size: size, width: width), x: frame.midX,
        centredOn: frame.y + frame.height * 73 / 100, size: size, color: Palette.desk(state).label,
        anchor: .middle, bounds: lower))
  }
}

extension Drawing {
  /// Rectangles that are coloured and hatched by the state of what stands there.
  ///
  /// - Parameter height: of one of them, which all else goes by.
  mutating func desks(_ frames: [Frame], height: Int, _ state: SeatState) {
    let colors = Palette.desk(state)
    rectangles(
      frames, radius: min(18, height / 5), fill: colors.fill, edge: colors.edge,
      edgeWidth: max(3, height / 26))
    if state == .closed {
      stripes(
        frames.map { $0.inset(by: height / 14) }, step: max(10, height / 4), color: colors.edge,
        width: max(3, height / 24))
    }
  }
}
