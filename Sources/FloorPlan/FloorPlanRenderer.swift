import Synchronization

/// Draws pictures as PNG files, on a thread of its own, one after the other.
public actor FloorPlanRenderer {
  /// How many pictures may wait, the one being drawn included; more are refused.
  public static let waitingMax = 64
  /// Part of every ``ContentID``; raise it when the same picture begins to be drawn differently.
  static let version = 3

  private let plan: OwnPlan?
  private let thread = RenderThread()
  private let layouts = FloorLayouts()
  private let compositor = Compositor()
  private let waiting = Mutex(0)

  /// A renderer with its thread, which lives as long as the renderer.
  ///
  /// - Parameter plan: the office's own drawing of its floor; without one floors are laid out from their seats.
  public init(plan: OwnPlan? = nil) {
    self.plan = plan
  }

  deinit {
    thread.finish()
  }

  /// Where the renderer's work is done: its own thread.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// What a picture would show; cheap, and needs no thread.
  public nonisolated func contentID(of picture: Picture) -> ContentID {
    ContentID(of: picture, plan: plan)
  }

  /// Draws a picture: a PNG of up to 1280 pixels on the longer side.
  ///
  /// A picture whose task is cancelled before its turn is not drawn.
  ///
  /// - Throws: ``RenderingError`` if it cannot be drawn, or was not because its task was cancelled.
  public nonisolated func png(of picture: Picture) async throws(RenderingError) -> [UInt8] {
    guard
      waiting.withLock({ count in
        if count >= Self.waitingMax { return false }
        count += 1
        return true
      })
    else { throw .tooManyWaiting }
    defer { waiting.withLock { $0 -= 1 } }
    return try await draw(picture)
  }

  private func draw(_ picture: Picture) throws(RenderingError) -> [UInt8] {
    if Task.isCancelled { throw .cancelled }
    return try compositor.png(of: picture.composition(plan: plan, layouts: layouts))
  }
}
