import Foundation
import OfficeActor
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("The example configuration")
struct ExampleTests {
  static let file: String = {
    let tests = URL(filePath: #filePath).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "../../../config/office.example.yaml")
      .standardizedFileURL.path(percentEncoded: false)
  }()

  @Test("is valid as it is")
  func valid() throws {
    var notes: [Configuration.Finding] = []
    let configuration = try Configuration.load(from: Self.file, environment: [:]) { notes.append($0) }
    #expect(notes.isEmpty)
    #expect(configuration.registration == Configuration.Registration())
    #expect(configuration.rules.registration == .approval)
    #expect(configuration.seats.count == 22)
    #expect(configuration.employees?.names.count == 6)
    #expect(configuration.employees?.names.first?.text == "Смирнова Анна Сергеевна")
  }

  @Test("shows the defaults: what it spells out is what holds when it is left out")
  func defaults() throws {
    let example = try Configuration.load(from: Self.file, environment: [:]) { _ in }
    let folder = try TemporaryFolder()
    var spare = try folder.load("admins: [100200300]\nseats: [{ id: a }]\n")
    spare.seats = example.seats
    spare.employees = example.employees
    let root = URL(filePath: Self.file).deletingLastPathComponent().deletingLastPathComponent()
    spare.data = root.appending(path: "data/")
    spare.logs.folder = root.appending(path: "logs/")
    spare.snapshots.folder = root.appending(path: "snapshots/")
    #expect(example == spare)
  }

  @Test("documents every key that is read")
  func everyKey() throws {
    let reader = Reader(file: Self.file, environment: [:])
    _ = try reader.readFile(noting: { _ in }) { Configuration(reading: $0) }
    let text = try String(contentsOf: URL(filePath: Self.file), encoding: .utf8)
    let documented = Set(text.matches(of: /[a-z_]+(?=:)/).map { String($0.output) })
    let undocumented = reader.keysAsked.filter { key in
      !documented.contains(key.split(separator: ".").last.map(String.init) ?? key)
    }
    #expect(reader.keysAsked.count > 40)
    #expect(undocumented.isEmpty)
  }
}
