import Foundation
import HTTPTypes
import Hummingbird

extension Response {
  /// A JSON answer.
  static func json(_ value: JSON, status: Int = 200, retryAfter: Int? = nil) -> Response {
    var headers: HTTPFields = [.contentType: "application/json"]
    if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
    return Response(
      status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: value.text)))
  }

  /// An answer with bytes of some media type.
  static func bytes(_ data: Data, _ mediaType: String, isLasting: Bool = false) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: mediaType, .cacheControl: isLasting ? "max-age=31536000, immutable" : "no-cache",
      ], body: .init(byteBuffer: ByteBuffer(bytes: data)))
  }

  /// An empty answer.
  static func empty(_ status: Int, closing: Bool = false) -> Response {
    Response(status: .init(code: status), headers: closing ? [.connection: "close"] : [:])
  }
}
