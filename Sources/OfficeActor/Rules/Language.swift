/// A language that the bot speaks.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  case russian = "ru"
  case english = "en"

  /// The language of somebody's Telegram app, by its IETF tag, such as `en-GB`; nil if the bot does not speak it.
  public init?(tag: String) {
    self.init(rawValue: String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased())
  }
}

extension Office {
  /// What an account reads (rule 23): the language it chose, else that of its Telegram app, else the office's.
  ///
  /// - Parameter app: the app's language as the update at hand tells it; nil to go by what was heard last.
  public func language(of account: AccountID, app: Language? = nil) -> Language {
    let profile = profiles[account]
    return profile?.chosenLanguage ?? app ?? profile?.appLanguage ?? rules.language
  }

  mutating func chooseLanguage(_ language: Language, by principal: Principal) throws(Rejection) -> [Event] {
    guard case .person(let account) = principal else { throw .notAllowed }
    guard needsProfile(of: account) else { throw .notRegistered }
    var profile = profiles[account] ?? AccountProfile(id: account, name: "")
    guard profile.chosenLanguage != language else { return [] }
    profile.chosenLanguage = language
    put(profile)
    return []
  }
}
