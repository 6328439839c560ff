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
    let admins = root.list("admins", countMax: adminsMax, .telegramUser)
    if root.entry("admins").map(\.isEmptyList) ?? true {
      root.addMistake(
        "is missing; list the Telegram user id of at least one administrator", key: "admins")
    }
    return Set(admins.map(AccountID.init(rawValue:)))
  }
}

extension ScalarRule<Int64> {
  /// A Telegram user id. A name is refused with the way to the id, for people know only their names.
  fileprivate static var telegramUser: Self {
    let number = Self.integer(1...OfficeRules.telegramIDMax)
    return Self(expected: number.expected) { text throws(Refusal) in
      guard !text.hasPrefix("@"), !text.contains("t.me/") else {
        throw Refusal(
          message: """
            expected a user id, which is a number, not \(text.inMessage): names change hands. @userinfobot in Telegram \
            tells everybody who writes to it their id
            """)
      }
      return try number.value(text)
    }
  }
}
