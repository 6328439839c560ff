public import Logging
public import OfficeActor
import ServiceLifecycle

/// Unlinks who has left the company's group; part of the daily cleanup where membership lets register.
///
/// Whoever Telegram says nothing about counts as a member: its troubles cost nobody their name.
public struct Leavers: Sendable {
  /// What Telegram says about an account.
  public enum Standing: Sendable, Hashable {
    /// In the group.
    case inside
    /// Not in the group (any more).
    case outside
    /// It wants to be left alone for so long.
    case askLater(Duration)
    /// It did not say, for a reason.
    case unknown(String)
  }

  /// Between two questions, so that people's own calls hardly notice.
  public static let pause = Duration.milliseconds(50)
  /// After so many questions in a row without an answer nobody else is asked about until the next day.
  public static let failuresMax = 10

  private let state: OfficeState
  private let logger: Logger
  private let sleep: @Sendable (Duration) async throws -> Void
  private let standing: @Sendable (AccountID) async -> Standing

  /// - Parameters:
  ///   - sleep: waits for a span of real time; throws when cancelled.
  ///   - standing: asks Telegram.
  public init(
    state: OfficeState, logger: Logger,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    standing: @escaping @Sendable (AccountID) async -> Standing
  ) {
    self.state = state
    self.logger = logger
    self.sleep = sleep
    self.standing = standing
  }

  /// Asks about every linked account but the admins'. Ends early when the program stops; the next day asks.
  public func run() async throws {
    let office = state.office
    let linked = office.employees.all
      .compactMap { employee in employee.account.map { (employee: employee.id, account: $0) } }
      .filter { !office.rules.admins.contains($0.account) }
      .sorted { $0.employee < $1.employee }
    var failures = 0
    for (employee, account) in linked {
      guard !Task.isShuttingDownGracefully, failures < Self.failuresMax else { break }
      if let isInside = await isInside(account) {
        failures = 0
        if !isInside { try await unlink(employee, from: account) }
      } else {
        failures += 1
      }
      await rest(Self.pause)
    }
    if failures == Self.failuresMax {
      logger.error("nobody else is looked up in the group today: Telegram does not say who is in it")
    }
  }

  /// Nil if Telegram does not say, even when asked once more after the time it wanted.
  private func isInside(_ account: AccountID) async -> Bool? {
    var standing = await standing(account)
    if case .askLater(let wait) = standing {
      await rest(wait)
      standing = await self.standing(account)
    }
    switch standing {
    case .inside: return true
    case .outside: return false
    case .askLater: return nil
    case .unknown(let reason):
      logger.warning(
        "Telegram did not say whether somebody is still in the group; they stay registered",
        metadata: ["reason": "\(reason)"])
      return nil
    }
  }

  private func unlink(_ employee: Employee.ID, from account: AccountID) async throws {
    // Meanwhile somebody else may have been linked.
    guard state.office.employees[employee]?.account == account else { return }
    _ = try await state.perform(.unlink(employee, from: account), by: .bot)
    logger.info(
      "somebody has left the group and was unlinked", metadata: ["employee": "\(employee.rawValue)"])
  }

  private func rest(_ span: Duration) async {
    // Ends early when the program stops; the loop then sees that.
    try? await cancelWhenGracefulShutdown { try await sleep(span) }
  }
}
