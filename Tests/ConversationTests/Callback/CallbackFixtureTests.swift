import Foundation
import OfficeActor
import Testing

@testable import Conversation

@Suite("Buttons and dialogues of version 1.0")
struct CallbackFixtureTests {
  /// A line of the fixture: the code as version 1.0 wrote it, and what it means.
  struct Line: Sendable {
    let kind: Substring
    let code: String
    let meaning: Substring
  }

  /// The fixture is not edited but for the names of cases.
  static func lines() throws -> [Line] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/callbacks-1.0.txt")
    // By code points, since what was typed may begin with an accent.
    return try String(contentsOf: file, encoding: .utf8).unicodeScalars.split(separator: "\n").map {
      let columns = $0.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(columns.count == 3, "\($0)")
      return Line(kind: Substring(columns[0]), code: String(columns[1]), meaning: Substring(columns[2]))
    }
  }

  @Test("buttons in people's chats go on working, and are written as they were")
  func buttons() throws {
    let lines = try Self.lines().filter { $0.kind == "button" }
    #expect(lines.count > 2_000)
    for line in lines {
      let button = try #require(Button(data: line.code), "\(line.code)")
      #expect(Self.meaning(of: button) == line.meaning, "\(line.code)")
      // A seat behind the dot is read, but not written any more.
      let written = line.code.hasPrefix("Y") ? String(line.code.prefix { $0 != "." }) + "." : line.code
      #expect(Array(button.data.utf8) == Array(written.utf8))
    }
  }

  @Test("what chats waited for goes on")
  func entries() throws {
    let lines = try Self.lines().filter { $0.kind == "entry" }
    #expect(lines.count > 200)
    for line in lines {
      let entry = try #require(TextEntry(code: line.code), "\(line.code)")
      #expect(Self.meaning(of: entry) == line.meaning, "\(line.code)")
      #expect(Array(entry.code.utf8) == Array(line.code.utf8))
    }
  }

  /// All that a value consists of, without the names of modules, types before a dot, and labelled fields that are
  /// nil: later versions may have more of those.
  private static func meaning(of value: some Sendable) -> String {
    "\(value)".replacing(/[A-Z][A-Za-z]+\./, with: "")
      .replacing(/RecordID<(\w+)>\(rawValue: (\d+)\)/) { "\($0.1)(\($0.2))" }
      .replacing("(rawValue: ", with: "(")
      .replacing(#/, \w+: nil/#, with: "").replacing(#/\(\w+: nil, /#, with: "(")
      .replacing(#/\(\w+: nil\)/#, with: "()")
  }
}
