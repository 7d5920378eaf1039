import CairoRendering
import Graphics

/// A small briefing of three pages that holds one of everything a document may hold.
struct Brief {
  var info: DocumentInfo
  var pages: [Scene]
  /// The text a reader sees, leaf by leaf, in reading order.
  var reading: [String]

  static let size = Size(width: 420, height: 300)

  private var shaper: any TextShaper
  private var leaves = 0
  private var y = 40.0

  init(_ shaper: any TextShaper = bundledFonts.makeShaper()) {
    self.shaper = shaper
    info = DocumentInfo(
      title: "AI 원팀 서밋 브리핑 (안)", author: "사무국", subject: "결과 보고", keywords: ["AI", "원팀"],
      language: "ko", created: 1_666_656_000, creator: "BriefKit 0.1.0")
    pages = []
    reading = []
    info.structure.root.children = makePages()
    info.outline = [
      .init(title: "1. 개요", level: 1, destination: "s1"),
      .init(title: "배경 (background)", level: 2, destination: "s1-1"),
      .init(title: "2. 성과", level: 1, destination: "s2"),
      .init(title: "없는 곳", level: 1, destination: "nowhere"),
    ]
  }

  private mutating func newPage() {
    var page = Scene(size: Self.size)
    page.items.append(rect(0, 0, 420, 6, Color(0x17365D)))
    var small = body
    small.size = 8
    page.items +=
      Lines(
        "AI 원팀 서밋 — \(pages.count + 1)", small, x: 40, y: 280, width: 300, shaper: shaper
      ).items
    pages.append(page)
    y = 30
  }

  /// A leaf of text on the current page.
  private mutating func text(
    _ role: Structure.Role, _ text: String, _ style: TextStyle = body, x: Double = 40,
    width: Double = 340, advance: Bool = true
  ) -> Structure.Node {
    let leaf = leaves
    leaves += 1
    let lines = Lines(text, style, x: x, y: y, width: width, shaper: shaper, leaf: leaf)
    pages[pages.count - 1].items += lines.items
    if advance { y = lines.bottom + 4 }
    reading.append(text)
    return Structure.Node(role, leaf: leaf)
  }

  private mutating func destination(_ name: String) {
    pages[pages.count - 1].destinations.append(.init(name: name, point: Point(x: 40, y: y)))
  }

  private mutating func link(_ target: LinkArea.Target, _ leaf: Structure.LeafID?, lines: Int = 1) {
    for line in 0..<lines {
      let area = LinkArea(
        rect: Rect(x: 40, y: y - 20 - Double(line) * 16, width: 200, height: 14), target: target,
        contents: "이동: 원문")
      pages[pages.count - 1].items.append(SceneItem(.link(area), leaf: leaf))
    }
  }

  private mutating func makePages() -> [Structure.Node] {
    var large = body
    large.size = 16
    large.weight = .bold
    var accent = body
    accent.color = Color(0x1F4E79)
    var children: [Structure.Node] = []
    newPage()
    destination("s1")
    children.append(text(.heading1, "1. 개요", large))
    var entry = text(.link, "2. 성과 … 2")
    link(.destination("s2"), entry.leaf)
    children.append(
      .init(
        .contents,
        children: [.init(.contentsItem, children: [.init(.reference, children: [entry])])]))
    destination("s1-1")
    children.append(
      text(
        .paragraph,
        "제3회 AI 원팀 서밋은 2022년 10월 25일 열렸으며, 15개 기관의 대표가 참석하여 지난 2년간의 성과를 점검하고 "
          + "앞으로의 공동 연구 과제를 확정하였다. 초거대 AI 모델과 인재 양성, 산업 적용을 세 축으로 삼는다."))
    let before = text(.span, "자세한 내용은 ", advance: false)
    entry = text(.link, "보고서 원문", accent, x: 110)
    link(.uri("https://example.com/보고서?a=1&b=(2)"), entry.leaf, lines: 2)
    children.append(.init(.paragraph, children: [before, entry]))
    // One leaf on two pages.
    let split = leaves
    leaves += 1
    pages[0].items +=
      Lines("쪽을 넘는 문단의 앞부분, ", x: 40, y: y, width: 340, shaper: shaper, leaf: split).items
    newPage()
    pages[1].items += Lines("그리고 뒷부분.", x: 40, y: y, width: 340, shaper: shaper, leaf: split).items
    y += 24
    reading.append("쪽을 넘는 문단의 앞부분, 그리고 뒷부분.")
    children.append(.init(.paragraph, leaf: split))
    destination("s2")
    children.append(text(.heading2, "2. 성과 H₂O", large))
    children.append(list())
    children.append(table())
    children.append(figure())
    var english = text(.paragraph, "In English: results \u{2713}")
    english.language = "en"
    children.append(english)
    var note = text(.note, "1) 자료: 사내 추정")
    note.id = "fn-1"
    children.append(note)
    newPage()
    children.append(text(.paragraph, "끝."))
    return children
  }

  private mutating func list() -> Structure.Node {
    let items = ["첫째 과제", "둘째 과제"].map { line in
      let label = text(.label, "•", advance: false)
      let body = text(.listBody, line, x: 56)
      return Structure.Node(.listItem, children: [label, body])
    }
    var list = Structure.Node(.list, children: items)
    list.numbering = .disc
    return list
  }

  private mutating func table() -> Structure.Node {
    var rows: [Structure.Node] = []
    for (row, cells) in [["구분", "2021", "2022"], ["매출", "1,234", ""]].enumerated() {
      var nodes: [Structure.Node] = []
      for (column, cell) in cells.enumerated() {
        let isHead = row == 0 || column == 0
        var node =
          cell.isEmpty
          ? Structure.Node(.tableCell)
          : text(
            isHead ? .tableHeaderCell : .tableCell, cell, x: 40 + 80 * Double(column), width: 70,
            advance: false)
        if isHead { node.scope = row == 0 ? .column : .row }
        if row == 1, column == 1 { node.columnSpan = 2 }
        nodes.append(node)
      }
      if row == 1 { nodes.removeLast() }
      y += 16
      rows.append(.init(.tableRow, children: nodes))
    }
    pages[pages.count - 1].items.append(rect(40, y, 240, 0.5, Color(0x808080)))
    y += 6
    return .init(
      .table,
      children: [
        .init(.tableHead, children: [rows[0]]), .init(.tableBody, children: [rows[1]]),
      ])
  }

  private mutating func figure() -> Structure.Node {
    let leaf = leaves
    leaves += 1
    let bars = (0..<3).map { index in
      rect(
        Double(index) * 14, 30 - Double(index) * 10, 20, 10 + Double(index) * 10, Color(0x2E75B6))
    }
    var group = SceneGroup(
      bars, transform: .translation(x: 40, y: y),
      clip: Path(rect: Rect(x: 0, y: 0, width: 60, height: 40)),
      opacity: 0.5)
    group.items += Lines("축", x: 50, y: 10, width: 40, shaper: shaper).items
    pages[pages.count - 1].items.append(SceneItem(.group(group), leaf: leaf))
    y += 44
    reading.append("축")
    return Structure.Node(.figure, alt: "막대 셋: 오른쪽으로 갈수록 높다", leaf: leaf)
  }

  func render(
    _ fonts: FontLibrary = bundledFonts, options: PDFOptions = PDFOptions()
  ) throws -> [UInt8] {
    let renderer = try PDFRenderer(info: info, fonts: fonts, options: options)
    for page in pages { try renderer.addPage(page) }
    return try renderer.finish()
  }
}
