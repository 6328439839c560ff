/// How urgent a call is.
public enum Lane: Sendable, Hashable, CaseIterable {
  /// Somebody tapped or wrote and looks at the screen: goes first.
  case answer
  /// Nobody waits for it at this moment.
  case notice
}

/// One of something for each lane.
struct PerLane<Value: Sendable>: Sendable {
  private var answer: Value
  private var notice: Value

  init(_ value: Value) {
    answer = value
    notice = value
  }

  subscript(lane: Lane) -> Value {
    get {
      switch lane {
      case .answer: answer
      case .notice: notice
      }
    }
    set {
      switch lane {
      case .answer: answer = newValue
      case .notice: notice = newValue
      }
    }
  }
}
