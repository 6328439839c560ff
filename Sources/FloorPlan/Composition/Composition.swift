/// A picture as a base, which stays the same from day to day, and cells, each of which changes by itself.
///
/// No two cells overlap and nothing of a cell leaves its frame. So a cell that was drawn once, on whatever picture,
/// can be copied into its frame instead of being drawn again.
struct Composition: Sendable {
  let base: Base
  let cells: [Cell]

  init(base: Base, cells: [Cell] = []) {
    self.base = base
    self.cells = cells
  }

  /// The base with all cells.
  func drawing() -> Drawing { drawing(of: cells) }

  /// The base with some of the cells.
  ///
  /// - Parameter isComplete: if not, only what lies in the cells' frames will be looked at.
  func drawing(of cells: [Cell], isComplete: Bool = true) -> Drawing {
    var drawing = base.drawing(near: isComplete ? nil : cells.map(\.frame))
    // Before everything that stands on them, and all of one state in one go.
    for state in SeatState.allCases {
      let frames = cells.filter { $0.face.box == state }.map(\.frame)
      if let height = frames.first?.height { drawing.desks(frames, height: height, state) }
    }
    for cell in cells { cell.draw(on: &drawing) }
    return drawing
  }
}
