import Foundation
import Testing

@testable import FloorPlan

/// A drawing with one desk, and where that is, in hundredths of the page.
struct DeskRow: CustomTestStringConvertible, Sendable {
  let name: String
  let svg: String
  let desk: Frame

  /// - Parameter desk: in hundredths of the page; that of ``DeskRow/desk`` unless told otherwise.
  init(_ name: String, _ svg: String, at desk: Frame = Frame(x: 10, y: 10, width: 30, height: 20)) {
    self.name = name
    self.svg = svg
    self.desk = desk
  }

  var testDescription: String { name }

  /// Where the desk of most rows is on a page of 600 by 400.
  static let box = "x=\"60\" y=\"40\" width=\"180\" height=\"80\""
  static let desk = "<rect id=\"seat-1\" \(box)/>"

  /// A page of 600 by 400 with a floor of its own.
  static func page(_ content: String, root: String = "viewBox=\"0 0 600 400\"") -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \(root)>\(content)</svg>"
  }
}

@Suite("Drawings as programs write them")
struct PlanDrawingsTests {
  private static let sizes = [
    DeskRow(
      "width and height in px beside the viewBox, as in the report",
      DeskRow.page(
        "<rect id=\"seat-1\" x=\"30\" y=\"30\" width=\"100\" height=\"60\"/>",
        root: "width=\"600\" height=\"400\" viewBox=\"0 0 600 400\""),
      at: Frame(x: 5, y: 8, width: 16, height: 14)),
    DeskRow(
      "mm", DeskRow.page(DeskRow.desk, root: "width=\"210mm\" height=\"140mm\" viewBox=\"0 0 600 400\"")),
    DeskRow("inches", DeskRow.page(DeskRow.desk, root: "width='6in' height='4in' viewBox='0 0 600 400'")),
    DeskRow("%", DeskRow.page(DeskRow.desk, root: "width=\"100%\" height=\"100%\" viewBox=\"0,0,600,400\"")),
    DeskRow("no width and height", DeskRow.page(DeskRow.desk)),
    DeskRow("px alone", DeskRow.page(DeskRow.desk, root: "width=\"600px\" height=\"400px\"")),
    DeskRow(
      "mm alone, and desks in mm",
      DeskRow.page(
        "<rect id=\"seat-1\" x=\"21mm\" y=\"14mm\" width=\"63mm\" height=\"28mm\"/>",
        root: "width=\"210mm\" height=\"140mm\"")),
    DeskRow(
      "no size at all: as much as is drawn",
      DeskRow.page("<rect width=\"600\" height=\"400\" fill=\"#eee\"/>" + DeskRow.desk, root: "id=\"a\"")),
    DeskRow(
      "width and height that are not those of the viewBox",
      DeskRow.page(DeskRow.desk, root: "width=\"900\" height=\"300\" viewBox=\"0 0 600 400\"")),
    DeskRow(
      "a viewBox that begins below nothing",
      DeskRow.page(
        "<rect id=\"seat-1\" x=\"-240\" y=\"-160\" width=\"180\" height=\"80\"/>",
        root: "viewBox=\"-300 -200 600 400\"")),
    DeskRow(
      "metres",
      DeskRow.page(
        "<rect id=\"seat-1\" x=\"0.6\" y=\"0.4\" width=\"1.8\" height=\"0.8\"/>", root: "viewBox=\"0 0 6 4\"")
    ),
    DeskRow(
      "metres, with lines a pixel wide",
      DeskRow.page(
        "<g stroke=\"#000\"><path vector-effect=\"non-scaling-stroke\" d=\"M0 2h6\"/><rect id=\"seat-1\" x=\"0.6\" y=\"0.4\""
          + " width=\"1.8\" height=\"0.8\" style=\"vector-effect:non-scaling-stroke;stroke-width:2px\"/></g>",
        root: "width=\"600\" height=\"400\" viewBox=\"0 0 6 4\"")),
    DeskRow(
      "kilometres, with thin lines",
      DeskRow.page(
        "<rect id=\"seat-1\" x=\"6e-4\" y=\"4e-4\" width=\"1.8e-3\" height=\"8e-4\" fill=\"none\" stroke=\"red\""
          + " stroke-width=\"1e-5\"/>", root: "viewBox=\"0 0 6e-3 4e-3\"")),
    DeskRow(
      "a hundred thousand units",
      DeskRow.page(
        "<rect id=\"seat-1\" x=\"60000\" y=\"40000\" width=\"180000\" height=\"80000\"/>",
        root: "width=\"30cm\" height=\"20cm\" viewBox=\"0 0 600000 400000\"")),
    DeskRow(
      "a page of another shape than it is shown in",
      DeskRow.page(
        DeskRow.desk,
        root: "viewBox=\"0 0 600 400\" preserveAspectRatio=\"xMinYMin slice\" width=\"9\" height=\"9\"")),
  ]

