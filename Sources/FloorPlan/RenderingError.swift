/// Why there is no picture. Screens then come with a standing picture or without any.
public enum RenderingError: Error, Sendable, Hashable {
  /// ``FloorPlanRenderer/waitingMax`` pictures are waiting already; try again later.
  case tooManyWaiting
  /// The task that asked was cancelled; nothing was drawn.
  case cancelled
  /// The drawing library refused, with its own words for the log.
  case notDrawn(String)
}
