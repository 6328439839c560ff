import CCurl
import Synchronization

/// Mailbox in which tasks leave orders for the thread that makes the transfers.
final class TransferMailbox: Sendable {
  enum Order: Sendable {
    case start(HTTPRequest, PendingAnswer)
    case abort(PendingAnswer)
  }

  private struct Contents {
    var orders: [Order] = []
    /// Transfers ordered and not yet retired.
    var inHand = 0
    /// Gone once the mailbox is closed, so nobody wakes a handle that is freed.
    var multi: MultiHandle?
  }

  private let contents: Mutex<Contents>
  private let inHandMax: Int

  /// - Parameter inHandMax: transfers running and waiting; one more fails at once.
  init(waking multi: MultiHandle, inHandMax: Int) {
    self.contents = Mutex(Contents(multi: multi))
    self.inHandMax = inHandMax
  }

  /// Leaves a transfer to be made, or finishes it if it cannot be.
  func start(_ request: HTTPRequest, for pending: PendingAnswer) {
    let refusal = contents.withLock { contents -> HTTPFailure? in
      guard let multi = contents.multi else { return .closed }
      guard contents.inHand < inHandMax else { return .tooManyTransfers }
      contents.inHand += 1
      contents.orders.append(.start(request, pending))
      curl_multi_wakeup(multi.pointer)
      return nil
    }
    if let refusal { pending.finish(.failure(refusal)) }
  }

  /// Asks to let go of a transfer whose answer nobody waits for.
  func abort(_ pending: PendingAnswer) {
    contents.withLock { contents in
      guard let multi = contents.multi else { return }
      contents.orders.append(.abort(pending))
      curl_multi_wakeup(multi.pointer)
    }
  }

  /// No more orders; the thread ends.
  func close() {
    contents.withLock { contents in
      if let multi = contents.multi { curl_multi_wakeup(multi.pointer) }
      contents.multi = nil
    }
  }

  /// What came in since the last time, and whether the mailbox is still open.
  func take() -> (orders: [Order], isOpen: Bool) {
    contents.withLock { contents in
      defer { contents.orders.removeAll(keepingCapacity: true) }
      return (contents.orders, contents.multi != nil)
    }
  }

  /// Makes room for another transfer.
  func retired() { contents.withLock { $0.inHand -= 1 } }
}

/// libcurl's multi handle.
///
/// `@unchecked`: only the transfer thread uses it, except for `curl_multi_wakeup`, which libcurl
/// allows from any thread and which the mailbox calls only while the handle is alive.
struct MultiHandle: @unchecked Sendable {
  let pointer: UnsafeMutableRawPointer
}
