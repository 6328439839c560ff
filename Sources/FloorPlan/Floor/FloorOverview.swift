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

  init(picture: FloorPicture, seats: [PictureSeat]) {
    self.picture = picture
    blocks = FloorPart.parts(of: seats).map { Block($0, of: seats) }
  }

  func composition() -> Composition {
    let footer = picture.legend == nil ? FloorLayout.margin : FloorLayout.legendHeight
    let frames = Self.frames(blocks.count, footer: footer)
    let height = max(FloorLayout.heights.lowerBound, (frames.last?.maxY ?? 0) + footer)
    var cells = Heading(title: picture.title, subtitle: picture.subtitle).cells
    cells += zip(frames, blocks).map { Cell(frame: $0, face: .block(BlockFace($1, in: $0))) }
    if let legend = picture.legend {
      cells.append(Legend(legend, of: blocks.map(\.state) + blocks.compactMap(\.badge)).cell(below: height))
    }
    return Composition(base: .rooms([], height: height), cells: cells)
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
}
