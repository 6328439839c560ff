import OfficeActor

extension StartFailure {
  /// The office does not open: seats that people have booked have vanished from the configuration.
  init(vanishedSeatsOf bookings: [Booking], in office: Office) {
    let lines = bookings.map { booking in
      "  seat \(booking.seat?.rawValue ?? "") on \(booking.day): \(office.employees[booking.owner]?.name.text ?? "somebody")"
    }
    self.init(
      description: """
        the configuration no longer has seats that are booked:
        \(lines.joined(separator: "\n"))
        put them back into `seats`, or list them in `removed_seats`
        """)
  }
}
