import Foundation
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("A slip of the hand")
struct SlipsTests {
  /// SplitMix64: the same slips for the same seed, everywhere.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test("in the example is either harmless or named with a line of the file")
  func slips() throws {
    let folder = try TemporaryFolder()
    let example = try String(contentsOf: URL(filePath: ExampleTests.file), encoding: .utf8)
    try folder.write("Иванов Пётр\n", to: "employees.example.csv")
    for seed in UInt64(0)..<300 {
      var generator = Generator(state: seed)
      var text = Array(example.unicodeScalars)
      for _ in 0...Int.random(in: 0...3, using: &generator) { slip(&text, using: &generator) }
      let slipped = String(String.UnicodeScalarView(text))
      let lines = slipped.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
      try folder.write(slipped, to: "office.yaml")
      do {
        _ = try Configuration.load(from: folder.path("office.yaml"), environment: [:]) { _ in }
      } catch {
        #expect(!error.mistakes.isEmpty, "seed \(seed)")
        let placed = error.mistakes.allSatisfy { (1...lines + 1).contains($0.line ?? 0) }
        #expect(placed, "seed \(seed): \(error)")
      }
    }
  }

  private func slip(_ text: inout [Unicode.Scalar], using generator: inout Generator) {
    let at = Int.random(in: 0..<text.count, using: &generator)
    let end = min(text.count, at + Int.random(in: 1...60, using: &generator))
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: text.removeSubrange(at..<end)
    case 1: text.insert(contentsOf: text[at..<end], at: Int.random(in: 0..<text.count, using: &generator))
    default:
      let typed = Array("{}[]:,&*!|>'\"%@`#-?~<=я \t\n\u{0}\u{E000}\u{301}".unicodeScalars)
      text.insert(typed.randomElement(using: &generator) ?? "#", at: at)
    }
  }
}
