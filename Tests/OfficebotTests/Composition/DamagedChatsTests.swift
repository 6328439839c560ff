import Foundation
import Persistence
import TestSupport
import Testing

@testable import officebot

@Suite("What the bot remembers of chats")
struct DamagedChatsTests {
  /// 22 November 2026, 13:20:39 UTC.
  private static let now = Date(timeIntervalSince1970: 1_795_353_639)

  @Test("is moved aside and begun anew when it is damaged")
  func damaged() async throws {
    let folder = try TemporaryFolder()
    for name in ["chats.db", "chats.db-wal", "chats.db-shm"] {
      try folder.write(String(repeating: "\(name) is no database. ", count: 300), to: name)
    }
    var told: [(reason: String, place: URL)] = []
    let chats = try ChatStore.opened(in: folder.url, at: Self.now) { told.append(($0, $1)) }
    try await chats.remember(entry: "seat", of: 1)
    #expect(try await chats.memory(of: 1).entry == "seat")
    #expect(told.map(\.place.lastPathComponent) == ["chats.db.damaged-20261122T132039Z"])
    #expect(told.first?.reason.isEmpty == false)
    let kept = try String(contentsOfFile: folder.path("chats.db.damaged-20261122T132039Z"), encoding: .utf8)
    #expect(kept.hasPrefix("chats.db is no database."))
  }

  @Test("is kept when it is whole")
  func whole() async throws {
    let folder = try TemporaryFolder()
    for turn in 1...2 {
      let chats = try ChatStore.opened(in: folder.url, at: Self.now) { reason, _ in
        Issue.record("not damaged: \(reason)")
      }
      if turn == 1 { try await chats.remember(entry: "name", of: 7) }
      #expect(try await chats.memory(of: 7).entry == "name")
    }
  }
}
