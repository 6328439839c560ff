/// Layouts that were searched for, by what they were searched for. Not for more than one thread.
final class FloorLayouts {
  private struct Key: Hashable {
    var zones: [Run] = []
    let hasNames: Bool
    let showsLegend: Bool
  }

  /// Seats of one zone, one after the other: texts take longer to hash than to compare.
  private struct Run: Hashable {
    let zone: String
    var count: Int
  }

  /// An office has one floor and its parts, with names and without.
  private static let layoutsMax = 64

  private var known = Kept<Key, FloorLayout?>(costMax: layoutsMax)

  /// The layout for seats of which only the zones matter; nil if the desks would be too small to be read.
  func layout(zones: [String], hasNames: Bool, showsLegend: Bool) -> FloorLayout? {
    var key = Key(hasNames: hasNames, showsLegend: showsLegend)
    for zone in zones {
      if let last = key.zones.indices.last, key.zones[last].zone == zone {
        key.zones[last].count += 1
      } else {
        key.zones.append(Run(zone: zone, count: 1))
      }
    }
    if let layout = known[key] { return layout }
    let layout = FloorLayout(zones: zones, hasNames: hasNames, showsLegend: showsLegend)
    known.keep(layout, for: key, cost: 1)
    return layout
  }
}
