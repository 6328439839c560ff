import Foundation
import OfficeActor
import Testing

@testable import Conversation

@Suite("The table of what buttons and dialogues are written as")
struct CodeTableTests {
  private static let buttons = ButtonTests.samples.map(\.0)
  private static let places = buttons.flatMap { button in
    if case .open(let trail) = button { trail.behind + [trail.place] } else { [] as [Place] }
  }
  private static let adminPlaces = places.compactMap { if case .admin(let place) = $0 { place } else { nil } }
  private static let actions = buttons.compactMap {
    if case .admin(let action, _) = $0 { action } else { nil as AdminAction? }
  }

  @Test("has a line for each case, and a sample in the tests for each line")
  func complete() throws {
    try check(Self.buttons)
    try check(Self.places)
    try check(Self.adminPlaces)
    try check(Self.actions)
    try check(
      Self.buttons.compactMap { if case .choose(let choice, _) = $0 { choice } else { nil } }, in: "DaysDraft"
    )
    try check(TextEntryTests.samples.map(\.0))
    let decisions = try Self.declaredCases(in: "AdminDecision")
    #expect(
      decisions == Self.names(Self.buttons.compactMap { if case .decide(let it) = $0 { it } else { nil } }))
    #expect(
      decisions == Self.names(Self.actions.compactMap { if case .decide(let it) = $0 { it } else { nil } }))
  }

  private func check<Value: Coded>(_ samples: [Value], in file: String = "\(Value.self)") throws {
    // By scalars: what follows a letter may be an accent.
    let letters = samples.compactMap { Value.table.code(of: $0).unicodeScalars.first.map(Character.init) }
    #expect(Set(letters) == Value.table.letters)
    #expect(Self.names(samples) == (try Self.declaredCases(in: file)))
  }

  /// The names of the samples' cases; a case without associated values is described by its name.
  private static func names(_ samples: [some Sendable]) -> Set<String> {
    Set(samples.map { Mirror(reflecting: $0).children.first?.label ?? "\($0)" })
  }

  private static func declaredCases(in file: String) throws -> Set<String> {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Conversation/Callback/\(file).swift")
    let declarations = try String(contentsOf: source, encoding: .utf8).matches(of: /(?m)^  case (\w+)/)
    return Set(declarations.map { String($0.1) })
  }
}
