extension FloorOverview {
  /// What is written on a block and how large, wherever it stands.
  struct BlockFace: Sendable, Hashable {
    private static let padding = 14
    private static let badgeSize = (width: 46, height: 38)

    let state: SeatState
    private let badge: SeatState?
    private let free: Int
    private let count: Int
    private let name: String
    private let nameSize: Int

    init(_ block: Block, in frame: Frame) {
      (state, badge, free, count) = (block.state, block.badge, block.free, block.count)
      let width = frame.inset(by: Self.padding).width
      let largest = min(34, frame.height * 34 / 100)
      (name, nameSize) = Self.name(
        of: block.part, width: width - (block.badge == nil ? 0 : Self.badgeSize.width + Self.padding),
        sizes: largest * 76 / 100...largest)
    }

    /// A part's name as it fits; of a piece of a zone the seats' numbers stay, for they tell it from the others.
    private static func name(
      of part: FloorPart, width: Int, sizes: ClosedRange<Int>
    ) -> (text: String, size: Int) {
      let name = PlainText.clean(part.name)
      let size = max(sizes.lowerBound, TextWidth.size(of: name, width: width, upTo: sizes.upperBound))
      let numbers = " " + PlainText.clean(part.numbers)
      let room = width - TextWidth.of(numbers, size: size)
      guard TextWidth.of(name, size: size) > width, !part.zone.isEmpty, !part.numbers.isEmpty,
        room >= 3 * size
      else { return (TextWidth.shortened(name, size: size, width: width), size) }
      return (TextWidth.shortened(PlainText.clean(part.zone), size: size, width: room) + numbers, size)
    }

    func write(in frame: Frame, on drawing: inout Drawing) {
      let colors = Palette.desk(state)
      let left = frame.inset(by: Self.padding).x
      drawing.text(
        Lettering.Line(
          name, x: left, centredOn: frame.y + frame.height * 30 / 100, size: nameSize, color: colors.number,
          bounds: frame))
      let size = min(40, frame.height * 38 / 100)
      let y = frame.y + frame.height * 70 / 100
      var x = left
      if let sign = Sign.of(state) {
        drawing.sign(sign, x: x, y: y - size / 2, size: size, color: colors.sign)
        x += size * 13 / 10
      }
      drawing.text(
        Lettering.Line(
          "\(free)/\(count)", x: x, centredOn: y, size: size, weight: .normal, color: colors.number,
          bounds: frame))
      if let badge { draw(badge, inTheCornerOf: frame, on: &drawing) }
    }

    private func draw(_ badge: SeatState, inTheCornerOf frame: Frame, on drawing: inout Drawing) {
      let corner = Frame(
        x: frame.maxX - Self.badgeSize.width - 8, y: frame.y + 8, width: Self.badgeSize.width,
        height: Self.badgeSize.height)
      let colors = Palette.desk(badge)
      drawing.rectangles([corner], radius: 10, fill: colors.fill, edge: colors.edge, edgeWidth: 3)
      if let sign = Sign.of(badge) {
        drawing.sign(sign, x: corner.midX - 12, y: corner.midY - 12, size: 24, color: colors.sign)
      }
    }
  }
}
