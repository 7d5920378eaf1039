import ArgumentParser
import BriefKit
import Diagnostics

/// How diagnostics are printed.
enum DiagnosticsFormat: String, CaseIterable {
  case text
  case json

  /// What a command line asks for that can't be read as a whole.
  init(askedForIn arguments: [String]) {
    let asksForJSON =
      arguments.contains("--diagnostics=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == ("--diagnostics", "json") }
    self = asksForJSON ? .json : .text
  }
}

/// A limit and what it is set to: `pages=20`.
struct LimitSetting {
  var name: Limits.Name
  var value: Int

  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw ValidationError("write a name and a number, such as pages=20")
    }
    name = try OptionValue.named(String(parts[0]), as: "limit", in: Limits.Name.allCases)
    guard let value = Int(parts[1]), value > 0 else {
      throw ValidationError("\"\(parts[1])\" is not a whole number above 0")
    }
    self.value = value
  }
}

/// Pages from 1: `3` or `1-3`.
struct PageRange {
  var pages: ClosedRange<Int>

  init(argument: String) throws {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first >= 1, first <= last
    else { throw ValidationError("pages are counted from 1: write 2 or 1-3") }
    pages = first...last
  }
}

/// Formats with commas between them: `pdf,png`.
struct FormatList {
  var formats: [OutputPlan.Format]

  init(argument: String) throws {
    formats = try argument.split(separator: ",", omittingEmptySubsequences: false).map {
      try OptionValue.named(String($0), as: "format", in: OutputPlan.Format.allCases)
    }
  }
}

/// Words that options take.
enum OptionValue {
  /// The case of that name in a closed vocabulary.
  static func named<T: RawRepresentable<String>>(
    _ word: String, as noun: String, in known: [T]
  ) throws -> T {
    guard let value = T(rawValue: word) else {
      let hints = Suggestion.hints(for: word, in: known.map(\.rawValue))
      throw ValidationError(
        (["there is no \(noun) \"\(word)\""] + hints).joined(separator: "; "))
    }
    return value
  }

  static func edition(_ word: String) throws -> Edition {
    try named(word, as: "language", in: Edition.allCases)
  }

  /// A language, or `all`.
  static func editions(_ word: String) throws -> EditionChoice {
    word == "all" ? .all : .one(try edition(word))
  }

  /// Words with commas between them, or `none`.
  static func permissions(_ words: String) throws -> Set<PDFProtection.Permission> {
    if words == "none" { return [] }
    return Set(
      try words.split(separator: ",", omittingEmptySubsequences: false).map {
        try named(String($0), as: "permission", in: PDFProtection.Permission.allCases)
      })
  }

  /// A width and a height in pixels: `640x360`.
  static func size(_ word: String) throws -> PixelSize {
    let sides = word.split(omittingEmptySubsequences: false) { "xX×".contains($0) }
      .map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], width > 0, height > 0
    else { throw ValidationError("write a width and a height in pixels, such as 640x360") }
    return PixelSize(width: width, height: height)
  }

  static func scale(_ word: String) throws -> Double {
    guard let scale = Double(word), scale.isFinite, scale > 0 else {
      throw ValidationError("the scale is a number above 0, such as 2")
    }
    return scale
  }

  static func setting(_ word: String) throws -> SettingArgument {
    guard let setting = SettingArgument(argument: word) else {
      throw ValidationError("write a name and a value, such as --set unit=팀")
    }
    return setting
  }

  /// A whole number.
  static func count(
    _ word: String, of what: String, in range: ClosedRange<Int> = 0...1 << 31
  ) throws -> Int {
    guard let count = Int(word), range.contains(count) else {
      throw ValidationError(
        "write a number of \(what) from \(range.lowerBound) to \(range.upperBound)")
    }
    return count
  }

  /// A shard by its number and their count: `2/8`.
  static func shard(_ word: String) throws -> Shard {
    guard let shard = Shard(argument: word) else {
      throw ValidationError("write a shard's number and how many there are, such as 2/8")
    }
    return shard
  }

  /// An input beside the records, which has to have a name.
  static func namedInput(_ word: String) throws -> DataArgument {
    let data = DataArgument(argument: word)
    guard data.name != nil else {
      throw ValidationError(
        "the records are the main input; give other data a name: NAME=\(word)")
    }
    guard data.path != "-" else {
      throw ValidationError("standard input is for records; name a file")
    }
    return data
  }

  /// Data that has to have a name.
  static func namedData(_ word: String) throws -> DataArgument {
    let data = DataArgument(argument: word)
    guard data.name != nil else {
      throw ValidationError("a chart's data go by name: write NAME=\(word)")
    }
    return data
  }
}
