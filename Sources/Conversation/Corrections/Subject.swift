import OfficeActor

/// Something about its reader's affairs that a message tells and that may change afterwards.
enum Subject: Sendable, Hashable {
  case booking(Booking.ID, on: Day)
  /// One's own booking for a day and one's guests'.
  case day(Day)
  /// All of them from a day on.
  case days(from: Day)
  case offer(Offer.ID, on: Day)
  /// The question whether one comes.
  case question(about: Day)
  /// What silence has cost, and can be taken again.
  case released(on: Day)
}

extension Subject {
  /// The only day it is about.
  var day: Day? {
    switch self {
    case .booking(_, let day), .day(let day), .offer(_, let day), .question(let day), .released(let day): day
    case .days: nil
    }
  }

  /// The day about which it wants an answer; of messages that do, only the newest has buttons.
  var dayInQuestion: Day? {
    switch self {
    case .question(let day), .released(let day): day
    case .booking, .day, .days, .offer: nil
    }
  }

  /// A letter and what belongs to it, as the chat's memory keeps it.
  var code: String {
    switch self {
    case .booking(let id, let day): "b" + Code.joined(Code.text(id.rawValue), Code.text(day.number))
    case .day(let day): "d" + Code.text(day.number)
    case .days(let first): "f" + Code.text(first.number)
    case .offer(let id, let day): "o" + Code.joined(Code.text(id.rawValue), Code.text(day.number))
    case .question(let day): "q" + Code.text(day.number)
    case .released(let day): "r" + Code.text(day.number)
    }
  }

  /// The subject with a code, or nil if it is not one of ours (any more).
  init?(code: Substring) {
    var reader = CodeReader(code.dropFirst())
    let subject: Subject? =
      switch code.first {
      case "b": reader.booking().flatMap { id in reader.day().map { .booking(id, on: $0) } }
      case "d": reader.day().map { .day($0) }
      case "f": reader.day().map { .days(from: $0) }
      case "o": reader.number().flatMap { id in reader.day().map { .offer(Offer.ID(rawValue: id), on: $0) } }
      case "q": reader.day().map { .question(about: $0) }
      case "r": reader.day().map { .released(on: $0) }
      default: nil
      }
    guard let subject, subject.code == code else { return nil }
    self = subject
  }
}
