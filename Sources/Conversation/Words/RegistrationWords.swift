import OfficeActor

/// Becoming known to the bot.
protocol RegistrationWords {
  var welcome: String { get }
  func greeting(_ office: String) -> Markup
  var chooseName: Markup { get }
  func typeName(lettersMin: Int) -> Markup
  func nameTooShort(_ typed: String, lettersMin: Int) -> Markup
  func noSuchName(_ typed: String) -> Markup
  func noFreeName(_ typed: String) -> Markup
  func namesFound(_ count: Int, _ typed: String, shown: Int) -> Markup
  var allNamesTaken: Markup { get }
  var allNames: String { get }
  var toRequest: String { get }

  var isThisYou: String { get }
  func nameWillBeYours(needsApproval: Bool) -> Markup
  var yesThatIsMe: String { get }
  var registered: Markup { get }
  func youAre(_ name: String) -> Markup
  var youAreNotRegistered: Markup { get }

  var requestSent: String { get }
  var requestIsSent: Markup { get }
  func waiting(since time: TimeOfDay, _ day: Day) -> Markup
  var chooseOtherName: String { get }

  func noNames(isAdmin: Bool) -> Markup
  var checkAgain: String { get }
  func obstacle(_ obstacle: Obstacle, _ office: String) -> Markup
}
