/// What the signs on a floor mean, in the words of the person who looks at it.
public struct FloorLegend: Sendable, Hashable {
  private let words: [SeatState: String]

  /// A word for each state of a seat.
  public init(
    free: String, taken: String, own: String, heldForYou: String, held: String, closed: String
  ) {
    words = [
      .free: free, .taken: taken, .own: own, .heldForYou: heldForYou, .held: held, .closed: closed,
    ]
  }

  /// The word for a state.
  subscript(state: SeatState) -> String { words[state] ?? "" }
}
