import Foundation
import Sandbox

/// Somebody who uses the bot as people do, without ever getting tired.
struct Visitor: Sendable {
  /// A day with all its buttons, as seen when every seat was free. They work however the floor looks now.
  struct Floor: Sendable {
    /// «ср 25».
    let label: String
    let open: String
    /// What takes each seat.
    let seats: [String]
  }

  let person: Person

  /// Nobody waits longer for anything, however busy the machine is.
  static let patience = Duration.seconds(60)

  /// Lets everybody register whom the office knows, some at a time.
  static func everybody(of bot: RunningBot) async throws -> [Visitor] {
    try await withThrowingTaskGroup(of: Visitor.self) { group in
      for name in bot.names {
        let person = await bot.sandbox.person(name)
        group.addTask {
          try await person.pressStart()
          try await person.sees("Выберите своё имя", within: patience)
          try await person.write(String(name.suffix(3)))
          try await person.sees("По запросу", within: patience)
          try await person.tap(name, within: patience)
          try await person.sees("Это вы?", within: patience)
          try await person.tap("Да, это я", within: patience)
          try await person.sees("вы зарегистрированы", within: patience)
          return Visitor(person: person)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  /// Looks at every day from tomorrow on.
  func floors() async throws -> [Floor] {
    try await asks("/book")
    let calendar = try await lastMessage()
    let buttons = calendar.keyboard.map { Array($0.rows.joined()) } ?? []
    var floors: [Floor] = []
    for button in buttons.dropFirst() where button.text.contains(" · ") {
      // «✓ ср 25 · 7» is a day with a booking of one's own.
      let day = button.text.hasPrefix("✓ ") ? button.text.dropFirst(2) : button.text[...]
      let label = String(day.prefix { $0 != "·" }.dropLast())
      try await opens(Floor(label: label, open: button.data ?? "", seats: []))
      let seats = try await lastMessage().keyboard.map { Array($0.rows.joined()) } ?? []
      floors.append(
        Floor(
          label: label, open: button.data ?? "",
          seats: seats.filter { Int($0.text) != nil }.compactMap(\.data)))
    }
    return floors
  }

  /// Opens a day and waits for the answer and for the floor.
  func opens(_ floor: Floor) async throws {
    try await taps(floor.open)
    try await person.waits(for: floor.label, within: Self.patience) {
      $0.last?.text.hasPrefix("\(floor.label) ") == true
    }
  }

  /// Taps a button in the newest message and waits for the answer.
  func taps(_ data: String) async throws {
    try await person.tap(data: data, on: lastMessage().id, within: Self.patience)
  }

  /// Writes a command and waits for the screen below it.
  func asks(_ command: String) async throws {
    let own = try await person.write(command)
    try await person.waits(for: command, within: Self.patience) { ($0.last?.id ?? 0) > own }
  }

  func lastMessage() async throws -> Message {
    guard let last = try await person.chat.last else {
      throw RunningBot.Failure(description: "an empty chat")
    }
    return last
  }

  /// How long each of the last taps waited for its answer, in milliseconds.
  func waits(since start: Date) async throws -> [Double] {
    try await person.chat.taps.compactMap { tap in
      guard tap.date >= start, let answered = tap.answerDate else { return nil }
      return answered.timeIntervalSince(tap.date) * 1000
    }
  }
}
