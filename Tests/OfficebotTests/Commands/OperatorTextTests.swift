import OfficeConfiguration
import TestSupport
import Testing

@testable import officebot

@Suite("What an operator reads when a command fails")
struct OperatorTextTests {
  @Test("mistakes of the configuration stand bare, each on its line")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    let mistakes = try #require(throws: Configuration.Mistakes.self) {
      try folder.load("admins: [x]\nseats: [{ id: 1 }]\nbogus: 1\n")
    }
    let file = folder.path("office.yaml")
    #expect(
      operatorText(of: mistakes) == """
        \(file):1:10: admins: expected a whole number from 1 to 4503599627370495, not «x»
        \(file):3:1: bogus: is not a key that is known here
        """)
  }

  @Test("anything else begins with the program's name")
  func others() throws {
    #expect(operatorText(of: StartFailure(description: "no")) == "officebot: no")
    let problem = try #require(throws: Secrets.Problem.self) { try Secrets.botToken(environment: [:]) }
    #expect(operatorText(of: problem) == "officebot: \(problem)")
  }
}
