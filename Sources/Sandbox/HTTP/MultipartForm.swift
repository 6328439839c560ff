import Foundation

/// Reads `multipart/form-data`.
enum MultipartForm {
  /// One part of a form.
  struct Part {
    let name: String
    /// The name of the file, if the part is one.
    let fileName: String?
    let mediaType: String
    let bytes: Data
  }

  /// The parts of a body. What is not a well-formed part is left out.
  static func parts(of body: Data, contentType: String) -> [Part] {
    guard let boundary = parameter("boundary", of: contentType) else { return [] }
    let delimiter = Data("\r\n--\(boundary)".utf8)
    let headEnd = Data("\r\n\r\n".utf8)
    // The first delimiter has no line break before it; with one it is like the others.
    let body = Data("\r\n".utf8) + body
    var parts: [Part] = []
    guard var begin = body.range(of: delimiter)?.upperBound else { return [] }
    while let next = body.range(of: delimiter, in: begin..<body.endIndex),
      let head = body.range(of: headEnd, in: begin..<next.lowerBound)
    {
      let lines = String(decoding: body[begin..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
      let disposition = header("content-disposition", in: lines)
      if let name = parameter("name", of: disposition) {
        let mediaType = header("content-type", in: lines)
        parts.append(
          Part(
            name: name, fileName: parameter("filename", of: disposition),
            mediaType: mediaType.isEmpty ? "application/octet-stream" : mediaType,
            bytes: Data(body[head.upperBound..<next.lowerBound])))
      }
      begin = next.upperBound
    }
    return parts
  }

  private static func header(_ name: String, in lines: [Substring]) -> String {
    let line = lines.first { $0.lowercased().hasPrefix(name + ":") }
    return line.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) } ?? ""
  }

  /// `name="value"` or `name=value` of a header.
  private static func parameter(_ name: String, of header: String) -> String? {
    for piece in header.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name else {
        continue
      }
      return pair[1].trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
    }
    return nil
  }
}
