import FloorPlan
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("The order of a chat's screens")
struct ShowingsTests {
  private let chat = ChatID(5)
  private let screen = Screen(
    picture: .standing(StandingPicture(.menu, office: "СПБ")), caption: "x", rows: [])

  private func message(_ id: Int64) -> LivingMessage { LivingMessage(id: id, hasPicture: true) }

  @Test("gives way to the newest, until nothing is on its way")
  func newest() {
    var showings = Showings()
    let first = showings.begin(screen, in: chat, .into(message(1)))
    #expect(showings.isWanted(first))
    let second = showings.begin(screen, in: chat, .into(message(1)))
    #expect(!showings.isWanted(first) && showings.isWanted(second))
    showings.end(second)
    #expect(!showings.isWanted(first), "its repetition would undo the newer one")
    let other = showings.begin(screen, in: ChatID(6), .below)
    #expect(showings.isWanted(other), "chats have nothing to do with each other")
    showings.end(first)
    #expect(showings.isOutdated(message(1), in: chat) && showings.unremembered(in: chat) == nil, "forgotten")
  }

  @Test("sends a tap below while something typed has no answer yet, and no longer")
  func below() {
    var showings = Showings()
    let typed = showings.begin(screen, in: chat, .below)
    let tap = showings.begin(screen, in: chat, .into(message(1)))
    #expect(tap.placement == .below)
    showings.end(typed)
    let another = showings.begin(screen, in: chat, .into(message(1)))
    #expect(another.placement == .below)
    #expect(Set(showings.shown(another, as: message(2), before: message(1)).map(\.id)) == [1])
    #expect(showings.begin(screen, in: chat, .into(message(2))).placement == .into(message(2)))
  }

  @Test("takes a tap on a message below what was typed for a tap on the answer to it, known or not yet")
  func tappedAtOnce() {
    var showings = Showings()
    let typed = showings.begin(screen, in: chat, .below, answering: 10)
    var other = showings
    #expect(other.begin(screen, in: chat, .into(message(9))).placement == .below, "above it")
    let tap = showings.begin(screen, in: chat, .into(message(11)))
    #expect(tap.placement == .into(message(11)))
    #expect(showings.shown(typed, as: message(11), before: message(9)).map(\.id) == [9])
    #expect(showings.shown(tap, as: message(11), before: message(9)).isEmpty)
    #expect(showings.unremembered(in: chat) == message(11))
  }

  @Test("owes nothing after an answer that failed")
  func failed() {
    var showings = Showings()
    let typed = showings.begin(screen, in: chat, .below)
    _ = showings.begin(screen, in: ChatID(6), .below)
    showings.end(typed)
    #expect(showings.begin(screen, in: chat, .into(message(1))).placement == .into(message(1)))
  }

  @Test("leaves buttons to one message, in whatever order the answers come", arguments: [false, true])
  func oneWithButtons(isReversed: Bool) {
    var showings = Showings()
    let first = showings.begin(screen, in: chat, .below)
    let second = showings.begin(screen, in: chat, .below)
    let answers = [(first, message(10)), (second, message(11))]
    var losing: Set<Int64> = []
    for (showing, message) in isReversed ? answers.reversed() : answers {
      losing.formUnion(showings.shown(showing, as: message, before: self.message(9)).map(\.id))
    }
    #expect(losing == [9, 10])
    #expect(showings.unremembered(in: chat) == message(11))
    showings.remembered(message(10), in: chat)
    #expect(showings.unremembered(in: chat) == message(11), "the store got the older one last")
    showings.remembered(message(11), in: chat)
    #expect(showings.unremembered(in: chat) == nil)
  }

  @Test("leaves no buttons to a screen that arrives when the newer one is done already")
  func late() {
    var showings = Showings()
    let first = showings.begin(screen, in: chat, .below)
    let second = showings.begin(screen, in: chat, .below)
    _ = showings.shown(second, as: message(11), before: nil)
    showings.end(second)
    #expect(showings.shown(first, as: message(10), before: nil) == [message(10)])
    #expect(showings.isOutdated(message(10), in: chat))
    #expect(showings.unremembered(in: chat) == message(11))
    showings.end(first)
  }

  @Test("takes no buttons from a message that was tapped again and has a screen coming")
  func tappedAgain() {
    var showings = Showings()
    let tap = showings.begin(screen, in: chat, .into(message(1)))
    let typed = showings.begin(screen, in: chat, .below)
    #expect(showings.shown(typed, as: message(2), before: message(1)).map(\.id) == [1])
    #expect(showings.isOutdated(message(1), in: chat))
    _ = showings.begin(screen, in: chat, .into(message(1)))
    #expect(!showings.isOutdated(message(1), in: chat))
    showings.end(tap)
  }
}
