import NameLists
import OfficeActor

extension English: EmployeeWords {
  var employeesHint: Markup { "<b>Employees</b>\n● marks those who are linked to Telegram." }
  func links(_ links: AdminPlace.Links) -> String {
    switch links {
    case .all: "All"
    case .linked: "In Telegram"
    case .unlinked: "Not in Telegram"
    }
  }
  var add: String { "Add" }
  func nameCount(_ count: Int, typed: String, shown: Int?) -> Markup {
    if count == 0, !typed.isEmpty { return "“\(typed)”: no such name on the list. Try another spelling." }
    let found: Markup = typed.isEmpty ? "\(names(count))" : "\(names(count)) found for “\(typed)”"
    if let shown, count > shown { return found + ", the first \(shown) are shown. Type part of a name." }
    return typed.isEmpty ? found + ". Type part of a name to find it." : found + "."
  }
  var employeeHeading: String { "Employee" }
  func telegram(_ account: Markup?) -> Markup {
    account.map { "Linked to Telegram: \($0)." } ?? "Not linked to Telegram."
  }
  func futureBookings(_ count: Int, nearest: Markup?) -> Markup {
    nearest.map { "Future bookings: \(count). The next one: \($0)." } ?? "No future bookings."
  }
  func bookingsButton(_ count: Int) -> String { "Bookings · \(count)" }
  func absenceFrom(_ name: String) -> Markup {
    """
    <b>\(name): away from which day?</b>
    Tap the day, or type the span: “until 10 December”, “1–5.12”, “tomorrow”.
    """
  }
  func absenceThrough(_ name: String, from day: Day) -> Markup {
    "<b>\(name): from \(self.day(day)), through which day?</b>"
  }
  func absenceNow(_ from: Day, _ through: Day) -> Markup { "Away \(span(from, through))." }
  func absenceQuestion(_ name: String, _ from: Day, _ through: Day, cancelled: Int) -> Markup {
    """
    <b>\(name): away \(span(from, through))?</b>
    \(cancelled == 0 ? "There are no bookings on these days." : "This cancels \(bookings(cancelled)).") Bookings of \
    guests stay, and the employee is told.
    """
  }
  var yesAbsent: String { "Yes, away" }
  func absenceSet(_ name: String, _ from: Day, _ through: Day, cancelled: Int) -> Markup {
    "Noted: \(name) is away \(span(from, through)).\(cancelled == 0 ? "" : " Cancelled: \(bookings(cancelled)).")"
  }
  func absenceEndedForOwner(given: Int) -> Markup {
    "The absence is over.\(given == 0 ? "" : " Given back: \(bookings(given)).")"
  }
  var rename: String { "Rename" }
  var unlinkTelegram: String { "Unlink Telegram" }
  var removeEmployee: String { "Remove employee" }
  var bookingsFromToday: Markup { "Bookings from today on." }
  var typeNewName: Markup { "Type the new name. The bookings stay." }
  func nameLength(_ lengths: ClosedRange<Int>) -> Markup {
    "This cannot be a name: it takes \(lengths.lowerBound) to \(lengths.upperBound) characters."
  }
  func renamed(_ name: String, before: String, isDone: Bool) -> Markup {
    isDone ? "Now: \(name). Before: \(before)." : "Already done: \(name)."
  }
  var unlinkHeading: String { "Unlink Telegram?" }
  func unlinkQuestion(_ name: String) -> Markup {
    """
    Unlink Telegram: <b>\(name)</b>?
    The person will be told and can register again. The bookings stay with the name.
    """
  }
  var yesUnlink: String { "Yes, unlink" }
  func unlinked(_ name: String, isDone: Bool) -> Markup {
    isDone ? "Telegram is unlinked: \(name)." : "Already done: Telegram is not linked, \(name)."
  }
  var removeHeading: String { "Remove employee?" }
  func removeQuestion(_ name: String) -> Markup { "Remove the employee: <b>\(name)</b>?" }
  func bookingsLost(_ count: Int, guests: Int) -> Markup {
    guard count > 0 else { return "No future bookings." }
    return """
      \(count.counting("future booking", "future bookings")) will be cancelled\
      \(guests > 0 ? ", \(guests) of them for guests" : "").
      """
  }
  var personIsTold: Markup { "The person will be told, and their Telegram will be unlinked." }
  func removed(fromList name: String) -> Markup { "Removed from the list: \(name)." }

