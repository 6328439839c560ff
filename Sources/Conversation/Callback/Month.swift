import OfficeActor

/// A calendar month.
package struct Month: Sendable, Hashable, Comparable {
  /// Months since the year 0.
  let number: Int

  init(number: Int) { self.number = number }

  init(of day: Day) { number = day.year * 12 + day.month - 1 }

  var year: Int { number / 12 }
  /// 1 to 12.
  var month: Int { number % 12 + 1 }

  /// The month's days, in order.
  var days: [Day] { (1...31).compactMap { Day(year: year, month: month, day: $0) } }

  static func + (month: Month, months: Int) -> Month { Month(number: month.number + months) }
  package static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}

extension Field where Value == Month {
  /// Decoding bound: months of the years 1 to 9999.
  static var month: Field {
    Field<Int>.number(in: 12...119_999).map({ Month(number: $0) }, { $0.number })
  }
}
