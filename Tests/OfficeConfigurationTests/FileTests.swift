import Foundation
import OfficeActor
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("A configuration file that cannot be read as one")
struct FileTests {
  @Test(
    "is refused with a message that says why",
    arguments: [
      MistakesRow("", "office.yaml: is empty; at least `admins` and `seats` are needed"),
      MistakesRow("\n# nothing yet\n", "office.yaml: is empty; at least `admins` and `seats` are needed"),
      MistakesRow("---\n...\n", "office.yaml: is empty; at least `admins` and `seats` are needed"),
      MistakesRow("- 1\n", "office.yaml:1:1: must consist of lines `key: value`"),
      MistakesRow("office", "office.yaml:1:1: must consist of lines `key: value`"),
      MistakesRow(
        "office: {name: А\nseats: []\n",
        "office.yaml:2:6: is not valid YAML: did not find expected ',' or '}', "
          + "while parsing a flow mapping from 1:9"),
      MistakesRow(
        "office:\n\tname: А\n",
        "office.yaml:2:1: is not valid YAML: found character that cannot start any token, "
          + "while scanning for the next token from 2:1"),
      MistakesRow(
        "office: { name: \"А\n",
        "office.yaml:2:1: is not valid YAML: found unexpected end of stream, while scanning a quoted scalar "
          + "from 1:17"),
      MistakesRow(
        "office:\r\n  name: А\u{7}\r\n",
        "office.yaml:2:10: is not valid YAML: control characters are not allowed"),
      MistakesRow("office: *nobody", "office.yaml:1:9: is not valid YAML: found undefined alias"),
      MistakesRow(
        "office: {}\n---\noffice: {}\n",
        "office.yaml:2:1: is not valid YAML: but found another document, expected a single document in the "
          + "stream from 1:1"),
      MistakesRow(
        String(repeating: "[", count: 100_000),
        "office.yaml:1:1: is not valid YAML: Maximum nesting level reached, set with "
          + "yaml_set_max_nest_level()), while parsing from 1:1"),
      MistakesRow(
        "office: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
          + "\nadmins: [1]\nseats: [{ id: a }]\n",
        "office.yaml:1:9: office: expected keys with values, not a list"),
      MistakesRow(
        "# " + String(repeating: "x", count: 1_000_000),
        "office.yaml: is larger than 1000000 bytes, which is not a file this program reads"),
    ])
  func refused(row: MistakesRow) throws {
    let folder = try TemporaryFolder()
    #expect(try folder.mistakes(row.yaml) == row.mistakes)
  }

  @Test("is named when it is not there, is a folder, or is not UTF-8")
  func notText() throws {
    let folder = try TemporaryFolder()
    #expect(
      mistakes(at: folder.path("absent.yaml")) == "\(folder.path("absent.yaml")): there is no such file")
    #expect(mistakes(at: folder.path("")) == "\(folder.path("")): is a folder, not a file")
    try Data([0x61, 0x0A, 0xCE, 0xF4, 0xE8, 0xF1]).write(to: folder.url.appending(path: "cp1251.yaml"))
    #expect(
      mistakes(at: folder.path("cp1251.yaml"))
        == "\(folder.path("cp1251.yaml")):2: is not UTF-8 text; save it as UTF-8")
  }

  @Test("is bounded even where it has no end")
  func device() {
    #expect(
      mistakes(at: "/dev/zero")
        == "/dev/zero: is larger than 1000000 bytes, which is not a file this program reads")
  }

  @Test("may begin with a byte order mark, end its lines with CRLF, and share parts by anchors")
  func variants() throws {
    let folder = try TemporaryFolder()
    let yaml = "\u{FEFF}ofice: 1\r\nadmins: &a [1]\r\nseats: [{ id: a }]\r\n"
    #expect(
      try folder.mistakes(yaml) == [
        "office.yaml:1:1: ofice: is not a key that is known here; did you mean `office`?"
      ])
    let shared = "jobs: { cleanup_at: &t 04:00, digest_at: *t }\nadmins: [1]\nseats: [{ id: a }]\n"
    #expect(try folder.load(shared).jobs.digestAt == TimeOfDay(hour: 4, minute: 0))
  }

  private func mistakes(at path: String) -> String {
    do {
      _ = try Configuration.load(from: path, environment: [:]) { _ in }
      return ""
    } catch {
      return error.description
    }
  }
}
