import CCurl
import Foundation

/// The thread that owns all of libcurl's handles: takes orders, lets libcurl work, hands out answers.
final class TransferThread {
  private let mailbox: TransferMailbox
  private let multi: UnsafeMutableRawPointer
  private let proxy: Proxy
  private var running: [UnsafeMutableRawPointer: Transfer] = [:]
  private var waiting: [Transfer] = []
  /// Handles that have done their transfer and may do another.
  private var idle: [UnsafeMutableRawPointer] = []

  /// The longest sleep without news, in milliseconds; only a safety net.
  private static let pollMilliseconds: Int32 = 10_000
  /// The pause after libcurl could not wait, so that trouble does not become a busy loop.
  private static let troublePause: TimeInterval = 0.1

  init(mailbox: TransferMailbox, multi: MultiHandle, proxy: Proxy) {
    self.mailbox = mailbox
    self.multi = multi.pointer
    self.proxy = proxy
    ccurl_multi_set_long(self.multi, CURLMOPT_MAXCONNECTS, HTTPEngine.transfersMax)
  }

  func run() {
    blockSignals()
    while true {
      let (orders, isOpen) = mailbox.take()
      orders.forEach(obey)
      guard isOpen else { break }
      startWaiting()
      var count: Int32 = 0
      curl_multi_perform(multi, &count)
      retireFinished()
      startWaiting()
      if curl_multi_poll(multi, nil, 0, Self.pollMilliseconds, nil) != CURLM_OK {
        Thread.sleep(forTimeInterval: Self.troublePause)
      }
    }
    for transfer in waiting { transfer.pending.finish(.failure(.closed)) }
    for (easy, transfer) in running {
      transfer.pending.finish(.failure(.closed))
      curl_multi_remove_handle(multi, easy)
      curl_easy_cleanup(easy)
    }
    idle.forEach(curl_easy_cleanup)
    curl_multi_cleanup(multi)
  }

  private func obey(_ order: TransferMailbox.Order) {
    switch order {
    case .start(let request, let pending):
      waiting.append(Transfer(request, for: pending))
    case .abort(let pending):
      if let index = waiting.firstIndex(where: { $0.pending === pending }) {
        waiting.remove(at: index)
        mailbox.retired()
      } else if let easy = running.first(where: { $0.value.pending === pending })?.key {
        retire(easy)
      }
    }
  }

  private func startWaiting() {
    while running.count < HTTPEngine.transfersMax, !waiting.isEmpty {
      let transfer = waiting.removeFirst()
      guard let easy = idle.popLast() ?? curl_easy_init() else {
        transfer.pending.finish(.failure(HTTPFailure(reason: .other, effect: .didNotHappen)))
        mailbox.retired()
        continue
      }
      transfer.prepare(easy, proxy: proxy)
      running[easy] = transfer
      curl_multi_add_handle(multi, easy)
    }
  }

  private func retireFinished() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      let result = ccurl_result(message)
      if let transfer = running[easy] { transfer.pending.finish(transfer.outcome(result, of: easy)) }
      retire(easy)
    }
  }

  /// Removing a handle in the middle of its transfer closes its connection (or HTTP/2 stream).
  private func retire(_ easy: UnsafeMutableRawPointer) {
    curl_multi_remove_handle(multi, easy)
    curl_easy_reset(easy)
    running[easy] = nil
    idle.append(easy)
    mailbox.retired()
  }

  /// Signals are for other threads; above all SIGPIPE, which OpenSSL causes on a lost connection
  /// and which libcurl leaves alone because it is told not to touch signals.
  private func blockSignals() {
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
  }
}
