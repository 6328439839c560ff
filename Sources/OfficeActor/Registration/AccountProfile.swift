import Foundation

/// How an account calls itself in Telegram, for admins to recognise who asks.
///
/// People may call themselves anything, so the name is cleaned before anybody reads it: on one line like everything
/// that people type, without towers of accents, of a bounded length.
public struct AccountProfile: Sendable, Hashable, Codable, Identifiable {
  /// Maximum length of the name, in code points, which is what Telegram counts.
  public static let nameCodePointsMax = 64
  private static let accentsMax = 2
  private static let usernameLengths = 1...32

  /// The account.
  public let id: AccountID
  /// First and last name; empty if nothing of them can be read.
  public let name: String
  /// Without the `@`; nil if the account has none.
  public let username: String?
  /// The language of the person's Telegram app, if the bot speaks it.
  public let appLanguage: Language?
  /// The language that the person chose instead, if any.
  public internal(set) var chosenLanguage: Language?

  /// A profile as Telegram tells it, cleaned. Cleaning it again changes nothing.
  public init(
    id: AccountID, name: String, username: String? = nil, appLanguage: Language? = nil,
    chosenLanguage: Language? = nil
  ) {
    self.id = id
    self.name = Self.clean(name)
    self.username = username.flatMap { Self.isUsername($0) ? $0 : nil }
    self.appLanguage = appLanguage
    self.chosenLanguage = chosenLanguage
  }

  private static func clean(_ text: String) -> String {
    var readable = String.UnicodeScalarView()
    // An accent needs a letter to stand on.
    var accents = accentsMax
    for scalar in text.precomposedStringWithCanonicalMapping.onOneLine.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark:
        guard accents < accentsMax else { continue }
        accents += 1
      case .unassigned, .privateUse: continue
      case .format: break
      case .spaceSeparator: accents = accentsMax
      default: accents = 0
      }
      readable.append(scalar)
    }
    return String(readable).precomposedStringWithCanonicalMapping.shortened(to: nameCodePointsMax).onOneLine
  }

  private static func isUsername(_ text: String) -> Bool {
    usernameLengths.contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
      }
  }
}

extension Office {
  /// Whether an account's profile has to be stored: the office knows the account, but under another name or none.
  public func isNews(_ profile: AccountProfile) -> Bool {
    profiles[profile.id] != keepingChoice(profile) && needsProfile(of: profile.id)
  }

  /// Admins read the profiles of accounts that are linked or ask to be. An admin's own, and that of an account that is
  /// still owed a notice, tells the language.
  func needsProfile(of account: AccountID) -> Bool {
    employees.linked(to: account) != nil || request(of: account) != nil || rules.admins.contains(account)
      || notices.values.contains { $0.recipient == .account(account) && $0.failure == nil }
  }

  /// A profile as Telegram tells it, with the language that the person chose here.
  private func keepingChoice(_ profile: AccountProfile) -> AccountProfile {
    var kept = profile
    kept.chosenLanguage = profiles[profile.id]?.chosenLanguage
    return kept
  }

  mutating func noteProfile(_ profile: AccountProfile, by principal: Principal) throws(Rejection) -> [Event] {
    guard principal == .person(profile.id) else { throw .notAllowed }
    guard needsProfile(of: profile.id) else { throw .notRegistered }
    note(profile, of: profile.id)
    return []
  }

  /// Notes the profile that came with a command of the account's.
  mutating func note(_ profile: AccountProfile?, of account: AccountID) {
    guard let profile, profile.id == account, isNews(profile) else { return }
    put(keepingChoice(profile))
  }

  /// Forgets the profile of an account of which nothing is needed any more.
  mutating func forgetProfile(of account: AccountID) {
    guard profiles[account] != nil, !needsProfile(of: account) else { return }
    removeProfile(of: account)
  }
}
