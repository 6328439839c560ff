import Foundation
import OfficeActor
import TestSupport
import Testing

@testable import Conversation

@Suite("Words")
struct WordsTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources")

  private static func files(in folder: String) throws -> [URL] {
    try #require(
      FileManager.default.enumerator(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
    ).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  /// The code of a line: without its comment.
  private static func code(of line: Substring) -> Substring {
    line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
  }

  /// Alphabets, not sentences: what is recognised, sorted or measured.
  private static let alphabets: Set = [
    "KeyboardLayout.swift", "SearchForm.swift", "Seat.swift", "TextWidth.swift",
  ]

  @Test(
    "no sentence stands outside of Words",
    arguments: [
      "OfficeActor", "Conversation", "FloorPlan", "BotLoop", "Jobs", "Persistence", "Logs", "Telegram",
    ])
  func rooms(folder: String) throws {
    for file in try Self.files(in: folder)
    where !file.path.contains("/Words/") && !Self.alphabets.contains(file.lastPathComponent) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let isForeign = Self.code(of: line).unicodeScalars.contains { ("\u{400}"..."\u{4FF}").contains($0) }
        // Comments in SQL quote what buttons say.
        #expect(!isForeign || line.contains(" -- "), "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test("the conversation has no prose outside of Words in any language")
  func prose() throws {
    let prose = try Regex("\"[^\"]*[a-z]{2,} [a-z]{2,}[^\"]*\"")
    for file in try Self.files(in: "Conversation") where !file.path.contains("/Words/") {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let code = Self.code(of: line)
        // A message for programmers, and a link that is no sentence.
        guard !code.contains("precondition"), !code.contains("href=") else { continue }
        #expect(code.firstMatch(of: prose) == nil, "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test("English has no Cyrillic in it, and Russian no English words")
  func alphabets() throws {
    for file in try Self.files(in: "Conversation/Words/English")
    where file.lastPathComponent != "English+Menu.swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let isForeign = Self.code(of: line).unicodeScalars.contains { ("\u{400}"..."\u{4FF}").contains($0) }
        #expect(!isForeign, "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test("numbers take the right forms in both languages")
  func plurals() {
    let (russian, english) = (Russian(), English())
    #expect(
      [1, 2, 5, 11, 21, 22, 112].map(russian.people) == [
        "1 человек", "2 человека", "5 человек", "11 человек", "21 человек", "22 человека", "112 человек",
      ])
    #expect([0, 1, 2].map(english.people) == ["0 people", "1 person", "2 people"])
    #expect(
      [1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(\.ordinal) == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "103rd", "111th",
      ])
  }

  @Test("days read as people say them")
  func days() throws {
    let day = try #require(Day(iso: "2026-11-25"))
    #expect(Russian().day(day) == "ср 25 ноября" && Russian().dayOnButton(day) == "ср 25")
    #expect(English().day(day) == "Wed 25 November" && English().dayOnButton(day) == "Wed 25")
    #expect(English().month(Month(of: day)) == "November 2026")
  }

  @Test("the labels that people and tests rely on are those of the contract")
  func labels() {
    let words = English()
    #expect(
      [
        words.book, words.myBookings, words.whoIsIn, words.inviteGuest, words.settings, words.manage,
        words.menu,
        words.back, words.cancelBooking, words.yesCancel, words.takeSeat(Seat.ID("12")), words.noThanks,
        words.coming, words.notComing, words.comeWithoutSeat, words.languageHeading, words.yesThatIsMe,
      ] == [
        "Book", "My bookings", "Who's in", "Invite a guest", "Settings", "Manage", "Menu", "‹ Back",
        "Cancel booking", "Yes, cancel", "Take seat 12", "No, thanks", "I'm coming", "Not coming",
        "Come without a seat", "Language", "Yes, that's me",
      ])
    #expect(words.alreadyDone.plain.hasPrefix("Already done"))
    #expect(words.usual("Thu 26", Seat.ID("12")).hasPrefix("As usual: "))
  }

  @Test("people read what they chose, else what their app speaks, else what the office speaks (rule 23)")
  func choice() throws {
    var dialogue = try Dialogue(of: Dialogue.employee)
    #expect(dialogue.scene.words.language == .russian)
    dialogue.appLanguage = .english
    #expect(dialogue.scene.words.language == .english)
    dialogue.act(.tap(.open(Trail(.menu).to(.settings).to(.language))))
    #expect(dialogue.screen.rows.joined().map(\.label).contains("✓ English"))
    dialogue.act(.tap(.chooseLanguage(.russian)))
    #expect(dialogue.toast == "Теперь говорю по-русски.")
    #expect(dialogue.scene.words.language == .russian)
    dialogue.act(.command(.menu))
    #expect(dialogue.screen.rows.joined().map(\.label).contains("Забронировать"))
  }

  @Test("a stranger has no choice, an admin who is no employee has one in «Управление»")
  func choosing() throws {
    var stranger = try Dialogue(of: Dialogue.stranger)
    stranger.act(.tap(.chooseLanguage(.english)))
    #expect(stranger.scene.words.language == .russian)
  }
}
