import Foundation
import OfficeActor

extension Configuration {
  /// A seat that people have booked must not vanish unnoticed.
  ///
  /// - Throws: ``StartFailure`` naming the bookings whose seats the configuration no longer has.
  func checkSeats(of office: OfficeActor.Office, at now: Date) throws {
    let today = rules.today(at: now)
    let removed = Set(removedSeats)
    let lost = office.bookedDays
      .filter { $0 >= today }
      .flatMap { office.bookings(on: $0).all }
      .compactMap { booking in booking.seat.map { (booking, seat: $0) } }
      .filter { office.seat($0.seat) == nil && !removed.contains($0.seat.rawValue) }
      .sorted { ($0.0.day, $0.0.id) < ($1.0.day, $1.0.id) }
    guard lost.isEmpty else {
      let lines = lost.map { booking, seat in
        "  seat \(seat) on \(booking.day): \(office.employees[booking.owner]?.name.text ?? "somebody")"
      }
      throw StartFailure(
        description: """
          the configuration no longer has seats that are booked:
          \(lines.joined(separator: "\n"))
          put them back into `seats`, or list them in `removed_seats`
          """)
    }
  }
}
