/// One value inside a code, written in one way only.
struct Field<Value: Sendable>: Sendable {
  let write: @Sendable (Value, inout CodeWriter) -> Void
  let read: @Sendable (inout CodeReader) throws(UnreadableCode) -> Value
}

extension Field {
  /// A value that is read from another field's.
  func map<New>(
    _ make: @escaping @Sendable (Value) -> New?, _ value: @escaping @Sendable (New) -> Value
  ) -> Field<New> {
    Field<New>(
      write: { write(value($0), &$1) },
      read: { reader throws(UnreadableCode) in
        guard let new = make(try read(&reader)) else { throw UnreadableCode() }
        return new
      })
  }

  /// Fields one after another.
  static func sequence<each Part: Sendable>(_ fields: repeat Field<each Part>) -> Field
  where Value == (repeat each Part) {
    // A closure cannot capture a parameter pack, but a tuple of it.
    let fields = (repeat each fields)
    return Field(
      write: { parts, writer in repeat (each fields).write(each parts, &writer) },
      read: { reader throws(UnreadableCode) in (repeat try (each fields).read(&reader)) })
  }

  /// A value made of several fields.
  init<each Part: Sendable>(
    _ make: @escaping @Sendable (repeat each Part) -> Value, _ fields: repeat Field<each Part>,
    parts: @escaping @Sendable (Value) -> (repeat each Part)
  ) {
    self = Field<(repeat each Part)>.sequence(repeat each fields).map(
      { make(repeat each $0) }, parts)
  }

  static func dash(_ field: Field) -> Field { separated("-", field) }
  static func dot(_ field: Field) -> Field { separated(".", field) }
  static func bar(_ field: Field) -> Field { separated("|", field) }

  private static func separated(_ separator: Unicode.Scalar, _ field: Field) -> Field {
    Field(
      write: { value, writer in
        writer.append(String(separator))
        field.write(value, &writer)
      },
      read: { reader throws(UnreadableCode) in
        guard reader.skip(separator) else { throw UnreadableCode() }
        return try field.read(&reader)
      })
  }

  /// A value, or nothing.
  static func ifAny<Wrapped>(_ field: Field<Wrapped>) -> Field where Value == Wrapped? {
    Field(
      write: { value, writer in if let value { field.write(value, &writer) } },
      read: { reader throws(UnreadableCode) in
        var ahead = reader
        guard let value = try? field.read(&ahead) else { return nil }
        reader = ahead
        return value
      })
  }

  /// Values, each with a comma behind it.
  static func list<Element>(_ field: Field<Element>, countMax: Int) -> Field where Value == [Element] {
    Field(
      write: { values, writer in
        for value in values {
          field.write(value, &writer)
          writer.append(",")
        }
      },
      read: { reader throws(UnreadableCode) in
        var (values, ahead): ([Element], CodeReader) = ([], reader)
        while values.count < countMax, let value = try? field.read(&ahead), ahead.skip(",") {
          values.append(value)
          reader = ahead
        }
        return values
      })
  }
}

extension Field where Value: Coded {
  /// By a table of its own.
  static var coded: Field {
    Field(
      write: { Value.table.write($0, into: &$1) },
      read: { reader throws(UnreadableCode) in try Value.table.read(from: &reader) })
  }
}
