import Foundation

/// A request whose address holds the token, so it describes itself without it.
struct HTTPRequest: Sendable {
  let address: String
  /// `nil` is a GET, otherwise a POST of this body.
  let body: Body?
  /// Whether libcurl may send it again when a connection breaks before the answer.
  let isRepeatable: Bool
  let limits: TimeLimits
  /// A longer answer is cut off with ``HTTPFailure/Reason/answerTooLong``.
  let answerBytesMax: Int

  struct Body: Sendable {
    let contentType: String
    let bytes: Data
  }
}

extension HTTPRequest: CustomStringConvertible, CustomReflectable {
  var description: String { "<request>" }
  var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}

/// What a server answered, whatever its status.
struct HTTPAnswer: Sendable {
  let status: Int
  let body: Data
  /// From the `Retry-After` header, if there was one.
  let retryAfter: Duration?
}

/// Why there is no answer. Made of our words only: libcurl's own may name the address.
struct HTTPFailure: Error, Hashable {
  let reason: Reason
  let effect: TelegramError.Effect

  enum Reason: String, Hashable {
    case cancelled
    case closed = "the client is closed"
    case tooManyTransfers = "too many requests wait"
    case badAddress = "the API's or the proxy's address is malformed"
    case unresolved = "name not resolved"
    case unconnected = "no connection"
    case insecure = "no trusted TLS connection"
    case proxyRefused = "the proxy refused"
    case timedOut = "timed out"
    case connectionLost = "connection lost"
    case answerTooLong = "answer too long"
    case notHTTP = "not an HTTP answer"
    case other = "transfer failed"
  }
}
