import Testing

@testable import FloorPlan

@Suite("Text on pictures")
struct LetteringTests {
  @Test(
    "Text is made fit to draw",
    arguments: [
      ("Смирнова А.", "Смирнова А."),
      ("  Ли \n\t Анна ", "Ли Анна"),
      ("a\u{0}b\u{7}c\u{1B}", "abc"),
      ("\u{202E}Иванов\u{2069}", "Иванов"),
      ("Аня 🎉👩‍💻", "Аня"),
      ("🦊", "•"),
      ("\u{FFFE}\u{FFFF}x", "x"),
      ("", ""),
    ])
  func clean(text: String, expected: String) {
    #expect(PlainText.clean(text) == expected)
  }

  @Test("What means something to XML is written so that it does not")
  func escaped() {
    #expect(PlainText.escaped("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#39;")
  }

  @Test("A name of a hundred letters is shortened to the width it has")
  func shortened() {
    let name = TextWidth.shortened(String(repeating: "Щ", count: 100), size: 20, width: 150)
    #expect(name.hasSuffix("…"))
    #expect(TextWidth.of(name, size: 20) <= 150)
  }

  @Test(
    "No character that cairo draws is wider than estimated", arguments: [Lettering.Line.Weight.normal, .bold])
  func widthsAreGenerous(weight: Lettering.Line.Weight) {
    let lettering = Lettering()
    var drawn = 0
    for scalar in (0x20...0x214F).compactMap(Unicode.Scalar.init) {
      let text = String(Character(scalar))
      let line = Lettering.Line(text, x: 0, baseline: 0, size: 1000, weight: weight, color: Palette.ink)
      if PlainText.clean(text) != text || lettering.needsShaping(line) { continue }
      drawn += 1
      #expect(lettering.width(of: line) <= Double(TextWidth.of(text, size: 1000)), "\(text)")
    }
    #expect(drawn > 1000)
  }

  @Test(
    "Widths are not much more than what cairo draws",
    arguments: ["Смирнова А.", "Щербакова Ж.", "Ли А.", "O’Connor S."])
  func widthsAreClose(text: String) {
    let line = Lettering.Line(text, x: 0, baseline: 0, size: 1000, color: Palette.ink)
    #expect(TextWidth.of(text, size: 1000) < Int(Lettering().width(of: line) * 1.07))
  }

  @Test(
    "Letters that change with their neighbours are left to pango",
    arguments: [
      ("Смирнова А.", false), ("שלום", true), ("مرحبا", true), ("и\u{306}", true), ("王", true),
    ])
  func shaping(text: String, isNeeded: Bool) {
    #expect(
      Lettering().needsShaping(Lettering.Line(text, x: 0, baseline: 0, size: 20, color: Palette.ink))
        == isNeeded)
  }
}
