import ArgumentParser
import Foundation
import OfficeConfiguration

/// Why a command ends without having done its work. Its text is for the operator.
struct StartFailure: Error, CustomStringConvertible {
  let description: String
}

/// Does a command's work; what keeps it from being done goes to standard error, and the exit status is 1.
///
/// Without this, the parser of the command line would put `Error: ` before the text: in front of the first
/// mistake's place, which editors then no longer recognise.
func reportingFailure(of work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch {
    StandardError.print(operatorText(of: error))
    throw ExitCode.failure
  }
}

/// Mistakes as they are, one a line; anything else after the program's name.
func operatorText(of error: any Error) -> String {
  if let mistakes = error as? Configuration.Mistakes { mistakes.description } else { "officebot: \(error)" }
}

enum StandardError {
  static func print(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
