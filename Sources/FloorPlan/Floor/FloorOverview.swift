/// A floor of too many seats to be told apart on a phone: its parts as blocks, each with how many of its seats are
/// free, coloured by whether any is.
struct FloorOverview {
  let picture: FloorPicture
  let blocks: [Block]

  /// A part of the floor in numbers.
  struct Block: Sendable, Hashable {
    let part: FloorPart
    let free: Int
    let count: Int
    /// Free if any of its seats is, else held if any is, else taken if any is, else closed.
    let state: SeatState
    /// Whether the person's own seat is here, or one that is offered to them.
    let badge: SeatState?

    init(_ part: FloorPart, of seats: [PictureSeat]) {
      let states = part.seats.map { seats[$0].state }
      let occurring = Set(states)
      self.part = part
      count = states.count
      free = states.count { $0 == .free }
      state =
        [.free, .held, .closed].first { $0 == .closed ? occurring == [.closed] : occurring.contains($0) }
        ?? .taken
      badge = [.heldForYou, .own].first(where: occurring.contains)
    }
  }

  private static let gap = 12
  private static let blockHeights = 64...150
  private static let rowsMax = 10
  private static let padding = 14
  private static let badgeSize = (width: 46, height: 38)

  init(picture: FloorPicture, seats: [PictureSeat]) {
    self.picture = picture
    blocks = FloorPart.parts(of: seats).map { Block($0, of: seats) }
  }

  func drawing() -> Drawing {
    let footer = picture.legend == nil ? FloorLayout.margin : FloorLayout.legendHeight
    let frames = Self.frames(blocks.count, footer: footer)
    let height = max(FloorLayout.heights.lowerBound, (frames.last?.maxY ?? 0) + footer)
    var drawing = Drawing(width: FloorLayout.width, height: height, background: Palette.paper)
    Heading(title: picture.title, subtitle: picture.subtitle).draw(on: &drawing)
    let placed = Array(zip(blocks, frames))
    for state in SeatState.allCases {
      let frames = placed.filter { $0.0.state == state }.map(\.1)
      if let height = frames.first?.height { drawing.desks(frames, height: height, state) }
    }
    for (block, frame) in placed { draw(block, in: frame, on: &drawing) }
    if let legend = picture.legend {
      Legend(legend, of: blocks.map(\.state) + blocks.compactMap(\.badge))
        .draw(on: &drawing, centredOn: height - FloorLayout.legendHeight / 2)
    }
    return drawing
  }

  /// Where blocks go, row by row: as few columns as keep them high enough to be read, and all of one size.
  static func frames(_ count: Int, footer: Int) -> [Frame] {
    let columns = max(min(2, count), (count + rowsMax - 1) / rowsMax, 1)
    let rows = (count + columns - 1) / columns
    let space = FloorLayout.heights.upperBound - FloorLayout.headerHeight - footer
    let height = min(
      blockHeights.upperBound, max(blockHeights.lowerBound, (space + gap) / max(1, rows) - gap))
    let width = (FloorLayout.width - 2 * FloorLayout.margin + gap) / columns - gap
    return (0..<count).map { index in
      Frame(
        x: FloorLayout.margin + index % columns * (width + gap),
        y: FloorLayout.headerHeight + index / columns * (height + gap), width: width, height: height)
    }
  }

  private func draw(_ block: Block, in frame: Frame, on drawing: inout Drawing) {
    let colors = Palette.desk(block.state)
    let inner = frame.inset(by: Self.padding)
    let nameWidth = inner.width - (block.badge == nil ? 0 : Self.badgeSize.width + Self.padding)
    let largest = min(34, frame.height * 34 / 100)
    let (name, nameSize) = Self.name(of: block.part, width: nameWidth, sizes: largest * 76 / 100...largest)
    drawing.text(
      Lettering.Line(
        name, x: inner.x, centredOn: frame.y + frame.height * 30 / 100, size: nameSize, color: colors.number,
        bounds: frame))
    let size = min(40, frame.height * 38 / 100)
    let y = frame.y + frame.height * 70 / 100
    var x = inner.x
    if let sign = Sign.of(block.state) {
      drawing.sign(sign, x: x, y: y - size / 2, size: size, color: colors.sign)
      x += size * 13 / 10
    }
    drawing.text(
      Lettering.Line(
        "\(block.free)/\(block.count)", x: x, centredOn: y, size: size, weight: .normal,
        color: colors.number, bounds: frame))
    if let badge = block.badge { draw(badge, inTheCornerOf: frame, on: &drawing) }
  }

  /// A part's name as it fits; of a piece of a zone the seats' numbers stay, for they tell it from the others.
  private static func name(
    of part: FloorPart, width: Int, sizes: ClosedRange<Int>
  ) -> (text: String, size: Int) {
    let name = PlainText.clean(part.name)
    let size = max(sizes.lowerBound, TextWidth.size(of: name, width: width, upTo: sizes.upperBound))
    let numbers = " " + PlainText.clean(part.numbers)
    let room = width - TextWidth.of(numbers, size: size)
    guard TextWidth.of(name, size: size) > width, !part.zone.isEmpty, !part.numbers.isEmpty, room >= 3 * size
    else { return (TextWidth.shortened(name, size: size, width: width), size) }
    return (TextWidth.shortened(PlainText.clean(part.zone), size: size, width: room) + numbers, size)
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
