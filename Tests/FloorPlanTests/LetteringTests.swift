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
    "Widths are not less than what cairo draws",
    arguments: ["Смирнова А.", "Щербакова Ж.", "123", "A-3", "Wójcik", "№ 7"])
  func widthsAreGenerous(text: String) {
    let line = Lettering.Line(text, x: 0, baseline: 100, size: 100, color: Palette.ink)
    #expect(Lettering().width(of: line) <= Double(TextWidth.of(text, size: 100)))
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
