/// A picture in the making: shapes as SVG, and lines of text that go on top of them.
///
/// Everything is written as attributes with whole pixels: no stylesheet to match, no blurred edges.
/// Texts are kept apart because librsvg draws each as an outline, which takes ten times as long as
/// glyphs from cairo's cache (see ``Lettering``).
struct Drawing {
  let width: Int
  let height: Int
  let background: Color
  /// What lies between the background and the shapes.
  var underlay: PlanUnderlay?
  private(set) var texts: [Lettering.Line] = []
  private var shapes = ""

  init(width: Int, height: Int, background: Color) {
    self.width = width
    self.height = height
    self.background = background
  }

  var hasShapes: Bool { !shapes.isEmpty }

  /// The shapes as an SVG document, with some or all of the texts.
  func document(with texts: [Lettering.Line]) -> String {
    var document = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
    document += " font-family=\"\(Lettering.families)\">"
    document += shapes
    for text in texts { document += text.svg }
    return document + "</svg>"
  }

  mutating func rectangle(_ frame: Frame, radius: Int = 0, fill: Color) {
    shapes += "<rect x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" height=\"\(frame.height)\""
    shapes += " rx=\"\(radius)\" fill=\"\(fill.hex)\"/>"
  }

  /// Rounded rectangles, each with an edge that lies inside its frame.
  ///
  /// All are one element: librsvg takes longer over each element than over a shape.
  mutating func rectangles(_ frames: [Frame], radius: Int, fill: Color, edge: Color, edgeWidth: Int) {
    if edge != fill { path(frames.map { Self.outline($0, radius: radius) }.joined(), fill: edge) }
    let inset = edge == fill ? 0 : edgeWidth
    let inner = frames.map { Self.outline($0.inset(by: inset), radius: max(1, radius - inset)) }.joined()
    path(inner, fill: fill)
  }

  private static func outline(_ frame: Frame, radius: Int) -> String {
    let (across, down) = (frame.width - 2 * radius, frame.height - 2 * radius)
    let corner = "a\(radius) \(radius) 0 0 1 "
    return "M\(frame.x + radius) \(frame.y)h\(across)\(corner)\(radius) \(radius)v\(down)"
      + "\(corner)\(-radius) \(radius)h\(-across)\(corner)\(-radius) \(-radius)v\(-down)\(corner)\(radius) \(-radius)z"
  }

  private mutating func path(_ data: String, fill: Color) {
    if !data.isEmpty { shapes += "<path d=\"\(data)\" fill=\"\(fill.hex)\"/>" }
  }

  mutating func lines(_ path: String, color: Color, width: Int) {
    if path.isEmpty { return }
    shapes += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(color.hex)\" stroke-width=\"\(width)\"/>"
  }

  /// Slanted lines across frames, cut at their edges by arithmetic, which is cheaper than clipping.
  mutating func stripes(_ frames: [Frame], step: Int, color: Color, width: Int) {
    var path = ""
    for frame in frames {
      for offset in stride(from: step, to: frame.width + frame.height, by: step) {
        path += "M\(frame.x + max(0, offset - frame.height)) \(frame.y + min(offset, frame.height))"
        path += "L\(frame.x + min(offset, frame.width)) \(frame.y + max(0, offset - frame.width))"
      }
    }
    lines(path, color: color, width: width)
  }

  mutating func sign(_ sign: Sign, x: Int, y: Int, size: Int, color: Color) {
    let scale = Double(size) / Double(Sign.grid)
    shapes +=
      "<g transform=\"translate(\(x) \(y)) scale(\(scale))\" color=\"\(color.hex)\">\(sign.shapes)</g>"
  }

  mutating func text(_ line: Lettering.Line) {
    if !line.text.isEmpty { texts.append(line) }
  }
}
