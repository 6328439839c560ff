public import Logging
public import ServiceLifecycle

/// Everything that runs by itself. It begins when what people did while the bot was down is handled, so that
/// their answers count before anything is taken from them.
public struct Upkeep: Service, CustomStringConvertible {
  private let services: [any Service]
  private let mayBegin: @Sendable () async -> Void
  private let logger: Logger

  /// - Parameter mayBegin: returns when the services may begin.
  public init(
    services: [any Service], when mayBegin: @escaping @Sendable () async -> Void, logger: Logger
  ) {
    self.services = services
    self.mayBegin = mayBegin
    self.logger = logger
  }

  /// As the log names it.
  public var description: String { "upkeep" }

  /// Runs until asked to stop.
  ///
  /// - Throws: what one of the services throws.
  public func run() async throws {
    await cancelWhenGracefulShutdown { await mayBegin() }
    guard !Task.isShuttingDownGracefully else { return }
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map { .init(service: $0) }, logger: logger)
    ).run()
  }
}
