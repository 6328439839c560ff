import Foundation

/// The documented methods and types of the Bot API, as far as the sandbox serves them.
struct BotAPISpecification: Sendable {
  /// A parameter of a method or a field of a type.
  struct Field: Sendable {
    let name: String
    let types: [String]
    let isRequired: Bool
    /// The only value that the field may have.
    let constant: String?
  }

  /// An object, or a choice of objects.
  enum TypeShape: Sendable {
    case object([Field])
    case oneOf([String])
  }

  /// A specification that cannot be used.
  struct Unreadable: Error {}

  let version: String
  /// By name in lower case: Telegram ignores the case.
  let methods: [String: [Field]]
  let types: [String: TypeShape]

  init(_ text: String) throws {
    let json = try JSONParser.parse(text)
    guard let version = json["version"]?.string, let methods = json["methods"]?.object,
      let types = json["types"]?.object
    else { throw Unreadable() }
    self.version = version
    self.methods = Dictionary(
      uniqueKeysWithValues: methods.map { ($0.key.lowercased(), Self.fields($0.value)) })
    self.types = types.mapValues { value in
      if let choices = value["one_of"]?.array { return .oneOf(choices.compactMap(\.string)) }
      return .object(Self.fields(value))
    }
  }

  /// The specification that comes with the sandbox.
  static func bundled() throws -> BotAPISpecification {
    try BotAPISpecification(String(decoding: Resources.data("bot-api.json"), as: UTF8.self))
  }

  private static func fields(_ value: JSON) -> [Field] {
    (value.array ?? []).map { field in
      Field(
        name: field[0]?.string ?? "", types: (field[1]?.string ?? "").split(separator: "|").map(String.init),
        isRequired: field[2]?.bool ?? false, constant: field[3]?.string)
    }
  }
}
