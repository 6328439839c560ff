import Foundation
import Testing

@Suite("The conversation is pure")
struct PurityTests {
  @Test("it imports the office, lists of names, picture values and Foundation, and nothing of it waits")
  func imports() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/Conversation")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    #expect(files.count > 50)
    let allowed: Set = ["OfficeActor", "NameLists", "FloorPlan", "Foundation"]
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        if let index = words.firstIndex(of: "import"), index <= 1, words.count == index + 2 {
          #expect(allowed.contains(String(words[index + 1])), "\(file.lastPathComponent): \(line)")
        }
        let isComment = words.first?.hasPrefix("//") ?? false
        #expect(isComment || !words.contains("await"), "\(file.lastPathComponent): \(line)")
      }
    }
  }
}
