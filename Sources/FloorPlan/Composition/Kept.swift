/// Values by what they were made from; those that were not used for longest are let go.
struct Kept<Key: Hashable, Value> {
  private struct Entry {
    let value: Value
    let cost: Int
  }

  /// What all values together may cost.
  let costMax: Int
  // Two generations of half the cost each: what is used moves into the newer one, and when that is full the older
  // one is let go.
  private var newer: [Key: Entry] = [:]
  private var older: [Key: Entry] = [:]
  private var newerCost = 0

  init(costMax: Int) {
    self.costMax = costMax
  }

  subscript(key: Key) -> Value? {
    mutating get {
      if let known = newer[key] { return known.value }
      guard let known = older.removeValue(forKey: key) else { return nil }
      insert(known, for: key)
      return known.value
    }
  }

  /// Keeps a value that was not there; one that costs too much is not kept.
  mutating func keep(_ value: Value, for key: Key, cost: Int) {
    insert(Entry(value: value, cost: cost), for: key)
  }

  private mutating func insert(_ entry: Entry, for key: Key) {
    guard entry.cost <= costMax / 2 else { return }
    if newerCost + entry.cost > costMax / 2 {
      older = newer
      newer.removeAll()
      newerCost = 0
    }
    newerCost += entry.cost
    newer[key] = entry
  }
}
