import FloorPlan
import OfficeActor

/// «Заявки»: registrations that wait for an admin, the oldest first; those for the same name stand together.
struct RequestsScreen: AdminView {
  let scene: AdminScene
  let page: Int

  static let pageSize = 6
  private static let nameCodePointsMax = 60

  func render() -> Screen {
    let entries = groups.flatMap { group in
      group.map { (request: $0, line: line(about: $0, rivals: group.count - 1)) }
    }
    let pages = entries.cut { Self.fits($0.map(\.line)) }
    let index = min(max(0, page), pages.count - 1)
    let shown = pages[index]
    let lines = shown.enumerated().map { "\($0.offset + 1). \($0.element.line)" as Markup }
    let rows = shown.enumerated().map { index, entry in
      [
        scene.button("\(index + 1). \(words.approve)", .decide(.approve(entry.request.id)), .success),
        scene.button("\(index + 1). \(words.refuse)", .decide(.refuse(entry.request.id)), .danger),
      ]
    }
    return scene.screen(
      words.requests, .people,
      caption: (["<b>\(words.requests)</b>"] + (lines.isEmpty ? [words.nobodyWaits] : lines)).lines(),
      rows: rows + [scene.pages(index, of: pages.count) { .requests(page: $0) }])
  }

  private var groups: [[RegistrationRequest]] {
    let byName = Dictionary(grouping: office.requests.values, by: \.employee)
    return byName.values.map { $0.sorted { $0.id < $1.id } }.sorted { $0[0].id < $1[0].id }
  }

  private func line(about request: RegistrationRequest, rivals: Int) -> Markup {
    let name = scene.name(request.employee).shortened(to: Self.nameCodePointsMax)
    let holder = office.employees[request.employee]?.account
    return [
      "<b>\(name)</b> — \(request.createdAt.inText(office.rules.timeZone))",
      AccountLine(request.account, in: office).text,
      holder.map { words.nameLinked(to: AccountLine($0, in: office).text) } ?? "",
      rivals > 0 ? words.rivals(rivals) : "",
    ].lines()
  }

  /// A page leaves room for what is said above it.
  private static func fits(_ lines: [Markup]) -> Bool {
    lines.count <= pageSize && lines.codePoints + 3 * lines.count <= captionCodePointsMax
  }

  private static let captionCodePointsMax = 860
}

extension Array {
  /// The elements in as few pages as fit, at least one; an element that fits nowhere has a page of its own.
  fileprivate func cut(_ fits: ([Element]) -> Bool) -> [[Element]] {
    var pages: [[Element]] = [[]]
    for element in self {
      let last = pages[pages.count - 1]
      if last.isEmpty || fits(last + [element]) {
        pages[pages.count - 1].append(element)
      } else {
        pages.append([element])
      }
    }
    return pages
  }
}
