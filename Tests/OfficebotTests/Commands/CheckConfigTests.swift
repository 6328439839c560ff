import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import officebot

@Suite("check-config --picture")
struct CheckConfigTests {
  private static let office =
    "admins: [1]\nregistration: { mode: open }\nseats: [{ id: 1 }, { id: A-2, zone: Окно }]\n"
  private static let drawing = """
    <svg xmlns='http://www.w3.org/2000/svg' width='60mm' height='40mm' viewBox='0 0 600 400'>
    <rect id='seat-1' x='30' y='30' width='100' height='60'/><circle id='seat-A-2' cx='400' cy='200' r='80'/></svg>
    """

  @Test("writes the floor as people will see it", arguments: [office, office + "floor_plan: floor.svg\n"])
  func picture(configuration: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.drawing, to: "floor.svg")
    try folder.write("what was there", to: "floor.png")
    try await folder.load(configuration).writePicture(to: folder.path("floor.png"))
    let file = try Data(contentsOf: folder.url.appending(path: "floor.png"))
    #expect(file.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(file.count > 2000)
  }

  @Test("says where it cannot write")
  func unwritable() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("nowhere/floor.png")
    let configuration = try folder.load(Self.office)
    await #expect {
      try await configuration.writePicture(to: path)
    } throws: { error in
      "\(error)".hasPrefix("\(path): cannot be written")
    }
  }

  @Test("is asked for with a file's name")
  func option() throws {
    let command = try CheckConfigCommand.parse(["--config", "office.yaml", "--picture", "floor.png"])
    #expect(command.picture == "floor.png")
    #expect(try CheckConfigCommand.parse(["--config", "office.yaml"]).picture == nil)
  }
}
