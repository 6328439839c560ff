import OfficeActor
import TestSupport
import Testing

@testable import Conversation

@Suite("A walk over every button from every screen")
struct WalkTests {
  /// Who walks, where.
  struct Walker: Sendable, CustomTestStringConvertible {
    let account: AccountID
    let mode: RegistrationMode
    let seed: UInt64
    var language = Language.russian
    var testDescription: String { "\(account.rawValue) in \(mode), \(language), seed \(seed)" }
  }

  static let walkers: [Walker] = (1...12).flatMap { seed in
    [
      Walker(account: Dialogue.employee, mode: .open, seed: seed),
      Walker(account: Dialogue.admin, mode: .approval, seed: seed),
      Walker(account: Dialogue.stranger, mode: .open, seed: seed),
      Walker(account: Dialogue.stranger, mode: .approval, seed: seed),
      Walker(account: Dialogue.employee, mode: .open, seed: seed, language: .english),
      Walker(account: Dialogue.admin, mode: .open, seed: seed, language: .english),
      Walker(account: Dialogue.stranger, mode: .approval, seed: seed, language: .english),
    ]
  }

  private static let stepsInWalk = 150
  private static let typed = [
    "2", "a-3", "смирн", "ли ю", "Пётр Гость", "завтра", "<b>&", "2026-11-25", "место 1", "пт 2", "место 99",
  ]
  private static let typedInEnglish = [
    "2", "a-3", "smi", "li yu", "Peter Guest", "tomorrow", "<b>&", "2026-11-25", "seat 1", "fri 2", "seat 99",
  ]

  @Test("no dead end, no refused button, nothing over 64 bytes, always a way to the menu", arguments: walkers)
  func walk(walker: Walker) throws {
    var random = SeededRandom(seed: walker.seed)
    var dialogue = try Dialogue(
      of: walker.account, registration: walker.mode, language: walker.language)
    let typed = walker.language == .english ? Self.typedInEnglish : Self.typed
    for count in 0..<Self.stepsInWalk {
      let screen = dialogue.screen
      let buttons = Array(screen.rows.joined())
      let place = "step \(count): \(screen.caption.plain)"
      #expect((1...Screen.captionCharactersMax).contains(screen.caption.codePoints), "\(place)")
      #expect(buttons.count <= Screen.buttonsMax, "\(place)")
      #expect(!buttons.isEmpty || screen.awaits != nil, "\(place)")
      if walker.language == .english {
        let read = [screen.caption.plain, dialogue.toast ?? ""] + buttons.map(\.label)
        let isForeign = read.contains { $0.replacing("Русский", with: "").contains(where: \.isCyrillic) }
        #expect(!isForeign, "\(place) \(read)")
      }
      for button in buttons {
        #expect(button.button.data.utf8.count <= Button.dataBytesMax, "\(place) \(button.label)")
        let read = Button(data: button.button.data)
        #expect(read?.data == button.button.data, "\(place) \(button.label)")
      }
      if dialogue.scene.employee != nil {
        let leadsToMenu = dialogue.leadsToMenu(screen)
        #expect(leadsToMenu, "\(place)")
      }
      if Int.random(in: 0..<8, using: &random) == 0 || buttons.isEmpty {
        dialogue.act(.text(try #require(typed.randomElement(using: &random))))
      } else {
        let button = try #require(buttons.randomElement(using: &random))
        dialogue.act(.tap(Button(data: button.button.data)))
        let toast = dialogue.toast ?? ""
        #expect(!toast.contains("устарела"), "\(place) \(button.label)")
        if button.button == .chooseLanguage(.russian) {
          dialogue.act(.tap(.chooseLanguage(walker.language)))
        }
      }
    }
    let refusedAttempts = dialogue.refusedAttempts
    #expect(refusedAttempts == 0)
  }

  @Test("who may not administer is refused everywhere in «Управление», and sees nothing of it")
  func strangersToAdministration() throws {
    for account in [Dialogue.employee, Dialogue.stranger] {
      var dialogue = try Dialogue(of: account)
      let menu = dialogue.screen
      let way = Trail(.menu).to(.admin(.menu))
      let places: [AdminPlace] = [.menu, .days, .employees(), .requests(), .seats(), .errors(), .adding]
      for place in places { dialogue.act(.tap(.open(way.to(.admin(place))))) }
      #expect(dialogue.refusedAttempts == places.count)
      #expect(dialogue.screen.rows == menu.rows)
    }
  }
}

extension Character {
  fileprivate var isCyrillic: Bool { unicodeScalars.contains { ("\u{400}"..."\u{4FF}").contains($0) } }
}
