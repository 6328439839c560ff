import OfficeActor

/// Who comes on a day: by seat, then those without one, then guests with their hosts.
struct DayPresence: SceneView {
  let scene: Scene
  let day: Day
  /// What people are called in it.
  let name: (Employee) -> String

  private var bookings: DayBookings { office.bookings(on: day) }

  private var seated: [Booking] { office.seats.compactMap { bookings.booking(of: $0.id) } }

  /// In the order of the lists.
  var all: [Booking] {
    let all = seated + Array(bookings.queue)
    return all.filter { $0.guest == nil } + all.filter { $0.guest != nil }
  }

  var lists: LinePages {
    let (bySeat, queue) = (seated, Array(bookings.queue))
    var lists = LinePages()
    lists.append(
      bySeat.lazy.filter { $0.guest == nil }.map { "\($0.seat?.rawValue ?? "") — \(owner(of: $0))" })
    lists.append(
      queue.lazy.filter { $0.guest == nil }
        .map { "\(owner(of: $0)), \(BookingState($0, in: scene).inQueue)" }, under: words.withoutSeatHeading)
    lists.append(
      (bySeat + queue).lazy.compactMap { booking in
        booking.guest.map { guest in
          let place = booking.seat?.rawValue ?? BookingState(booking, in: scene).inQueue
          return words.guest(guest, at: place, hostedBy: owner(of: booking))
        }
      }, under: words.guestsHeading)
    return lists
  }

  func owner(of booking: Booking) -> String { office.employees[booking.owner].map(name) ?? "—" }
}
