/// Desks with their numbers, signs and people's names.
struct DeskDrawing {
  let seats: [PictureSeat]
  let frames: [Frame]

  /// Numbers are of one size, unless one is much longer than the others.
  private let numberSize: Int
  private let signSize: Int
  private let ids: [String]

  init(seats: [PictureSeat], frames: [Frame]) {
    self.seats = seats
    self.frames = frames
    let desk = frames.first ?? Frame(x: 0, y: 0, width: 0, height: 0)
    let largest = min(desk.height * 54 / 100, 64)
    signSize = largest * 72 / 100
    let ids = seats.map { PlainText.clean($0.id) }
    self.ids = ids
    let width = desk.width * 84 / 100 - signSize * 13 / 10
    let fitting = ids.map { TextWidth.size(of: $0, width: width, upTo: largest) }.min() ?? largest
    numberSize = max(fitting, largest * 62 / 100)
  }

  func draw(on drawing: inout Drawing) {
    for (index, seat) in seats.enumerated() {
      let frame = frames[index]
      drawDesk(seat.state, in: frame, on: &drawing)
      if let label = seat.label, !label.isEmpty {
        let upper = Frame(
          x: frame.x, y: frame.y + frame.height * 8 / 100, width: frame.width, height: frame.height / 2)
        drawNumber(ids[index], seat.state, in: upper, size: numberSize * 70 / 100, on: &drawing)
        drawName(label, seat.state, in: frame, on: &drawing)
      } else {
        drawNumber(ids[index], seat.state, in: frame, size: numberSize, on: &drawing)
      }
    }
  }

  private func drawDesk(_ state: SeatState, in frame: Frame, on drawing: inout Drawing) {
    let colors = Palette.desk(state)
    let radius = min(18, frame.height / 5)
    drawing.rectangle(
      frame, radius: radius, fill: colors.fill, edge: colors.edge, edgeWidth: max(3, frame.height / 26))
    if state == .closed {
      drawing.lines(Self.stripes(in: frame), color: colors.edge, width: max(3, frame.height / 22))
    }
  }

  /// Slanted lines across a desk, cut at its edges by arithmetic, which is cheaper than clipping.
  private static func stripes(in frame: Frame) -> String {
    let inner = frame.inset(by: frame.height / 14)
    let step = max(10, frame.height / 4)
    var path = ""
    var offset = step
    while offset < inner.width + inner.height {
      let startX = inner.x + max(0, offset - inner.height)
      let startY = inner.y + min(offset, inner.height)
      let endX = inner.x + min(offset, inner.width)
      let endY = inner.y + max(0, offset - inner.width)
      path += "M\(startX) \(startY)L\(endX) \(endY)"
      offset += step
    }
    return path
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
      text, x: left + aside + textWidth / 2, baseline: Drawing.baseline(centring: fitted, on: frame.midY),
      size: fitted, weight: .bold, color: colors.number, anchor: .middle)
  }

  private func drawName(_ label: String, _ state: SeatState, in frame: Frame, on drawing: inout Drawing) {
    let name = PlainText.clean(label)
    let width = frame.width * 92 / 100
    let largest = frame.height * 27 / 100
    let size = max(largest * 70 / 100, TextWidth.size(of: name, width: width, upTo: largest))
    drawing.text(
      TextWidth.shortened(name, size: size, width: width), x: frame.midX,
      baseline: Drawing.baseline(centring: size, on: frame.y + frame.height * 75 / 100), size: size,
      weight: .semibold, color: Palette.desk(state).label, anchor: .middle)
  }
}
