import Foundation
import Testing

/// A `multipart/form-data` body taken apart by the letter of RFC 7578.
struct Multipart {
  struct Part {
    let disposition: String
    let body: Data
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  private(set) var parts: [String: Part] = [:]

  init(_ request: Request) throws {
    let type = try #require(request.headers["content-type"])
    try #require(type.hasPrefix("multipart/form-data; boundary="))
    let boundary = "--" + type.split(separator: "=")[1]
    var rest = request.body[...]
    try #require(rest.starts(with: Data((boundary + "\r\n").utf8)))
    rest = rest.dropFirst(boundary.utf8.count + 2)
    while true {
      let end = try #require(rest.range(of: Data(("\r\n" + boundary).utf8)))
      let part = rest[..<end.lowerBound]
      let head = try #require(part.range(of: Data("\r\n\r\n".utf8)))
      let lines = String(decoding: part[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
      let disposition = try #require(lines.first { $0.hasPrefix("Content-Disposition: form-data; ") })
      let name = try #require(disposition.split(separator: "\"").dropFirst().first.map(String.init))
      parts[name] = Part(disposition: disposition, body: Data(part[head.upperBound...]))
      rest = rest[end.upperBound...]
      if rest.elementsEqual(Data("--\r\n".utf8)) { return }
      try #require(rest.starts(with: Data("\r\n".utf8)))
      rest = rest.dropFirst(2)
    }
  }
}
