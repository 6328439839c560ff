import Foundation
import Logging
import OfficeActor
import Testing

@testable import Logs

@Suite("The files of the logs", .timeLimit(.minutes(30)))
struct FileTests {
  @Test("begin anew when they are full, and nothing is lost")
  func rotationBySize() throws {
    let test = try LogsUnderTest()
    let logs = try test.start(rotation: LogRotation(bytesMax: 1_000))
    for number in 1...50 {
      logs.logger.error("error \(number)")
      logs.flush()
    }
    let files = try test.files()
    #expect(files.count > 5)
    #expect(
      files.first == "errors-20261128T120000.000Z.jsonl", "the name is the time, and ends when it began")
    #expect(files.last == "errors.jsonl")
    #expect(try files.allSatisfy { try test.text($0).utf8.count <= 1_000 })
    #expect(try files.flatMap { try test.messages($0) } == (1...50).map { "error \($0)" })
  }

  @Test("begin anew after a day, also when the process began anew in between")
  func rotationByAge() throws {
    let test = try LogsUnderTest()
    for hours in [0, 10, 23, 24, 30, 47, 48] {
      let logs = try test.start()
      logs.logger.error("hour \(hours)")
      #expect(logs.flush())
      test.pass(TimeInterval(([0, 10, 23, 24, 30, 47, 48, 48].first { $0 > hours } ?? 48) - hours) * 3_600)
    }
    #expect(
      try test.files() == [
        "errors-20261129T120000.000Z.jsonl", "errors-20261130T120000.000Z.jsonl", "errors.jsonl",
      ])
    #expect(try test.messages("errors.jsonl") == ["hour 48"])
    #expect(
      try test.messages("errors-20261129T120000.000Z.jsonl") == ["hour 0", "hour 10", "hour 23"])
  }

  @Test("go after thirty days, or when there are too many; what is not ours stays")
  func oldFiles() throws {
    let test = try LogsUnderTest()
    let others = ["errors-notes.jsonl", "errors-20200101.jsonl", "errors.jsonl.bak", "readme.txt"]
    try FileManager.default.createDirectory(at: test.folder, withIntermediateDirectories: true)
    for name in others { try Data("mine\n".utf8).write(to: test.folder.appending(path: name)) }
    func old() throws -> [String] { try test.files().filter { !others.contains($0) && $0 != "errors.jsonl" } }
    let logs = try test.start()
    for day in 0..<40 {
      logs.logger.error("day \(day)")
      logs.flush()
      test.pass(86_400)
    }
    // The last file began on 7 January.
    #expect(try old().count == 31)
    #expect(try old().first == "errors-20261207T120000.000Z.jsonl")

    let few = try test.start(rotation: LogRotation(filesMax: 3))
    few.logger.error("one more")
    few.flush()
    #expect(try old().count == 3)
    #expect(try old().last == "errors-20270107T120000.000Z.jsonl")
    #expect(try test.files().filter(others.contains) == others.sorted())
  }

  @Test("go on after a process that was killed in the middle of a line")
  func halfLine() throws {
    let test = try LogsUnderTest()
    let first = try test.start()
    first.logger.error("first")
    first.flush()
    let file = test.folder.appending(path: "errors.jsonl")
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"time":"2026-11-28T12:0"#.utf8))
    try handle.close()
    let second = try test.start()
    second.logger.error("second")
    second.flush()
    let lines = try test.text("errors.jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[2].contains("second"))
    #expect(lines[2].hasPrefix("{") && lines[2].hasSuffix("}"))
  }

  @Test("are made anew when somebody takes them away")
  func taken() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.logger.error("first")
    logs.flush()
    try FileManager.default.removeItem(at: test.folder)
    logs.logger.error("second")
    logs.flush()
    #expect(try test.messages("errors.jsonl") == ["second"])
    #expect(logs.linesLost == 0)
  }

  @Test("cost nothing but themselves when they cannot be written, and go on when they can")
  func unwritable() throws {
    let test = try LogsUnderTest()
    try Data("a file where the folder should be".utf8).write(to: test.folder)
    let logs = try test.start()
    for number in 1...5 {
      logs.logger.error("error \(number)")
      logs.events.write(at: test.now, kind: "event \(number)", fields: [:])
      #expect(logs.flush())
    }
    logs.flush()
    let errors = try test.messages("stderr")
    #expect(errors.filter { $0.hasPrefix("error ") } == (1...5).map { "error \($0)" })
    #expect(try test.lines("stdout").compactMap { $0["event"] } == (1...5).map { "event \($0)" })
    #expect(errors.filter { $0 == "a log takes no lines" }.count == 2, "once for each of the files")
    #expect(logs.errors.groups().contains { $0.kind == "a log takes no lines" && $0.count == 2 })
    // Besides the five lines of each, what was to be said in one about the other.
    let lost = logs.linesLost
    #expect(lost == 12)

    try FileManager.default.removeItem(at: test.folder)
    logs.logger.error("error 6")
    logs.events.write(at: test.now, kind: "event 6", fields: [:])
    logs.flush()
    logs.flush()
    #expect(try test.messages("errors.jsonl").first == "error 6")
    #expect(try test.lines("events.jsonl").map { $0["event"] } == ["event 6"])
    let told = try test.lines("stderr").filter { $0["message"] == "lines were lost to a log" }
    #expect(told.compactMap { $0["lines"].flatMap { Int($0) } }.reduce(0, +) == lost)
    #expect(Set(told.map { $0["log"] }) == ["errors.jsonl", "events.jsonl"])
    #expect(logs.linesLost == lost)
  }

  @Test("do not wait for a stream that nobody reads, nor does who logs")
  func stalledStream() async throws {
    let test = try LogsUnderTest()
    let pipe = Pipe()
    let logs = try test.start(errorOutput: pipe.fileHandleForWriting.fileDescriptor)
    let filler = String(repeating: "x", count: 1_000)
    var sent = 0
    while logs.linesLost == 0 {
      logs.logger.error("stalled", metadata: ["filler": "\(filler)", "number": "\(sent)"])
      sent += 1
      // Lets the file keep up, so that only the stream falls behind.
      if sent.isMultiple(of: 100) { logs.flush(within: .milliseconds(20)) }
    }
    #expect(!logs.flush(within: .milliseconds(10)))
    let lines = try test.lines("errors.jsonl")
    #expect(lines.filter { $0["message"] == "stalled" }.count == sent)

    let reader = Thread { while !pipe.fileHandleForReading.availableData.isEmpty {} }
    reader.start()
    #expect(logs.flush(within: .seconds(60)))
    logs.logger.error("after")
    #expect(logs.flush(within: .seconds(60)))
    #expect(logs.flush(within: .seconds(60)))
    #expect(try test.messages("errors.jsonl").contains("lines were lost to a log"))
    try pipe.fileHandleForWriting.close()
  }

  @Test("hold every line of many who write at once, whole and in each one's order")
  func concurrency() async throws {
    let test = try LogsUnderTest()
    let logs = try test.start(rotation: LogRotation(bytesMax: 100_000, filesMax: 1_000))
    let (writers, each) = (8, 500)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          for number in 0..<each {
            logs.logger.error("from many", metadata: ["writer": "\(writer)", "number": "\(number)"])
            logs.events.write(at: test.now, kind: "event", fields: ["writer": .number(Int64(writer))])
          }
        }
      }
    }
    #expect(logs.flush(within: .seconds(60)))
    let lines = try test.files().filter { $0.hasPrefix("errors") }.flatMap { try test.lines($0) }
    for writer in 0..<writers {
      let numbers = lines.filter { $0["writer"] == "\(writer)" }.compactMap { $0["number"] }
      #expect(numbers == (0..<each).map { "\($0)" })
    }
    let events = try test.files().filter { $0.hasPrefix("events") }.flatMap { try test.lines($0) }
    #expect(events.count == writers * each)
    #expect(logs.errors.groups().map(\.count) == [writers * each])
    #expect(logs.linesLost == 0)
  }
}
