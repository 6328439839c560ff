import Conversation
import Persistence
import Telegram

/// A screen on its way into a chat.
struct Showing: Sendable {
  let screen: Screen
  let chat: ChatID
  let placement: Placement
  /// Counts all screens, in the order in which they were decided.
  let number: UInt64
  /// Whether the person may still see it, asked whenever it is about to go out.
  let mayBeSeen: @Sendable () -> Bool

  /// Destination of a screen.
  enum Placement: Sendable, Hashable {
    /// Into the message whose button was tapped.
    case into(LivingMessage)
    /// Below everything, as a new message.
    case below
  }
}

/// The screens on their way. Of a chat's screens the newest counts: older ones give way to it, and in the end
/// only its message has buttons. Results are messages of their own: they neither give way nor make others do so.
struct Showings: Sendable {
  private var last: UInt64 = 0
  /// Chats with a screen on its way.
  private var lines: [ChatID: Line] = [:]

  private struct Line {
    var newest: UInt64 = 0
    var underWay = 0
    /// The newest screen that has to be a message of its own and is not sent yet.
    var below: UInt64?
    /// The message of the person's that it answers.
    var typed: Int64?
    /// The message with the newest screen that was shown.
    var living: (message: LivingMessage, number: UInt64)?
    /// What the store says of it.
    var remembered: LivingMessage?
    /// Messages that were tapped, each with the newest screen bound for it.
    var tapped: [LivingMessage: UInt64] = [:]
  }

  /// Takes the screen's place in the order. Every screen that begins must ``end(_:)``.
  ///
  /// - Parameters:
  ///   - typed: the message of the person's that the screen answers.
  ///   - mayBeSeen: whether the person may still see the screen.
  mutating func begin(
    _ screen: Screen, in chat: ChatID, _ placement: Showing.Placement, answering typed: Int64? = nil,
    while mayBeSeen: @escaping @Sendable () -> Bool = { true }
  ) -> Showing {
    last += 1
    var line = lines[chat] ?? Line()
    line.underWay += 1
    defer { lines[chat] = line }
    guard !screen.isResult else {
      return Showing(screen: screen, chat: chat, placement: .below, number: last, mayBeSeen: mayBeSeen)
    }
    line.newest = last
    switch placement {
    case .into(let message):
      line.tapped[message] = last
      // Tapped below what was typed: the answer to that is there, Telegram only has not said so yet.
      if let typed = line.typed, message.id > typed { line.below = nil }
      // What was typed is still without an answer below it: this screen becomes that answer.
      if line.below != nil { line.below = last }
    case .below:
      (line.below, line.typed) = (last, typed)
    }
    return Showing(
      screen: screen, chat: chat, placement: line.below == nil ? placement : .below, number: last,
      mayBeSeen: mayBeSeen)
  }

  /// Whether a screen has not given way to a newer one. A result never does.
  func isWanted(_ showing: Showing) -> Bool {
    showing.screen.isResult || lines[showing.chat]?.newest == showing.number
  }

  /// Notes that a screen was shown.
  ///
  /// - Parameter before: the chat's living message as remembered when the screen set out.
  /// - Returns: the messages that have to lose their buttons.
  mutating func shown(
    _ showing: Showing, as message: LivingMessage, before: LivingMessage?
  ) -> [LivingMessage] {
    guard var line = lines[showing.chat] else { return [] }
    defer { lines[showing.chat] = line }
    if let below = line.below, below <= showing.number, !showing.screen.isResult { line.below = nil }
    if let living = line.living, living.number > showing.number {
      return living.message.id == message.id ? [] : [message]
    }
    if line.living == nil { line.remembered = before }
    let outdated = line.tapped.filter { $0.value <= showing.number }.keys
    let losing = outdated + [line.living?.message ?? before].compactMap { $0 }
    for tapped in outdated { line.tapped[tapped] = nil }
    line.living = (message, showing.number)
    var seen: Set = [message.id]
    return losing.filter { seen.insert($0.id).inserted }
  }

  /// Whether nothing newer is, or is about to be, in a message.
  func isOutdated(_ message: LivingMessage, in chat: ChatID) -> Bool {
    guard let line = lines[chat] else { return true }
    return line.living?.message.id != message.id && !line.tapped.keys.contains { $0.id == message.id }
  }

  /// Whether no screen of a chat is on its way.
  func isIdle(_ chat: ChatID) -> Bool { lines[chat] == nil }

  /// Whether a message shows a newer screen already.
  func isOvertaken(_ showing: Showing, in message: LivingMessage) -> Bool {
    lines[showing.chat]?.living.map { $0.message.id == message.id && $0.number > showing.number } ?? false
  }

  /// The chat's living message, if the store does not have it yet.
  func unremembered(in chat: ChatID) -> LivingMessage? {
    guard let line = lines[chat], let living = line.living?.message else { return nil }
    return living == line.remembered ? nil : living
  }

  mutating func remembered(_ living: LivingMessage, in chat: ChatID) { lines[chat]?.remembered = living }

  mutating func end(_ showing: Showing) {
    guard var line = lines[showing.chat] else { return }
    line.underWay -= 1
    if line.below == showing.number { line.below = nil }
    lines[showing.chat] = line.underWay == 0 ? nil : line
  }
}