  // MARK: Adding names

  func whomToAdd(namesMax: Int) -> Markup {
    """
    <b>Whom to add?</b>
    Type a name or several, one a line, or send a CSV or TXT file: from Excel, 1C or Google Sheets, with a header \
    (“Full name”, or “Last name”, “First name”), or just names. At most \(namesMax) names.
    """
  }
  func added(_ count: Int) -> Markup { "<b>Added: \(count)</b>" }
  func alreadyListed(_ count: Int, _ names: Markup) -> Markup { "On the list already: \(count) — \(names)" }
  func names(_ shown: String, more: Int) -> Markup { more > 0 ? "\(shown) and \(more) more" : "\(shown)" }
  func refusedLines(_ count: Int) -> Markup { "Lines not accepted: \(count)" }
  func refusedLine(_ number: Int, _ reason: NameList.Reason) -> Markup {
    "line \(number): \(text(of: reason))"
  }
  private func text(of reason: NameList.Reason) -> Markup {
    switch reason {
    case .brokenQuote: "the closing quote is missing"
    case .noName: "there is no name"
    case .noPerson(let text): "“\(text.shownInList)” is not a person's name"
    case .header(let text): "“\(text.shownInList)” is a header, not a name"
    case .aboveHeader(let text): "“\(text.shownInList)” stands above the header"
    case .several(let text): "“\(text.shownInList)” is several names, write one a line"
    case .length(let text):
      "“\(text.shownInList)” is no name: it takes \(EmployeeName.lengths.lowerBound) to \(EmployeeName.lengths.upperBound) characters"
    case .characters(let text): "“\(text.shownInList)” is no name: names have no such characters"
    case .repeats(_, let line): "repeats line \(line)"
    case .tooMany: "not read further: more than \(NameList.namesMax) names"
    }
  }
  func noText(_ defect: NoText) -> Markup {
    switch defect {
    case .empty: "The file is empty."
    case .unknown: "This is not text. Send a CSV or TXT file."
    case .format(.picture): "This is a picture, not text. Send the names as a message or as a CSV file."
    case .format(.archive): "This is an archive, not text. Send the file itself: CSV or TXT."
    case .format(let format) where format.isTable:
      """
      This is a spreadsheet (\(format.rawValue)), not text. Save it as CSV (“File” → “Save as” → CSV) and send it \
      again.
      """
    case .format(let format):
      """
      This is a document (\(format.rawValue)), not text. Send the names as a message, one a line, or as a CSV file.
      """
    }
  }
  func documentFailed(_ failure: DocumentFailure, bytesMax: Int) -> Markup {
    switch failure {
    case .tooBig: "The file is too large: at most \(bytesMax / 1_000_000) MB."
    case .outOfReach:
      """
      The file reached the Bot API server, but I cannot read it there. Tell the operator of the server, and send the \
      names as text meanwhile.
      """
    case .gone: "Telegram no longer has this file. Send it again."
    case .unavailable: "Telegram does not hand out the file right now. Send it again a little later."
    }
  }
  func addQuestion(_ count: Int) -> Markup { "<b>Add \(names(count))?</b>" }
  func guess(_ guess: NameList.Guess, unusual: Markup) -> Markup {
    switch guess {
    case .encoding: "The encoding is unusual: check the letters."
    case .column(let column): "There is no header for names; I took them from column \(column)."
    case .joined: "I put the names together from parts; check their order."
    case .unusual: "Hardly look like names: \(unusual)."
    }
  }
  func known(_ count: Int) -> Markup { "On the list already: \(count)" }
  func yesAdd(_ count: Int) -> String { "Yes, add \(count)" }
  var listForgotten: Markup { "I no longer remember this list. Send it again." }
  var listNotKept: Markup { "The list was not kept. Please try again a little later." }
}
