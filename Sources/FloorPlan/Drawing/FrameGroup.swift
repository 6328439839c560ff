/// Frames that overlap, or are connected by others that do.
struct FrameGroup: Sendable, Hashable {
  /// Around all of them.
  private(set) var frame: Frame
  /// Their positions in a list of frames, ascending.
  private(set) var members: [Int]

  /// Groups whose own frames do not overlap and that together hold all of these frames.
  static func disjoint(_ frames: [Frame]) -> [FrameGroup] {
    var groups = frames.enumerated().map { FrameGroup(frame: $1, members: [$0]) }
    while true {
      let joined = joined(groups)
      if joined.count == groups.count { break }
      groups = joined
    }
    for group in groups.indices { groups[group].members.sort() }
    return groups
  }

  /// Joins groups that overlap. What is joined may overlap others then.
  private static func joined(_ groups: [FrameGroup]) -> [FrameGroup] {
    var done: [FrameGroup] = []
    /// Those that may reach down to the next one.
    var open: [FrameGroup] = []
    for var group in groups.sorted(by: { $0.frame.y < $1.frame.y }) {
      var kept: [FrameGroup] = []
      for other in open {
        if other.frame.overlaps(group.frame) {
          group.join(other)
        } else if other.frame.maxY <= group.frame.y {
          done.append(other)
        } else {
          kept.append(other)
        }
      }
      open = kept + [group]
    }
    return done + open
  }

  private mutating func join(_ other: FrameGroup) {
    frame = frame.union(other.frame)
    members += other.members
  }
}
