import Foundation
import OfficeActor

extension Seat {
  /// Above any number on a door, and small enough for arithmetic.
  static let numberMax = 999_999

  /// The seats in the file's order, single ones and ranges, and whose some of them are.
  static func list(reading root: Section) -> (seats: [Self], assignments: [SeatAssignment]) {
    guard let entry = root.entry("seats"), !entry.isEmptyList else {
      root.addMistake("is missing; list at least one seat: `- { id: \"1\" }`", key: "seats")
      return ([], [])
    }
    var seats: [Self] = []
    var assignments: [SeatAssignment] = []
    // People type ids, and neither case nor alphabet counts then.
    var taken: [String: (id: ID, line: Int)] = [:]
    for item in entry.items(countMax: Office.seatsMax) {
      guard let section = item.section() else { continue }
      let added = some(reading: section)
      if let assignment = SeatAssignment(reading: section, of: added) { assignments.append(assignment) }
      section.refuseUnknownKeys()
      guard seats.count + added.count <= Office.seatsMax else {
        item.addMistake("makes more than \(Office.seatsMax) seats")
        break
      }
      let again = added.compactMap { seat in taken[seat.id.asTyped].map { (id: seat.id, earlier: $0) } }
      for (id, earlier) in again.prefix(1) {
        let other =
          id == earlier.id
          ? ""
          : " as \(earlier.id.rawValue.inMessage), and neither case nor alphabet counts where letters look alike"
        let more = again.count > 1 ? ", and \(again.count - 1) more of this range are given already" : ""
        item.addMistake("\(id.rawValue.inMessage) is already on line \(earlier.line)\(other)\(more)")
      }
      for seat in added where taken[seat.id.asTyped] == nil {
        taken[seat.id.asTyped] = (seat.id, item.place?.line ?? 0)
        seats.append(seat)
      }
    }
    return (seats, assignments)
  }

  /// The ids of `removed_seats`, none of which may be a seat that there is.
  static func removed(reading root: Section, seats: [Self]) -> Set<ID> {
    let present = Set(seats.map(\.id))
    return Set(root.list("removed_seats", countMax: Office.seatsMax, id(notIn: present)))
  }

  private static func some(reading section: Section) -> [Self] {
    let zone = section.entry("zone")?.read(.text(zoneLengths)) ?? ""
    let features = section.list("features", countMax: featuresMax, .text(featureLengths))
    let (id, from, to) = (section.entry("id"), section.entry("from"), section.entry("to"))
    switch (id, from, to) {
    case (let id?, nil, nil):
      return id.read(Self.id()).map { [Self(id: $0, zone: zone, features: features)] } ?? []
    case (nil, let from?, let to?):
      let numbers = ScalarRule<Int>.integer(0...numberMax)
      guard let first = from.read(numbers), let last = to.read(numbers) else { return [] }
      guard first <= last else {
        to.addMistake("is less than `from`, \(first)")
        return []
      }
      // One more than allowed is enough to be refused.
      return (first...min(last, first + Office.seatsMax)).map {
        Self(id: ID(String($0)), zone: zone, features: features)
      }
    default:
      section.reader.addMistake(
        "expected either `id` or `from` and `to`", key: section.key, at: section.place)
      return []
    }
  }

  /// What a seat may be called; the characters refused have a meaning in buttons and in typed text.
  private static func id(notIn present: Set<ID> = []) -> ScalarRule<ID> {
    ScalarRule(expected: "a seat's id") { text throws(ScalarRule<ID>.Refusal) in
      let id = text.precomposedStringWithCanonicalMapping
      guard ID.lengths.contains(id.count), id.utf8.count <= ID.bytesMax else {
        throw .init(
          message:
            "\(id.inMessage): a seat's id has \(ID.lengths.lowerBound) to \(ID.lengths.upperBound) characters "
            + "and at most \(ID.bytesMax) bytes")
      }
      guard !id.contains(where: { $0.isWhitespace || "|.,:/".contains($0) }), !id.hasControlCharacters else {
        throw .init(
          message: "\(id.inMessage): a seat's id has no spaces, nothing invisible and none of | . , : /")
      }
      guard !present.contains(ID(id)) else { throw .init(message: "\(id.inMessage) is also in `seats`") }
      return ID(id)
    }
  }
}
