/// What the signs mean, in one line; only the states that occur.
struct Legend {
  private static let textSizes = 22...28
  private static let swatch = (width: 48, height: 36, gap: 12)
  private static let gaps = 24...44

  private let states: [SeatState]

  init(seats: [PictureSeat]) {
    let occurring = Set(seats.map(\.state))
    states = SeatState.allCases.filter(occurring.contains)
  }

  func draw(on drawing: inout Drawing, centredOn y: Int) {
    let room = FloorLayout.width - 2 * FloorLayout.margin
    let size = Self.textSizes.reversed().first { width(textSize: $0) <= room } ?? Self.textSizes.lowerBound
    var x = FloorLayout.margin + 4
    let spare = room - width(textSize: size)
    let gap = min(Self.gaps.upperBound, Self.gaps.lowerBound + spare / max(1, states.count - 1))
    for state in states {
      drawSwatch(state, x: x, y: y - Self.swatch.height / 2, on: &drawing)
      x += Self.swatch.width + Self.swatch.gap
      let word = Self.word(state)
      drawing.text(
        Lettering.Line(word, x: x, centredOn: y, size: size, weight: .normal, color: Palette.quietInk))
      x += TextWidth.of(word, size: size) + gap
    }
  }

  private func width(textSize: Int) -> Int {
    let texts = states.reduce(0) { $0 + TextWidth.of(Self.word($1), size: textSize) }
    return texts + states.count * (Self.swatch.width + Self.swatch.gap) + (states.count - 1)
      * Self.gaps.lowerBound
  }

  private func drawSwatch(_ state: SeatState, x: Int, y: Int, on drawing: inout Drawing) {
    let frame = Frame(x: x, y: y, width: Self.swatch.width, height: Self.swatch.height)
    let colors = Palette.desk(state)
    drawing.rectangles([frame], radius: 10, fill: colors.fill, edge: colors.edge, edgeWidth: 3)
    guard let sign = Sign.of(state) else { return }
    drawing.sign(sign, x: frame.midX - 11, y: frame.midY - 11, size: 22, color: colors.sign)
  }

  private static func word(_ state: SeatState) -> String {
    switch state {
    case .free: "свободно"
    case .taken: "занято"
    case .own: "ваше"
    case .held: "предложено"
    case .closed: "закрыто"
    }
  }
}
