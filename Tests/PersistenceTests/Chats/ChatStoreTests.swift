import Foundation
import GRDB
import TestSupport
import Testing

@testable import Persistence

@Suite("What the bot remembers of its chats")
struct ChatStoreTests {
  private let folder: TemporaryFolder
  private let store: ChatStore
  private let now = SampleOffice.noon

  init() throws {
    folder = try TemporaryFolder()
    store = try ChatStore(folder: folder.url)
  }

  @Test("of a chat not seen before is nothing")
  func nothing() async throws {
    #expect(try await store.memory(of: 1) == ChatMemory())
    #expect(try await store.fileID(of: "floor", bot: 1) == nil)
    #expect(try await store.told("commands", bot: 1) == nil)
  }

  @Test("is the living message and what it waits for, each for itself, chat by chat")
  func memory() async throws {
    let picture = LivingMessage(id: 5, hasPicture: true)
    let text = LivingMessage(id: 6, hasPicture: false)
    try await store.remember(entry: "имя гостя", of: 1)
    #expect(try await store.memory(of: 1) == ChatMemory(entry: "имя гостя"))
    try await store.remember(living: picture, of: 1)
    #expect(try await store.memory(of: 1) == ChatMemory(living: picture, entry: "имя гостя"))
    try await store.remember(living: text, of: 1)
    try await store.remember(living: text, of: -100_200_300_400)
    try await store.remember(entry: nil, of: 1)
    #expect(try await store.memory(of: 1) == ChatMemory(living: text))
    try await store.remember(entry: "", of: 1)
    try await store.remember(living: nil, of: 1)
    #expect(try await store.memory(of: 1) == ChatMemory(entry: ""))
    #expect(try await store.memory(of: -100_200_300_400) == ChatMemory(living: text))
  }

  @Test("is by which link somebody came, whatever else becomes of the chat")
  func invitation() async throws {
    try await store.remember(invitation: "digest", of: 1)
    try await store.remember(entry: "имя", of: 1)
    try await store.remember(living: nil, of: 1)
    #expect(try await store.memory(of: 1) == ChatMemory(entry: "имя", invitation: "digest"))
    try await store.remember(invitation: "another", of: 1)
    #expect(try await store.memory(of: 1).invitation == "another")
    #expect(try await store.memory(of: 2).invitation == nil)
  }

  @Test("are names that somebody is asked about, the newest lists of each chat, over a restart too")
  func nameLists() async throws {
    let first = try await store.keep(names: ["Ларина Ольга", "Иванов Пётр"], of: 1)
    let other = try await store.keep(names: ["Ли Ю"], of: 2)
    #expect(first != other)
    let again = try ChatStore(folder: folder.url)
    #expect(try await again.names(first, of: 1) == ["Ларина Ольга", "Иванов Пётр"])
    #expect(try await again.names(first, of: 2) == nil)
    #expect(try await again.names(first + 100, of: 1) == nil)
    for _ in 0..<ChatStore.nameListsMax { _ = try await again.keep(names: ["Котов Кот"], of: 1) }
    #expect(try await again.names(first, of: 1) == nil)
    #expect(try await again.names(other, of: 2) == ["Ли Ю"])
    _ = try await again.forget(before: Date() + 86_400, atMost: 100)
    #expect(try await again.names(other, of: 2) == nil)
  }

  @Test("is what the last messages told, until they tell something else or are corrected, over a restart too")
  func toldMessages() async throws {
    let question = ToldMessage(id: 5, hasPicture: false, told: "q")
    try await store.remember(question, in: 1)
    try await store.remember(ToldMessage(id: 4, hasPicture: true, told: "m"), in: 1)
    try await store.remember(ToldMessage(id: 4, hasPicture: true, told: "b"), in: 1)
    #expect(try await store.memory(of: 1) == ChatMemory())
    let again = try ChatStore(folder: folder.url)
    #expect(
      try await again.told(in: 1) == [ToldMessage(id: 4, hasPicture: true, told: "b"), question])
    #expect(try await again.told(in: 2).isEmpty)

    // What tells something newer by now is not overwritten.
    try await again.correct(ToldMessage(id: 4, hasPicture: true, told: "m"), to: nil, in: 1)
    try await again.correct(ToldMessage(id: 4, hasPicture: true, told: "m"), to: "c", in: 1)
    #expect(try await again.told(in: 1).map(\.told) == ["b", "q"])
    try await again.correct(question, to: "r", in: 1)
    #expect(try await again.told(in: 1).map(\.told) == ["b", "r"])
    try await again.forgetTold(in: 4, of: 1)
    #expect(try await again.told(in: 1).map(\.told) == ["r"])

