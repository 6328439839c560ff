import Foundation

/// A `multipart/form-data` body: parameters as text, files as they are.
struct MultipartForm {
  /// Long and random, so that no file contains it.
  private let boundary = "officebot-\(UUID().uuidString)"
  private var bytes = Data()

  /// The parameters from a JSON object: texts as they are, everything else as its JSON.
  init(json: Data, uploads: [Upload]) throws {
    let parameters = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      let text = value as? String
      let part = try text.map { Data($0.utf8) } ?? Self.json(value)
      append(part, disposition: "name=\"\(Self.quoted(name))\"")
    }
    for upload in uploads {
      append(
        upload.bytes,
        disposition: "name=\"\(Self.quoted(upload.field))\"; filename=\"\(Self.quoted(upload.fileName))\"",
        contentType: "application/octet-stream")
    }
    bytes.append(Data("--\(boundary)--\r\n".utf8))
  }

  var body: HTTPRequest.Body {
    HTTPRequest.Body(contentType: "multipart/form-data; boundary=\(boundary)", bytes: bytes)
  }

  private mutating func append(_ part: Data, disposition: String, contentType: String? = nil) {
    var head = "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n"
    if let contentType { head += "Content-Type: \(contentType)\r\n" }
    bytes.append(Data((head + "\r\n").utf8))
    bytes.append(part)
    bytes.append(Data("\r\n".utf8))
  }

  private static func json(_ value: Any) throws -> Data {
    try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .withoutEscapingSlashes])
  }

  /// As browsers do it: what would end the quoted name is percent-encoded. Scalar by scalar,
  /// because "\r\n" is one `Character`.
  private static func quoted(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "%22"
      case "\r": quoted += "%0D"
      case "\n": quoted += "%0A"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
  }
}
