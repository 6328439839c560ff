import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Turns in a chat")
struct ChatTurnsTests {
  @Test("Updates of one chat are handled one after the other, in order; other chats do not wait for them")
  func order() async {
    let turns = ChatTurns(countMax: 10)
    let (anna, boris) = (ChatID(rawValue: 1), ChatID(rawValue: 2))
    let done = Done()
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let (entered, entering) = AsyncStream.makeStream(of: Void.self)
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        _ = await turns.take(anna) {
          entering.yield()
          for await _ in gate { break }
          done.add("anna 1")
        }
      }
      for await _ in entered { break }
      group.addTask { _ = await turns.take(anna) { done.add("anna 2") } }
      #expect(await turns.take(boris) { done.add("boris") })
      #expect(await turns.take(nil) { done.add("nobody's") })
      open.yield()
    }
    #expect(done.all == ["boris", "nobody's", "anna 1", "anna 2"])
  }

  @Test("Beyond the bound nothing is taken, until something is done")
  func bound() async {
    let turns = ChatTurns(countMax: 1)
    let chat = ChatID(rawValue: 1)
    let isTaken = await turns.take(chat) {
      let isOneMoreTaken = await turns.take(nil) { Issue.record("one too many") }
      #expect(!isOneMoreTaken)
    }
    #expect(isTaken)
    #expect(await turns.take(chat) {})
  }
}

/// What was done, in order.
private final class Done: Sendable {
  private let things = Mutex<[String]>([])
  var all: [String] { things.withLock { $0 } }
  func add(_ thing: String) { things.withLock { $0.append(thing) } }
}
