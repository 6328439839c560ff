extension String {
  /// Describes the place in a document at which decoding failed, without the values found there.
  init(describingPlaceOf error: any Error) {
    let (fault, context): (String, DecodingError.Context?) =
      switch error as? DecodingError {
      case .keyNotFound(let key, let context): ("no \(key.stringValue)", context)
      case .typeMismatch(_, let context): ("another type", context)
      case .valueNotFound(_, let context): ("null", context)
      case .dataCorrupted(let context): ("unreadable", context)
      default: ("unreadable", nil)
      }
    let path = context?.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(
      separator: ".")
    self = [path, fault].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
