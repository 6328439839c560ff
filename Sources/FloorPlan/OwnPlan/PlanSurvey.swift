/// Finds where a drawing's seats are, by drawing each alone and looking at its pixels.
///
/// librsvg can be asked for an element's place, but answers in the document's own size instead of the picture's,
/// and wrongly behind transparent groups, filters and masks.
struct PlanSurvey {
  /// Coverage below this is a rounding error.
  private static let visibleMin: UInt8 = 8

  /// A seat's element, and either what it covers of the page or why it covers nothing.
  struct Reading {
    let element: PlanDocument.SeatElement
    var shape: Coverage?
    var flaw: PlanFinding.Flaw?
  }

  private let page: Frame
  private let stencil: Stencil
  private let seen: Stencil

  /// The seats' elements in the order of the file.
  private(set) var readings: [Reading]

  /// - Parameters:
  ///   - document: rearranged by the survey; it cannot be used for drawing afterwards.
  ///   - page: the page in pixels, its origin at 0.
  init(_ document: PlanDocument, page: Frame) throws {
    self.page = page
    stencil = try Stencil(width: page.width, height: page.height)
    seen = try Stencil(width: page.width, height: page.height)
    readings = document.seatElements.map { element in
      switch element.stand {
      case .undrawn(let container): Reading(element: element, flaw: .undrawn(container: container))
      case .drawn: Reading(element: element)
      }
    }
    if readings.contains(where: \.isOpen) { try survey(document) }
  }

  private mutating func survey(_ document: PlanDocument) throws {
    let views = PlanViews(document)
    try seen.draw(ParsedSVG(views.written(as: .seen)))
    try look(at: ParsedSVG(views.written(as: .shapes))) { $0 }
    // Only of those that have no other shape.
    if readings.contains(where: \.isOpen) {
      try look(at: ParsedSVG(views.written(as: .texts))) { [page] in $0.box(on: page) }
    }
    if readings.contains(where: \.isOpen) { try explain(ParsedSVG(views.written(as: .revealed))) }
  }

  /// Draws each seat that has no shape yet.
  private mutating func look(at svg: ParsedSVG, _ shape: (Coverage) -> Coverage) throws {
    for index in readings.indices where readings[index].isOpen {
      guard case .drawn(let group) = readings[index].element.stand else { continue }
      try stencil.draw(group, of: svg)
      guard let ink = stencil.ink() else { continue }
      if let visible = ink.visible(on: seen, from: Self.visibleMin) {
        readings[index].shape = shape(visible)
      } else {
        readings[index].flaw = .hidden
      }
    }
  }

  /// Says why seats have no shape.
  private mutating func explain(_ svg: ParsedSVG) throws {
    for index in readings.indices where readings[index].isOpen {
      guard case .drawn(let group) = readings[index].element.stand else { continue }
      try stencil.draw(group, of: svg)
      if stencil.ink() != nil {
        readings[index].flaw = .hidden
      } else {
        readings[index].flaw = svg.hasInk(group) ? .offPage : .empty
      }
    }
  }
}

extension PlanSurvey.Reading {
  fileprivate var isOpen: Bool { shape == nil && flaw == nil }
}

extension Coverage {
  /// A shape no thicker than this in a frame at least that large is an outline with gaps.
  private static let outline = (thicknessMax: 4, extentMin: 16)

  /// The part that is visible when all seats are drawn; nil if there is none.
  fileprivate func visible(on seen: Stencil, from least: UInt8) -> Coverage? {
    var result = self
    var isSeen = false
    for y in 0..<frame.height {
      for x in 0..<frame.width where self[x, y] > 0 {
        if seen[frame.x + x, frame.y + y] < least { result[x, y] = 0 } else { isSeen = true }
      }
    }
    guard isSeen else { return nil }
    result.normalise()
    result.fillInside()
    return result.isOutline ? Coverage(frame: frame, 255) : result
  }

  private var isOutline: Bool {
    if min(frame.width, frame.height) < Self.outline.extentMin || area * 2 > frame.width * frame.height {
      return false
    }
    let thickest = roomiestRectangle(where: isInside)
    return thickest.map { min($0.width, $0.height) <= Self.outline.thicknessMax } ?? true
  }

  /// The box around letters, with a margin for the number that replaces them.
  fileprivate func box(on page: Frame) -> Coverage {
    let frame = frame.inset(by: -max(2, self.frame.height / 3))
    let (left, top) = (max(page.x, frame.x), max(page.y, frame.y))
    return Coverage(
      frame: Frame(
        x: left, y: top, width: min(page.maxX, frame.maxX) - left, height: min(page.maxY, frame.maxY) - top),
      255)
  }
}
