import Foundation

/// Why a document is no text.
public enum NoText: Error, Sendable, Hashable {
  /// There is nothing in it.
  case empty
  /// What it is instead, by its first bytes.
  case format(Format)
  /// Nothing known.
  case unknown

  /// What people send by mistake.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case xlsx = "XLSX"
    case xls = "XLS"
    case ods = "ODS"
    case docx = "DOCX"
    case odt = "ODT"
    case rtf = "RTF"
    case pdf = "PDF"
    case html = "HTML"
    case xml = "XML"
    case picture
    case archive

    /// Whether the program that wrote it can save it as CSV.
    public var isTable: Bool { [.xlsx, .xls, .ods, .html, .xml].contains(self) }
  }
}

/// The text of a document, in whatever encoding a table program or an editor wrote it.
struct DocumentText {
  /// Without a byte order mark.
  let text: String
  /// Whether another encoding could have been meant.
  let isGuess: Bool

  init(_ bytes: Data) throws(NoText) {
    guard !bytes.isEmpty else { throw .empty }
    if let format = NoText.Format(beginning: bytes) { throw .format(format) }
    guard let (text, isGuess) = Self.decoded(bytes) else { throw .unknown }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
    // A table program may be asked for CSV and write a web page all the same; 1С does.
    let beginning = text.prefix { $0 != ">" }.prefix(64).drop(while: \.isWhitespace).lowercased()
    if beginning.hasPrefix("<html") || beginning.hasPrefix("<!doctype html") { throw .format(.html) }
    if beginning.hasPrefix("<?xml") { throw .format(.xml) }
    self.text = text
    self.isGuess = isGuess
  }

  private static func decoded(_ bytes: Data) -> (String, isGuess: Bool)? {
    for (mark, encoding) in byteOrderMarks where bytes.starts(with: mark) {
      // A last byte too many is lost with a file that was cut.
      let unit = encoding == .utf8 ? 1 : mark.count
      let body = bytes.dropFirst(mark.count)
      let whole = Data(body.prefix(body.count / unit * unit))
      return (encoding == .utf8 ? String(decoding: whole, as: UTF8.self) : utf16(whole, encoding)).map {
        ($0, false)
      }
    }
    let controls = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
    // UTF-16 has a zero in every line end, and a control character's byte in every Cyrillic letter.
    if bytes.contains(0) || controls > bytes.count / 10 { return unmarkedUTF16(bytes) }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    let repaired = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let (broken, others) = (repaired.count { $0 == "\u{FFFD}" }, repaired.count { !$0.isASCII })
    if broken * 20 < others { return (String(repaired), true) }
    return SingleByteEncoding.likeliest(bytes)
  }

  /// The longer ones first, for one begins like another.
  private static let byteOrderMarks: [([UInt8], String.Encoding)] = [
    ([0xFF, 0xFE, 0, 0], .utf32LittleEndian), ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
  ]

  private static func utf16(_ bytes: Data, _ encoding: String.Encoding) -> String? {
    String(data: bytes, encoding: encoding)
  }

  /// Text in UTF-16 without a mark, in the order of bytes that makes letters of it.
  private static func unmarkedUTF16(_ bytes: Data) -> (String, isGuess: Bool)? {
    let whole = bytes.prefix(bytes.count / 2 * 2)
    return [String.Encoding.utf16LittleEndian, .utf16BigEndian].lazy
      .compactMap { String(data: Data(whole), encoding: $0) }
      .first { text in
        let usual = text.unicodeScalars.count { scalar in
          scalar.isASCII && scalar.value >= 0x20 || "\t\n\r".unicodeScalars.contains(scalar)
            || (0xA0...0x4FF).contains(scalar.value) || (0x2000...0x21FF).contains(scalar.value)
        }
        return usual * 10 >= text.unicodeScalars.count * 9
      }
      .map { ($0, false) }
  }
}

extension NoText.Format {
  /// The format of a file that begins so; nil for anything that may be text.
  init?(beginning bytes: Data) {
    let signatures: [(NoText.Format, [UInt8])] = [
      (.xls, [0xD0, 0xCF, 0x11, 0xE0]), (.pdf, Array("%PDF".utf8)), (.rtf, Array("{\\rtf".utf8)),
      (.picture, [0x89, 0x50, 0x4E, 0x47]), (.picture, [0xFF, 0xD8, 0xFF]), (.picture, Array("GIF8".utf8)),
      (.archive, Array("Rar!".utf8)), (.archive, [0x1F, 0x8B]), (.archive, [0x37, 0x7A, 0xBC, 0xAF]),
    ]
    if let format = signatures.first(where: { bytes.starts(with: $0.1) })?.0 {
      self = format
    } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      // Office documents are archives; the names of their parts stand in them uncompressed.
      let parts: [(NoText.Format, String)] = [
        (.ods, "opendocument.spreadsheet"), (.odt, "opendocument.text"), (.xlsx, "xl/"), (.docx, "word/"),
      ]
      self = parts.first { bytes.range(of: Data($0.1.utf8)) != nil }?.0 ?? .archive
    } else {
      return nil
    }
  }
}
