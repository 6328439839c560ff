/// Where in a table the names are: by its header, else by what its columns look like.
struct TableLayout {
  /// Rows down to the header; they are not read.
  private(set) var rowsAbove = 0
  /// Of those, what looks like a name and is not one of the list all the same.
  private(set) var refusedAbove: [NameList.Refused] = []
  private(set) var guesses: Set<NameList.Guess> = []

  private let names: Names
  /// Columns that the header has; nil without one.
  private let headerColumns: Int?
  /// The fields of the header's rows, to know them again further down; empty without one.
  private let header: [[String]]
  /// Most rows have other columns filled than those of the name.
  private let hasOtherColumns: Bool

  /// The columns of the name.
  private enum Names {
    case column(Int)
    /// Surname, first name, patronymic.
    case columns([Int])
    /// The first field that can be one.
    case anywhere
  }

  /// What a row comes to.
  enum Reading {
    case name(PersonName)
    case refused(NameList.Reason)
    /// A ruler, or the header once more in the same words, as on every page of a printed list.
    case nothing
  }

  /// Rows among which the header is looked for: titles, dates and signatures stand above it.
  private static let rowsAboveMax = 15
  private static let namesAboveMax = 1
  private static let partsMax = 3
  /// Rows from which it is told what a column holds.
  private static let sampleRowsMax = 200
  /// Of a row that is refused no more is kept.
  private static let shownCharactersMax = 100

  init(_ table: Table) {
    if let (rows, names) = Self.header(of: table) {
      self.names = names
      headerColumns = table.rows[rows - 1].fields.count
      header = table.rows.prefix(rows).suffix(2).filter {
        $0.line == table.rows[rows - 1].line || $0.isAllHeaderWords
      }
      .map(\.fields)
      rowsAbove = rows
      refusedAbove = table.rows.prefix(rows).dropLast().compactMap { row in
        row.nameAboveHeader.map { NameList.Refused(line: row.line, reason: .aboveHeader($0)) }
      }
    } else {
      (names, guesses) = Self.guessed(table.rows)
      headerColumns = nil
      header = []
    }
    let own = Self.columns(of: names)
    let rows = table.rows.dropFirst(rowsAbove)
    hasOtherColumns =
      rows.count { row in row.fields.indices.contains { !own.contains($0) && !row[$0].isEmpty } } * 2
      > rows.count
  }

  // MARK: The header

  private static func header(of table: Table) -> (rows: Int, names: Names)? {
    var namesAbove = 0
    for (index, row) in table.rows.prefix(rowsAboveMax).enumerated() {
      guard var names = names(inHeader: row, above: table.rows.dropFirst(index + 1)) else {
        namesAbove += row.fields.contains { (try? PersonName($0))?.isUsual == true } ? 1 : 0
        // Titles may name somebody («Утверждаю: Иванов И.И.»); more of them are the list itself.
        if namesAbove > namesAboveMax { return nil }
        continue
      }
      var rows = index + 1
      // A header of two lines: «Сотрудник» above «Фамилия», «Имя», «Отчество».
      if let below = table.rows.dropFirst(rows).first, below.isAllHeaderWords,
        let finer = Self.names(inHeader: below, above: table.rows.dropFirst(rows + 1))
      {
        (names, rows) = (finer, rows + 1)
      }
      return (rows, names)
    }
    return nil
  }

  /// The columns that a header names; nil for a row that is none.
  private static func names(inHeader row: Table.Row, above rows: ArraySlice<Table.Row>) -> Names? {
    let words = row.fields.enumerated().map { column, field in
      HeaderWord.isRole(field) && !isRoleHeader(row, column, above: rows) ? nil : HeaderWord(field)
    }
    func column(_ word: HeaderWord) -> Int? { words.firstIndex { $0 == word } }
    if let column = column(.fullName) { return .column(column) }
    let parts = [column(.surname), column(.firstName), column(.patronymic)].compactMap(\.self)
    return parts.count == 1 ? .column(parts[0]) : parts.isEmpty ? nil : .columns(parts)
  }

  /// Whether a role heads a column of names, and is no value: below «Сотрудник» there are names, beside
  /// «Иванов Иван;Сотрудник» there is another role or a post.
  private static func isRoleHeader(
    _ row: Table.Row, _ column: Int, above rows: ArraySlice<Table.Row>
  ) -> Bool {
    let below = rows.prefix(sampleRowsMax).filter { !$0[column].isEmpty && $0.fields != row.fields }
    let names = below.count { other in
      guard let name = try? PersonName(other[column]) else { return false }
      // One word may be a post: «Стажёр». In a list of nothing else it is a name.
      return name.isUsual || row.fields.count == 1 && PersonName.isPart(name.text)
    }
    return names > 0 && names * 2 >= below.count
  }

  // MARK: Without a header

