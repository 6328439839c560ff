public import Logging
public import OfficeActor
import ServiceLifecycle

/// Unlinks accounts that have left the company's group; part of the daily cleanup where membership lets register.
///
/// An account about which Telegram does not answer counts as a member: Telegram's trouble costs nobody their name.
public struct Leavers: Sendable {
  /// What Telegram says about an account.
  public enum Standing: Sendable, Hashable {
    /// In the group.
    case inside
    /// Not in the group (any more).
    case outside
    /// It did not say, for a reason.
    case unknown(String)
  }

  /// Between two questions, so that people's own calls hardly notice.
  public static let pause = Duration.milliseconds(50)
  /// Maximum number of questions in a row without an answer. After that the job stops until the next day.
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
  ///
  /// - Throws: a refusal of the office when an account is unlinked.
  public func run() async throws {
    let linked = state.office.employees.all
      .compactMap { employee in employee.account.map { (employee: employee.id, account: $0) } }
      .sorted { $0.employee < $1.employee }
    var failures = 0
    for (employee, account) in linked where mayLose(employee, account) {
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

  /// Whether an account acts for a name and is no admin's, now.
  private func mayLose(_ employee: Employee.ID, _ account: AccountID) -> Bool {
    let office = state.office
    return office.employees[employee]?.account == account && !office.rules.admins.contains(account)
  }

  /// Nil if Telegram does not say.
  private func isInside(_ account: AccountID) async -> Bool? {
    // Telegram may want to be waited for; the program's end does not wait.
    let standing = await cancelWhenGracefulShutdown { await self.standing(account) }
    switch standing {
    case .inside: return true
    case .outside: return false
    case .unknown(let reason):
      logger.warning(
        "Telegram did not say whether somebody is still in the group; they stay registered",
        metadata: ["reason": "\(reason)"])
      return nil
    }
  }

  private func unlink(_ employee: Employee.ID, from account: AccountID) async throws {
    // Meanwhile somebody else may have been linked, or have become an admin.
    guard mayLose(employee, account) else { return }
    _ = try await state.perform(.unlink(employee, from: account), by: .bot)
    logger.info(
      "somebody has left the group and was unlinked", metadata: ["employee": "\(employee.rawValue)"])
  }

  private func rest(_ span: Duration) async {
    // Ends early when the program stops; the loop then sees that.
    try? await cancelWhenGracefulShutdown { try await sleep(span) }
  }
}
