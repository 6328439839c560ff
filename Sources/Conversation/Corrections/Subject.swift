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
}

extension Subject: Coded {
  static let table = CodeTable<Subject> {
    Case("b", Self.booking, .id, .dash(.day)) {
      if case .booking(let id, let day) = $0 { (id, day) } else { nil }
    }
    Case("d", Self.day, .day) { if case .day(let day) = $0 { day } else { nil } }
    Case("f", Self.days, .day) { if case .days(let first) = $0 { first } else { nil } }
    Case("o", Self.offer, .id, .dash(.day)) {
      if case .offer(let id, let day) = $0 { (id, day) } else { nil }
    }
    Case("q", Self.question, .day) { if case .question(let day) = $0 { day } else { nil } }
    Case("r", Self.released, .day) { if case .released(let day) = $0 { day } else { nil } }
  }
}

extension Field where Value == [Subject] {
  /// One or more.
  static var subjects: Field {
    Field(
      write: { subjects, writer in
        for (index, subject) in subjects.enumerated() {
          if index > 0 { writer.append(",") }
          Subject.table.write(subject, into: &writer)
        }
      },
      read: { reader throws(UnreadableCode) in
        var subjects = [try Subject.table.read(from: &reader)]
        while reader.skip(",") { subjects.append(try Subject.table.read(from: &reader)) }
        return subjects
      })
  }
}
