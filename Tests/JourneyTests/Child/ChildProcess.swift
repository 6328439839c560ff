import Foundation
import Synchronization

/// A program of the product as a child process, as an operator would start it.
///
/// It never outlives the tests, not even tests that are killed: the kernel ends it with the thread that
/// started it, and that thread waits for its end.
final class ChildProcess: Sendable {
  /// How a process ended.
  enum Exit: Sendable, Hashable {
    case status(Int32)
    case signal(Int32)
  }

  /// A descriptor of ours that the child has under a number of its own.
  struct Inherited: Sendable {
    let descriptor: Int32
    let number: Int32
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private struct State {
    var exit: Exit?
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextTicket = 0
  }

  let pid: pid_t
  private let name: String
  private let state = Mutex(State())

  private init(pid: pid_t, name: String) {
    self.pid = pid
    self.name = name
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - environment: all of its environment; nothing comes from ours.
  ///   - output: the file that its standard output and error are appended to.
  static func start(
    _ executable: URL, _ arguments: [String], environment: [String: String], output: URL,
    inheriting: [Inherited] = []
  ) async throws -> ChildProcess {
    let command = [executable.path] + arguments
    let process: Result<ChildProcess, Failure> = await withCheckedContinuation { continuation in
      let thread = Thread {
        do throws(Failure) {
          let pid = try spawn(
            onlyHere + command, environment: environment, output: output, inheriting: inheriting)
          let process = ChildProcess(pid: pid, name: executable.lastPathComponent)
          continuation.resume(returning: .success(process))
          process.waitForEnd()
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
      thread.name = executable.lastPathComponent
      thread.start()
    }
    return try process.get()
  }

  var isRunning: Bool { state.withLock { $0.exit == nil } }

  /// Sends a signal, if the process is there to get it.
  func send(_ signal: Int32) {
    // Under the lock it has not been waited for, so its id is nobody else's.
    state.withLock { if $0.exit == nil { kill(pid, signal) } }
  }

  /// Waits for the process to end by itself or by a signal.
  ///
  /// - Throws: ``Failure`` if it takes longer.
  func exit(within patience: Duration) async throws -> Exit {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.end() }
      group.addTask { try? await Task.sleep(for: patience) }
      await group.next()
      group.cancelAll()
    }
    guard let exit = state.withLock({ $0.exit }) else {
      throw Failure(description: "\(name) with pid \(pid) still runs after \(patience)")
    }
    return exit
  }

  private func end() async {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state in
          if state.exit != nil || Task.isCancelled { return true }
          state.waiting[ticket] = continuation
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
    }
  }

  // MARK: On the thread

  /// Lets the kernel end the child with the thread that started it, where that program is there.
  private static let onlyHere: [String] =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
    ? ["/usr/bin/setpriv", "--pdeathsig", "KILL", "--"] : []

  private static func spawn(
    _ command: [String], environment: [String: String], output: URL, inheriting: [Inherited]
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output.path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    for inherited in inheriting {
      posix_spawn_file_actions_adddup2(&actions, inherited.descriptor, inherited.number)
    }

    // What the test runner does with signals is not the child's business.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var argv = command.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid = pid_t()
    let code = posix_spawn(&pid, command[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      throw Failure(description: "\(command[0]) did not start: \(String(cString: strerror(code)))")
    }
    return pid
  }

  private func waitForEnd() {
    var information = siginfo_t()
    // Leaves it waitable, so that nobody else gets its id before the lock is taken.
    while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    let waiting = state.withLock { state in
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7f
      state.exit = signal == 0 ? .status((status >> 8) & 0xff) : .signal(signal)
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume() }
  }
}
