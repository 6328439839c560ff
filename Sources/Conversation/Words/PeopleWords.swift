import OfficeActor

/// Who is in the office, and finding colleagues.
protocol PeopleWords {
  func whoIsIn(on day: Day) -> Markup
  func peopleThere(_ count: Int) -> String
  var withoutSeatHeading: Markup { get }
  var guestsHeading: Markup { get }
  func guest(_ name: GuestName, at place: String, hostedBy host: String) -> Markup
  var findColleague: String { get }
  var whomToFind: Markup { get }
  func nobodyFound(_ typed: String) -> Markup
  func found(_ count: Int, _ typed: String, shown: Int) -> Markup
  var nameIsGone: Markup { get }
}
