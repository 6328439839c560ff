import CCurl
import Foundation

/// One request on its way. Lives on the transfer thread, where libcurl's callbacks touch it too.
final class Transfer {
  let pending: PendingAnswer
  private let request: HTTPRequest
  private var sentBytes = 0
  private var headerBytes = 0
  private var answer = Data()
  private var answerIsTooLong = false
  private var headers: UnsafeMutablePointer<curl_slist>?

  /// All headers of an answer together; a server that sends more is not Telegram.
  private static let headerBytesMax = 64 * 1024
  /// An idle connection older than this is not used again: the other side is about to close it.
  private static let idleConnectionSecondsMax = 50
  private static let keepAliveSeconds = 30

  init(_ request: HTTPRequest, for pending: PendingAnswer) {
    self.request = request
    self.pending = pending
  }

  deinit { curl_slist_free_all(headers) }

  /// Tells a fresh or reset handle everything about this transfer, which must outlive its use.
  func prepare(_ easy: UnsafeMutableRawPointer, proxy: Proxy) {
    ccurl_set_text(easy, CURLOPT_URL, request.address)
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ccurl_allow_http_only(easy)
    ccurl_do_not_wait_for_resolver(easy)
    ccurl_set_text(easy, CURLOPT_USERAGENT, "officebot")
    // HTTP/2 would save nothing at our pace, and with Debian's libcurl 7.88 a server ended the shared
    // connection now and then, which left every call on it perhaps done.
    ccurl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    switch proxy {
    case .fromEnvironment: break
    case .direct: ccurl_set_text(easy, CURLOPT_PROXY, "")
    case .address(let address): ccurl_set_text(easy, CURLOPT_PROXY, address)
    }
    prepareLimits(easy)
    prepareBody(easy)

    let context = Unmanaged.passUnretained(self).toOpaque()
    ccurl_set_callback(easy, CURLOPT_WRITEFUNCTION, receiveBody)
    ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context)
    ccurl_set_callback(easy, CURLOPT_HEADERFUNCTION, receiveHeader)
    ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context)
  }

  private func prepareLimits(_ easy: UnsafeMutableRawPointer) {
    let limits = request.limits
    ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, limits.connect.curlMilliseconds)
    ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, limits.overall.curlMilliseconds)
    ccurl_set_long(easy, CURLOPT_LOW_SPEED_LIMIT, 1)
    ccurl_set_long(easy, CURLOPT_LOW_SPEED_TIME, max(1, Int(limits.silence.components.seconds)))
    ccurl_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1)
    ccurl_set_long(easy, CURLOPT_TCP_KEEPIDLE, Self.keepAliveSeconds)
    ccurl_set_long(easy, CURLOPT_TCP_KEEPINTVL, Self.keepAliveSeconds)
    ccurl_set_long(easy, CURLOPT_MAXAGE_CONN, Self.idleConnectionSecondsMax)
    ccurl_bound_unacknowledged(easy, UInt32(TimeLimits.unacknowledgedMax.curlMilliseconds))
  }

  /// libcurl silently sends a request again on a fresh connection when a kept one breaks before
  /// the answer, which could put a message into a chat twice. It needs to rewind the body for
  /// that, so only the bodies of what may be repeated can be rewound; the others fail instead, and
  /// the caller decides.
  private func prepareBody(_ easy: UnsafeMutableRawPointer) {
    guard let body = request.body else { return }
    headers = curl_slist_append(headers, "Content-Type: \(body.contentType)")
    headers = curl_slist_append(headers, "Expect:")
    ccurl_set_headers(easy, headers)
    ccurl_set_long(easy, CURLOPT_POST, 1)
    ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, Int(body.bytes.count))
    ccurl_set_callback(easy, CURLOPT_READFUNCTION, sendBody)
    let context = Unmanaged.passUnretained(self).toOpaque()
    ccurl_set_pointer(easy, CURLOPT_READDATA, context)
    if request.isRepeatable { ccurl_set_rewind(easy, rewindBody, context) }
  }

  /// What became of the transfer, from libcurl's verdict.
  func outcome(_ result: CURLcode, of easy: UnsafeMutableRawPointer) -> PendingAnswer.Outcome {
    guard result == CURLE_OK else {
      // Pre-transfer time is stamped right before the request is written, after proxy and TLS.
      let wasSent = ccurl_get_offset(easy, CURLINFO_PRETRANSFER_TIME_T) > 0
      let tunnelIsRefused = ccurl_get_long(easy, CURLINFO_HTTP_CONNECTCODE) >= 300
      let reason: HTTPFailure.Reason =
        answerIsTooLong ? .answerTooLong : tunnelIsRefused ? .proxyRefused : .init(result, wasSent: wasSent)
      return .failure(HTTPFailure(reason: reason, effect: wasSent ? .unknown : .didNotHappen))
    }
    let retryAfter = ccurl_get_offset(easy, CURLINFO_RETRY_AFTER)
    return .success(
      HTTPAnswer(
        status: ccurl_get_long(easy, CURLINFO_RESPONSE_CODE), body: answer,
        retryAfter: retryAfter > 0 ? .seconds(retryAfter) : nil))
  }

  fileprivate func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard answer.count + bytes.count <= request.answerBytesMax else {
      answerIsTooLong = true
      return false
    }
    answer.append(contentsOf: bytes)
    return true
  }

  fileprivate func receive(headerBytes count: Int) -> Bool {
    headerBytes += count
    answerIsTooLong = headerBytes > Self.headerBytesMax
    return !answerIsTooLong
  }

  fileprivate func rewind(to byte: Int) -> Bool {
    guard (0...(request.body?.bytes.count ?? 0)).contains(byte) else { return false }
    sentBytes = byte
    return true
  }

  fileprivate func nextBodyBytes(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let bytes = request.body?.bytes else { return 0 }
    let start = bytes.startIndex + sentBytes
    let count = min(buffer.count, bytes.endIndex - start)
    bytes.copyBytes(to: buffer, from: start..<start + count)
    sentBytes += count
    return count
  }
}

// libcurl's callbacks: each finds its transfer and touches nothing else. Returning fewer bytes
// than were offered makes libcurl give the transfer up.

private func receiveBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

private func receiveHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.receive(headerBytes: size * count) ? size * count : 0
}

private func sendBody(
  _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let context else { return 0 }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.nextBodyBytes(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

private func rewindBody(_ context: UnsafeMutableRawPointer?, _ offset: curl_off_t, _ origin: CInt) -> CInt {
  guard let context, origin == SEEK_SET else { return CURL_SEEKFUNC_FAIL }
  let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  return transfer.rewind(to: offset) ? CURL_SEEKFUNC_OK : CURL_SEEKFUNC_FAIL
}

extension HTTPFailure.Reason {
  fileprivate init(_ code: CURLcode, wasSent: Bool) {
    self =
      switch code {
      // An answer without a status line is HTTP/0.9 to libcurl, and refused.
      case CURLE_UNSUPPORTED_PROTOCOL where wasSent: .notHTTP
      case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badAddress
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unresolved
      case CURLE_COULDNT_CONNECT: .unconnected
      case CURLE_PROXY: .proxyRefused
      case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: .insecure
      case CURLE_OPERATION_TIMEDOUT: .timedOut
      case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .notHTTP
      case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE,
        CURLE_SEND_FAIL_REWIND, CURLE_HTTP2, CURLE_HTTP2_STREAM:
        .connectionLost
      default: .other
      }
  }
}
