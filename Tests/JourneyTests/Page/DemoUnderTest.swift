import Foundation
import Testing

/// The demo as somebody who tries it out starts it, with its page in a browser.
struct DemoUnderTest: Sendable {
  private static let attemptsMax = 5
  private static let timeToStart = Duration.seconds(120)
  private static let timeToEnd = Duration.seconds(60)

  let browser: Browser
  let address: String

  /// Starts the demo in an empty folder on a free port, opens a browser, and ends both afterwards.
  static func withRunning(_ body: @Sendable @escaping (DemoUnderTest) async throws -> Void) async throws {
    try await Turns.journeys.take {
      let folder = try JourneyFolder()
      let (process, port) = try await start(in: folder)
      var failure: (any Error)?
      do {
        try await Browser.withRunning { browser in
          try await body(DemoUnderTest(browser: browser, address: "http://127.0.0.1:\(port)/"))
        }
      } catch {
        failure = error
      }
      process.send(SIGTERM)
      let exit = try? await process.exit(within: timeToEnd)
      if exit == nil {
        process.send(SIGKILL)
        _ = try? await process.exit(within: timeToEnd)
      }
      if let failure {
        Issue.record("The demo wrote:\n\(folder.outputText.suffix(4_000))")
        throw failure
      }
      #expect(exit == .status(0), "\(folder.outputText.suffix(2_000))")
    }
  }

  func open(_ screen: Page.Screen = .desktop) async throws -> Page {
    let page = try await browser.open(address, screen)
    try await page.waits(for: "the chats", "document.querySelector('section[aria-label^=\"Чат: \"]')")
    return page
  }

  /// The port is free when it is looked for; should somebody else take it first, another one is tried.
  private static func start(in folder: JourneyFolder) async throws -> (process: ChildProcess, port: Int) {
    for _ in 0..<attemptsMax {
      let port = try freePort()
      let process = try await ChildProcess.start(
        Executables.demo,
        ["--port", "\(port)", "--folder", folder.root.appending(path: "demo").path],
        environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
        output: folder.output)
      let deadline = ContinuousClock.now + timeToStart
      while process.isRunning, ContinuousClock.now < deadline {
        if isListening(on: port) { return (process, port) }
        try await Task.sleep(for: .milliseconds(20))
      }
      process.send(SIGKILL)
      _ = try await process.exit(within: timeToEnd)
    }
    throw ChildProcess.Failure(description: "the demo did not start:\n\(folder.outputText)")
  }

  private static func freePort() throws -> Int {
    try withSocket { socket in
      var address = loopback(port: 0)
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
        }
      }
      try #require(isBound, "there is no free port")
      return Int(UInt16(bigEndian: address.sin_port))
    }
  }

  private static func isListening(on port: Int) -> Bool {
    withSocket { socket in
      var address = loopback(port: port)
      return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
    }
  }

  private static func withSocket<Result>(_ body: (Int32) throws -> Result) rethrows -> Result {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    return try body(descriptor)
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    return address
  }
}

extension Page {
  /// A person's chat on the page, as a CSS selector.
  static func chat(of person: String) -> String { "section[aria-label=\"Чат: \(person)\"]" }

  /// Waits until the newest of the bot's messages in a person's chat says something.
  func sees(_ text: String, inChatOf person: String, within patience: Duration = Page.patience) async throws {
    let messages = quoted(Page.chat(of: person) + " article:not(.is-own) .body")
    try await waits(
      for: "«\(text)» in the chat of \(person)",
      "[...document.querySelectorAll(\(messages))].at(-1).innerText.includes(\(quoted(text)))",
      within: patience)
  }

  /// Clicks a button in a person's chat, then waits until the bot says something.
  func click(_ label: String, inChatOf person: String, sees text: String) async throws {
    try await click(label, in: Page.chat(of: person))
    try await sees(text, inChatOf: person)
  }
}
