extension Configuration {
  /// One thing to say about the configuration, and where: a mistake, or a note that keeps nothing from starting.
  package struct Finding: Sendable, Hashable {
    /// The file as it was named on the command line or in the configuration.
    let file: String
    /// From 1, as editors count; nil where the file as a whole is meant.
    var line: Int?
    /// From 1, in Unicode scalars.
    var column: Int?
    /// Dotted path of the key, `office.time_zone`; empty where no key is meant.
    var key = ""
    let message: String
  }

  /// Everything that is wrong with the configuration, in the order of the files' lines; never empty.
  package struct Mistakes: Error, Hashable, CustomStringConvertible {
    package let mistakes: [Finding]

    package var description: String { mistakes.map(\.description).joined(separator: "\n") }
  }
}

extension Configuration.Finding: CustomStringConvertible {
  /// `config/office.yaml:12:14: office.time_zone: «Europe/Moskow» is not a time zone`.
  package var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(
      separator: ":")
    return [place, key, message].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
