import CXML

/// The XML of the office's own drawing, read to find the seats' elements and written anew for librsvg.
///
/// Each seat's element is put into a group with an id of our own, by which it can be hidden or drawn alone
/// whatever the drawing calls it and whatever styles it has. Nothing outside the file is read, and entities
/// that grow without bound are refused by libxml2. Not for more than one thread.
final class PlanDocument {
  typealias Node = UnsafeMutablePointer<xmlNode>

  /// Why a file cannot be read, in words for the operator.
  struct Refusal: Error { let reason: String }

  /// An element whose id is a seat's.
  struct SeatElement {
    let seat: String
    /// The line in the file, from 1.
    let line: Int
    let stand: Stand
  }

  enum Stand {
    /// In a group of ours, with this id.
    case drawn(group: String)
    /// Inside an element whose content is never drawn in place: `defs`, `symbol`, `clipPath`.
    case undrawn(container: String)
  }

  /// The class of the groups around seats.
  static let groupClass = "officebot-seat"
  /// Bound on the time that the survey takes: twice the seats of the largest office.
  static let seatElementsMax = 4000
  private static let idPrefix = "seat-"
  /// Styles of our groups: said as important on the element itself, which wins over whatever a drawing's stylesheet
  /// says of groups.
  private static let shown =
    "display:inline!important;opacity:1!important;filter:none!important;mask:none!important;"
    + "clip-path:none!important;transform:none!important;mix-blend-mode:normal!important;isolation:auto!important"
  private static let hidden = "display:none!important"
  private static let containers: Set<String> = ["svg", "g", "a", "switch"]
  /// Elements that draw nothing by themselves.
  static let definitions: Set<String> = [
    "defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "filter",
    "style", "metadata", "title", "desc", "script",
  ]

  private let document: UnsafeMutablePointer<xmlDoc>
  let root: Node
  private(set) var seatElements: [SeatElement] = []
  /// The seats' elements that are drawn, in the order of the file.
  private(set) var drawnSeats: [Node] = []

  /// Reads a file's bytes. Its encoding is the one that it declares, or that its first bytes tell.
  ///
  /// - Parameter encoding: overrides what the file says of itself.
  init(_ bytes: [UInt8], encoding: String? = nil) throws(Refusal) {
    let document = try Self.read(bytes, encoding)
    guard let root = xmlDocGetRootElement(document), Self.name(root) == "svg" else {
      xmlFreeDoc(document)
      throw Refusal(reason: "its outermost element is not <svg>")
    }
    self.document = document
    self.root = root
    // Its entities are in the text now.
    if let declarations = xmlGetIntSubset(document) {
      declarations.withMemoryRebound(to: xmlNode.self, capacity: 1) { xmlUnlinkNode($0) }
      xmlFreeDtd(declarations)
    }
    removeNotices(from: root)
    guard findSeats() else {
      throw Refusal(reason: "it has more than \(Self.seatElementsMax) elements `\(Self.idPrefix)…`")
    }
  }

  deinit {
    xmlFreeDoc(document)
  }

  private static func read(
    _ bytes: [UInt8], _ encoding: String?
  ) throws(Refusal) -> UnsafeMutablePointer<xmlDoc> {
    _ = loadsNothing
    guard let context = xmlNewParserCtxt() else { throw Refusal(reason: "there is no memory to read it") }
    defer { xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let document = bytes.withUnsafeBytes {
      xmlCtxtReadMemory(
        context, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, encoding, Int32(options))
    }
    guard let document else { throw refusal(xmlCtxtGetLastError(context)) }
    return document
  }

  /// Set once per process: libxml2 loads no external entity, from a file or from the network.
  private static let loadsNothing: Void = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  private static func refusal(_ error: UnsafeMutablePointer<xmlError>?) -> Refusal {
    guard let error, let message = error.pointee.message else { return Refusal(reason: "it is not XML") }
    let words = String(cString: message).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Refusal(reason: "line \(error.pointee.line): \(words)")
  }

  // MARK: Reading

  static func name(_ node: Node) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  static func attribute(_ name: String, of node: Node) -> String? {
    guard let value = xmlGetNoNsProp(node, name) else { return nil }
    defer { officebot_xml_free(value) }
    return String(cString: value)
  }

  private static func link(of node: Node) -> String? {
    guard let value = xmlGetNsProp(node, "href", "http://www.w3.org/1999/xlink") else {
      return attribute("href", of: node)
    }
    defer { officebot_xml_free(value) }
    return String(cString: value)
  }

  static func children(of node: Node) -> [Node] {
    var children: [Node] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { children.append(child) }
      next = child.pointee.next
    }
    return children
  }

  static func isSVG(_ node: Node) -> Bool {
    node.pointee.ns.flatMap(\.pointee.href).map { String(cString: $0) } == "http://www.w3.org/2000/svg"
  }

  /// The seat that an element stands for. draw.io writes the ids that its users give into an attribute of its own.
  private static func seat(of node: Node) -> String? {
    let ids = ["id", "data-cell-id"].compactMap { attribute($0, of: node) }
    let seat = ids.first { $0.hasPrefix(idPrefix) }?.dropFirst(idPrefix.count)
    return seat.flatMap { $0.isEmpty ? nil : String($0) }
  }

