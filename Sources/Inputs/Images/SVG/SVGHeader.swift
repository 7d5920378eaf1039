import Diagnostics
import Graphics

/// Reads an SVG file to its end: its size, and that it holds nothing but shapes (SVG 1.1).
///
/// Whoever draws it later gets a file that refers to nothing outside, runs nothing, holds no text and ends.
struct SVGHeader {
  private let limits: Limits
  private let source: Source
  private var scanner: XMLScanner
  private var size: Size?
  /// The elements that are open, and how many shapes each has drawn so far, those it uses included.
  private var open: [Element] = []
  /// What the elements with an id are made of.
  private var weights: [String: ShapeCount.Weight] = [:]
  private var total = ShapeCount.Weight()
  private var elementCount = 0
  /// What a style sheet may give to any element.
  private var sheetReferences: Set<String> = []

  private struct Element {
    var name: String
    var id: String?
    var weight = ShapeCount.Weight()
    var isStyle = false
  }

  private static let namespace = "http://www.w3.org/2000/svg"
  /// Elements nest no deeper: readers of XML walk them on their stack.
  private static let deepest = 100

  /// Whether bytes look like an SVG file: a tag `svg`, before any other that isn't about the file itself.
  static func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    var rest = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      let end =
        rest.hasPrefix("<!--")
        ? rest.firstRange(of: "-->")?.upperBound
        : rest.firstIndex(of: ">").map { rest.index(after: $0) }
      // A long comment, or a document type with declarations: no other kind of picture begins so.
      guard let end, !rest[..<end].contains("[") else { return text.contains("svg") }
      rest = rest[end...].drop(while: \.isWhitespace)
    }
    guard rest.first == "<" else { return false }
    let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    return name == "svg" || name.hasSuffix(":svg")
  }

  static func read(_ source: Source, limits: Limits) throws(DiagnosticError) -> ImageHeader {
    guard source.bytes.count <= limits[.svgBytes] else {
      throw DiagnosticError(
        limits.exceeded(.svgBytes, by: "the drawing", at: SourceLocation(source)))
    }
    do throws(SVGFault) {
      var header = try SVGHeader(source, limits)
      return ImageHeader(drawing: try header.read())
    } catch {
      throw DiagnosticError(error.diagnostic(in: source, limits: limits))
    }
  }

  private init(_ source: Source, _ limits: Limits) throws(SVGFault) {
    self.source = source
    self.limits = limits
    scanner = try XMLScanner(source.bytes)
  }

  private mutating func read() throws(SVGFault) -> Size {
    while let (piece, range) = try scanner.next() {
      switch piece {
      case .open(let name, let attributes, let isEmpty):
        guard !open.isEmpty || size == nil else {
          throw SVGFault("the drawing has a second root", range)
        }
        try enter(name, attributes, range)
        if isEmpty { try leave(name, range) }
      case .close(let name): try leave(name, range)
      case .text(let text):
        if open.last?.isStyle ?? false {
          sheetReferences.formUnion(try SVGStyle.references(inSheet: text, range))
        }
      case .instruction(let name):
        if name != "xml" {
          throw SVGFault(
            "the drawing refers to another file (\(name))", range, hint: SVGFault.export)
        }
      }
    }
    guard let size else { throw SVGFault("the file holds no drawing", 0..<0) }
    guard open.isEmpty else {
      throw SVGFault(
        "the drawing ends before its last tag is closed", source.bytes.count..<source.bytes.count,
        hint: "is the file complete?")
    }
    try checkCount()
    return size
  }

  private func checkCount() throws(SVGFault) {
    var all = total
    for id in sheetReferences { all.uses[id, default: 0] += elementCount }
    var counting = ShapeCount(weights: weights, most: limits[.svgShapes])
    if try counting.count(all) > limits[.svgShapes] { throw SVGFault(passes: .svgShapes) }
  }

  // MARK: Elements

  private mutating func enter(
    _ name: String, _ attributes: [XMLScanner.Attribute], _ range: Range<Int>
  ) throws(SVGFault) {
    guard open.count < Self.deepest else {
      throw SVGFault(
        "the drawing nests its elements more than \(Self.deepest) deep", range,
        hint: SVGFault.export)
    }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    let local = String(parts.last ?? "")
    // Whatever might be SVG counts as such; what programs note for themselves has a prefix of its own.
    let isForeign = parts.count > 1 && parts.first != "svg"
    var element = Element(name: name)
    if isForeign {
      try SVGStyle.check(foreign: local, range)
    } else {
      if size == nil, local != "svg" { throw SVGFault("the file holds no drawing", range) }
      switch SVGElement(local) {
      case .shape where local != "use": element.weight.shapes = 1
      case .shape, .frame, .words: break
      case .style: element.isStyle = true
      case .refused(let reason, let hint): throw SVGFault(reason, range, hint: hint)
      }
      if size == nil {
        let name = parts.count > 1 ? "xmlns:svg" : "xmlns"
        guard attributes.contains(where: { $0.name == name && $0.value == Self.namespace }) else {
          throw SVGFault(
            "the drawing doesn't say that it is SVG", range,
            hint: "write xmlns=\"\(Self.namespace)\" into <svg>")
        }
        size = try Self.size(attributes, range)
      }
      for attribute in attributes {
        for id in try SVGStyle.references(attribute, of: local) {
          element.weight.uses[id, default: 0] += 1
        }
      }
    }
    for attribute in attributes {
      if attribute.name.hasPrefix("xmlns:"), attribute.value == Self.namespace,
        attribute.name != "xmlns:svg"
      {
        throw SVGFault(
          "the drawing calls SVG by another name (\(attribute.name.localName))", attribute.range,
          hint: SVGFault.export)
      }
    }
    element.id = attributes.first { $0.name.localName == "id" }?.value
    elementCount += 1
    open.append(element)
  }

  private mutating func leave(_ name: String, _ range: Range<Int>) throws(SVGFault) {
    guard let element = open.popLast(), element.name == name else {
      throw SVGFault("\"</\(name)>\" closes nothing", range)
    }
    if let id = element.id { weights[id, default: ShapeCount.Weight()].add(element.weight) }
    if open.isEmpty {
      total = element.weight
    } else {
      open[open.count - 1].weight.add(element.weight)
    }
  }

  // MARK: Size

  private static func size(
    _ attributes: [XMLScanner.Attribute], _ range: Range<Int>
  ) throws(SVGFault) -> Size {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    let box = value("viewBox").flatMap(SVGLength.viewBox)
    let (wide, high) = (value("width"), value("height"))
    var (width, height) = (wide.flatMap(SVGLength.points), high.flatMap(SVGLength.points))
    if let box, box[2] > 0, box[3] > 0 {
      // One that is missing follows from the other and the drawing's shape.
      if width == nil, height == nil { (width, height) = (box[2] * 0.75, box[3] * 0.75) }
      width = width ?? height.map { $0 * box[2] / box[3] }
      height = height ?? width.map { $0 * box[3] / box[2] }
    }
    guard let width, let height else {
      throw SVGFault(
        "the drawing doesn't say how large it is", range,
        hint: "write width, height and viewBox into <svg>")
    }
    let allowed = 0.001...1_000_000.0
    guard allowed.contains(width), allowed.contains(height),
      (0.0001...10_000).contains(width / height)
    else {
      throw SVGFault(
        "the size of the drawing is \(wide ?? "nothing") × \(high ?? "nothing")", range,
        hint: "write another width, height or viewBox into <svg>")
    }
    return Size(width: width, height: height)
  }
}
