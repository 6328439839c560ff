import CCurl
import Foundation

/// Makes HTTP transfers on one thread of its own, which ends with the engine.
///
/// Cancelling a task cancels its transfer at once; every request is answered exactly once.
final class HTTPEngine: Sendable {
  /// Transfers that run at the same time; more wait for their turn.
  static let transfersMax = 32
  /// Transfers that may wait; more fail at once.
  static let waitingTransfersMax = 1024

  private let mailbox: TransferMailbox

  init(proxy: Proxy) {
    precondition(curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, "libcurl cannot be used")
    guard let pointer = curl_multi_init() else { preconditionFailure("libcurl has no memory") }
    let multi = MultiHandle(pointer: pointer)
    let mailbox = TransferMailbox(
      waking: multi, inHandMax: Self.transfersMax + Self.waitingTransfersMax)
    self.mailbox = mailbox
    let thread = Thread { TransferThread(mailbox: mailbox, multi: multi, proxy: proxy).run() }
    thread.name = "telegram-http"
    thread.start()
  }

  deinit { mailbox.close() }

  /// Ends all transfers; what is still asked or asked later fails.
  func close() { mailbox.close() }

  func perform(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPAnswer {
    let pending = PendingAnswer()
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if pending.wait(continuation) { mailbox.start(request, for: pending) }
      }
    } onCancel: {
      pending.finish(.failure(.cancelled))
      mailbox.abort(pending)
    }
    return try outcome.get()
  }
}
