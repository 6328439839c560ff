import FloorPlan
import Foundation
import OfficeActor

/// «Ошибки»: what went wrong, grouped, the newest first; in plain words, the technical text behind them.
struct ErrorsScreen: AdminView {
  let scene: AdminScene
  let groups: [ErrorGroup]
  let page: Int

  static let pageSize = 3
  private static let kindCharactersMax = 80
  private static let exampleCharactersMax = 90

  func render() -> Screen {
    let page = Page(page, of: groups, size: Self.pageSize)
    let zone = office.rules.timeZone
    let blocks = page.items.map { group -> Markup in
      """

      <b>\(words.text(of: Trouble(group)))</b>
      \(words.times(group.count)): \(group.first.inText(zone)) — \(group.last.inText(zone))
      <i>\(group.kind.shortened(to: Self.kindCharactersMax)): \(group.example.shortened(to: Self.exampleCharactersMax))</i>
      """
    }
    return scene.screen(
      words.errors, .trouble,
      caption: (["<b>\(words.errors)</b>"] + (blocks.isEmpty ? [words.noErrors] : blocks)).lines(),
      rows: [
        scene.pages(page.index, of: page.count) { .errors(page: $0) },
        groups.isEmpty ? [] : [scene.button(words.download, .downloadErrors)],
      ])
  }

  /// All groups as a document.
  func document() -> OutgoingDocument {
    let zone = office.rules.timeZone
    let table = CSVTable(
      header: words.errorColumns,
      rows: groups.map { group in
        [
          words.text(of: Trouble(group)), group.kind, group.place, "\(group.count)",
          group.first.inTable(zone), group.last.inTable(zone),
          group.example,
        ]
      }, leftOut: words.rowsLeftOut)
    return OutgoingDocument(name: "errors.csv", bytes: table.bytes, caption: "\(words.errors)")
  }
}
