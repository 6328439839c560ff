import ArgumentParser
import FloorPlan
import Foundation
import OfficeActor
import OfficeConfiguration

/// `officebot check-config`: says everything that is wrong with the configuration, each with its line.
struct CheckConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config", abstract: "Check the configuration file and everything it names.",
    discussion: """
      A day is drawn, and every folder and address that a start will need is tried. Nothing is left behind, and a \
      bot that runs is not disturbed.
      """)

  @OptionGroup var config: ConfigurationOption

  @Option(
    help: ArgumentHelp(
      "Also draw the floor of a day on which all seats are free, and write the picture to this file.",
      valueName: "file.png"))
  var picture: String?

  func run() async throws {
    try await reportingFailure {
      let configuration = try await config.rehearse()
      if let picture {
        try await configuration.writePicture(to: picture)
        print("\(picture): this is what people will see")
      }
      print("\(config.path): all is well: \(configuration.summary)")
    }
  }
}

extension Configuration {
  /// «Офис, 24 seats, 30 names, Europe/Moscow».
  fileprivate var summary: String {
    [
      office.name, "\(seats.count) seats", employees.map { "\($0.names.count) names" },
      rules.timeZone.identifier,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// Writes the floor's picture, a PNG, over what is in the file.
  ///
  /// - Throws: a ``StartFailure`` that says why it cannot be drawn or written.
  func writePicture(to path: String) async throws {
    let floor = FloorPicture(
      title: office.name,
      seats: seats.map { PictureSeat(id: $0.id.rawValue, zone: $0.zone, state: .free) }, legend: nil)
    do {
      let png = try await FloorPlanRenderer(plan: floorPlan).png(of: .floor(floor))
      try Data(png).write(to: URL(filePath: path))
    } catch let error as RenderingError {
      throw StartFailure(description: "the floor cannot be drawn: \(error)")
    } catch {
      throw StartFailure(description: "\(path): cannot be written: \(error.localizedDescription)")
    }
  }
}
