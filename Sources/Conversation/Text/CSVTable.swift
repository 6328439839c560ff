import Foundation

/// A table for spreadsheets: UTF-8 with a byte order mark, `;`, CRLF.
struct CSVTable {
  /// The document, within ``bytesMax``.
  let bytes: Data
  /// Rows for which there was no room; the last line then says so.
  let rowsLeftOut: Int

  /// A longer document is cut: nobody reads on, and Telegram takes 50 MB at most.
  static let bytesMax = 10_000_000

  /// - Parameter leftOut: says how many rows had no room.
  init(
    header: [String], rows: some Sequence<[String]>, bytesMax: Int = Self.bytesMax, leftOut: (Int) -> String
  ) {
    var text = Data("\u{FEFF}".utf8)
    text.append(Self.line(header))
    var left = 0
    for row in rows {
      let line = Self.line(row)
      if left == 0, text.count + line.count <= bytesMax { text.append(line) } else { left += 1 }
    }
    if left > 0 { text.append(Self.line([leftOut(left)])) }
    bytes = text
    rowsLeftOut = left
  }

  private static func line(_ fields: [String]) -> Data {
    Data((fields.map(field).joined(separator: ";") + "\r\n").utf8)
  }

  /// A field that a spreadsheet would take for a formula begins with an apostrophe.
  private static func field(_ text: String) -> String {
    // By code points: «=» and an accent are one character, and a spreadsheet does not care.
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let defused = isFormula ? "'" + text : text
    guard defused.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else {
      return defused
    }
    let doubled = defused.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }
}
