extension Person {
  /// Taps the button with a label and waits for the bot's answer to the tap.
  ///
  /// - Parameters:
  ///   - label: The label, or how it begins when no button has it exactly.
  ///   - message: On which message; the newest one that has the button if left out.
  ///   - patience: How long to wait for the button to be there, and then for the answer.
  /// - Throws: ``SandboxError`` with what the chat shows, when there is no such button or no answer.
  @discardableResult
  public func tap(
    _ label: String, on message: Message.ID? = nil, within patience: Duration = Person.patience
  ) async throws -> Tap.Answer {
    let view = try await waits(for: "a button «\(label)»", within: patience) {
      $0.find(label, on: message) != nil
    }
    guard let (message, button) = view.find(label, on: message) else { throw SandboxError("\(view)") }
    switch button.action {
    case .url(let url): return Tap.Answer(text: nil, isAlert: false, url: url)
    case .copy: return Tap.Answer(text: nil, isAlert: false, url: nil)
    case .callback(let data):
      return try await answer(to: startTap(data: data, on: message.id), within: patience)
    }
  }

  /// Taps the button with data and waits for the bot's answer to the tap. The button may be gone
  /// from the message, and the message from the chat: old clients still show them.
  @discardableResult
  public func tap(
    data: String, on message: Message.ID, within patience: Duration = Person.patience
  ) async throws -> Tap.Answer {
    try await answer(to: startTap(data: data, on: message), within: patience)
  }

  /// Taps a button and does not wait.
  public func startTap(data: String, on message: Message.ID) async throws -> Tap.ID {
    try await world.tap(id, in: id, message: message, data: data)
  }

  /// Waits for the bot's answer to a tap.
  public func answer(to tap: Tap.ID, within patience: Duration = Person.patience) async throws -> Tap.Answer {
    let view = try await waits(for: "an answer to the tap", within: patience) { view in
      view.taps.contains { $0.id == tap && $0.answer != nil }
    }
    guard let answer = view.taps.last(where: { $0.id == tap })?.answer else { throw SandboxError("\(view)") }
    return answer
  }

  /// Waits until the chat is as expected, and no longer than one is patient.
  ///
  /// - Parameters:
  ///   - what: What is expected, for the description of a failure.
  ///   - patience: How long to wait; on the machine's clock, not the sandbox's.
  /// - Returns: The chat as it was when it was as expected.
  /// - Throws: ``SandboxError`` with what the chat shows.
  @discardableResult
  public func waits(
    for what: String = "what was expected", within patience: Duration = Person.patience,
    until isAsExpected: @Sendable (ChatView) -> Bool
  ) async throws -> ChatView {
    let deadline = ContinuousClock.now + patience
    while true {
      let version = world.changes.version
      let view = try await chat
      if isAsExpected(view) { return view }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero, !world.changes.isClosed else {
        throw SandboxError("\(firstName) waited \(patience) for \(what) in vain. \(view)")
      }
      try Task.checkCancellation()
      await world.changes.wait(after: version, of: .chat(id), atMost: left)
    }
  }

  /// Waits until the bot's newest message contains a text.
  @discardableResult
  public func sees(_ text: String, within patience: Duration = Person.patience) async throws -> Message {
    let view = try await waits(for: "«\(text)»", within: patience) { $0.last?.text.contains(text) == true }
    guard let last = view.last else { throw SandboxError("\(view)") }
    return last
  }
}

extension ChatView {
  /// The button with a label, on a message or on the newest one that has it.
  fileprivate func find(_ label: String, on id: Message.ID?) -> (Message, InlineKeyboard.Button)? {
    let message = id.map { id in messages.first { $0.id == id } } ?? message(withButton: label)
    guard let message, let button = message.button(label) else { return nil }
    return (message, button)
  }
}
