import Foundation
import Yams

/// A YAML text as nodes with their places.
struct YAMLDocument {
  struct Problem: Error, Hashable {
    let message: String
    let place: Place?
  }

  /// Nil for a text without content.
  let root: Node?
  /// Keys that are given twice, by the place of all but the last: ``Section`` refuses them.
  ///
  /// Yams stops at the first mapping with such keys and would hide every other mistake. So the first
  /// of them is given another name, of the same length to keep all places, and the text is read again.
  private(set) var renamedKeys: [Place: String] = [:]

  /// Another first letter for each renamed key, so that no two of them are the same again. They are from
  /// the private use area: nobody types them, and YAML allows them.
  private static let renamedKeyLetters = (0xE000...0xE031).compactMap { Unicode.Scalar($0 as UInt32) }

  init(text: String) throws(Problem) {
    var text = text
    var letters = Self.renamedKeyLetters[...]
    while true {
      do {
        root = try compose(yaml: text)
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = Place(context.mark)
        guard let key = keys.first, let letter = letters.popFirst(),
          let renamed = Self.text(text, renamingKey: key, at: place, toBeginWith: letter)
        else {
          throw Problem(
            message: "given twice: \(keys.map(\.inMessage).joined(separator: ", "))", place: place)
        }
        text = renamed
        renamedKeys[place] = key
      } catch {
        throw Self.problem(error, text: text)
      }
    }
  }

  private static func text(
    _ text: String, renamingKey key: String, at place: Place, toBeginWith letter: Unicode.Scalar
  ) -> String? {
    var scalars = text.unicodeScalars
    guard var index = scalars.index(of: place), let first = key.unicodeScalars.first else { return nil }
    if scalars[index] == "\"" || scalars[index] == "'" { scalars.formIndex(after: &index) }
    guard index < scalars.endIndex, scalars[index] == first else { return nil }
    scalars.replaceSubrange(index...index, with: CollectionOfOne(letter))
    return String(scalars)
  }

  private static func problem(_ error: any Error, text: String) -> Problem {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let context = context.map { ", \($0.text) from \($0.mark.line):\($0.mark.column)" } ?? ""
      return Problem(message: "is not valid YAML: \(problem)\(context)", place: Place(mark))
    case .reader(let problem, _, let value, _):
      // Yams' offset is missing inside a grapheme; the first such character is the one refused.
      let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init)
      let place = scalar.flatMap { text.unicodeScalars.place(ofFirst: $0) }
      return Problem(message: "is not valid YAML: \(problem)", place: place)
    default:
      return Problem(message: "is not valid YAML: \(error)", place: nil)
    }
  }
}

extension String.UnicodeScalarView {
  /// Walks the text as libYAML counts it; the last place is the end of the text.
  private func firstIndex(where found: (Index, Place) -> Bool) -> (index: Index, place: Place)? {
    var (line, column) = (1, 1)
    var previous: Unicode.Scalar?
    for index in indices {
      let scalar = self[index]
      if previous == "\r", scalar == "\n" {
        previous = scalar
        continue
      }
      let place = Place(line: line, column: column)
      if found(index, place) { return (index, place) }
      if scalar.isYAMLLineBreak { (line, column) = (line + 1, 1) } else { column += 1 }
      previous = scalar
    }
    return nil
  }

  fileprivate func index(of place: Place) -> Index? {
    firstIndex { _, candidate in candidate == place }?.index
  }

  fileprivate func place(ofFirst scalar: Unicode.Scalar) -> Place? {
    firstIndex { index, _ in self[index] == scalar }?.place
  }
}

extension Unicode.Scalar {
  fileprivate var isYAMLLineBreak: Bool {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
