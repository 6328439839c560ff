import Foundation
import Synchronization

/// Chromium's DevTools protocol over a pipe: JSON texts that end with a zero byte.
///
/// - SeeAlso: https://chromedevtools.github.io/devtools-protocol
final class DevToolsPipe: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private struct State {
    var nextID = 1
    var waiting: [Int: CheckedContinuation<Result<Data, Failure>, Never>] = [:]
    var isClosed = false
  }

  /// What the browser reads from and writes to: its descriptors 3 and 4.
  var ends: [ChildProcess.Inherited] {
    [.init(descriptor: theirs, number: 3), .init(descriptor: theirs, number: 4)]
  }

  private let ours: Int32
  private let theirs: Int32
  private let state = Mutex(State())

  init() throws {
    var ends: [Int32] = [0, 0]
    // Closed in every other child, so that the browser ends when we do.
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Failure(description: "no pipe: \(String(cString: strerror(errno)))")
    }
    (ours, theirs) = (ends[0], ends[1])
  }

  /// To be called when the browser has its end.
  func begin() {
    close(theirs)
    let thread = Thread { self.read() }
    thread.name = "devtools"
    thread.start()
  }

  /// Tells the browser that nothing more comes, upon which it ends.
  func finish() {
    let isOpen = state.withLock { state in
      defer { state.isClosed = true }
      return !state.isClosed
    }
    if isOpen { shutdown(ours, Int32(SHUT_WR)) }
  }

  /// Calls a method and waits for its result, as JSON.
  func call(_ method: String, _ parameters: some Encodable & Sendable, session: String? = nil) async throws
    -> Data
  {
    let result: Result<Data, Failure> = await withCheckedContinuation { continuation in
      let id = state.withLock { state -> Int? in
        guard !state.isClosed else { return nil }
        defer { state.nextID += 1 }
        state.waiting[state.nextID] = continuation
        return state.nextID
      }
      guard let id else { return continuation.resume(returning: .failure(Self.ended)) }
      do {
        let command = Command(id: id, method: method, params: parameters, sessionId: session)
        try write(JSONEncoder().encode(command) + [0])
      } catch {
        answer(id, .failure(Failure(description: "\(method): \(error)")))
      }
    }
    return try result.get()
  }

  private struct Command<Parameters: Encodable>: Encodable {
    let id: Int
    let method: String
    let params: Parameters
    let sessionId: String?
  }

  private struct Reply: Decodable {
    struct Refusal: Decodable { let message: String }
    let id: Int?
    let error: Refusal?
  }

  private static let ended = Failure(description: "the browser has ended")

  private func write(_ data: Data) throws {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(ours, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { throw Self.ended }
      rest = rest.dropFirst(count)
    }
  }

  private func answer(_ id: Int, _ result: Result<Data, Failure>) {
    state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(returning: result)
  }

  // MARK: On the thread

  private func read() {
    var text = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(ours, &buffer, buffer.count)
      guard count > 0 else { break }
      text += buffer[..<count]
      while let end = text.firstIndex(of: 0) {
        receive(Data(text[..<end]))
        text = Data(text[(end + 1)...])
      }
    }
    finish()
    close(ours)
    let waiting = state.withLock { state in
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume(returning: .failure(Self.ended)) }
  }

  private func receive(_ text: Data) {
    guard let reply = try? JSONDecoder().decode(Reply.self, from: text), let id = reply.id else { return }
    answer(id, reply.error.map { .failure(Failure(description: $0.message)) } ?? .success(text))
  }
}
