import GRDB

/// What somebody did with a booking of their own, as the journal tells it.
struct BookingChange: Hashable, Sendable, FetchableRecord, Decodable {
  enum Kind: String, Hashable, Sendable, Decodable {
    case booked, moved, cancelled
  }

  /// What somebody wanted, whatever they had before: to have a seat on a day, or none any more.
  struct Wish: Hashable, Sendable {
    let dayOfMonth: Int
    let seat: String?
  }

  /// The Telegram user id of who did it.
  let account: Int64
  let kind: Kind
  /// The days of a booking window all differ in it.
  let dayOfMonth: Int
  /// The seat that one has now; of what was cancelled, the one that one had.
  let seat: String?
  let seatBefore: String?

  /// From one seat to another, or from none or to none.
  init(by account: Int64, onDay dayOfMonth: Int, from before: String?, to after: String?) {
    self.account = account
    self.dayOfMonth = dayOfMonth
    kind = after == nil ? .cancelled : before == nil ? .booked : .moved
    seat = after ?? before
    seatBefore = after == nil ? nil : before
  }

  var wish: Wish { Wish(dayOfMonth: dayOfMonth, seat: kind == .cancelled ? nil : seat) }
}

extension BookingChange: CustomStringConvertible {
  var description: String {
    "\(kind.rawValue) \(dayOfMonth): \(seatBefore.map { "\($0) → " } ?? "")\(seat ?? "-")"
  }
}

extension Sequence<BookingChange> {
  /// The seats that one has after all this, by the day of the month.
  var seats: [Int: String] {
    reduce(into: [:]) { $0[$1.dayOfMonth] = $1.wish.seat }
  }
}

extension Sequence where Element: Equatable {
  /// Whether all elements are among others, in the same order.
  func isSubsequence(of others: some Sequence<Element>) -> Bool {
    var rest = others.makeIterator()
    return allSatisfy { element in
      while let next = rest.next() { if next == element { return true } }
      return false
    }
  }
}
