extension Lettering {
  /// One line of text, made fit by ``PlainText`` and ``TextWidth``.
  struct Line: Sendable, Hashable {
    enum Anchor: String, Sendable {
      case start, middle, end

      /// How much of the line lies before its place, 0 to 1.
      var share: Double {
        switch self {
        case .start: 0
        case .middle: 0.5
        case .end: 1
        }
      }
    }

    enum Weight: String, Sendable {
      case normal, bold
    }

    let text: String
    /// Where the line starts, its middle or its end, in pixels.
    let x: Int
    let baseline: Int
    /// The font size in pixels.
    let size: Int
    let weight: Weight
    let color: Color
    let anchor: Anchor

    init(
      _ text: String, x: Int, baseline: Int, size: Int, weight: Weight = .bold, color: Color,
      anchor: Anchor = .start
    ) {
      self.text = text
      self.x = x
      self.baseline = baseline
      self.size = size
      self.weight = weight
      self.color = color
      self.anchor = anchor
    }

    /// A line whose capital letters and digits are centred on a height.
    init(
      _ text: String, x: Int, centredOn y: Int, size: Int, weight: Weight = .bold, color: Color,
      anchor: Anchor = .start
    ) {
      self.init(
        text, x: x, baseline: y + size * 364 / 1000, size: size, weight: weight, color: color, anchor: anchor)
    }

    var svg: String {
      "<text x=\"\(x)\" y=\"\(baseline)\" font-size=\"\(size)\" font-weight=\"\(weight)\""
        + " fill=\"\(color.hex)\" text-anchor=\"\(anchor)\">\(PlainText.escaped(text))</text>"
    }
  }
}
