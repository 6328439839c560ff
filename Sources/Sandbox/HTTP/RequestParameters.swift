import Foundation
import Hummingbird

/// The parameters of a call, from the query and from the body in any form that Telegram takes.
enum RequestParameters {
  /// All parameters together, in bytes.
  static let bytesMax = 1_048_576
  /// Files in one request.
  static let filesMax = 50
  /// The whole request: the largest upload and its parameters.
  static let requestBytesMax = 52 * 1_048_576

  /// Nothing may be larger: 413.
  struct TooLarge: Error {}

  /// Reads the parameters of a call.
  static func read(_ request: Request, method: String) async throws -> BotCall {
    var call = BotCall(method: method, parameters: fields(request.uri.query ?? ""), files: [:])
    let contentType = request.headers[.contentType] ?? ""
    guard let buffer = try? await request.body.collect(upTo: requestBytesMax) else { throw TooLarge() }
    let bytes = Data(buffer.readableBytesView)
    // With any other media type Telegram ignores the body.
    switch contentType.prefix(while: { $0 != ";" }).lowercased() {
    case "application/json":
      if bytes.count > bytesMax { throw TooLarge() }
      for (name, value) in JSONParser.membersBeforeMistake(bytes) {
        call.parameters[name] = value.string ?? value.text
      }
    case "application/x-www-form-urlencoded":
      if bytes.count > bytesMax { throw TooLarge() }
      call.parameters.merge(fields(String(decoding: bytes, as: UTF8.self))) { _, new in new }
    case "multipart/form-data":
      for part in MultipartForm.parts(of: bytes, contentType: contentType) {
        if let file = part.fileName {
          call.files[part.name] = UploadedFile(name: file, mediaType: part.mediaType, bytes: part.bytes)
        } else {
          call.parameters[part.name] = String(decoding: part.bytes, as: UTF8.self)
        }
      }
    default: break
    }
    let size = call.parameters.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    if size > bytesMax || call.files.count > filesMax { throw TooLarge() }
    return call
  }

  private static func fields(_ text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      fields[decoded(parts[0])] = parts.count > 1 ? decoded(parts[1]) : ""
    }
    return fields
  }

  private static func decoded(_ text: Substring) -> String {
    let spaced = text.replacing("+", with: " ")
    return spaced.removingPercentEncoding ?? String(spaced)
  }
}
