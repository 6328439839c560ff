import Foundation
import Yams

/// What the reading of one configuration file shares: where it is, and what was found wrong so far.
///
/// Reading goes on after a mistake, so that all of them are named at once.
final class Reader {
  /// Far above any office's file; keeps a wrong path (a database, a device) from filling memory.
  static let fileBytesMax = 1_000_000
  /// Enough to work through; after a damaged file more would only scroll the first ones away.
  static let mistakesMax = 100

  /// The file as the operator named it, for messages.
  let file: String
  /// What relative paths in the file start from.
  let folder: URL
  let environment: [String: String]
  /// Every key that was asked for, so that a test can hold the example against it.
  private(set) var keysAsked: Set<String> = []
  /// Places of the given values, by key.
  private var places: [String: Place] = [:]
  private var mistakes: [Configuration.Finding] = []
  private var notes: [Configuration.Finding] = []
  private var renamedKeys: [Place: String] = [:]

  init(file: String, environment: [String: String]) {
    self.file = file
    self.folder = URL(filePath: file).absoluteURL.deletingLastPathComponent()
    self.environment = environment
  }

  /// How many mistakes there are, to see whether a part was read without any.
  var mistakeCount: Int { mistakes.count }

  /// Reads the file and hands its top level to `read`; throws if anything at all is wrong.
  ///
  /// - Parameter note: told, if nothing is wrong, what is worth knowing all the same.
  func readFile<Value>(
    noting note: (Configuration.Finding) -> Void, _ read: (Section) -> Value?
  ) throws(Configuration.Mistakes) -> Value {
    var value: Value?
    if let root = rootSection() {
      value = read(root)
      root.refuseUnknownKeys()
    }
    guard let value else { throw Configuration.Mistakes(mistakes: sorted(mistakes)) }
    try throwMistakes()
    sorted(notes).forEach(note)
    return value
  }

  func throwMistakes() throws(Configuration.Mistakes) {
    guard mistakes.isEmpty else { throw Configuration.Mistakes(mistakes: sorted(mistakes)) }
  }

  /// Reads the file and hands its top level to `read`, which asks for a part only; throws if that is wrong.
  func readPart<Value>(_ read: (Section) -> Value) throws(Configuration.Mistakes) -> Value {
    if let root = rootSection() {
      let elsewhere = mistakeCount
      let value = read(root)
      if mistakeCount == elsewhere { return value }
    }
    throw Configuration.Mistakes(mistakes: sorted(mistakes))
  }

  func addMistake(_ message: String, key: String = "", at place: Place? = nil) {
    add(finding(message, key: key, at: place))
  }

  func addNote(_ message: String, key: String, at place: Place?) {
    notes.append(finding(message, key: key, at: place))
  }

  func add(_ mistake: Configuration.Finding) {
    guard mistakes.count < Self.mistakesMax else { return }
    mistakes.append(mistake)
  }

  func noteAsked(_ key: String, at place: Place?) {
    keysAsked.insert(key)
    if let place { places[key] = place }
  }

  /// A finding about a key that was read, at the place of its value.
  func finding(_ message: String, key: String) -> Configuration.Finding {
    finding(message, key: key, at: places[key])
  }

  /// The text of a key, also of one that ``YAMLDocument`` had to rename.
  func keyText(of node: Node) -> String? {
    guard case .scalar(let scalar) = node else { return nil }
    return scalar.mark.flatMap { renamedKeys[Place($0)] } ?? scalar.string
  }

  /// A path of the file, made absolute.
  func resolve(_ path: String, isDirectory: Bool) -> URL {
    URL(filePath: path, directoryHint: isDirectory ? .isDirectory : .notDirectory, relativeTo: folder)
      .standardizedFileURL
  }

  /// A path of the file as messages name it: beside the configuration file as that was named.
  func displayed(_ path: String) -> String {
    let prefix = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return path.hasPrefix("/") || prefix.isEmpty ? path : prefix.joined(separator: "/") + "/" + path
  }

  private func rootSection() -> Section? {
    guard let document = document() else { return nil }
    renamedKeys = document.renamedKeys
    guard let root = document.root, !Entry(node: root, key: "", place: nil, reader: self).isNull else {
      addMistake("is empty; at least `admins` and `seats` are needed")
      return nil
    }
    guard case .mapping(let mapping) = root else {
      addMistake("must consist of lines `key: value`", at: Place(root))
      return nil
    }
    return Section(mapping, key: "", reader: self)
  }

  private func document() -> YAMLDocument? {
    let text: String
    do {
      text = try TextFile.text(of: URL(filePath: file), bytesMax: Self.fileBytesMax)
    } catch {
      add(Configuration.Finding(file: file, line: error.line, message: error.message))
      return nil
    }
    do {
      return try YAMLDocument(text: text)
    } catch {
      addMistake(error.message, at: error.place)
      return nil
    }
  }

  private func finding(_ message: String, key: String, at place: Place?) -> Configuration.Finding {
    Configuration.Finding(file: file, line: place?.line, column: place?.column, key: key, message: message)
  }

  private func sorted(_ findings: [Configuration.Finding]) -> [Configuration.Finding] {
    func order(_ finding: Configuration.Finding) -> (Int, String, Int, Int) {
      (finding.file == file ? 0 : 1, finding.file, finding.line ?? 0, finding.column ?? 0)
    }
    return findings.sorted { order($0) < order($1) }
  }
}
