/// Draws compositions as PNG files and keeps what the next one may need: bases, cells, and compressed bands of rows.
/// Not for more than one thread.
///
/// A picture that differs from an earlier one by a seat is the earlier one's bands but for those with the seat.
final class Compositor {
  /// A base as it was drawn.
  private final class DrawnBase {
    let number: Int
    let palette: FixedPalette
    let rows: IndexedRows
    /// Cells of equal faces look the same on all bases of a kind.
    let kind: Int

    init(number: Int, palette: FixedPalette, rows: IndexedRows, kind: Int) {
      (self.number, self.palette, self.rows, self.kind) = (number, palette, rows, kind)
    }
  }

  /// A cell as it was drawn.
  private final class DrawnCell {
    let number: Int
    let rows: IndexedRows

    init(number: Int, rows: IndexedRows) {
      (self.number, self.rows) = (number, rows)
    }
  }

  private struct CellKey: Hashable {
    let face: Cell.Face
    let width: Int
    let height: Int
    let kindOfBase: Int
  }

  /// What a band shows: a base from a row on, and cells, each with its number and its place.
  private struct BandKey: Hashable {
    let base: Int
    let rows: Range<Int>
    var cells: [Int] = []
  }

  /// Memory for each of the three, in bytes. The cells of an office of 100 seats in all states take a few megabytes.
  private static let bytesMax = (bases: 4 << 20, cells: 6 << 20, bands: 4 << 20)
  /// Drawing in more frames than this takes longer than drawing everywhere.
  private static let framesMax = 24
  /// A band ends where a cell begins or ends, if it has so many rows.
  private static let bandRows = 24...96

  private let canvas = Canvas()
  private let deflater = Deflater()
  private let floorPalette = FixedPalette(Palette.floor)
  private var bases = Kept<Base, DrawnBase>(costMax: bytesMax.bases)
  private var cells = Kept<CellKey, DrawnCell>(costMax: bytesMax.cells)
  private var bands = Kept<BandKey, PNG.Band>(costMax: bytesMax.bands)
  /// Numbers given to bases and cells.
  private var count = 0

  func png(of composition: Composition) throws(RenderingError) -> [UInt8] {
    let base = try drawn(composition.base)
    let cells = try drawn(composition, on: base)
    let frames = composition.cells.map(\.frame)
    var file: [PNG.Band] = []
    for (rows, members) in Self.bands(of: frames, height: base.rows.height) {
      var key = BandKey(base: base.number, rows: rows)
      key.cells.reserveCapacity(3 * members.count)
      for member in members {
        key.cells.append(cells[member].number)
        key.cells.append(frames[member].x)
        key.cells.append(frames[member].y)
      }
      if let known = bands[key] {
        file.append(known)
        continue
      }
      let placed = members.map { (frames[$0], cells[$0].rows) }
      let band = PNG.band(
        Self.bytes(of: rows, base.rows, placed), width: base.rows.width, with: deflater)
      if composition.base.isShared { bands.keep(band, for: key, cost: band.bytes) }
      file.append(band)
    }
    return PNG.file(
      width: base.rows.width, height: base.rows.height, palette: base.palette.colors, bands: file)
  }

  // MARK: Drawing

  private func drawn(_ base: Base) throws(RenderingError) -> DrawnBase {
    if let known = bases[base] { return known }
    var table = ColorTable()
    if case .plan(let plan, let height, let kept) = base {
      try canvas.draw(PlanUnderlay(plan: plan, keptGroups: kept).sample(height: height))
      try canvas.withPixels { table.count($0, width: canvas.width) }
    }
    try canvas.draw(base.drawing())
    let palette = try palette(for: base, &table)
    let all = Frame(x: 0, y: 0, width: canvas.width, height: canvas.height)
    let rows = try rows(of: all, palette)
    count += 1
    let drawn = DrawnBase(
      number: count, palette: palette, rows: rows, kind: palette === floorPalette ? 0 : count)
    if base.isShared { bases.keep(drawn, for: base, cost: rows.bytes) }
    return drawn
  }

