import Logging
import Sandbox
import ServiceLifecycle

/// Colleagues whose chats the page does not show: they have seats for tomorrow when a new demo begins, so that
/// the office is almost full and queues can be seen at once. They use the bot as everybody does.
struct Colleagues: Service, CustomStringConvertible {
  /// The first of their Telegram ids.
  private static let firstID: Int64 = 600_000_001
  /// So many of them use the bot at the same time.
  private static let atOnce = 4
  /// The first of their seats; those before it stay free.
  private static let firstSeat = 3

  let sandbox: Sandbox
  let logger: Logger

  var description: String { "colleagues" }

  /// Adds everybody, so that what was kept of them can be restored.
  static func add(to sandbox: Sandbox) async {
    for index in 0..<SampleOffice.colleagues.count { _ = await person(index, in: sandbox) }
  }

  /// Lets everybody who has not done so take a seat; then waits for the end.
  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown { try await self.takeSeats() }
    } catch {
      logger.warning("not all colleagues have a seat", metadata: ["error": "\(error)"])
    }
    try await gracefulShutdown()
  }

  private func takeSeats() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, name) in SampleOffice.colleagues.enumerated() {
        if index >= Self.atOnce { try await group.next() }
        group.addTask { try await self.takeSeat(index, as: name) }
      }
      try await group.waitForAll()
    }
  }

  private func takeSeat(_ index: Int, as name: String) async throws {
    let person = await Self.person(index, in: sandbox)
    guard try await !person.chat.isStarted else { return }
    try await person.pressStart()
    try await person.waits(for: "the bot") { $0.last?.isFromBot == true }
    try await person.write(name)
    try await person.tap(name)
    try await person.tap("Да, это я")
    try await person.tap("Забронировать")
    let calendar = try await person.waits(for: "the calendar") { $0.tomorrow != nil }
    guard let tomorrow = calendar.tomorrow else { return }
    try await person.tap(tomorrow)
    try await person.tap("\(Self.firstSeat + index)")
  }

  private static func person(_ index: Int, in sandbox: Sandbox) async -> Person {
    await sandbox.person("Коллега \(index + 1)", id: firstID + Int64(index), isShown: false)
  }
}

extension ChatView {
  /// The button of the second day in the calendar.
  fileprivate var tomorrow: String? {
    let days = (last?.labels ?? []).joined().filter { $0.contains(" · ") }
    return days.count > 2 ? days[1] : nil
  }
}
