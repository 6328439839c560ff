import OfficeActor

extension GuestName {
  /// The name within other text: one that is written from right to left does not turn the text around it.
  var inText: String {
    text.unicodeScalars.contains(where: \.isWrittenFromRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }
}

extension Unicode.Scalar {
  /// Hebrew, Arabic and their neighbours.
  fileprivate var isWrittenFromRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