  private static let surroundings: [DeskRow] = [
    ("opacity", "opacity=\"0.3\""), ("a filter", "filter=\"url(#blur)\""), ("a mask", "mask=\"url(#mask)\""),
    ("a blend mode", "style=\"mix-blend-mode:multiply\""), ("isolation", "style=\"isolation:isolate\""),
    ("a clip path", "clip-path=\"url(#clip)\""),
  ].flatMap { name, attribute in
    let definitions = """
      <defs><filter id="blur"><feGaussianBlur stdDeviation="9"/></filter><clipPath id="clip"><rect width="600" \
      height="400"/></clipPath></defs><mask id="mask" maskUnits="userSpaceOnUse" x="0" y="0" width="600" \
      height="400"><rect width="600" height="400" fill="#fff"/></mask>
      """
    return [
      DeskRow(
        "\(name) on the seat", DeskRow.page(definitions + "<rect id=\"seat-1\" \(DeskRow.box) \(attribute)/>")
      ),
      DeskRow(
        "\(name) around it", DeskRow.page(definitions + "<g \(attribute)><g>\(DeskRow.desk)</g></g>")),
      DeskRow(
        "\(name) inside it",
        DeskRow.page(definitions + "<g id=\"seat-1\"><rect \(DeskRow.box) \(attribute)/></g>")),
    ]
  }

