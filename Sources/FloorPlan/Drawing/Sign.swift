/// A small picture of an idea, drawn on a grid of 24 by 24 with round ends, in one colour.
struct Sign: Sendable, Hashable {
  static let grid = 24

  /// SVG shapes that take their colour from `currentColor`.
  let shapes: String

  static func strokes(_ path: String, width: Double = 3.2) -> String {
    "<path d=\"\(path)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"\(width)\""
      + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
  }

  static func filled(_ path: String) -> String {
    "<path d=\"\(path)\" fill=\"currentColor\"/>"
  }

  static func circle(_ x: Double, _ y: Double, _ radius: Double) -> String {
    "M\(x - radius) \(y)a\(radius) \(radius) 0 1 0 \(2 * radius) 0a\(radius) \(radius) 0 1 0 \(-2 * radius) 0z"
  }

  static let person = Sign(
    shapes: filled(circle(12, 6.8, 5.3) + "M1.8 23c0-6 4.4-9.2 10.2-9.2s10.2 3.2 10.2 9.2z"))
  static let check = Sign(shapes: strokes("M3.5 13l6 6L20.5 6", width: 4.2))
  static let star = Sign(
    shapes:
      "<path d=\"M12 2.2L14.9 8.8L22.1 9.5L16.7 14.3L18.2 21.4L12 17.7L5.8 21.4L7.3 14.3L1.9 9.5L9.1 8.8z\""
      + " fill=\"currentColor\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linejoin=\"round\"/>")
  static let clock = Sign(shapes: strokes(circle(12, 12, 9.8) + "M12 6.6V12l3.8 2.6", width: 3))
  static let suitcase = Sign(
    shapes: filled(
      "M4 7.5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2z")
      + strokes("M8.2 7.5V5a2 2 0 0 1 2-2h3.6a2 2 0 0 1 2 2v2.5", width: 2.6))
  static let lock = Sign(
    shapes: filled(
      "M6 10.2h12a2.8 2.8 0 0 1 2.8 2.8v7.2a2.8 2.8 0 0 1-2.8 2.8H6a2.8 2.8 0 0 1-2.8-2.8V13a2.8 2.8 0 0 1 2.8-2.8z"
    )
      + strokes("M7.2 11V6.8a4.8 4.8 0 0 1 9.6 0V11", width: 3))
}
