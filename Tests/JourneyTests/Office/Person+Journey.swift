import Sandbox
import Testing

/// A day as the calendar offers it.
struct OfferedDay: Sendable, Hashable {
  /// «ср 25».
  let onButton: String
  /// Seats free, as the button says.
  let free: Int

  /// From «ср 25 · 7» or «✓ ср 25 · 7».
  init?(label: String) {
    let parts = label.split(separator: " · ")
    guard parts.count == 2, let free = Int(parts[1]) else { return nil }
    onButton = String(parts[0].replacing("✓ ", with: ""))
    self.free = free
  }
}

extension BotUnderTest {
  /// Somebody who has never used the bot.
  func newcomer(_ firstName: String) async -> Person { await sandbox.person(firstName) }

  /// Somebody who has registered and sees the menu.
  func employee(_ firstName: String, as name: String) async throws -> Person {
    let person = await newcomer(firstName)
    try await person.registers(as: name)
    return person
  }

  func anna() async throws -> Person { try await employee("Анна", as: "Смирнова Анна Сергеевна") }
  func boris() async throws -> Person { try await employee("Борис", as: "Волков Борис Андреевич") }
}

extension Message {
  /// What a button sends; it may still be on its way when the button is gone.
  func data(of label: String) -> String? {
    guard case .callback(let data)? = button(label)?.action else { return nil }
    return data
  }
}

extension Person {
  /// Taps a button, then waits until the newest message says something.
  @discardableResult
  func taps(
    _ label: String, sees text: String, within patience: Duration = Person.patience
  ) async throws -> Message {
    try await tap(label, within: patience)
    return try await sees(text, within: patience)
  }

  /// Writes something, then waits until the newest message says something.
  @discardableResult
  func writes(
    _ text: String, sees answer: String, within patience: Duration = Person.patience
  ) async throws -> Message {
    let own = try await write(text)
    let view = try await waits(for: "«\(answer)» below what was written", within: patience) {
      $0.last.map { $0.id > own && $0.text.contains(answer) } ?? false
    }
    return try #require(view.last)
  }

  func registers(as name: String, within patience: Duration = Person.patience) async throws {
    try await pressStart()
    try await sees("Выберите своё имя", within: patience)
    try await taps(name, sees: "Это вы?", within: patience)
    try await taps("Да, это я", sees: "вы зарегистрированы", within: patience)
  }

  /// Opens the calendar, by its button if there is one, and a day in it by its place; today has the place 0.
  @discardableResult
  func opensDay(_ index: Int = 1, within patience: Duration = Person.patience) async throws -> OfferedDay {
    let calendar =
      if try await chat.last?.button("Забронировать") != nil {
        try await taps("Забронировать", sees: "На какой день?", within: patience)
      } else {
        try await writes("/book", sees: "На какой день?", within: patience)
      }
    let days = calendar.labels.joined().compactMap(OfferedDay.init(label:))
    let day = try #require(days.indices.contains(index) ? days[index] : nil)
    let label = try #require(calendar.labels.joined().first { $0.contains("\(day.onButton) ·") })
    try await tap(label, within: patience)
    try await waits(for: "the floor of \(day.onButton)", within: patience) {
      $0.last?.text.hasPrefix("\(day.onButton) ") ?? false
    }
    return day
  }

  /// Opens a day and takes a seat on it.
  @discardableResult
  func books(
    _ seat: Int, onDay index: Int = 1, within patience: Duration = Person.patience
  ) async throws -> OfferedDay {
    let day = try await opensDay(index, within: patience)
    try await taps("\(seat)", sees: "Забронировано: \(day.onButton) ", within: patience)
    return day
  }

  /// Waits until an earlier message has no buttons and says something.
  func sees(_ text: String, in message: Message.ID) async throws {
    try await waits(for: "«\(text)» without buttons in message \(message)") { view in
      view.messages.contains { $0.id == message && $0.keyboard == nil && $0.text.contains(text) }
    }
  }

  /// Waits until no message but the newest has buttons.
  func seesButtonsOnNewestOnly() async throws {
    try await waits(for: "buttons on the newest message alone") { view in
      view.messages.filter { $0.keyboard != nil }.map(\.id) == view.messages.suffix(1).map(\.id)
    }
  }

  /// The lines of «Мои брони».
  func bookings(within patience: Duration = Person.patience) async throws -> [String] {
    let message = try await writes("/my", sees: "Мои брони", within: patience)
    return message.labels.joined().filter { $0.contains("место") }
  }
}
