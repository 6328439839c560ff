import OfficeActor

extension Button {
  /// The button of a notice that has this data, by its capital letter.
  init?(noticeData data: String) {
    let rest = data.dropFirst()
    let button: Button? =
      switch data.first {
      case "Y": Self.confirmAttendance(rest)
      case "N": Code.day(rest).map { .declineAttendance(on: $0) }
      case "A": Code.number(rest).map { .approveRegistration(RegistrationRequest.ID(rawValue: $0)) }
      case "R": Code.number(rest).map { .refuseRegistration(RegistrationRequest.ID(rawValue: $0)) }
      case "U": Code.number(rest).map { .undoRegistration(Employee.ID(rawValue: $0)) }
      case "C": Code.day(rest).map { .closeDay($0) }
      default: nil
      }
    guard let button else { return nil }
    self = button
  }

  private static func confirmAttendance(_ text: Substring) -> Button? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Code.day(parts[0]) else { return nil }
    return .confirmAttendance(on: day, seat: parts[1].isEmpty ? nil : Seat.ID(String(parts[1])))
  }
}