  /// The same for all floors without a plan and all weeks; otherwise from the colours of what was just drawn and those counted
  /// before.
  private func palette(for base: Base, _ table: inout ColorTable) throws(RenderingError) -> FixedPalette {
    switch base {
    case .rooms, .fortnight: return floorPalette
    case .plan, .statistics, .standing:
      try canvas.withPixels { table.count($0, width: canvas.width) }
      return FixedPalette(table.palette(with: base.isShared ? Palette.floorOnOwnPlan : []))
    }
  }

  /// The cells, of which those that are not known are drawn, all at once.
  private func drawn(_ composition: Composition, on base: DrawnBase) throws(RenderingError) -> [DrawnCell] {
    let keys = composition.cells.map {
      CellKey(face: $0.face, width: $0.frame.width, height: $0.frame.height, kindOfBase: base.kind)
    }
    var drawn = keys.map { cells[$0] }
    let missing = drawn.indices.filter { drawn[$0] == nil }
    if !missing.isEmpty {
      let new = missing.map { composition.cells[$0] }
      let frames = new.map(\.frame)
      try canvas.draw(
        composition.drawing(of: new, isComplete: false), in: frames.count <= Self.framesMax ? frames : nil)
      for index in missing {
        let rows = try rows(of: composition.cells[index].frame, base.palette)
        count += 1
        let cell = DrawnCell(number: count, rows: rows)
        cells.keep(cell, for: keys[index], cost: rows.bytes)
        drawn[index] = cell
      }
    }
    return drawn.compactMap(\.self)
  }

  private func rows(of frame: Frame, _ palette: FixedPalette) throws(RenderingError) -> IndexedRows {
    try canvas.withPixels { IndexedRows(frame, of: $0, width: canvas.width, palette: palette) }
  }

  // MARK: Bands

  /// Cuts a picture into bands, each with the positions of the frames that reach into it.
  private static func bands(of frames: [Frame], height: Int) -> [(rows: Range<Int>, members: [Int])] {
    var isEdge = [Bool](repeating: false, count: height + 1)
    for frame in frames {
      isEdge[frame.y] = true
      isEdge[frame.maxY] = true
    }
    var bands: [(rows: Range<Int>, members: [Int])] = []
    /// Which band each row is in.
    var bandOfRow: [Int] = []
    var start = 0
    while start < height {
      let last = min(start + bandRows.upperBound, height)
      let end =
        (start + bandRows.lowerBound..<max(last, start + bandRows.lowerBound)).first { isEdge[$0] } ?? last
      bandOfRow += repeatElement(bands.count, count: end - start)
      bands.append((start..<end, []))
      start = end
    }
    for (index, frame) in frames.enumerated() where frame.height > 0 {
      for band in bandOfRow[frame.y]...bandOfRow[frame.maxY - 1] { bands[band].members.append(index) }
    }
    return bands
  }

  /// Rows as PNG stores them.
  private static func bytes(
    of range: Range<Int>, _ base: IndexedRows, _ cells: [(frame: Frame, rows: IndexedRows)]
  ) -> [UInt8] {
    let noFilter: UInt8 = 0
    let stride = base.width + 1
    return [UInt8](unsafeUninitializedCapacity: range.count * stride) { output, count in
      guard let target = output.baseAddress else { return }
      for row in range {
        let line = target + (row - range.lowerBound) * stride
        line.initialize(to: noFilter)
        base.copy(row: row, to: line + 1)
      }
      for (frame, rows) in cells {
        for row in range.clamped(to: frame.y..<frame.maxY) {
          rows.copy(row: row - frame.y, to: target + (row - range.lowerBound) * stride + 1 + frame.x)
        }
      }
      count = range.count * stride
    }
  }
}
