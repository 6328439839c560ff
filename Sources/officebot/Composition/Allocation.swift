import CMalloc

/// How memory is given back to the system.
enum Allocation {
  /// Gives back what is free, also between what is in use.
  ///
  /// glibc keeps what a start needed to read an office: 12 MB of 25 with a year's history. Fixed limits
  /// (`M_MMAP_THRESHOLD`) would give it back by themselves, but every picture's memory as well: a booking then took
  /// 16 ms of the processor instead of 12.
  static func giveBackWhatIsFree() { malloc_trim(0) }
}
