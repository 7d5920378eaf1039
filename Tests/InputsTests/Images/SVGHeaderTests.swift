import Diagnostics
import Graphics
import Testing

@testable import Inputs

/// Drawings by their size, and those that are refused with what is said of them.
@Suite struct SVGHeaderTests {
  private static let space = #"xmlns="http://www.w3.org/2000/svg""#

  private func read(_ text: String, _ limits: Limits = Limits()) throws(DiagnosticError)
    -> ImageHeader
  {
    try ImageHeaderReader.read(Source(name: "a.svg", text: text), limits: limits)
  }

  private func complaint(_ text: String, _ limits: Limits = Limits()) -> String? {
    do throws(DiagnosticError) {
      _ = try read(text, limits)
      return nil
    } catch {
      return error.diagnostics.map { diagnostic in
        let place = diagnostic.location.flatMap { location in
          location.range.map { location.source.lineColumn(at: $0.lowerBound) }
        }
        return (place.map { "\($0.line):\($0.column): " } ?? "")
          + ([diagnostic.message] + diagnostic.hints).joined(separator: " | ")
      }.joined(separator: "\n")
    }
  }

  @Test(
    arguments: [
      (#"width="96" height="48""#, 72, 36), (#"width="20mm" height="1cm""#, 56.693, 28.346),
      (#"width="1in" height="6pc""#, 72, 72), (#"viewBox="0 0 40 20""#, 30, 15),
      (#"width="100%" height="100%" viewBox="-5,-5 40 20""#, 30, 15),
      (#"width="20pt" viewBox="0 0 40 20""#, 20, 10),
      (#"height="20px" viewBox="0 0 40 20""#, 30, 15),
    ] as [(String, Double, Double)])
  func itsSizeIsReadInPoints(attributes: String, width: Double, height: Double) throws {
    let header = try read("<svg \(Self.space) \(attributes)><path d=\"M0 0h1\"/></svg>")
    #expect(header.format == .svg)
    let size = try #require(header.drawingSize)
    #expect(abs(size.width - width) < 0.001 && abs(size.height - height) < 0.001)
    #expect(header.naturalSize == size)
  }

  /// What drawing programs write around a drawing.
  @Test func filesOfDrawingProgramsAreRead() {
    let text = """
      \u{FEFF}<?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- Generator: an < unusual & program -->
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <svg \(Self.space) xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/"
        xmlns:ink="http://www.inkscape.org/namespaces" ink:version="1" viewBox="0 0 40 20">
        <title>상표 &amp; 이름</title><metadata><dc:text href="http://a.b/">x</dc:text></metadata>
        <style type="text/css"><![CDATA[ .a { fill: url( '#g' ); filter: none } /* mask: */ ]]></style>
        <defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient>
        <clipPath id="c"><rect width="4" height="4"/></clipPath></defs>
        <g clip-path="url(#c)" class="a"><path d="M0,0 L1 1z" style="fill:#123;mask:none;stroke-dasharray:none"/></g>
        <use xlink:href="#g"/><a href="https://example.com"><circle r="3"/></a>
      </svg>
      <!-- end -->
      """
    #expect(complaint(text) == nil)
  }

  @Test(
    arguments: [
      (
        "text", "<text x='1'>가</text>",
        "2:1: the drawing holds text | convert text to paths"
      ),
      (
        "prefixed text", "<svg:tspan/>", "2:1: the drawing holds text | convert text to paths"
      ),
      (
        "picture", "<image href='data:image/png;base64,AA'/>",
        "2:1: the drawing holds a picture of pixels | give that picture by itself"
      ),
      (
        "script", "<script>alert(1)</script>",
        "2:1: the drawing holds a script | export it anew as plain SVG"
      ),
      (
        "script in an attribute", "<path onclick='f()'/>",
        "2:7: the drawing holds a script | export it anew as plain SVG"
      ),
      (
        "foreign object", "<foreignObject/>",
        "2:1: the drawing holds what isn't SVG (foreignObject) | convert it to paths"
      ),
      (
        "filter", "<g filter='url(#f)'/>",
        "2:4: the drawing uses \"filter\", which isn't built: it could only be drawn as pixels | "
          + "convert it to paths, or export the drawing as PNG"
      ),
      (
        "mask in a style", "<g style='fill:red; MASK : url(#f)'/>",
        "2:4: the drawing uses \"mask\", which isn't built: it could only be drawn as pixels | "
          + "convert it to paths, or export the drawing as PNG"
      ),
      (
        "dashes", "<path stroke-dasharray='.1' d='M0 0h9e9'/>",
        "2:7: the drawing uses dashes (stroke-dasharray), which aren't built | "
          + "convert strokes to paths"
      ),
      (
        "movement", "<animate/>",
        "2:1: the drawing moves (animate) | export it as it stands still"
      ),
      (
        "unknown element", "<video/>",
        "2:1: the drawing holds \"video\", which isn't drawn | export it anew as plain SVG"
      ),
      (
        "other file", "<use href='other.svg#a'/>",
        "2:6: the drawing refers to another file | put everything into the drawing"
      ),
      (
        "address written in references", "<use href='&#104;ttp://a.b/#c'/>",
        "2:6: the drawing refers to another file | put everything into the drawing"
      ),
      (
        "other file in a style", "<g style='fill: url(http://a.b/#c)'/>",
        "2:4: the drawing refers to another file | put everything into the drawing"
      ),
      (
        "other style sheet", "<style>@import 'a.css';</style>",
        "2:8: the drawing refers to another file | put everything into the drawing"
      ),
      (
        "hidden words", #"<style>@\69mport 'a.css';</style>"#,
        "2:8: the drawing's styles hold a backslash | export it anew as plain SVG"
      ),
      (
        "inclusion", "<xi:include href='a.svg'/>",
        "2:1: the drawing refers to another file | put everything into the drawing"
      ),
      (
        "SVG under another name", "<g xmlns:x='http://www.w3.org/2000/svg'/>",
        "2:4: the drawing calls SVG by another name (x) | export it anew as plain SVG"
      ),
      (
        "entity", "<path d='&a;'/>",
        "2:10: the drawing uses an entity that XML doesn't have | export it anew as plain SVG"
      ),
      ("closing tag", "</g>", "2:1: \"</g>\" closes nothing"),
      ("tag", "<path d=5/>", "2:1: a tag of the drawing is malformed"),
      ("comment", "<!-- ", "2:1: the drawing ends inside a comment"),
      (
        "circle", "<g id='a'><use href='#a'/></g>",
        "1:1: the drawing uses \"a\" inside itself | export it anew as plain SVG"
      ),
    ] as [(String, String, String)])
  func whatIsNoPlainDrawingIsRefused(id: String, content: String, message: String) {
    #expect(
      complaint("<svg \(Self.space) viewBox='0 0 9 9'>\n\(content)\n</svg>") == message)
  }

  @Test(
    arguments: [
      (
        "no size", "<svg \(space)/>",
        "1:1: the drawing doesn't say how large it is | write width, height and viewBox into <svg>"
      ),
      (
        "no width", "<svg \(space) width='0' height='5'/>",
        "1:1: the size of the drawing is 0 × 5 | write another width, height or viewBox into <svg>"
      ),
      (
        "huge", "<svg \(space) width='1e30' height='5'/>",
        "1:1: the size of the drawing is 1e30 × 5 | write another width, height or viewBox into <svg>"
      ),
      (
        "no namespace", "<svg viewBox='0 0 1 1'/>",
        "1:1: the drawing doesn't say that it is SVG | "
          + "write xmlns=\"http://www.w3.org/2000/svg\" into <svg>"
      ),
      (
        "cut off", "<svg \(space) viewBox='0 0 1 1'><g>",
        "1:62: the drawing ends before its last tag is closed | is the file complete?"
      ),
      (
        "cut off in a tag", "<svg \(space) viewBox='0 0 1 1",
        "1:1: a tag of the drawing is malformed"
      ),
      (
        "entities", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg \(space)/>",
        "1:1: the drawing declares entities of its own | export it anew as plain SVG"
      ),
      (
        "style sheet", "<?xml-stylesheet href='a.css'?><svg \(space)/>",
        "1:1: the drawing refers to another file (xml-stylesheet) | export it anew as plain SVG"
      ),
      (
        "encoding", "<?xml version='1.0' encoding='EUC-KR'?><svg \(space)/>",
        "1:1: the drawing isn't in UTF-8 | save it as UTF-8"
      ),
      (
        "two roots", "<svg \(space) viewBox='0 0 1 1'/><svg/>",
        "1:60: the drawing has a second root"
      ),
    ] as [(String, String, String)])
  func aFileThatIsNoDrawingIsRefused(id: String, text: String, message: String) {
    #expect(complaint(text) == message)
  }

  @Test func elementsNestOnlySoDeep() {
    let deep = String(repeating: "<g>", count: 200) + String(repeating: "</g>", count: 200)
    #expect(
      complaint("<svg \(Self.space) viewBox='0 0 1 1'>\(deep)</svg>")?
        .hasSuffix(
          "the drawing nests its elements more than 100 deep | export it anew as plain SVG")
        == true)
  }

  /// Ten lines that would draw 10¹⁰ shapes.
  @Test func repeatedShapesAreCounted() {
    var text = "<svg \(Self.space) viewBox='0 0 1 1'><path id='a0' d='M0 0h1'/>"
    for level in 1...10 {
      let uses = String(repeating: "<use href='#a\(level - 1)'/>", count: 10)
      text += "<g id='a\(level)'>\(uses)</g>"
    }
    let message =
      "the drawing passes the limit of 100000 shapes"
      + " | if that is intended: --limit svg-shapes=400000"
    #expect(complaint(text + "</svg>") == message)
    // A clip is drawn for each shape that it cuts.
    let clips =
      "<clipPath id='c'>\(String(repeating: "<path d='M0 0h1'/>", count: 400))</clipPath>"
      + String(repeating: "<path clip-path='url(#c)' d='M0 0h1'/>", count: 400)
    #expect(complaint("<svg \(Self.space) viewBox='0 0 1 1'>\(clips)</svg>") == message)
    let styled =
      "<style>path{clip-path:url(#c)}</style>" + clips.replacing(" clip-path='url(#c)'", with: "")
    #expect(complaint("<svg \(Self.space) viewBox='0 0 1 1'>\(styled)</svg>") == message)
  }

  @Test func filesAreOnlySoLarge() {
    var limits = Limits()
    limits[.svgBytes] = 50
    #expect(
      complaint("<svg \(Self.space) viewBox='0 0 1 1'/>", limits)
        == "the drawing passes the limit of 50 bytes | if that is intended: --limit svg-bytes=200")
  }

  @Test func damagedBytesNeverCrash() {
    let text =
      "<?xml version='1.0'?><svg \(Self.space) viewBox='0 0 9 9'><style>a{b:url(#c)}</style>"
      + "<g id='a'><use href='#a' style='fill:url(#b);x:y'/></g><![CDATA[&lt;]]></svg>"
    let bytes = Array(text.utf8)
    var chance = Chance(seed: 9)
    for end in bytes.indices {
      _ = try? ImageHeaderReader.read(Source(name: "a", bytes: Array(bytes[..<end])))
    }
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: 22..<changed.count, using: &chance)] =
          Array("<>&;#'/\"=![]:\\ \u{E9}".utf8).randomElement(using: &chance) ?? 0
      }
      _ = try? ImageHeaderReader.read(Source(name: "a", bytes: changed))
    }
  }
}
