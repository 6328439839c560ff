import Yams

/// A place in a file, as editors count: lines and columns from 1, columns in Unicode scalars.
///
/// libYAML counts from 0; Yams' marks already count from 1.
struct Place: Sendable, Hashable {
  let line: Int
  let column: Int
}

extension Place {
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }

  init?(_ node: Node) {
    guard let mark = node.mark else { return nil }
    self.init(mark)
  }
}
