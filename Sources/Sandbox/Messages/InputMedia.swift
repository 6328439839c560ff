/// What a request may say in `media`.
struct InputMedia {
  let kind: StoredFile.Kind
  let media: String
  let caption: String?
  let parseMode: String?
  let captionEntities: String?

  /// Reads the parameter as Telegram does.
  static func parse(_ text: String?) throws(Refusal) -> InputMedia {
    guard let text else { throw .badRequest("parameter \"media\" is required") }
    guard let value = try? JSONParser.parse(text) else {
      throw .badRequest("can't parse input media JSON object")
    }
    guard value.object != nil else { throw wrong("expected an Object") }
    let caption = try field("caption", of: value)
    let parseMode = try field("parse_mode", of: value)
    guard let type = try field("type", of: value) else { throw wrong("Can't find field \"type\"") }
    guard let media = try field("media", of: value), !media.isEmpty else { throw wrong("media not found") }
    let kind: StoredFile.Kind
    switch type {
    case "photo": kind = .photo
    case "document": kind = .document
    case "animation", "audio", "live_photo", "video":
      throw wrong("the sandbox does not know media of type \"\(type)\"")
    default: throw wrong("type \"\(type)\" is unsupported")
    }
    return InputMedia(
      kind: kind, media: media, caption: caption, parseMode: parseMode,
      captionEntities: value["caption_entities"]?.text)
  }

  private static func field(_ name: String, of value: JSON) throws(Refusal) -> String? {
    guard let member = value[name] else { return nil }
    guard let text = member.string else { throw wrong("Field \"\(name)\" must be of type String") }
    return text
  }

  private static func wrong(_ reason: String) -> Refusal { .badRequest("can't parse InputMedia: \(reason)") }
}
