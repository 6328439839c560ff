/// An SVG document in the making: the few shapes our pictures are made of.
///
/// Everything is written as attributes with whole pixels: no stylesheet to match, no blurred edges.
struct Drawing {
  let width: Int
  let height: Int
  private var body = ""

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    body.reserveCapacity(32 * 1024)
    body += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
    body += " font-family=\"Inter, 'DejaVu Sans', sans-serif\">"
  }

  /// The finished document.
  var document: String { body + "</svg>" }

  mutating func rectangle(_ frame: Frame, radius: Int = 0, fill: Color) {
    body += "<rect x=\"\(frame.x)\" y=\"\(frame.y)\" width=\"\(frame.width)\" height=\"\(frame.height)\""
    body += " rx=\"\(radius)\" fill=\"\(fill.hex)\"/>"
  }

  /// A rectangle with an edge of `edgeWidth` pixels that lies inside the frame.
  mutating func rectangle(_ frame: Frame, radius: Int, fill: Color, edge: Color, edgeWidth: Int) {
    if edge == fill { return rectangle(frame, radius: radius, fill: fill) }
    rectangle(frame, radius: radius, fill: edge)
    rectangle(frame.inset(by: edgeWidth), radius: max(0, radius - edgeWidth), fill: fill)
  }

  mutating func lines(_ path: String, color: Color, width: Int) {
    body += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(color.hex)\" stroke-width=\"\(width)\"/>"
  }

  mutating func sign(_ sign: Sign, x: Int, y: Int, size: Int, color: Color) {
    let scale = Double(size) / Double(Sign.grid)
    body += "<g transform=\"translate(\(x) \(y)) scale(\(scale))\" color=\"\(color.hex)\">\(sign.shapes)</g>"
  }

  enum Anchor: String {
    case start, middle, end
  }

  enum Weight: Int {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }

  /// One line of text; it must have been made fit by ``PlainText`` and ``TextWidth``.
  mutating func text(
    _ text: String, x: Int, baseline: Int, size: Int, weight: Weight, color: Color, anchor: Anchor = .start
  ) {
    if text.isEmpty { return }
    body += "<text x=\"\(x)\" y=\"\(baseline)\" font-size=\"\(size)\" font-weight=\"\(weight.rawValue)\""
    body += " fill=\"\(color.hex)\" text-anchor=\"\(anchor.rawValue)\">\(PlainText.escaped(text))</text>"
  }

  /// The baseline that centres capital letters and digits of a size on a height.
  static func baseline(centring size: Int, on y: Int) -> Int {
    y + size * 364 / 1000
  }
}
