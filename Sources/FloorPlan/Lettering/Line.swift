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
    /// What the line must not leave. Letters that cairo draws never do; others may be wider or higher than
    /// anybody can know before drawing them.
    let bounds: Frame?

    init(
      _ text: String, x: Int, baseline: Int, size: Int, weight: Weight = .bold, color: Color,
      anchor: Anchor = .start, bounds: Frame? = nil
    ) {
      self.text = text
      self.x = x
      self.baseline = baseline
      self.size = size
      self.weight = weight
      self.color = color
      self.anchor = anchor
      self.bounds = bounds
    }

    /// A line whose capital letters and digits are centred on a height.
    init(
      _ text: String, x: Int, centredOn y: Int, size: Int, weight: Weight = .bold, color: Color,
      anchor: Anchor = .start, bounds: Frame? = nil
    ) {
      self.init(
        text, x: x, baseline: y + size * 364 / 1000, size: size, weight: weight, color: color, anchor: anchor,
        bounds: bounds)
    }

    var svg: String {
      let text =
        "<text x=\"\(x)\" y=\"\(baseline)\" font-size=\"\(size)\" font-weight=\"\(weight)\""
        + " fill=\"\(color.hex)\" text-anchor=\"\(anchor)\">\(PlainText.escaped(self.text))</text>"
      guard let bounds else { return text }
      // A document inside the document cuts off what leaves it.
      return "<svg x=\"\(bounds.x)\" y=\"\(bounds.y)\" width=\"\(bounds.width)\" height=\"\(bounds.height)\""
        + " viewBox=\"\(bounds.x) \(bounds.y) \(bounds.width) \(bounds.height)\">\(text)</svg>"
    }
  }
}
