import Foundation

/// Encodings with one byte a letter in which Russian lists of names are still written.
enum SingleByteEncoding: CaseIterable {
  /// Excel's and 1С's on Windows.
  case windows1251
  /// «CSV (MS-DOS)».
  case dos866
  case koi8
  /// Excel's on older Macs.
  case macCyrillic
  /// Excel's in Western Europe.
  case windows1252

  /// The text that reads most like names.
  static func likeliest(_ bytes: Data) -> (String, isGuess: Bool)? {
    let readings = allCases.compactMap { encoding in
      encoding.text(of: bytes).map { (text: $0, encoding: encoding, score: Self.score(of: $0)) }
    }
    // Of equals the first: Windows-1251.
    return readings.reversed().max { $0.score < $1.score }.map { ($0.text, $0.encoding != .windows1251) }
  }

  private func text(of bytes: Data) -> String? {
    switch self {
    case .windows1251: String(data: bytes, encoding: .windowsCP1251)
    case .windows1252: String(data: bytes, encoding: .windowsCP1252)
    case .dos866: Self.converted(bytes, from: "CP866")
    case .koi8: Self.converted(bytes, from: "KOI8-R")
    case .macCyrillic: Self.converted(bytes, from: "MAC-CYRILLIC")
    }
  }

  /// By the C library, which knows what Foundation does not; nil where its tables are not installed.
  private static func converted(_ bytes: Data, from encoding: String) -> String? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No character of theirs is longer in UTF-8.
    var output = [CChar](repeating: 0, count: 3 * bytes.count)
    let written: Int? = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, into) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        return iconv(converter, &from, &left, &into, &room) == -1 ? nil : output.count - room
      }
    }
    return written.map { String(decoding: output[..<$0].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }

  private static let common = Set("оеаинтрслвкмпОЕАИНТРСЛВКМП".unicodeScalars)
  private static let punctuation = Set("«»„“”‘’–—…№\u{A0}\u{AD}".unicodeScalars)

  /// Common letters speak for a reading; what names do not have, capitals after small letters and words of two
  /// alphabets speak against it.
  private static func score(of text: String) -> Int {
    var score = 0
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      if common.contains(scalar) { score += 1 }
      if !scalar.isASCII, !isLetter, !punctuation.contains(scalar) { score -= 3 }
      if isLetter, let before, before.properties.isAlphabetic {
        if before.properties.isLowercase, scalar.properties.isUppercase { score -= 3 }
        if before.isCyrillic != scalar.isCyrillic { score -= 3 }
      }
      before = scalar
    }
    return score
  }
}

extension Unicode.Scalar {
  var isCyrillic: Bool { (0x400...0x52F).contains(value) }
}
