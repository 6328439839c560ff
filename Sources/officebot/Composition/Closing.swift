/// The steps that end the process, in order. One that fails does not keep the next from running.
struct Closing {
  /// Completes "could not …".
  typealias Step = (what: String, work: () async throws -> Void)

  let steps: [Step]

  /// Does every step.
  ///
  /// - Parameter failed: told of each step that failed.
  /// - Returns: the first failure.
  func run(failed: (_ what: String, _ error: any Error) -> Void) async -> (any Error)? {
    var first: (any Error)?
    for step in steps {
      do {
        try await step.work()
      } catch {
        failed(step.what, error)
        first = first ?? error
      }
    }
    return first
  }
}