  private static let elements = [
    DeskRow(
      "transforms in transforms",
      DeskRow.page(
        "<g transform=\"translate(30 20) scale(2)\"><g transform=\"rotate(90)\"><rect id=\"seat-1\" x=\"10\" y=\"-105\""
          + " width=\"40\" height=\"90\"/></g></g>")),
    DeskRow(
      "a document in the document",
      DeskRow.page(
        "<svg x=\"60\" y=\"40\" width=\"180\" height=\"80\" viewBox=\"0 0 18 8\"><rect id=\"seat-1\" width=\"18\""
          + " height=\"8\"/></svg>")),
    DeskRow(
      "a symbol that is used",
      DeskRow.page(
        "<symbol id=\"desk\" viewBox=\"0 0 18 8\"><rect width=\"18\" height=\"8\" fill=\"#fff\"/></symbol>"
          + "<use id=\"seat-1\" xlink:href=\"#desk\" \(DeskRow.box)/>")),
    DeskRow(
      "an outline that is used",
      DeskRow.page(
        "<defs><path id=\"desk\" d=\"M1 1h178v78h-178z\" style=\"fill:none !important;stroke:#000;stroke-width:2\"/></defs>"
          + "<use id=\"seat-1\" href=\"#desk\" x=\"60\" y=\"40\" style=\"fill:#f00\"/>")),
    DeskRow(
      "a clone of another seat",
      DeskRow.page(
        "<g id=\"seat-2\"><rect x=\"360\" y=\"240\" width=\"180\" height=\"80\" fill=\"#abc\"/></g>"
          + "<use id=\"seat-1\" xlink:href=\"#seat-2\" transform=\"translate(-300 -200)\"/>")),
    DeskRow(
      "the second of a switch",
      DeskRow.page(
        "<switch><rect systemLanguage=\"xx\" width=\"600\" height=\"400\"/><g>\(DeskRow.desk)</g></switch>")),
    DeskRow(
      "itself in a switch",
      DeskRow.page(
        "<switch><rect id=\"seat-2\" systemLanguage=\"xx\" width=\"600\" height=\"400\"/>\(DeskRow.desk)</switch>"
      )),
    DeskRow("a link", DeskRow.page("<a xlink:href=\"#\" id=\"seat-1\"><rect \(DeskRow.box)/></a>")),
    DeskRow(
      "important styles of its own",
      DeskRow.page(
        "<rect id=\"seat-1\" \(DeskRow.box) style=\"fill:#ff0000 !important;stroke:#00ff00 !important\"/>")),
    DeskRow(
      "important styles of a sheet in CDATA",
      DeskRow.page(
        "<style><![CDATA[#seat-1 > .a, rect.a { fill: #f00 !important; opacity: .2 !important }]]></style>"
          + "<g id=\"seat-1\"><rect class=\"a\" \(DeskRow.box)/></g>")),
    DeskRow(
      "a style that does not end", DeskRow.page("<rect id=\"seat-1\" \(DeskRow.box) style=\"fill:url(#x\"/>")),
    DeskRow(
      "a fill that is not there", DeskRow.page("<rect id=\"seat-1\" \(DeskRow.box) fill=\"url(#none)\"/>")),
    DeskRow(
      "an outline alone", DeskRow.page("<rect id=\"seat-1\" \(DeskRow.box) fill=\"none\" stroke=\"#000\"/>")),
    DeskRow(
      "an open outline",
      DeskRow.page("<path id=\"seat-1\" d=\"M60 40h180v80h-180\" fill=\"none\" stroke=\"#000\"/>")),
    DeskRow(
      "four lines that do not meet",
      DeskRow.page(
        "<g id=\"seat-1\" stroke=\"#000\" stroke-width=\"2\"><line x1=\"65\" y1=\"41\" x2=\"235\" y2=\"41\"/><line"
          + " x1=\"65\" y1=\"119\" x2=\"235\" y2=\"119\"/><line x1=\"61\" y1=\"45\" x2=\"61\" y2=\"115\"/><line"
          + " x1=\"239\" y1=\"45\" x2=\"239\" y2=\"115\"/></g>")),
    DeskRow(
      "a thick line",
      DeskRow.page(
        "<line id=\"seat-1\" x1=\"60\" y1=\"80\" x2=\"240\" y2=\"80\" stroke=\"#abc\" stroke-width=\"80\"/>")),
    DeskRow(
      "a picture that is not there",
      DeskRow.page("<image id=\"seat-1\" \(DeskRow.box) xlink:href=\"desk.png\"/>")),
    DeskRow(
      "a pattern",
      DeskRow.page(
        "<pattern id=\"p\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\"><rect width=\"4\" height=\"4\"/></pattern>"
          + "<rect id=\"seat-1\" \(DeskRow.box) fill=\"url(#p)\"/>")),
    DeskRow(
      "a stylesheet that hides groups, of which the desk is in none",
      DeskRow.page("<style>g{display:none}</style>" + DeskRow.desk)),
    DeskRow(
      "a stylesheet that moves, fades and clips groups, of which the desk is in none",
      DeskRow.page(
        "<clipPath id=\"c\"><rect width=\"9\" height=\"9\"/></clipPath><style>g{opacity:0 !important;"
          + "transform:translate(300px,200px);clip-path:url(#c)}</style>" + DeskRow.desk)),
    DeskRow(
      "texts beyond the desk",
      DeskRow.page(
        "<g id=\"seat-1\"><rect \(DeskRow.box)/><text x=\"9\" y=\"300\" font-size=\"90\">Place one</text></g>"
      )),
    DeskRow(
      "hidden parts beyond the desk",
      DeskRow.page(
        "<style>.off{display:none}</style><g id=\"seat-1\"><rect \(DeskRow.box)/><rect class=\"off\" width=\"600\""
          + " height=\"400\"/><rect visibility=\"hidden\" width=\"600\" height=\"400\"/><rect opacity=\"0\""
          + " width=\"600\" height=\"400\"/></g>")),
    DeskRow(
      "a label on top of it",
      DeskRow.page(
        DeskRow.desk + "<text x=\"70\" y=\"110\" font-size=\"60\" fill=\"#0b5230\">1234</text>")),
    DeskRow(
      "a wall on top of it", DeskRow.page(DeskRow.desk + "<rect width=\"600\" height=\"400\" fill=\"#fff\"/>")
    ),
    DeskRow(
      "a chair beside it",
      DeskRow.page(
        "<g id=\"seat-1\"><rect \(DeskRow.box)/><circle cx=\"400\" cy=\"300\" r=\"12\"/></g>")),
  ]

