/// What the signs mean; only the states that occur. One line if it can be read on a phone, otherwise two.
struct Legend: Sendable, Hashable {
  /// Below the smallest size a phone's owner would have to look closer.
  static let textSizes = 25...28
  private static let swatch = (width: 48, height: 36, gap: 12)
  private static let gaps = 24...44
  private static let betweenLines = 44

  private let words: FloorLegend
  private let states: [SeatState]

  init(_ words: FloorLegend, of states: some Sequence<SeatState>) {
    self.words = words
    let occurring = Set(states)
    self.states = SeatState.allCases.filter(occurring.contains)
  }

  /// The legend's cell at the bottom of a picture.
  func cell(below height: Int) -> Cell {
    Cell(
      frame: Frame(
        x: 0, y: height - FloorLayout.legendHeight, width: FloorLayout.width, height: FloorLayout.legendHeight
      ),
      face: .legend(self))
  }

  func draw(on drawing: inout Drawing, centredOn y: Int) {
    let room = FloorLayout.width - 2 * FloorLayout.margin
    guard let size = Self.textSizes.reversed().first(where: { width(textSize: $0) <= room }) else {
      return drawInTwoLines(on: &drawing, centredOn: y)
    }
    var x = FloorLayout.margin + 4
    let spare = room - width(textSize: size)
    let gap = min(Self.gaps.upperBound, Self.gaps.lowerBound + spare / max(1, states.count - 1))
    for state in states {
      draw(state, x: x, centredOn: y, textSize: size, on: &drawing)
      x += width(of: state, textSize: size) + gap
    }
  }

  private func drawInTwoLines(on drawing: inout Drawing, centredOn y: Int) {
    let columns = (states.count + 1) / 2
    let room = FloorLayout.width - 2 * FloorLayout.margin
    for (index, state) in states.enumerated() {
      draw(
        state, x: FloorLayout.margin + 4 + index % columns * room / columns,
        centredOn: y + (index < columns ? -1 : 1) * Self.betweenLines / 2,
        textSize: Self.textSizes.upperBound, on: &drawing)
    }
  }

  private func width(textSize: Int) -> Int {
    states.reduce((states.count - 1) * Self.gaps.lowerBound) { $0 + width(of: $1, textSize: textSize) }
  }

  private func width(of state: SeatState, textSize: Int) -> Int {
    Self.swatch.width + Self.swatch.gap + TextWidth.of(words[state], size: textSize)
  }

  private func draw(
    _ state: SeatState, x: Int, centredOn y: Int, textSize: Int, on drawing: inout Drawing
  ) {
    let frame = Frame(
      x: x, y: y - Self.swatch.height / 2, width: Self.swatch.width, height: Self.swatch.height)
    let colors = Palette.desk(state)
    drawing.rectangles([frame], radius: 10, fill: colors.fill, edge: colors.edge, edgeWidth: 3)
    if let sign = Sign.of(state) {
      drawing.sign(sign, x: frame.midX - 11, y: frame.midY - 11, size: 22, color: colors.sign)
    }
    drawing.text(
      Lettering.Line(
        words[state], x: frame.maxX + Self.swatch.gap, centredOn: y, size: textSize, weight: .normal,
        color: Palette.quietInk))
  }
}
