/// What a picture is of, in large letters, and the line under it.
struct Heading {
  private static let x = FloorLayout.margin + 4
  private static let width = FloorLayout.width - 2 * FloorLayout.margin
  /// Where the line under the title may begin.
  private static let middle = 88

  /// Each with what it must not leave.
  let lines: [Lettering.Line]

  init(title: String, subtitle: String) {
    let title = PlainText.clean(title)
    let size = max(36, TextWidth.size(of: title, width: Self.width, upTo: 60))
    let subtitle = TextWidth.shortened(PlainText.clean(subtitle), size: 32, width: Self.width)
    let end = subtitle.isEmpty ? FloorLayout.headerHeight : Self.middle
    lines = [
      Lettering.Line(
        TextWidth.shortened(title, size: size, width: Self.width), x: Self.x,
        baseline: subtitle.isEmpty ? 94 : 74, size: size, color: Palette.ink, bounds: Self.frame(0..<end)),
      Lettering.Line(
        subtitle, x: Self.x, baseline: 118, size: 32, weight: .normal, color: Palette.quietInk,
        bounds: Self.frame(end..<FloorLayout.headerHeight)),
    ].filter { !$0.text.isEmpty }
  }

  private static func frame(_ rows: Range<Int>) -> Frame {
    Frame(x: 0, y: rows.lowerBound, width: FloorLayout.width, height: rows.count)
  }

  /// Each line by itself: the title stays while the numbers below it change.
  var cells: [Cell] { lines.compactMap { line in line.bounds.map { Cell(frame: $0, face: .line(line)) } } }

  func draw(on drawing: inout Drawing) {
    for line in lines { drawing.text(line) }
  }
}
