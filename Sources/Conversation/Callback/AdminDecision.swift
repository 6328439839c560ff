package import OfficeActor

/// What an admin decides with one tap, in «Управление» or on a notice.
package enum AdminDecision: Sendable, Hashable {
  /// «Принять».
  case approve(RegistrationRequest.ID)
  /// «Отклонить».
  case refuse(RegistrationRequest.ID)
  /// «Да, отвязать», «Отвязать: …»; from the account that was linked when it was shown. Buttons of earlier
  /// versions do not say which.
  case unlink(Employee.ID, from: AccountID?)
  /// «Да, закрыть», «Да, отменить все».
  case closeDay(Day)
}
