import CXML

/// Renditions of a drawing that show its seats alone, in black, to see where they are.
///
/// They rearrange the document, which cannot be used for drawing afterwards: everything but the seats moves into
/// `defs`, where it is not drawn but can still be referred to.
struct PlanViews {
  enum View {
    /// All seats as the drawing shows or hides them.
    case seen
    /// For drawing one seat alone, opaque and without the masks and `switch` elements around it, which librsvg
    /// then takes for empty.
    case shapes
    /// Like ``shapes``, with texts.
    case texts
    /// Like ``texts``, with everything hidden made visible.
    case revealed
  }

  private typealias Node = PlanDocument.Node

  /// An element, and the style that the drawing gives it.
  private struct Styled {
    let node: Node
    let style: String
    let isInSeat: Bool
  }

  private static let shapes: Set<String> = ["rect", "circle", "ellipse", "path", "polygon", "polyline"]
  /// Filters blur outlines; blending only matters for colours.
  private static let plain = ";filter:none!important;mix-blend-mode:normal!important;isolation:auto!important"
  private static let filled = ";fill:#000!important;fill-opacity:1!important"
  private static let opaque = ";opacity:1!important;stroke-opacity:1!important"
  private static let shown = ";display:inline!important;visibility:visible!important"
  private static let gone = ";display:none!important"

  private let document: PlanDocument
  private let styled: [Styled]
  /// Those around seats.
  private let switches: [Node]

  init(_ document: PlanDocument) {
    self.document = document
    let around = Self.elementsAroundSeats(of: document)
    let inside = document.drawnSeats.flatMap(Self.drawnElements)
    let kept = Set(around)
    for child in around.flatMap(PlanDocument.children) where !kept.contains(child) {
      let isSeat = PlanDocument.attribute("class", of: child) == PlanDocument.groupClass
      if !isSeat, !PlanDocument.definitions.contains(PlanDocument.name(child)) {
        document.wrap(child, in: "defs")
      }
    }
    for image in inside where PlanDocument.name(image) == "image" { Self.replaceByBox(image) }
    switches = around.filter { PlanDocument.name($0) == "switch" }
    styled = [(around, false), (inside, true)].flatMap { nodes, isInSeat in
      nodes.map {
        Styled(node: $0, style: PlanDocument.attribute("style", of: $0) ?? "", isInSeat: isInSeat)
      }
    }
  }

  /// The document of a view.
  func written(as view: View) -> [UInt8] {
    for container in switches { xmlNodeSetName(container, view == .seen ? "switch" : "g") }
    for element in styled {
      let rules = element.isInSeat ? Self.rules(for: element.node, view) : Self.rulesAround(view)
      // What is said as important at the end of an element's own style wins over all other styles. It is said at
      // the beginning too, for a style that is not well-formed may have no end.
      PlanDocument.set("style", to: rules + ";" + element.style + rules, of: element.node)
    }
    return document.written()
  }

  /// The elements that have a seat somewhere in them and are themselves in none.
  private static func elementsAroundSeats(of document: PlanDocument) -> [Node] {
    let seats = Set(document.drawnSeats)
    var around: [Node] = []
    var known: Set<Node> = []
    for seat in document.drawnSeats {
      let ancestors = ancestors(of: seat)
      if ancestors.contains(where: seats.contains) { continue }
      for ancestor in ancestors where PlanDocument.attribute("class", of: ancestor) != PlanDocument.groupClass
      {
        if known.insert(ancestor).inserted { around.append(ancestor) }
      }
    }
    return around
  }

  private static func ancestors(of node: Node) -> [Node] {
    guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return [] }
    return [parent] + ancestors(of: parent)
  }

  /// An element and its descendants, without definitions.
  private static func drawnElements(of node: Node) -> [Node] {
    if PlanDocument.definitions.contains(PlanDocument.name(node)) { return [] }
    return [node] + PlanDocument.children(of: node).flatMap(drawnElements)
  }

  /// An image counts with its whole box, even if it cannot be loaded.
  private static func replaceByBox(_ image: Node) {
    if ["width", "height"].allSatisfy({ PlanDocument.attribute($0, of: image) != nil }) {
      xmlNodeSetName(image, "rect")
    }
  }

  private static func rulesAround(_ view: View) -> String {
    switch view {
    case .seen: ";filter:none!important"
    case .shapes, .texts: plain + opaque + ";mask:none!important"
    case .revealed: plain + opaque + ";mask:none!important" + shown
    }
  }

  private static func rules(for node: Node, _ view: View) -> String {
    let isText = PlanDocument.name(node) == "text"
    let fill = isText || shapes.contains(PlanDocument.name(node)) ? filled : ""
    switch view {
    case .seen: return plain + (isText ? "" : fill)
    case .shapes: return plain + opaque + (isText ? gone : fill)
    case .texts: return plain + opaque + fill
    case .revealed: return plain + opaque + fill + shown
    }
  }
}
