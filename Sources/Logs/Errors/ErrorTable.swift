import Foundation
import OfficeActor

/// The error log as a value: groups, each with its counts by quarter of an hour.
struct ErrorTable {
  struct Key: Hashable {
    let kind: String
    let place: String
  }

  struct Group {
    /// Between 1 and ``groupsMax``; the next group to need one gets the id of one that is gone.
    let id: Int
    var example: String
    /// In the order of time, never empty.
    var counts: [Count]
  }

  /// Errors of a group in one quarter of an hour.
  struct Count: Hashable {
    /// Since 1970.
    var quarter: Int
    var count: Int
    var first: Date
    var last: Date

    mutating func merge(_ other: Count) {
      count += other.count
      first = min(first, other.first)
      last = max(last, other.last)
    }
  }

  /// When there are more, the group that was silent longest goes.
  static let groupsMax = 500
  /// When a group has more, its two oldest become one: the sum stays, the times become coarser.
  static let countsMax = 200
  /// A quarter: every time zone differs from UTC by whole quarters.
  private static let quarterSeconds = 900.0

  private(set) var groups: [Key: Group] = [:]

  /// - Returns: the id of the group.
  mutating func add(_ count: Count, to key: Key, example: String) -> Int {
    var group = groups[key] ?? Group(id: makeRoom(), example: example, counts: [])
    if count.last >= group.counts.last?.last ?? .distantPast { group.example = example }
    if let index = group.counts.lastIndex(where: { $0.quarter <= count.quarter }) {
      if group.counts[index].quarter == count.quarter {
        group.counts[index].merge(count)
      } else {
        group.counts.insert(count, at: index + 1)
      }
    } else {
      group.counts.insert(count, at: 0)
    }
    if group.counts.count > Self.countsMax {
      let oldest = group.counts.removeFirst()
      group.counts[0].merge(oldest)
    }
    groups[key] = group
    return group.id
  }

  /// - Returns: the ids of the groups that changed.
  mutating func forget(before moment: Date) -> Set<Int> {
    var changed: Set<Int> = []
    for (key, var group) in groups {
      let count = group.counts.count
      group.counts.removeAll { $0.last < moment }
      guard group.counts.count < count else { continue }
      changed.insert(group.id)
      groups[key] = group.counts.isEmpty ? nil : group
    }
    return changed
  }

  /// The groups of the quarters that begin within the span, the newest first.
  func groups(from start: Date, to end: Date) -> [ErrorGroup] {
    let quarters = Self.quarter(of: start)..<max(Self.quarter(of: start), Self.quarter(of: end))
    return groups.compactMap { key, group in
      let counts = group.counts.filter { quarters.contains($0.quarter) }
      guard var sum = counts.first else { return nil }
      for count in counts.dropFirst() { sum.merge(count) }
      return ErrorGroup(
        kind: key.kind, place: key.place, count: sum.count, first: sum.first, last: sum.last,
        example: group.example)
    }
    .sorted { ($1.last, $0.kind, $0.place) < ($0.last, $1.kind, $1.place) }
  }

  static func quarter(of moment: Date) -> Int {
    Int((moment.timeIntervalSince1970 / quarterSeconds).rounded(.down))
  }

  /// An id for another group; if there is none left, the oldest group gives its own.
  private mutating func makeRoom() -> Int {
    guard groups.count >= Self.groupsMax else {
      let taken = Set(groups.values.map(\.id))
      return (1...Self.groupsMax).first { !taken.contains($0) } ?? Self.groupsMax
    }
    let oldest = groups.min { $0.value.lastTime < $1.value.lastTime }
    guard let oldest else { return 1 }
    groups[oldest.key] = nil
    return oldest.value.id
  }
}

extension ErrorTable.Group {
  fileprivate var lastTime: Date { counts.last?.last ?? .distantPast }
}
