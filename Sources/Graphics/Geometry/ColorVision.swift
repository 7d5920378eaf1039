/// A colour in linear light; components from 0 to 1.
struct LinearColor: Sendable, Hashable {
  var red: Double
  var green: Double
  var blue: Double
}

extension Color {
  /// The components in linear light (IEC 61966-2-1).
  var linear: LinearColor {
    func linear(_ c: Double) -> Double {
      c <= 0.04045 ? c / 12.92 : Exact.pow((c + 0.055) / 1.055, 2.4)
    }
    return LinearColor(red: linear(red), green: linear(green), blue: linear(blue))
  }
}

/// How colours are seen: by most people, and by those who lack one kind of cones.
///
/// Machado, Oliveira, Fernandes: "A physiologically-based model for simulation of color vision deficiency", IEEE
/// Transactions on Visualization and Computer Graphics 15 (2009), the matrices of full severity.
package enum ColorVision: String, Sendable, CaseIterable {
  case normal
  /// Without long-wave cones.
  case protanopia
  /// Without middle-wave cones.
  case deuteranopia
  /// Without short-wave cones.
  case tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The colour as it is seen.
  package func seen(_ color: Color) -> LabColor {
    let light = color.linear
    let seen = matrix.map { row in
      min(max(row[0] * light.red + row[1] * light.green + row[2] * light.blue, 0), 1)
    }
    return LabColor(LinearColor(red: seen[0], green: seen[1], blue: seen[2]))
  }
}

extension [Color] {
  /// Colours of categories closer than this are taken for each other.
  package static var leastDifference: Double { 12 }

  /// The two colours that are hardest to tell apart, how different they look (CIEDE2000), and to whom; nil for fewer
  /// than two colours.
  package var closestPair: (first: Int, second: Int, difference: Double, vision: ColorVision)? {
    var closest: (first: Int, second: Int, difference: Double, vision: ColorVision)?
    for vision in ColorVision.allCases {
      let seen = map(vision.seen)
      for second in indices {
        for first in 0..<second {
          let difference = seen[first].difference(from: seen[second])
          if difference < closest?.difference ?? .infinity {
            closest = (first, second, difference, vision)
          }
        }
      }
    }
    return closest
  }
}
