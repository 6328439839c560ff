import CMalloc

/// How memory is taken from the system and given back.
enum Allocation {
  /// Big pieces come from the system one by one, and go back to it as soon as they are freed.
  ///
  /// glibc would raise the limit to the size of the first big piece that was freed, and keep what a start needs to
  /// read an office for good: 9 MB of 25 with a year's history.
  static func giveBackWhatIsFreed() {
    mallopt(M_MMAP_THRESHOLD, bigPiece)
    mallopt(M_TRIM_THRESHOLD, bigPiece)
  }

  /// In bytes; glibc's own default.
  private static let bigPiece: CInt = 128 * 1024
}
