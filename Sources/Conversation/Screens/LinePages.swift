/// Lines of a caption in pages, each as long as a caption has room for.
struct LinePages {
  private var pages: [[Markup]] = []
  private var room = 0

  /// Adds lines; on every page where there are some of them they stand under their heading.
  mutating func append(_ lines: some Sequence<Markup>, under heading: Markup? = nil) {
    let heading = heading.map { [$0] } ?? []
    var isHeaded = false
    for line in lines {
      var added = isHeaded ? [line] : heading + [line]
      if pages.isEmpty || added.codePoints > room {
        added = heading + [line]
        pages.append([])
        room = [Markup].listCodePointsMax
      }
      room -= added.codePoints
      pages[pages.count - 1] += added
      isHeaded = true
    }
  }

  /// The lines of a page; of the last one if there are fewer pages.
  func page(_ wanted: Int) -> Page<[Markup]> { Page(wanted, of: pages, size: 1) }
}
