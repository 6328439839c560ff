extension String {
  /// FNV-1a of the text: the same from start to start, which Swift's own hashes are not.
  package var stableDigest: UInt64 {
    utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
