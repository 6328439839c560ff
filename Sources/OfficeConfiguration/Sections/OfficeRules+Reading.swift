import Foundation
import OfficeActor

extension OfficeRules {
  /// Telegram's own bound: user ids have at most 52 significant bits.
  static let telegramIDMax: Int64 = (1 << 52) - 1
  static let adminsMax = 100

  /// What stands at the top level of the file. The sections `office` and `registration` add theirs.
  init(reading root: Section, admins: Set<AccountID>, seats: [Seat]) {
    self.init(
      timeZone: TimeZone(identifier: "Europe/Moscow") ?? .gmt,
      removedSeats: Seat.removed(reading: root, seats: seats),
      admins: admins,
      offers: root.section("offers") { OfferRules(reading: $0) },
      attendance: root.section("attendance") { AttendanceRules(reading: $0) })
  }

  /// Telegram ids of the administrators.
  static func admins(reading root: Section) -> Set<AccountID> {
    let admins = root.list("admins", countMax: adminsMax, .integer(1...telegramIDMax))
    if root.entry("admins").map(\.isEmptyList) ?? true {
      root.addMistake(
        "is missing; list the Telegram user id of at least one administrator", key: "admins")
    }
    return Set(admins.map(AccountID.init(rawValue:)))
  }
}
