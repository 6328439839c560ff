import Foundation
import OfficeActor
import Testing

@testable import Conversation

@Suite("What went wrong, in plain words")
struct TroubleTests {
  private static func trouble(_ kind: String, at place: String = "Nowhere/At.swift:1") -> Trouble {
    Trouble(
      ErrorGroup(kind: kind, place: place, count: 1, first: .distantPast, last: .distantPast, example: ""))
  }

  @Test("is known of every error that the program logs")
  func complete() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    let logged = /(?:[lL]ogger\.(?:error|critical)\(|logs\.write\(\.error,)\s*"((?:[^"\\]|\\.)+)"/
    let messages = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: logged).map { String($0.1) }
    }
    #expect(messages.count > 20)
    for message in messages { #expect(Self.trouble(message) != .other, "\(message)") }
  }

  @Test("is told by the place where nothing else is known, and has a general word at last")
  func unknown() {
    #expect(Self.trouble("something new", at: "Persistence/OfficeDatabase.swift:7") == .disk)
    #expect(Self.trouble("something new", at: "Telegram/HTTP.swift:7") == .telegram)
    #expect(Self.trouble("something new") == .other)
  }

  @Test("has words of its own for each kind, in both languages")
  func words() {
    for words in [Russian(), English()] as [any Words] {
      #expect(Set(Trouble.allCases.map(words.text)).count == Trouble.allCases.count)
    }
  }
}
