import Foundation
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("A table for spreadsheets")
struct CSVTableTests {
  private func text(_ fields: String...) -> String {
    let bytes = CSVTable(header: fields, rows: [[String]](), leftOut: russian.rowsLeftOut).bytes
    return String(decoding: bytes.dropFirst(3), as: UTF8.self)
  }

  @Test("begins with a byte order mark and ends its lines as spreadsheets want them")
  func whole() {
    let table = CSVTable(
      header: ["Имя", "День"], rows: [["Анна", "ср"], ["Борис", ""]], leftOut: russian.rowsLeftOut)
    #expect(table.bytes == Data("\u{FEFF}Имя;День\r\nАнна;ср\r\nБорис;\r\n".utf8))
    #expect(table.rowsLeftOut == 0)
  }

  @Test(
    "writes every field so that it is read as the text it is",
    arguments: [
      ("просто", "просто"), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a,b", "a,b"),
      ("=1+1", "'=1+1"), ("+7 900", "'+7 900"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("=\u{301}", "'=\u{301}"), ("x=1", "x=1"), ("", ""),
      ("=HYPERLINK(\"a\";\"b\")", "\"'=HYPERLINK(\"\"a\"\";\"\"b\"\")\""),
      ("\"\u{301};", "\"\"\"\u{301};\""),
    ])
  func fields(field: String, written: String) {
    #expect(Array(text(field).unicodeScalars) == Array((written + "\r\n").unicodeScalars))
  }

  @Test("is cut at whole lines where it would get too long, and says so")
  func cut() {
    let table = CSVTable(
      header: ["Имя"], rows: (1...100).map { ["имя \($0)"] }, bytesMax: 100, leftOut: russian.rowsLeftOut)
    let lines = String(decoding: table.bytes, as: UTF8.self).components(separatedBy: "\r\n").dropLast()
    #expect(table.rowsLeftOut == 100 - (lines.count - 2))
    #expect(lines.last == "Не поместилось строк: \(table.rowsLeftOut)")
  }
}