    // Of a chat's messages those changed last are remembered.
    for id in 6..<6 + Int64(ChatStore.toldMax) - 1 {
      try await again.remember(ToldMessage(id: id, hasPicture: true, told: "m"), in: 1)
    }
    try await again.remember(ToldMessage(id: 5, hasPicture: false, told: "s"), in: 1)
    try await again.remember(ToldMessage(id: 20, hasPicture: true, told: "m"), in: 1)
    #expect(try await again.told(in: 1).map(\.id) == [5, 7, 8, 9, 10, 20])
    _ = try await again.forget(before: Date() + 86_400, atMost: 100)
    #expect(try await again.told(in: 1).isEmpty)
  }

  @Test("is kept when it is of an earlier version")
  func earlierSchema() async throws {
    let folder = try TemporaryFolder()
    let kept = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/Schemas/chats-3.sqlite")
    try FileManager.default.copyItem(at: kept, to: folder.url.appending(path: "chats.db"))
    let store = try ChatStore(folder: folder.url)
    #expect(
      try await store.memory(of: 101)
        == ChatMemory(living: LivingMessage(id: 501, hasPicture: true), entry: "имя гостя"))
    #expect(try await store.names(1, of: 101) == ["Ларина Ольга"])
    #expect(try await store.fileID(of: "floor", bot: 7) == "A")
    #expect(try await store.told(in: 101).isEmpty)
    try await store.remember(ToldMessage(id: 501, hasPicture: true, told: "m"), in: 101)
    #expect(try await store.told(in: 101).count == 1)
  }

  @Test("of a picture is its file id, for each bot its own")
  func pictures() async throws {
    try await store.keep(fileID: "A", of: "floor", bot: 1, at: now)
    try await store.keep(fileID: "B", of: "floor", bot: 2, at: now)
    #expect(try await store.fileID(of: "floor", bot: 1) == "A")
    try await store.keep(fileID: "C", of: "floor", bot: 1, at: now)
    #expect(try await store.fileID(of: "floor", bot: 1) == "C")
    try await store.forgetFileID(of: "floor", bot: 1)
    #expect(try await store.fileID(of: "floor", bot: 1) == nil)
    #expect(try await store.fileID(of: "floor", bot: 2) == "B")
  }

  @Test("of pictures has a bound: those kept longest are forgotten")
  func boundedPictures() async throws {
    try fill()
    try await store.keep(fileID: "Y", of: "0", bot: 1, at: now + 6_000)
    #expect(try await store.fileID(of: "1", bot: 1) == "X", "kept anew, not one more")
    try await store.keep(fileID: "Y", of: "new", bot: 1, at: now + 6_001)
    #expect(try await store.fileID(of: "1", bot: 1) == nil)
    #expect(try await store.fileID(of: "2", bot: 1) == "X")
    #expect(try await store.fileID(of: "0", bot: 1) == "Y")
    #expect(try await store.fileID(of: "new", bot: 1) == "Y")
  }

  @Test("is also what Telegram was told about a bot")
  func told() async throws {
    try await store.rememberTold("commands", "/start", bot: 1)
    try await store.rememberTold("commands", "/start /my", bot: 1)
    try await store.rememberTold("commands", "/help", bot: 2)
    #expect(try await store.told("commands", bot: 1) == "/start /my")
    #expect(try await store.told("commands", bot: 2) == "/help")
    #expect(try await store.told("name", bot: 1) == nil)
  }

  @Test("is forgotten when nobody has used the chat for long, and the picture was uploaded long ago")
  func forgotten() async throws {
    let clock = SnapshotOffice.Clock()
    let store = try ChatStore(folder: folder.url) { clock.now }
    for chat in Int64(1)...5 { try await store.remember(entry: "имя", of: chat) }
    try await store.remember(living: LivingMessage(id: 7, hasPicture: true), of: 6)
    try await store.keep(fileID: "A", of: "old", bot: 1, at: clock.now)
    clock.pass(2 * 86_400)
    let moment = clock.now - 86_400
    #expect(try await store.memory(of: 4).entry == "имя", "looked at: in use")
    try await store.remember(entry: nil, of: 5)
    try await store.remember(living: LivingMessage(id: 8, hasPicture: true), of: 6)
    try await store.keep(fileID: "B", of: "new", bot: 1, at: clock.now)
    #expect(try await store.forget(before: moment, atMost: 2), "there is more")
    #expect(try await !store.forget(before: moment, atMost: 2))
    for chat in Int64(1)...3 { #expect(try await store.memory(of: chat) == ChatMemory()) }
    #expect(try await store.memory(of: 4).entry == "имя")
    #expect(try await store.memory(of: 6).living?.id == 8)
    #expect(try await store.fileID(of: "old", bot: 1) == nil)
    #expect(try await store.fileID(of: "new", bot: 1) == "B")
    #expect(try await !store.shrink())
  }

  @Test("is still there after a restart")
  func reopened() async throws {
    let living = LivingMessage(id: 5, hasPicture: true)
    try await store.remember(living: living, of: 1)
    try await store.remember(entry: "имя", of: 1)
    try await store.keep(fileID: "A", of: "floor", bot: 1, at: now)
    try await store.rememberTold("name", "Офис", bot: 1)
    let again = try ChatStore(folder: folder.url)
    #expect(try await again.memory(of: 1) == ChatMemory(living: living, entry: "имя"))
    #expect(try await again.fileID(of: "floor", bot: 1) == "A")
    #expect(try await again.told("name", bot: 1) == "Офис")
  }

  @Test("is not looked for in a file that is no database, or where there is no place")
  func unusable() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("chats.db")
    try Data("это не база данных".utf8).write(to: path)
    let error = #expect(throws: OpeningError.self) { try ChatStore(folder: folder.url) }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try Data(contentsOf: path) == Data("это не база данных".utf8))
    let other = #expect(throws: OpeningError.self) { try ChatStore(folder: path) }
    guard case .cannotUse = other else {
      Issue.record("\(String(describing: other))")
      return
    }
  }

  /// As many pictures as are remembered at the most, each kept a second after the one before.
  private func fill() throws {
    try DatabaseQueue(path: folder.url.appendingPathComponent("chats.db").path).write { db in
      for number in 0..<ChatStore.picturesMax {
        try db.execute(
          sql: "INSERT INTO picture VALUES (1, ?, 'X', ?)",
          arguments: ["\(number)", Timestamp.text(now + Double(number))])
      }
    }
  }
}
