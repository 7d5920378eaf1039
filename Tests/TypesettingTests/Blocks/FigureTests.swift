import Diagnostics
import Graphics
import Inputs
import Testing

@testable import Typesetting

@Suite struct FigureTests {
  /// A chart of two bars, with more of its specification.
  private func chart(_ more: String = "", values: String = #"[{"a": "가", "b": 1}]"#) -> String {
    """
    {"data": {"values": \(values)}, \(more.isEmpty ? "" : more + ",")
     "mark": "bar",
     "encoding": {"y": {"field": "a", "type": "nominal"}, "x": {"field": "b", "type": "quantitative"}}}
    """
  }

  private func report(_ text: String, _ spec: String? = nil) -> Report {
    var report = Report(text)
    report.files["c.vl.json"] = spec ?? chart()
    report.files["d.vl.json"] = chart()
    return report
  }

  /// The sizes of the charts and pictures on the pages.
  private func sizes(_ document: TypesetDocument) -> [Size] { document.figures.map(\.size) }

  private func rounded(_ size: Size) -> [Double] { [size.width.rounded(), size.height.rounded()] }

  @Test func aChartStandsBetweenItsCaptionAndItsNote() throws {
    let document = try report(
      "![발견](c.vl.json){subtitle=\"단위\" note=\"주석\" alt=\"막대 하나\"}"
    ).typeset()
    let text = document.text()
    #expect(text.prefix(2) == ["발견", "단위"])
    #expect(text.last == "주석")
    #expect(
      document.tree.map { $0.split(separator: " ").prefix(1).joined() } == [
        "Div", "Caption", "P", "Figure", "P",
      ])
    #expect(document.tree.contains { $0.hasPrefix(" Figure alt=\"막대 하나\"") })
  }

  @Test func aChartTakesTheWidthOfItsPlace() throws {
    let whole = try report("![발견](c.vl.json)").typeset()
    #expect(sizes(whole)[0].width.rounded() == 400)
    let column = try report(
      "::: {.columns}\n::: {.column width=120pt}\n![발견](c.vl.json)\n:::\n::: {.column}\n글\n:::\n:::"
    ).typeset()
    #expect(sizes(column)[0].width.rounded() == 120)
  }

  @Test func theHeightAttributeIsTheCharts() throws {
    let low = try report("![발견](c.vl.json){height=50pt}").typeset()
    let high = try report("![발견](c.vl.json){height=90pt}").typeset()
    #expect(sizes(high)[0].height - sizes(low)[0].height == 40)
  }

  private static let amounts =
    #"[{"a": "가", "b": 123400000000}, {"a": "나", "b": 98700000000}]"#

  @Test func aChartsUnitStandsInItsSubtitle() throws {
    let document = try report(
      "![발견](c.vl.json){subtitle=\"지역별\" unit=auto currency=krw}", chart(values: Self.amounts)
    ).typeset()
    #expect(document.text().prefix(2) == ["발견", "지역별 (단위: 억 원)"])
    let labels = document.drawnTexts
    #expect(labels.contains("200") && labels.contains("1,000"), "\(labels)")
    #expect(labels.allSatisfy { !$0.contains("000,000") }, "\(labels)")
  }

  @Test func aChartTakesTheUnitOfTheBlockAround() throws {
    var report = report(
      "::: {unit=조}\n{{sum}}\n\n![발견](c.vl.json)\n:::", chart(values: Self.amounts))
    report.data = ["sum": 1_200_000_000_000]
    let document = try report.typeset()
    #expect(document.text().prefix(3) == ["단위: 조", "1.2", "발견"])
    #expect(document.drawnTexts.contains("0.10"), "\(document.drawnTexts)")
  }

  @Test func aFixedWidthThatFitsIsKept() throws {
    let document = try report("![발견](c.vl.json)", chart(#""width": 100"#)).typeset()
    #expect(sizes(document)[0].width < 200)
    #expect(document.warnings.isEmpty)
  }

  @Test func aChartTooWideIsLaidOutAnew() throws {
    let document = try report("![발견](c.vl.json)", chart(#""width": 900"#)).typeset()
    #expect(sizes(document)[0].width.rounded() == 400)
    #expect(document.warnings.map(\.id) == ["chart.width"])
    #expect(document.warningLines[0].hasPrefix("report/c.vl.json:1:"))
  }

  @Test func aChartTooHighIsLaidOutAnew() throws {
    var report = report("글\n\n![발견](c.vl.json){note=주석}", chart(#""height": 900"#))
    report.height = 300
    let document = try report.typeset()
    #expect(document.pageCount == 2)
    #expect(document.text(1).first == "발견")
    #expect(document.text(1).last == "주석")
    #expect(sizes(document)[0].height <= 300 - 24)
    #expect(document.warnings.map(\.id) == ["figure.height"])
  }

  @Test func aChartMayBeNarrowerThanItsPlace() throws {
    #expect(try sizes(report("![발견](c.vl.json){width=50%}").typeset())[0].width == 200)
    #expect(try sizes(report("![발견](c.vl.json){width=150pt}").typeset())[0].width == 150)
    let wide = try report("![발견](c.vl.json){width=900pt}").typeset()
    #expect(sizes(wide)[0].width == 400)
    #expect(wide.warnings.map(\.id) == ["figure.size"])
  }

  @Test func aChartTooHighByItsAttributeIsSaidAtItsPlace() throws {
    var report = report("글\n\n![발견](c.vl.json){height=900pt}")
    report.height = 300
    #expect(try report.typeset().warningLines[0].hasPrefix("6:1: warning: the chart is "))
  }

  @Test func aChartsFaultsArePassedOn() throws {
    let refusal = try report(
      "![발견](c.vl.json)\n\n[가]{.key color=nope}", chart().replacing("\"bar\"", with: "\"bra\"")
    ).refusal()
    #expect(refusal.count == 2)
    #expect(refusal[0].hasPrefix("report/c.vl.json:2:"))
    #expect(refusal[1] == "6:4: \"nope\" is no colour of the theme")
  }

  @Test func aFigureWithoutWordsIsRefused() throws {
    let fault = "4:1: a figure has no words for those who can't see it"
    // A chart is told in words made of its specification and its data.
    #expect(try report("![](c.vl.json)").refusal() == [])
    #expect(try Report(picture: "![](p.png)").refusal() == [fault])
    #expect(try report("![](c.vl.json){alt=\"막대\"}").refusal() == [])
    #expect(try report("![](c.vl.json)", chart(#""description": "막대""#)).refusal() == [])
  }

  // MARK: Slides

  @Test func chartsDrawnAgainAreNumbered() throws {
    var report = report(
      "![하나](c.vl.json)\n\n![둘](d.vl.json)\n\n![셋](c.vl.json)\n\n![넷](c.vl.json)\n\n![다섯](c-2.vl.json)"
    )
    report.files["c-2.vl.json"] = chart()
    report.drawsCharts = true
    let charts = try report.typeset().charts
    #expect(charts.map(\.name) == ["c", "d", "c-3", "c-4", "c-2"])
    #expect(charts.map(\.title) == ["하나", "둘", "셋", "넷", "다섯"])
  }

  @Test func aSlideHasItsCaptionAsTitle() throws {
    var report = report("![발견](c.vl.json){subtitle=단위 height=100pt}")
    report.drawsCharts = true
    let document = try report.typeset()
    let slide = try #require(document.charts.first)
    var words: [String] = []
    func collect(_ items: [SceneItem]) {
      for item in items {
        switch item.content {
        case .glyphs(let run): words.append(run.text)
        case .group(let group): collect(group.items)
        default: continue
        }
      }
    }
    collect(slide.scene.items)
    #expect(words.contains("발견") && words.contains("단위"))
    #expect(slide.description == "막대 차트. 가로: b, 세로: a. 값 1개.")
    #expect(slide.scene.size.height > sizes(document)[0].height)
    report.drawsCharts = false
    #expect(try report.typeset().charts.isEmpty)
  }

  // MARK: Pictures

  @Test func aFigureIsReadOutInItsBlocksLanguage() throws {
    let document = try Report(picture: "::: {lang=en}\n![](p.png){alt=\"A square\"}\n:::").typeset()
    #expect(document.tree == ["Div lang=en", " Figure alt=\"A square\""])
  }

  @Test func figuresStandWithTheirCaptionAndNote() throws {
    for above in 1...14 {
      let lines = (0..<above).map { "줄\($0)" }.joined(separator: "\n\n")
      var report = Report(picture: "\(lines)\n\n![그림](p.png){note=주석}")
      report.height = 168
      let document = try report.typeset()
      let pages = document.texts.filter { $0.contains("그림") || $0.contains("주석") }
      #expect(pages.count == 1)
      #expect(document.warnings.isEmpty)
    }
  }
}
