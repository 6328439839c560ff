import Foundation
import Testing

@testable import Vitals

@Suite("The dashboard and the runbook")
struct DashboardTests {
  private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "show only figures that the bot gives, and the dashboard all of them",
    arguments: ["deploy/grafana/officebot.json", "docs/operations.md"])
  func names(_ file: String) throws {
    let vitals = Vitals()
    let office = OfficeFigures(noticesOwed: 0, oldestNoticeDueFor: nil, offersOpen: 0)
    let page = vitals.exposition(of: office, health: vitals.health(of: office), logLinesLost: 0)
    let given = Set(page.matches(of: /# TYPE (officebot_[a-z_]+)/).map { String($0.1) })
    let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
    let shown = Set(
      text.matches(of: /officebot_[a-z_]+_(?:seconds|total|healthy|open|owed|events)|officebot_healthy/)
        .map { String($0.output) })
    #expect(!shown.isEmpty)
    #expect(shown.subtracting(given).isEmpty)
    if file.hasSuffix(".json") { #expect(given.subtracting(shown).isEmpty) }
  }
}
