import Foundation
import Testing

@testable import OfficeActor

@Suite("The list of names")
struct EmployeesTests {
  private static func names(_ numbers: Range<Int>) -> [EmployeeName] {
    numbers.compactMap { EmployeeName("Сотрудник \(10_000 + $0)") }
  }

  @Test("has room for ten thousand; more than there is room for are refused as a whole")
  func room() throws {
    let admin = AccountID(rawValue: 900)
    var office = try Office(
      rules: OfficeRules(timeZone: .gmt, admins: [admin]), seats: [Seat(id: Seat.ID("1"))])
    let now = Date(timeIntervalSince1970: 1_795_000_000)
    let first = Self.names(0..<Office.employeesMax - 2)
    #expect(try office.perform(.addEmployees(first), by: .bot, at: now).count == first.count)
    let before = office
    #expect(throws: Rejection.listIsFull(room: 2)) {
      try office.perform(.addEmployees(Self.names(9_990..<10_001)), by: .person(admin), at: now)
    }
    #expect(office == before)
    // Names that are there already, or stand twice, take no room.
    let again = Self.names(9_000..<10_000) + Self.names(9_990..<10_000)
    #expect(try office.perform(.addEmployees(again), by: .person(admin), at: now).count == 2)
    #expect(office.employees.count == Office.employeesMax)
    #expect(throws: Rejection.listIsFull(room: 0)) {
      try office.perform(.addEmployees(Self.names(10_000..<10_001)), by: .person(admin), at: now)
    }
    #expect(try office.perform(.addEmployees(Self.names(0..<10_000)), by: .person(admin), at: now) == [])
    // Whoever is taken off the list makes room.
    let gone = try #require(office.employees.all.first)
    _ = try office.perform(.removeEmployee(gone.id), by: .person(admin), at: now)
    #expect(
      try office.perform(.addEmployees(Self.names(10_000..<10_001)), by: .person(admin), at: now).count == 1)
    let keys = office.employees.all.map(\.name.searchForm.text)
    #expect(keys == keys.sorted())
  }
}
