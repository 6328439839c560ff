package import OfficeActor

/// Every sentence that people read, in one language.
///
/// One protocol per feature, one extension per feature and language. A sentence takes what it tells as values and
/// decides nothing: which sentence is said is the screens' business.
protocol Words: Sendable,
  CommonWords, DayWords, MenuWords, BookingWords, GuestWords, PeopleWords, AttendanceWords, RegistrationWords,
  RefusalWords, NoticeWords, PictureWords, SpokenWords, WeekWords,
  AdminWords
{}

/// People read Russian by default.
struct Russian: Words {
  let language = Language.russian
}

/// For people whose Telegram speaks English, or who chose it.
struct English: Words {
  let language = Language.english
}

extension Language {
  /// What the bot says in this language.
  var words: any Words {
    switch self {
    case .russian: Russian()
    case .english: English()
    }
  }
}

// What is said outside of any screen.
extension Language {
  /// To somebody whose update ended the process twice.
  package var apology: Markup { words.passedOver }
  /// To admins, past the office, which can save nothing.
  package var diskRefusesWrites: Markup { words.diskRefusesWrites }
  /// In the bot's own profile: what the office's bot does.
  package func botDescription(_ office: String) -> String { words.botDescription(office) }
  /// In the bot's own profile, in few words.
  package var botShortDescription: String { words.botShortDescription }
}
