import Foundation
import Testing

@Suite("The document of the rules")
struct BusinessRulesTests {
  @Test("names tests that exist, in the suites that it says")
  func namedTests() throws {
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()) { url, _ in
      url.deletingLastPathComponent()
    }
    let document = try String(contentsOf: root.appending(path: "docs/business-rules.md"), encoding: .utf8)
    let named = document.matches(of: /(?m)^- `(?<suite>[^`]+)`: `(?<test>[^`]+)`$/)
    #expect(named.count > 30)
    let suites = try Self.suites(below: root.appending(path: "Tests"))
    for name in named {
      let isThere = suites.contains { source in
        source.contains("@Suite(\"\(name.suite)\"") && source.contains("\"\(name.test)\"")
      }
      #expect(isThere, "\(name.suite): \(name.test)")
    }
  }

  /// The text of each suite with what follows it in its file.
  private static func suites(below folder: URL) throws -> [String] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap {
      $0 as? URL
    }
    return try (files ?? []).filter { $0.pathExtension == "swift" }
      .flatMap { file in
        try String(contentsOf: file, encoding: .utf8).split(separator: "@Suite(").dropFirst()
          .map { "@Suite(" + $0 }
      }
  }
}
