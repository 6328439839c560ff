import Sandbox
import Testing

extension BotUnderTest {
  func vera() async throws -> Person { try await employee("Вера", as: "Белова Вера Павловна") }
  func gleb() async throws -> Person { try await employee("Глеб", as: "Крылов Глеб Ильич") }
}

extension Person {
  /// Types a guest's name, then chooses a day in the calendar by its place; today has the place 0.
  @discardableResult
  func invites(_ guest: String, onDay index: Int = 1) async throws -> OfferedDay {
    try await writes("/guest", sees: "Кого пригласить?")
    let calendar = try await writes(guest, sees: "На какой день?")
    let days = calendar.labels.joined().compactMap(OfferedDay.init(label:))
    let day = try #require(days.indices.contains(index) ? days[index] : nil)
    let label = try #require(calendar.labels.joined().first { $0.contains("\(day.onButton) ·") })
    try await taps(label, sees: "\(day.onButton) ")
    return day
  }

  /// The lines of «Мои брони», also of bookings without a seat.
  @discardableResult
  func lines() async throws -> [String] {
    let message = try await writes("/my", sees: "Мои брони")
    return message.labels.joined().filter { $0.contains(" · ") }
  }

  /// Taps a button so many times at once, and tells the answers in that order.
  func taps(_ label: String, times: Int) async throws -> [String] {
    let view = try await waits(for: "a button «\(label)»") { $0.message(withButton: label) != nil }
    let message = try #require(view.message(withButton: label))
    let data = try #require(message.button(label)?.data)
    var taps: [Tap.ID] = []
    for _ in 0..<times { taps.append(try await startTap(data: data, on: message.id)) }
    var answers: [String] = []
    for tap in taps { answers.append(try await answer(to: tap).text ?? "") }
    return answers
  }

  /// What a button of the newest message sends when it is tapped.
  func data(of label: String) async throws -> (data: String, message: Message.ID) {
    let last = try #require(try await chat.last)
    return (try #require(last.button(label)?.data, "\(last.labels)"), last.id)
  }

  /// Opens «Кто в офисе» so many days after today.
  @discardableResult
  func opensPeople(_ days: Int) async throws -> Message {
    var message = try await writes("/who", sees: "Кто в офисе:")
    for _ in 0..<days {
      let before = message.text
      try await tap("›")
      let view = try await waits(for: "the next day") { $0.last?.text != before }
      message = try #require(view.last)
    }
    return message
  }
}