  private static let spellings = [
    DeskRow("character references", DeskRow.page("<rect id=\"&#115;eat&#x2d;1\" \(DeskRow.box)/>")),
    DeskRow("single quotes and line breaks", DeskRow.page("<rect\n\tid = 'seat-1'\n\(DeskRow.box)\n/>")),
    DeskRow(
      "a namespace with a name",
      "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 400\"><s:g><s:rect id=\"seat-1\" \(DeskRow.box)/></s:g></s:svg>"
    ),
    DeskRow(
      "entities",
      "<!DOCTYPE svg [<!ENTITY n \"http://www.w3.org/2000/svg\"><!ENTITY one \"seat-1\"><!ENTITY d '<rect id=\"&one;\" \(DeskRow.box)/>'>]>"
        + "<svg xmlns=\"&n;\" viewBox=\"0 0 600 400\"><g>&d;</g></svg>"),
    DeskRow(
      "the same id in a comment, in a text and in CDATA before it",
      DeskRow.page(
        "<!-- <rect id=\"seat-1\"/> --><text> id=\"seat-1\"</text><desc><![CDATA[<rect id=\"seat-1\"/>]]></desc>"
          + DeskRow.desk)),
    DeskRow("draw.io's own ids", DeskRow.page("<g data-cell-id=\"seat-1\"><rect \(DeskRow.box)/></g>")),
    DeskRow(
      "a declared encoding that the text is no longer in",
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + DeskRow.page("<title>Этаж</title>" + DeskRow.desk)
    ),
  ]

  /// The rows, each with a state whose number has a colour that nothing else has.
  static let rows = (sizes + surroundings + elements + spellings).enumerated().map { number, row in
    (row, [SeatState.free, .taken, .held][number % 3])
  }

  @Test("The desk has its state's colour, and the number is inside it", arguments: rows)
  func desk(row: DeskRow, state: SeatState) async throws {
    let plan = try OwnPlan(svg: row.svg)
    let picture = FloorPicture(title: "", seats: [PictureSeat(id: "1", state: state)], showsLegend: false)
    let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
    let desk = plan.frame.share(row.desk)
    let isColored = image.isColored(desk.inset(by: 6), by: state)
    #expect(isColored)
    let ink = image.extent(of: Palette.desk(state).number.rgb)
    #expect((ink?.count ?? 0) > 60)
    #expect(ink.map { desk.contains($0.frame) } ?? false)
    #expect(plan.findings(for: ["1"]).isEmpty)
  }

  @Test(
    "Nothing of a seat is left beside what is painted, whatever a stylesheet says of groups",
    arguments: [
      "g{display:inline}", "g{display:inline !important}", "#floor #room g{display:inline !important}",
      "*{display:inline !important}", "g.officebot-seat{display:block !important}",
    ])
  func hiding(rule: String) async throws {
    func text(_ color: String) -> String {
      "<text x=\"9\" y=\"300\" font-size=\"90\" fill=\"\(color)\">Place</text>"
    }
    let plan = try OwnPlan(
      svg: DeskRow.page(
        "<style>\(rule)</style><g id=\"floor\"><g id=\"room\"><g id=\"seat-1\"><rect \(DeskRow.box)/>"
          + text("#ff00fe") + "</g><g id=\"seat-9\"><rect x=\"400\" y=\"40\" width=\"90\" height=\"60\""
          + " fill=\"#00fefe\"/></g></g></g>"))
    let picture = FloorPicture(title: "", seats: [PictureSeat(id: "1", state: .free)], showsLegend: false)
    let image = try DecodedPNG(try await FloorPlanRenderer(plan: plan).png(of: .floor(picture)))
    #expect(image.extent(of: 0xFF00FE) == nil)
    #expect(image.extent(of: 0x00FEFE) != nil, "a seat that the office does not have looks as it is drawn")
  }
}

extension Frame {
  /// A part of it, given in hundredths.
  func share(_ part: Frame) -> Frame {
    Frame(
      x: x + width * part.x / 100, y: y + height * part.y / 100, width: width * part.width / 100,
      height: height * part.height / 100)
  }
}
