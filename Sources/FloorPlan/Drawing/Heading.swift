/// What a picture is of, in large letters, and the line under it.
struct Heading {
  let title: String
  let subtitle: String

  func draw(on drawing: inout Drawing) {
    let width = FloorLayout.width - 2 * FloorLayout.margin
    let x = FloorLayout.margin + 4
    let title = PlainText.clean(title)
    let size = max(36, TextWidth.size(of: title, width: width, upTo: 60))
    let subtitle = TextWidth.shortened(PlainText.clean(subtitle), size: 32, width: width)
    drawing.text(
      Lettering.Line(
        TextWidth.shortened(title, size: size, width: width), x: x, baseline: subtitle.isEmpty ? 94 : 74,
        size: size, color: Palette.ink))
    drawing.text(
      Lettering.Line(subtitle, x: x, baseline: 118, size: 32, weight: .normal, color: Palette.quietInk))
  }
}
