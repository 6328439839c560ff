import Foundation

@testable import FloorPlan

/// How people see colours, to tell whether they can keep them apart.
enum ColorVision: CaseIterable {
  case usual
  /// No red, and no green: the two common ways of not telling them apart.
  case protanopia, deuteranopia

  /// What light of red, green and blue becomes for the eye, row by row.
  ///
  /// - SeeAlso: Machado, Oliveira, Fernandes 2009, severity 1.0.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    }
  }

  /// ΔE*ab of CIE 1976: about 2 is the least difference seen side by side.
  func difference(_ one: Color, _ other: Color) -> Double {
    zip(lab(one), lab(other)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// How much lighter the one is than the other: 1 to 21, as WCAG 2 has it.
  static func contrast(_ one: Color, _ other: Color) -> Double {
    let (low, high) = (min(one.luminance, other.luminance), max(one.luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  private func lab(_ color: Color) -> [Double] {
    let light = matrix.map { row in min(1, max(0, zip(row, color.light).reduce(0) { $0 + $1.0 * $1.1 })) }
    func response(_ weights: [Double]) -> Double {
      let part = zip(weights, light).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
      return part > 0.008856 ? cbrt(part) : 7.787 * part + 16.0 / 116
    }
    let x = response([0.4124, 0.3576, 0.1805])
    let y = response([0.2126, 0.7152, 0.0722])
    let z = response([0.0193, 0.1192, 0.9505])
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
}

extension Color {
  /// Red, green and blue as amounts of light, 0 to 1.
  fileprivate var light: [Double] {
    [16, 8, 0].map { shift in
      let value = Double(rgb >> UInt32(shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  fileprivate var luminance: Double {
    zip([0.2126, 0.7152, 0.0722], light).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
