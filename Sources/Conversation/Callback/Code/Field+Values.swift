import OfficeActor

extension Field where Value: FixedWidthInteger {
  /// In base 36, without leading zeros.
  static func number(in range: ClosedRange<Value> = 0...Value.max) -> Field {
    Field(
      write: { $1.append(String($0, radix: 36)) },
      read: { reader throws(UnreadableCode) in
        let text = reader.text { ("0"..."9").contains($0) || ("a"..."z").contains($0) }
        guard let number = Value(text, radix: 36), range.contains(number),
          String(number, radix: 36) == text
        else { throw UnreadableCode() }
        return number
      })
  }
}

extension Field where Value: RawRepresentable, Value.RawValue: FixedWidthInteger & Sendable {
  static var id: Field {
    Field<Value.RawValue>.number().map({ Value(rawValue: $0) }, { $0.rawValue })
  }
}

extension Field where Value == Character {
  fileprivate static var character: Field {
    Field(
      write: { $1.append(String($0)) },
      read: { reader throws(UnreadableCode) in Character(try reader.next()) })
  }
}

extension Field where Value: RawRepresentable, Value.RawValue == Character {
  static var letter: Field { Field<Character>.character.map({ Value(rawValue: $0) }, { $0.rawValue }) }
}

extension Field where Value == Bool {
  static var flag: Field {
    Field<Character>.character.map({ ["0": false, "1": true][$0] }, { $0 ? "1" : "0" })
  }
}

extension Field where Value == Int {
  /// Number of a page or part; decoding bound: the bot never writes a larger one.
  static var page: Field { .number(in: 0...100_000) }

  /// A page, of which the first is not written.
  static func unlessFirst(_ page: Field) -> Field {
    Field<Int?>.ifAny(page).map({ $0 == 0 ? nil : .some($0 ?? 0) }, { $0 == 0 ? nil : $0 })
  }
}

extension Field where Value == Int? {
  /// A part of something, or the whole of it.
  static var part: Field { .ifAny(.dash(.page)) }
}

extension Field where Value == Day {
  /// Decoding bound: days after the year 2243 are not read.
  static var day: Field {
    Field<Int>.number(in: 0...100_000).map({ Day(number: $0) }, { $0.number })
  }
}

extension Field where Value == Set<Weekday> {
  /// A bit for each, Monday's the lowest.
  static var weekdays: Field {
    let all = Weekday.allCases
    return Field<Int>.number(in: 0...(1 << all.count - 1)).map(
      { bits in Set(all.indices.filter { bits & 1 << $0 != 0 }.map { all[$0] }) },
      { weekdays in all.indices.reduce(0) { weekdays.contains(all[$1]) ? $0 | 1 << $1 : $0 } })
  }
}

extension Field where Value == Seat.ID {
  /// An id without the signs that separate places and trails.
  static var seat: Field {
    Field(
      write: { $1.append(escaped($0)) },
      read: { reader throws(UnreadableCode) in
        let text = reader.text { $0 != "." && $0 != "|" }
        let seat = Seat.ID(
          text.replacing("~2", with: "|").replacing("~1", with: ".").replacing("~0", with: "~"))
        guard !text.isEmpty, escaped(seat) == text else { throw UnreadableCode() }
        return seat
      })
  }

  private static func escaped(_ seat: Seat.ID) -> String {
    seat.rawValue.replacing("~", with: "~0").replacing(".", with: "~1").replacing("|", with: "~2")
  }

  /// An id as it is, whatever signs it has, up to the last bar.
  static var plainSeat: Field {
    Field(
      write: { $1.append($0.rawValue) },
      read: { reader throws(UnreadableCode) in
        let text = reader.text(upToLast: "|")
        guard !text.isEmpty else { throw UnreadableCode() }
        return Seat.ID(text)
      })
  }
}

extension Field where Value == Seat.ID? {
  static var seatIfAny: Field { .ifAny(.plainSeat) }
}

extension Field where Value == String {
  /// All that is left: what was typed may be anything.
  static var rest: Field {
    Field(
      write: { $1.append($0) }, read: { reader throws(UnreadableCode) in reader.text { _ in true } })
  }
}

extension Field where Value == GuestName {
  static var guestName: Field { Field<String>.rest.map({ GuestName($0) }, { $0.text }) }
}
