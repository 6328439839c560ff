import OfficeActor

/// What many screens say.
protocol CommonWords {
  /// The language of these words.
  var language: Language { get }

  // Buttons.
  var back: String { get }
  var menu: String { get }
  var refresh: String { get }

  // Answers.
  var alreadyDone: Markup { get }
  var buttonIsObsolete: Markup { get }
  var onlyButtonsAndText: Markup { get }
  var troubleHeading: String { get }
  var trouble: Markup { get }
  var passedOver: Markup { get }

  // Parts of sentences.
  func andMore(_ count: Int) -> Markup
  func seat(_ seat: Seat.ID) -> String
  func boldSeat(_ seat: Seat.ID) -> Markup
  var withoutSeat: String { get }
  func inQueue(_ place: Int) -> String
  func guest(_ name: GuestName) -> Markup
  func reason(_ reason: String) -> Markup
  func people(_ count: Int) -> String
  func bookings(_ count: Int) -> String
  func names(_ count: Int) -> String
  func rowsLeftOut(_ count: Int) -> String
}
