/// What the signs mean, in one line; only the states that occur, with how many seats there are of each.
struct Legend {
  private static let textSize = 28
  private static let swatch = (width: 52, height: 38)

  let entries: [(state: SeatState, text: String)]

  init(seats: [PictureSeat]) {
    var counts: [SeatState: Int] = [:]
    for seat in seats { counts[seat.state, default: 0] += 1 }
    entries = SeatState.allCases.compactMap { state in
      guard let count = counts[state] else { return nil }
      return (state, state == .own && count == 1 ? Self.word(state) : "\(Self.word(state)) \(count)")
    }
  }

  func draw(on drawing: inout Drawing, centredOn y: Int) {
    let inner = 12
    let needed = entries.reduce(0) {
      $0 + Self.swatch.width + inner + TextWidth.of($1.text, size: Self.textSize)
    }
    let room = FloorLayout.width - 2 * FloorLayout.margin
    let size = needed + (entries.count - 1) * 20 > room ? 24 : Self.textSize
    let widths = entries.map { Self.swatch.width + inner + TextWidth.of($0.text, size: size) }
    let spare = room - widths.reduce(0, +)
    let gap = min(44, spare / max(1, entries.count - 1))
    var x = FloorLayout.margin + 4
    for (entry, width) in zip(entries, widths) {
      drawSwatch(entry.state, x: x, y: y - Self.swatch.height / 2, on: &drawing)
      drawing.text(
        entry.text, x: x + Self.swatch.width + inner, baseline: Drawing.baseline(centring: size, on: y),
        size: size,
        weight: .medium, color: Palette.quietInk)
      x += width + gap
    }
  }

  private func drawSwatch(_ state: SeatState, x: Int, y: Int, on drawing: inout Drawing) {
    let frame = Frame(x: x, y: y, width: Self.swatch.width, height: Self.swatch.height)
    let colors = Palette.desk(state)
    drawing.rectangle(frame, radius: 10, fill: colors.fill, edge: colors.edge, edgeWidth: 3)
    guard let sign = Sign.of(state) else { return }
    drawing.sign(sign, x: frame.midX - 12, y: frame.midY - 12, size: 24, color: colors.sign)
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
