import Diagnostics
import Formats
import Foundation
import Inputs
import Testing

@testable import Documents

/// `Documentation/formats.md` lists what there is, and each row prints what it says.
@Suite struct FormatDocumentationTests {
  static let table: DocumentationTable = {
    let file = Folders.package.appending(path: "Documentation/formats.md")
    return DocumentationTable((try? Folders.text(file)) ?? "")
  }()

  static let named = table.rows("format", "value", "ko", "en")
  static let numbers = table.rows("format", "value", "prints")
  static let dates = table.rows("format", "ko", "en")
  static let differences = table.rows("format", "value", "d3", "here")
  static let particles = table.rows("particle")
  private static let moment = "2022-10-25T09:30:05.250Z"

  private func code(_ cell: String) -> String {
    cell.hasPrefix("`") ? String(cell.dropFirst().dropLast()) : cell
  }

  private func printed(_ format: String, _ value: String, _ language: Language = .en) throws
    -> String
  {
    let hole = format.isEmpty ? "x" : "x:\(format)"
    let isNumber = Decimal(value) != nil && !value.contains("-10")
    let json = isNumber ? "{\"x\": \(value)}" : "{\"x\": \"\(value)\"}"
    return try expanded("{{\(hole)}}", json, language: language)
  }

  @Test(arguments: named)
  func namedFormatsPrintAsShown(_ row: [String]) throws {
    #expect(try printed(code(row[0]), row[1], .ko) == row[2])
    #expect(try printed(code(row[0]), row[1], .en) == row[3])
  }

  @Test(arguments: numbers)
  func numberFormatsPrintAsShown(_ row: [String]) throws {
    #expect(try printed(code(row[0]), row[1]).trimmingCharacters(in: .whitespaces) == row[2])
  }

  @Test(arguments: dates)
  func dateFormatsPrintAsShown(_ row: [String]) throws {
    #expect(
      try printed(code(row[0]), Self.moment, .ko).trimmingCharacters(in: .whitespaces) == row[1])
    #expect(
      try printed(code(row[0]), Self.moment, .en).trimmingCharacters(in: .whitespaces) == row[2])
  }

  /// d3 rounds the double: what `NumberFormat` does with one, as charts do.
  @Test(arguments: differences)
  func roundingDiffersAsShown(_ row: [String]) throws {
    let double = try #require(Double(row[1]))
    #expect(
      try NumberFormat(code(row[0])).string(double, locale: .english) == row[2])
    #expect(try printed(code(row[0]), row[1]) == row[3])
    #expect(row[2] != row[3])
  }

  @Test(arguments: particles)
  func particlesPrintAsShown(_ row: [String]) throws {
    for (word, expected) in zip(["사람", "서울", "회사", "KT", "10%"], row.dropFirst()) {
      #expect(try expanded("{{x:\(code(row[0]))}}", "{\"x\": \"\(word)\"}") == word + expected)
    }
  }

  @Test func everyNameAndParticleIsListed() {
    let names = Set(Self.named.map { code($0[0]).prefix { $0 != " " } }.map(String.init))
    for name in ValueFormat.names { #expect(names.contains(name), "\(name)") }
    #expect(Self.particles.map { code($0[0]) } == Particle.all.map(\.notation))
  }
}
