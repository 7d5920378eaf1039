import Diagnostics
import Inputs

/// A record that is ready for a worker: it can be read, it has a name, and it is known what its document depends on.
struct PreparedRecord: Sendable {
  var request: WorkerRequest
  /// The hash of all that its document depends on.
  var digest: String

  var seq: Int { request.seq }
  var name: String { request.name }
}

/// Makes records ready, one after another.
struct RecordPreparer {
  /// Nil gives each record its number, or its file's name.
  let template: String?
  let reserved: Set<String>
  let namesByFile: Bool
  let limits: Limits
  private var renderer: RecordRenderer
  private let ingredients: RunIngredients
  private var names = TakenNames()

  init(
    _ renderer: RecordRenderer, _ ingredients: RunIngredients, template: String?,
    reserved: Set<String>, namesByFile: Bool, limits: Limits
  ) {
    self.renderer = renderer
    self.ingredients = ingredients
    self.template = template
    self.reserved = reserved
    self.namesByFile = namesByFile
    self.limits = limits
  }

  /// The record, or what is wrong with it, under its name if it has one.
  mutating func prepare(_ found: FoundRecord, seq: Int) -> Result<PreparedRecord, RefusedRecord> {
    var refused = RefusedRecord(
      seq: seq, name: nil, source: found.source, line: found.start.line, diagnostics: [])
    do throws(DiagnosticError) {
      let content = try found.content.get()
      let request = WorkerRequest(
        seq: seq, name: "", source: found.source, start: found.start, content: content)
      let record = try request.record(limits: limits)
      let name = try self.name(of: record, seq: seq)
      refused.name = name
      try check(name, of: record, seq: seq)
      var named = request
      named.name = name
      return .success(
        PreparedRecord(
          request: named, digest: ingredients.digest(of: content.bytes, name: name)))
    } catch {
      refused.diagnostics = error.diagnostics
      return .failure(refused)
    }
  }

  private mutating func name(
    of record: Located, seq: Int
  ) throws(DiagnosticError) -> String {
    guard let template else {
      return namesByFile ? record.source.name.fileStem : Self.padded(seq)
    }
    do throws(DiagnosticError) {
      return try renderer.text(template, over: record)
    } catch {
      throw DiagnosticError(
        error.diagnostics.map { fault in
          var fault = fault
          fault.location = fault.location ?? Self.place(record)
          fault.message = "the record has no name: \(fault.message)"
          return fault
        })
    }
  }

  private mutating func check(
    _ name: String, of record: Located, seq: Int
  ) throws(DiagnosticError) {
    let place = Self.place(record)
    if let fault = RecordFileName.fault(in: name, at: place) { throw DiagnosticError(fault) }
    guard !reserved.contains(name) else {
      throw DiagnosticError(
        .error(
          "batch.name", "the name \"\(name)\" is that of a file of the batch itself", at: place,
          hints: ["put something before it: --name 'client-{{id}}'"]))
    }
    if let other = names.take(name, for: seq) {
      throw DiagnosticError(
        .error(
          "batch.name",
          other.isSame
            ? "record \(other.seq) has the name \"\(name)\" already"
            : "record \(other.seq) has a name that differs from \"\(name)\" in capitals alone",
          at: place,
          hints: ["name records by what no two have in common: --name '{{id}}'"]))
    }
  }

  private static func place(_ record: Located) -> SourceLocation {
    SourceLocation(record.source, 0..<0)
  }

  /// At least six digits, so that files stand in order.
  private static func padded(_ seq: Int) -> String {
    let digits = String(seq)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// A record that no worker needs to see.
struct RefusedRecord: Error, Sendable {
  var seq: Int
  var name: String?
  var source: String
  var line: Int
  var diagnostics: [Diagnostic]
}

extension String {
  /// A file's name without its folder and ending.
  fileprivate var fileStem: String {
    let file = split(separator: "/").last.map(String.init) ?? self
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
