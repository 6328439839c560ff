import OfficeActor

/// Who an account is, in one line for admins.
struct AccountLine {
  let account: AccountID
  /// How it calls itself, if the bot has heard from it.
  let profile: AccountProfile?

  init(_ account: AccountID, _ profile: AccountProfile?) {
    self.account = account
    self.profile = profile
  }

  init(_ account: AccountID, in office: Office) { self.init(account, office.profiles[account]) }

  /// «Вера К., @vera, id 900», where the id leads to the account.
  var text: Markup {
    let id = Int(account.rawValue)
    let link: Markup = "id <a href=\"tg://user?id=\(id)\">\(id)</a>"
    let names = [profile.flatMap { $0.name.isEmpty ? nil : $0.name }, profile?.username.map { "@\($0)" }]
      .compactMap { $0 }
    return names.isEmpty ? link : "\(names.joined(separator: ", ")), \(link)"
  }
}
