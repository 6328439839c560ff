/// A text as rows of fields: RFC 4180 with what programs make of it.
///
/// Written here and not taken from a library: those stop at the first broken quote and do not say on which line a
/// row began, while here each line is answered for.
struct Table {
  /// In the order of the lines; empty ones and comments are left out. A `#` that is a cell, or has a number behind it,
  /// begins no comment.
  let rows: [Row]
  /// The line from which on nothing was read, there being more than ``rowsMax``.
  let cutAt: Int?

  /// Rows that are read: twice as many as a list may have names.
  static let rowsMax = 2 * NameList.namesMax
  private static let fieldsMax = 200
  /// Nothing longer is a name; the rest of a field is not kept.
  private static let fieldCodePointsMax = 300

  /// A row with a field at least, or a broken one without.
  struct Row {
    /// On which it begins; the first is 1.
    let line: Int
    /// Without the space around them; none at the end is empty.
    let fields: [String]
    /// Whether a quote in it does not end where a field does.
    var isBroken = false

    subscript(column: Int) -> String { fields.indices.contains(column) ? fields[column] : "" }
  }

  /// Lines that one field may take: more is a quote that was never closed.
  private static let quotedLinesMax = 10
  /// What separates fields, the surest first: names have commas themselves.
  private static let separators: [Unicode.Scalar] = ["\t", ";", "|", ","]
  /// Lines from which the separator is told.
  private static let sampleLinesMax = 200

  init(_ text: String) {
    var reader = Reader(scalars: Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" }))
    let separator = reader.declaredSeparator() ?? reader.likeliestSeparator(of: Self.separators)
    rows = reader.rows(separatedBy: separator, atMost: Self.rowsMax)
    cutAt = reader.rows(separatedBy: separator, atMost: 1).first?.line
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var position = 0
    var line = 1

    /// Excel's `sep=;` on the first line, which it takes off.
    mutating func declaredSeparator() -> Unicode.Scalar? {
      var end = position
      while end < scalars.count, !Self.isNewline(scalars[end]) { end += 1 }
      let first = scalars[position..<end].filter { $0 != "\"" }
      guard first.count >= 5, String(String.UnicodeScalarView(first.prefix(4))).lowercased() == "sep=",
        first.dropFirst(5).allSatisfy({ $0 == first[4] })
      else { return nil }
      position = end
      if position < scalars.count { endLine() }
      return first[4]
    }

    /// The first that most lines have, else the one that most of them have, else one that stands at the ends of lines
    /// only; nil if there is none. A comma at the end is no separator.
    func likeliestSeparator(of separators: [Unicode.Scalar]) -> Unicode.Scalar? {
      let shares = separators.map { separator in
        var reader = self
        let rows = reader.rows(separatedBy: separator, atMost: Table.sampleLinesMax)
        return (separator: separator, share: (rows.count { $0.fields.count > 1 }, rows.count))
      }
      return shares.first { $0.share.0 * 2 >= max($0.share.1, 1) }?.separator
        ?? shares.reversed().max { $0.share.0 < $1.share.0 }.flatMap { $0.share.0 > 0 ? $0.separator : nil }
        ?? separators.first { $0 != "," && scalars[position...].contains($0) }
    }

    mutating func rows(separatedBy separator: Unicode.Scalar?, atMost count: Int) -> [Row] {
      var rows: [Row] = []
      while position < scalars.count, rows.count < count {
        let (start, first) = (position, line)
        if isComment(separatedBy: separator) {
          skipLine()
        } else if var fields = fields(separatedBy: separator) {
          while fields.last?.isEmpty == true { fields.removeLast() }
          if !fields.isEmpty { rows.append(Row(line: first, fields: fields)) }
        } else {
          // The quote is one line's fault: the next one is read as if it were not there.
          (position, line) = (start, first)
          skipLine()
          rows.append(Row(line: first, fields: [], isBroken: true))
        }
      }
      return rows
    }

    /// Whether the line is «# отдел ИТ», not «#;Имя;Фамилия» or «#1;Анна;Ли».
    private func isComment(separatedBy separator: Unicode.Scalar?) -> Bool {
      guard let mark = scalars[position...].firstIndex(where: { !Self.isSpace($0) || $0 == separator }),
        scalars[mark] == "#"
      else { return false }
      guard let next = scalars[(mark + 1)...].first else { return true }
      return next != separator && !("0"..."9").contains(next)
    }

    /// The fields up to the end of the row, which is taken off; nil if a quote is broken.
    private mutating func fields(separatedBy separator: Unicode.Scalar?) -> [String]? {
      var fields: [String] = []
      while true {
        while position < scalars.count, Self.isSpace(scalars[position]), scalars[position] != separator {
          position += 1
        }
        if position < scalars.count, scalars[position] == "\"" {
          guard let field = quotedField(before: separator) else { return nil }
          if fields.count < Table.fieldsMax { fields.append(field) }
        } else {
          let start = position
          while position < scalars.count, scalars[position] != separator, !Self.isNewline(scalars[position]) {
            position += 1
          }
          if fields.count < Table.fieldsMax { fields.append(Self.field(scalars[start..<position])) }
        }
        guard position < scalars.count, scalars[position] == separator else {
          if position < scalars.count { endLine() }
          return fields
        }
        position += 1
      }
    }

    private mutating func quotedField(before separator: Unicode.Scalar?) -> String? {
      var content: [Unicode.Scalar] = []
      let first = line
      position += 1
      while position < scalars.count {
        let scalar = scalars[position]
        if scalar == "\"" {
          position += 1
          guard position < scalars.count, scalars[position] == "\"" else {
            while position < scalars.count, Self.isSpace(scalars[position]), scalars[position] != separator {
              position += 1
            }
            let isEnd =
              position == scalars.count || scalars[position] == separator
              || Self.isNewline(scalars[position])
            return isEnd ? Self.field(content[...]) : nil
          }
          content.append("\"")
          position += 1
        } else if Self.isNewline(scalar) {
          content.append(" ")
          endLine()
          guard line - first < Table.quotedLinesMax else { return nil }
        } else {
          content.append(scalar)
          position += 1
        }
      }
      return nil
    }

    private mutating func skipLine() {
      while position < scalars.count, !Self.isNewline(scalars[position]) { position += 1 }
      if position < scalars.count { endLine() }
    }

    /// Takes off a line end: LF, CR, CR LF, or what editors take for one.
    private mutating func endLine() {
      let isPair =
        scalars[position] == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
      position += isPair ? 2 : 1
      line += 1
    }

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
      default: false
      }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace && !isNewline(scalar)
    }

    /// On one line, without Excel's `="…"` around what is text and no number, and without the end of a DOS file.
    private static func field(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      let words = scalars.prefix(Table.fieldCodePointsMax).filter { $0 != "\u{1A}" }
        .split { $0.properties.isWhitespace }
      let text = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
      guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else { return text }
      return String(text.dropFirst(2).dropLast()).replacing("\"\"", with: "\"")
    }
  }
}
