import NameLists
import OfficeActor

/// What became of a list of names, for whoever sent it.
struct AddedNames: Sendable, Hashable {
  /// How many are new on the office's list.
  let added: Int
  /// Those that the office had already.
  let already: [EmployeeName]
  /// Lines that are no names.
  var refused: [NameList.Refused] = []

  /// What came of adding names.
  ///
  /// - Parameter events: what happened in the office.
  init(_ names: [EmployeeName], refused: [NameList.Refused] = [], events: [Event]) {
    let new = Set(
      events.compactMap { event in
        if case .employeeAdded(let employee) = event { employee.name.key } else { nil }
      })
    added = new.count
    already = names.filter { !new.contains($0.key) }
    self.refused = refused
  }

  private static let refusedCodePointsMax = 400
  private static let refusedShownMax = 6
  private static let namesShownMax = 5
  private static let nameCodePointsMax = 40

  /// The report, short enough for a caption beside what its screen says.
  func text(_ words: any Words) -> Markup {
    [
      words.added(added),
      already.isEmpty ? "" : words.alreadyListed(already.count, Self.text(already, words)),
      Self.text(refused: refused, words),
    ].lines()
  }

  /// The first names, and how many more there are.
  static func text(
    _ names: [EmployeeName], atMost count: Int = namesShownMax, _ words: any Words
  ) -> Markup {
    let shown = names.prefix(count).map { $0.text.shortened(to: nameCodePointsMax) }.joined(separator: ", ")
    return words.names(shown, more: max(0, names.count - count))
  }

  /// «Не принято строк: 3», and the first of them with the reasons.
  static func text(
    refused: [NameList.Refused], within codePointsMax: Int = refusedCodePointsMax, _ words: any Words
  ) -> Markup {
    guard !refused.isEmpty else { return "" }
    var room = codePointsMax
    let lines = refused.prefix(refusedShownMax).map { words.refusedLine($0.line, $0.reason) }
      .prefix { line in
        room -= [line].codePoints
        return room >= 0
      }
    let more = refused.count - lines.count
    return ([words.refusedLines(refused.count)] + lines + [more > 0 ? words.andMore(more) : ""]).lines()
  }
}
