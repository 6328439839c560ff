import OfficeActor

extension Button {
  /// The button of a notice that has this data, by its capital letter.
  init?(noticeData data: String) {
    let rest = data.dropFirst()
    let button: Button? =
      switch data.first {
      case "Y": Self.confirmAttendance(rest)
      case "N": Code.day(rest).map { .declineAttendance(on: $0) }
      case "A": Code.number(rest).map { .decide(.approve(RegistrationRequest.ID(rawValue: $0))) }
      case "R": Code.number(rest).map { .decide(.refuse(RegistrationRequest.ID(rawValue: $0))) }
      case "U": Self.unlink(rest)
      case "C": Code.day(rest).map { .decide(.closeDay($0)) }
      default: nil
      }
    guard let button else { return nil }
    self = button
  }

  /// What follows the dot is left out: earlier versions named a seat there.
  private static func confirmAttendance(_ text: Substring) -> Button? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Code.day(parts[0]) else { return nil }
    return .confirmAttendance(on: day)
  }

  private static func unlink(_ text: Substring) -> Button? {
    var reader = CodeReader(text)
    guard let employee = reader.employee() else { return nil }
    let account = reader.account()
    return Code.text(employee, from: account) == text ? .decide(.unlink(employee, from: account)) : nil
  }
}
