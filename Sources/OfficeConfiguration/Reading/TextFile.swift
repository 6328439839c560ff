import Foundation

/// Reading a text file that people edit, with a plain answer to everything that can be wrong with it.
enum TextFile {
  struct Problem: Error, Hashable {
    let message: String
    var line: Int?
  }

  /// The file's text without a byte order mark.
  ///
  /// - Parameter bytesMax: a larger file is refused; not more than this is ever read.
  static func text(of file: URL, bytesMax: Int) throws(Problem) -> String {
    let bytes = try bytes(of: file, bytesMax: bytesMax)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(message: "is not UTF-8 text; save it as UTF-8", line: firstLineNotUTF8(bytes))
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The file's bytes, in whatever encoding its text is.
  static func bytes(of file: URL, bytesMax: Int) throws(Problem) -> Data {
    do throws(PathFailure) {
      guard try FileKind(at: file) == .file else { throw PathFailure(EISDIR) }
      guard access(file.pathWithoutSlash, R_OK) == 0 else { throw PathFailure() }
    } catch {
      throw Problem(message: error.ofReading)
    }
    let bytes = try bytes(of: file, countMax: bytesMax + 1)
    guard bytes.count <= bytesMax else {
      throw Problem(message: "is larger than \(bytesMax) bytes, which is not a file this program reads")
    }
    return bytes
  }

  private static func bytes(of file: URL, countMax: Int) throws(Problem) -> Data {
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      return try handle.read(upToCount: countMax) ?? Data()
    } catch {
      throw Problem(message: "cannot be read: \(error)")
    }
  }

  private static func firstLineNotUTF8(_ bytes: Data) -> Int? {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }
      .map { $0 + 1 }
  }
}

extension PathFailure {
  /// After the name of what was to be read.
  fileprivate var ofReading: String {
    if code == EISDIR {
      "is a folder, not a file"
    } else if isMissing {
      description
    } else {
      "cannot be read: \(self)"
    }
  }
}
