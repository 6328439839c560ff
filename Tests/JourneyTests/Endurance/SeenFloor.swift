import Sandbox
import Testing

/// The buttons of one day as somebody saw them when all those seats were free. Telegram keeps taking taps on
/// buttons that are no longer shown, so with them anything can be asked for at any time.
struct SeenFloor: Sendable {
  /// «ср 25».
  let onButton: String
  /// 25; the days of a booking window all differ in it.
  let dayOfMonth: Int
  /// What opens the day.
  let open: String
  /// What takes a seat, by the seat's label.
  let seats: [String: String]

  /// The floor as somebody sees it who looks at the first few seats only.
  func with(seats count: Int) -> SeenFloor {
    let few = seats.sorted { $0.key < $1.key }.prefix(count)
    return SeenFloor(
      onButton: onButton, dayOfMonth: dayOfMonth, open: open,
      seats: Dictionary(uniqueKeysWithValues: few.map { ($0.key, $0.value) }))
  }

  /// Whether a message is about this day.
  func isShown(in message: Message?) -> Bool { message?.text.contains("\(onButton) ") == true }
}

extension Person {
  /// Looks at days from tomorrow on and remembers all their buttons.
  func seesFloors(days: Int, within patience: Duration = Person.patience) async throws -> [SeenFloor] {
    let calendar = try await writes("/book", sees: "На какой день?", within: patience)
    let buttons = calendar.keyboard.map { Array($0.rows.joined()) } ?? []
    var floors: [SeenFloor] = []
    for button in buttons.dropFirst().prefix(days) {
      let day = try #require(OfferedDay(label: button.text))
      let open = try #require(button.data)
      try await tap(data: open, on: calendar.id, within: patience)
      let view = try await waits(for: "the floor of \(day.onButton)", within: patience) {
        $0.last?.text.hasPrefix("\(day.onButton) ") == true
      }
      let shown = view.last?.keyboard.map { Array($0.rows.joined()) } ?? []
      let seats = shown.filter { Int($0.text) != nil }.compactMap { seat in seat.data.map { (seat.text, $0) }
      }
      floors.append(
        SeenFloor(
          onButton: day.onButton,
          dayOfMonth: try #require(day.onButton.split(separator: " ").last.flatMap { Int($0) }),
          open: open, seats: Dictionary(uniqueKeysWithValues: seats)))
    }
    return floors
  }

  /// The bot's newest message.
  var lastMessage: Message {
    get async throws { try #require(try await chat.last) }
  }
}
