import OfficeActor

/// Statistics are made from bookings, as far as they are kept, and from the journal.
extension Scene {
  typealias Statistics = (month: MonthStatistics, months: ClosedRange<Month>)

  /// A month's statistics, or those of the nearest month there is; nil if the journal cannot be read.
  func statistics(of wanted: Month, _ then: @escaping (Scene, Statistics?) -> Step) -> Step {
    .read(
      .journal(JournalQuery(position: .after(0)), atMost: 1) { scene, found in
        guard case .success(let lines) = found else { return then(scene, nil) }
        let months = scene.months(since: lines.first)
        return scene.count(min(max(wanted, months.lowerBound), months.upperBound)) { scene, month in
          then(scene, month.map { ($0, months) })
        }
      })
  }

  /// From the oldest booking or entry of the journal that is kept to the end of the booking window.
  private func months(since oldest: JournalLine?) -> ClosedRange<Month> {
    let entry = oldest.map { office.rules.today(at: $0.at) }
    let first = [office.bookedDays.min(), entry, today].compactMap(\.self).min() ?? today
    return Month(of: first)...Month(of: office.rules.bookingWindow(at: now).upperBound)
  }

  private func count(_ month: Month, _ then: @escaping (Scene, MonthStatistics?) -> Step) -> Step {
    let days = month.days
    guard let first = days.first, let last = days.last else { preconditionFailure("a month has days") }
    return .read(
      .journalCount(.released, detail: nil, about: first...last) { scene, found in
        guard case .success(let released) = found else { return then(scene, nil) }
        return .read(
          .journalCount(.cancelled, detail: JournalRecord.inQuestion, about: first...last) { scene, found in
            guard case .success(let declined) = found else { return then(scene, nil) }
            return scene.earlier(first...last) { scene, earlier in
              then(
                scene,
                earlier.map {
                  MonthStatistics(
                    scene.office, month: month, today: scene.today,
                    window: scene.office.rules.bookingWindow(at: scene.now), released: released,
                    declined: declined, earlier: $0)
                })
            }
          })
      })
  }

  /// Presence on those of the days whose bookings are no longer kept.
  private func earlier(
    _ days: ClosedRange<Day>, _ then: @escaping (Scene, [Day: DayCount]?) -> Step
  ) -> Step {
    let kept = min(office.bookedDays.min() ?? today, today)
    guard days.lowerBound < kept else { return then(self, [:]) }
    return .read(
      .dayCounts(days.lowerBound...min(days.upperBound, kept + -1)) { scene, found in
        then(scene, try? found.get())
      })
  }
}
