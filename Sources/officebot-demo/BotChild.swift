import Foundation
import Sandbox
import ServiceLifecycle
import Synchronization

/// The bot as a child process of the demo.
///
/// It never outlives the demo, not even a demo that is killed: it is started through `setpriv
/// --pdeathsig`, so that the kernel ends it with its parent. To the kernel the parent is the
/// thread that started it; therefore a thread of its own starts each child and waits for its end.
final class BotChild: BotProcess, Service {
  private struct State {
    var pid: Int32?
    var isStarting = false
    var text = "не запущен"
    var lines = OutputLines()
  }

  /// After SIGTERM the bot has so long to end by itself.
  static let timeToStop = Duration.seconds(10)
  private static let setpriv = "/usr/bin/setpriv"
  private static let pollingInterval = Duration.milliseconds(50)

  private let executable: String
  private let arguments: [String]
  private let environment: [String: String]
  private let output: URL
  private let isReady: @Sendable () async throws -> Void
  private let hasChanged: @Sendable () -> Void
  private let state = Mutex(State())

  init(
    executable: String, configuration: URL, environment: [String: String], output: URL,
    isReady: @escaping @Sendable () async throws -> Void, hasChanged: @escaping @Sendable () -> Void
  ) {
    self.executable = executable
    self.arguments = ["run", "--config", configuration.path]
    self.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    self.output = output
    self.isReady = isReady
    self.hasChanged = hasChanged
  }

  /// Starts the bot when Telegram is there, and stops it when the demo ends.
  func run() async throws {
    try await isReady()
    start()
    try? await gracefulShutdown()
    stop()
    let deadline = ContinuousClock.now + Self.timeToStop
    // Cancelled means that the demo cannot wait: then the bot is killed at once.
    while status.pid != nil, ContinuousClock.now < deadline, !Task.isCancelled {
      try? await Task.sleep(for: Self.pollingInterval)
    }
    kill()
  }

  var status: BotProcessStatus {
    state.withLock { BotProcessStatus(pid: $0.pid, text: $0.text, lines: $0.lines.last) }
  }

  // MARK: Steering

  func start() {
    let isMine = state.withLock { state in
      guard state.pid == nil, !state.isStarting else { return false }
      state.isStarting = true
      return true
    }
    guard isMine else { return }
    let thread = Thread { [self] in live() }
    thread.name = "bot"
    thread.start()
  }

  func stop() { send(SIGTERM, "останавливается") }

  func kill() { send(SIGKILL, "убит (kill -9)") }

  private func send(_ signal: Int32, _ text: String) {
    state.withLock { state in
      guard let pid = state.pid else { return }
      state.text = text
      Glibc.kill(pid, signal)
    }
    hasChanged()
  }

  // MARK: One life

  /// Starts the process and waits for its end, on a thread that lives exactly as long.
  private func live() {
    // The thread began with every signal blocked, and a child inherits that: it would not hear
    // SIGTERM. The demo's own handlers are in place by now.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)

    let process = Process()
    let canFollowParent = FileManager.default.isExecutableFile(atPath: Self.setpriv)
    process.executableURL = URL(fileURLWithPath: canFollowParent ? Self.setpriv : executable)
    process.arguments = (canFollowParent ? ["--pdeathsig", "KILL", "--", executable] : []) + arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    let file = OutputFile(output)
    pipe.fileHandleForReading.readabilityHandler = { [self] handle in
      let data = handle.availableData
      guard !data.isEmpty else {
        handle.readabilityHandler = nil
        return
      }
      file.append(data)
      state.withLock { $0.lines.append(data) }
      hasChanged()
    }
    guard FileManager.default.isExecutableFile(atPath: executable) else {
      return end("не найден: \(executable)")
    }
    do {
      try process.run()
    } catch {
      return end("не запустился: \(error.localizedDescription)")
    }
    state.withLock { state in
      state.pid = process.processIdentifier
      state.isStarting = false
      state.text = "работает"
    }
    hasChanged()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    let code = process.terminationStatus
    end(
      isSignal
        ? (code == SIGKILL ? "убит (kill -9)" : "остановлен сигналом \(code)")
        : code == 0 ? "остановлен" : "завершился с ошибкой \(code)")
  }

  private func end(_ text: String) {
    state.withLock { state in
      state.pid = nil
      state.isStarting = false
      state.text = text
    }
    hasChanged()
  }
}