  /// Finds the seats' elements and groups them; false if there are too many.
  private func findSeats() -> Bool {
    var found: [(node: Node, seat: String)] = []
    func search(_ node: Node) -> Bool {
      // libxml2 leaves it out of what an entity stands for.
      if node.pointee.ns == nil { node.pointee.ns = xmlSearchNs(document, node, nil) }
      if node != root, Self.isSVG(node), let seat = Self.seat(of: node) { found.append((node, seat)) }
      return found.count <= Self.seatElementsMax && Self.children(of: node).allSatisfy(search)
    }
    guard search(root) else { return false }
    for (node, seat) in found {
      let line = xmlGetLineNo(node)
      let stand: Stand
      if let container = Self.undrawnContainer(of: node) {
        stand = .undrawn(container: container)
      } else {
        let group = "officebot-seat-\(drawnSeats.count)"
        self.group(node, id: group)
        drawnSeats.append(node)
        stand = .drawn(group: group)
      }
      seatElements.append(SeatElement(seat: seat, line: line, stand: stand))
    }
    return true
  }

  /// The element that keeps another from being drawn in place; nil if there is none.
  private static func undrawnContainer(of node: Node) -> String? {
    if definitions.contains(name(node)) { return name(node) }
    var next = node.pointee.parent
    while let container = next, container.pointee.type == XML_ELEMENT_NODE {
      if !containers.contains(name(container)) || !isSVG(container) { return name(container) }
      next = container.pointee.parent
    }
    return nil
  }

  // MARK: Writing

  /// Removes draw.io's notice that texts cannot be displayed: they are.
  private func removeNotices(from node: Node) {
    for child in Self.children(of: node) {
      if Self.name(child) == "a", Self.link(of: child)?.contains("svg-export-text-problems") == true {
        xmlUnlinkNode(child)
        xmlFreeNode(child)
      } else {
        removeNotices(from: child)
      }
    }
  }

  static func set(_ name: String, to value: String?, of node: Node) {
    if let value {
      xmlSetNsProp(node, nil, name, value)
    } else {
      xmlUnsetNsProp(node, nil, name)
    }
  }

  /// Puts a new element around another.
  @discardableResult
  func wrap(_ node: Node, in name: String) -> Node? {
    guard let wrapper = xmlNewNode(root.pointee.ns, name) else { return nil }
    xmlReplaceNode(node, wrapper)
    xmlAddChild(wrapper, node)
    // A `switch` asks its own children only.
    for condition in ["requiredFeatures", "requiredExtensions", "systemLanguage"] {
      guard let value = Self.attribute(condition, of: node) else { continue }
      Self.set(condition, to: value, of: wrapper)
      Self.set(condition, to: nil, of: node)
    }
    return wrapper
  }

  private func group(_ node: Node, id: String) {
    guard let group = wrap(node, in: "g") else { return }
    Self.set("id", to: id, of: group)
    Self.set("class", to: Self.groupClass, of: group)
    Self.set("style", to: Self.shown, of: group)
  }

  /// Makes the page fill whatever it is drawn in.
  func showPage(_ viewBox: String) {
    Self.set("viewBox", to: viewBox, of: root)
    Self.set("preserveAspectRatio", to: "none", of: root)
    Self.set("width", to: nil, of: root)
    Self.set("height", to: nil, of: root)
  }

  /// Converts the widths of lines that do not scale with the drawing: librsvg 2.54 ignores `vector-effect`, and
  /// a line of one pixel is a metre wide on a floor drawn in metres.
  func scaleStrokes(unitsPerPixel: Double) {
    func scale(_ node: Node) {
      let style = Self.attribute("style", of: node) ?? ""
      if Self.attribute("vector-effect", of: node) == "non-scaling-stroke"
        || style.contains("non-scaling-stroke")
      {
        let declared = style.firstMatch(of: /stroke-width\s*:\s*([0-9.]+)/).map { String($0.output.1) }
        let width = (declared ?? Self.attribute("stroke-width", of: node)).flatMap(Double.init) ?? 1
        Self.set("style", to: style + ";stroke-width:\(width * unitsPerPixel)", of: node)
      }
      Self.children(of: node).forEach(scale)
    }
    scale(root)
  }

  /// The document as UTF-8.
  func written() -> [UInt8] { Self.written(document) }

  /// A document that was written, with its seats hidden but for those of some groups.
  static func hidingSeats(in written: [UInt8], keeping groups: Set<String>) throws(Refusal) -> [UInt8] {
    let document = try read(written, "UTF-8")
    defer { xmlFreeDoc(document) }
    func hide(_ node: Node) {
      if attribute("class", of: node) == groupClass, attribute("id", of: node).map(groups.contains) != true {
        set("style", to: hidden, of: node)
      }
      children(of: node).forEach(hide)
    }
    if let root = xmlDocGetRootElement(document) { hide(root) }
    return Self.written(document)
  }

  private static func written(_ document: UnsafeMutablePointer<xmlDoc>) -> [UInt8] {
    var memory: UnsafeMutablePointer<xmlChar>?
    var count: Int32 = 0
    xmlDocDumpMemoryEnc(document, &memory, &count, "UTF-8")
    guard let memory else { return [] }
    defer { officebot_xml_free(memory) }
    return [UInt8](UnsafeBufferPointer(start: memory, count: Int(count)))
  }
}
