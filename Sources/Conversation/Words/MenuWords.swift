import OfficeActor

/// The menu, the help, the settings, the bot's own profile.
protocol MenuWords {
  var book: String { get }
  var myBookings: String { get }
  var whoIsIn: String { get }
  var inviteGuest: String { get }
  var settings: String { get }
  var manage: String { get }
  func usual(_ day: String, _ seat: Seat.ID) -> String
  func nearestBooking(_ line: Markup) -> Markup
  var noBookings: Markup { get }

  var howItWorks: String { get }
  func help(_ facts: HelpFacts) -> Markup

  var languageHeading: String { get }
  func languageName(_ language: Language) -> String
  func languageChosen(_ language: Language) -> Markup
  var settingsHint: Markup { get }

  func description(of command: ChatCommand) -> String
  func botDescription(_ office: String) -> String
  var botShortDescription: String { get }
}

/// What the help tells of this office.
struct HelpFacts {
  let windowDays: Int
  /// When people are asked whether they come, and until when they answer; nil where nobody is asked.
  let attendance: (askAt: TimeOfDay, answerBy: TimeOfDay)?
  /// By name, as far as the bot knows them.
  let admins: [String]
}