  private static func guessed(_ rows: [Table.Row]) -> (Names, Set<NameList.Guess>) {
    let columns = rows.map(\.fields.count).max() ?? 0
    guard columns > 1 else { return (.column(0), []) }
    let filled = rows.prefix(sampleRowsMax).filter { !$0.isBroken }
    func share(_ column: Int, _ isSo: (String) -> Bool) -> Bool {
      filled.count { isSo($0[column]) } * 2 >= max(filled.count, 1)
    }
    let whole = (0..<columns).filter { share($0) { (try? PersonName($0))?.isUsual == true } }
    // Names in every column: several on a line, which is refused by line.
    if whole.count == columns { return (.column(0), []) }
    if let column = whole.first {
      // Numbers before the names are those of a numbered list.
      let isPlain =
        whole.count == 1
        && filled.allSatisfy { row in
          (0..<column).allSatisfy { !row[$0].unicodeScalars.contains(where: \.properties.isAlphabetic) }
        }
      return (.column(column), isPlain ? [] : [.column(column + 1)])
    }
    let parts = (0..<columns).filter {
      share($0) { !$0.contains(" ") && !HeaderWord.isHeader($0) && PersonName.isPart($0) }
    }
    if let first = parts.first {
      let run = parts.enumerated().prefix { $0.element == first + $0.offset }.map(\.element)
      if run.count > 1 { return (.columns(Array(run.prefix(partsMax))), [.joined]) }
      return (.column(first), [.column(first + 1)])
    }
    return (.anywhere, [])
  }

  // MARK: Rows

  /// What a row below the header says.
  func reading(of row: Table.Row) -> Reading {
    guard !row.isBroken else { return .refused(.brokenQuote) }
    let whole = String(
      row.fields.filter { !$0.isEmpty }.joined(separator: ", ").prefix(Self.shownCharactersMax))
    if header.contains(row.fields) { return .nothing }
    if row.isAllHeaderWords { return .refused(.header(whole)) }
    do throws(PersonName.NoPerson) {
      var name = try name(in: row)
      // A heading among rows that say more: «Москва» above the people of Moscow.
      let isAlone = row.fields.count { !$0.isEmpty } == 1
      if isAlone, hasOtherColumns || headerColumns == nil && PersonName.mayBeHeading(name.text) {
        name.isUsual = false
      }
      // Below a header of its own one word is a name too.
      if headerColumns == 1, PersonName.isPart(name.text) { name.isUsual = true }
      return .name(name)
    } catch {
      switch error {
      case .nothing: return whole.contains { $0.isLetter || $0.isNumber } ? .refused(.noName) : .nothing
      case .noPerson: return .refused(.noPerson(whole))
      case .several: return .refused(.several(whole))
      case .header: return .refused(.header(whole))
      }
    }
  }

  private func name(in row: Table.Row) throws(PersonName.NoPerson) -> PersonName {
    switch names {
    case .column(let column):
      if let name = try? PersonName(row[column]), name.isUsual {
        if headerColumns == nil { try checkAlone(in: row, but: column) }
        return name
      }
      // «Ларина, Ольга» in a list in which others have no comma.
      let partsMax = headerColumns.map { 1 + row.fields.count - $0 } ?? Self.partsMax
      let parts = row.fields.dropFirst(column).prefix {
        !$0.contains(" ") && !HeaderWord.isRole($0) && PersonName.isPart($0)
      }
      let isSplit =
        row.fields.count > headerColumns ?? 1 && parts.count > 1 && !HeaderWord.isHeader(row[column])
      return try isSplit
        ? PersonName(parts: Array(parts.prefix(partsMax)), isJoined: true) : PersonName(row[column])
    case .columns(let columns):
      return try PersonName(parts: columns.map { row[$0] }, isJoined: headerColumns == nil)
    case .anywhere:
      let found = row.fields.compactMap { field -> PersonName? in try? PersonName(field) }
      if found.count(where: \.isUsual) > 1 { throw .several }
      guard let first = found.first else { return try PersonName(row.fields[0]) }
      return first
    }
  }

  /// «Иванов Иван, Петров Пётр» would else lose the second without a word.
  private func checkAlone(in row: Table.Row, but column: Int) throws(PersonName.NoPerson) {
    guard !guesses.contains(where: { if case .column = $0 { true } else { false } }) else { return }
    let others = row.fields.indices.filter { $0 != column }
    if others.contains(where: { (try? PersonName(row[$0]))?.isUsual == true }) { throw .several }
  }

  private static func columns(of names: Names) -> Set<Int> {
    switch names {
    case .column(let column): [column]
    case .columns(let columns): Set(columns)
    case .anywhere: [0]
    }
  }
}

extension Table.Row {
  /// What in a row above the header may be a name of the list all the same: what looks like one, or a word that
  /// stands alone.
  fileprivate var nameAboveHeader: String? {
    let filled = fields.filter { !$0.isEmpty }
    return filled.first { (try? PersonName($0))?.isUsual == true }
      ?? (filled.count == 1 ? filled.first { !HeaderWord.isHeader($0) && PersonName.isPart($0) } : nil)
  }

  /// Whether there is nothing in it but words of headers.
  fileprivate var isAllHeaderWords: Bool {
    fields.allSatisfy { $0.isEmpty || HeaderWord.isHeader($0) }
  }
}
