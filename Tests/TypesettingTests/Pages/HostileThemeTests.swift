import Diagnostics
import Documents
import Graphics
import Testing

@testable import Typesetting

/// Themes that no reader lets through, and widths that leave no room: an error or pages, never a crash or a hang.
@Suite struct HostileThemeTests {
  private static let text = """
    # 장

    글 **굵게** [링크](https://example.org) [기업]{.key color=accent}

    1. 하나
    2. 둘

       - 셋

    > 인용

    | 가 | 나 |
    |---|--:|
    | 하나 | 1.5 |
    | 둘 | 12 |

    ```
    code
    ```

    ::: {.callout-note title="말"}
    글
    :::

    ::: {.kpis}
    ::: {.kpi}
    **2,000억** 개

    이름
    :::
    ::: {.kpi}
    **3** 곳
    :::
    :::

    ::: {.columns}
    ::: {.column}
    왼쪽
    :::
    ::: {.column rule=top}
    오른쪽
    :::
    :::

    ::: {.timeline}
    - **2020년** 출범
    - **2021년** 가입
    :::
    """

  private static let values = [
    0, -1, -1_000, 1e-300, 10_000, 1e300, Double.infinity, -.infinity, .nan,
  ]

  private func survives(_ change: (inout Theme) -> Void) throws {
    var report = Report(Self.text)
    report.height = 300
    report.limits[.pages] = 200
    var document = try report.document()
    change(&document.theme)
    do throws(DiagnosticError) {
      let set = try Typesetter.typeset(
        document, shaper: FixedShaper(), limits: report.limits, drawsCharts: false,
        file: { (_, _, location) throws(DiagnosticError) in
          throw DiagnosticError(.error("file", "none", at: location))
        })
      let scenes = (0..<set.pageCount).map(set.scene(ofPage:))
      #expect(!scenes.isEmpty)
    } catch {
      #expect(error.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test(arguments: values)
  func spacing(value: Double) throws {
    let paths: [WritableKeyPath<Theme.Spacing, Double>] = [
      \.gutter, \.step, \.block, \.padding, \.cell, \.rule, \.hairline,
    ]
    for path in paths { try survives { $0.spacing[keyPath: path] = value } }
  }

  @Test(arguments: values)
  func pages(value: Double) throws {
    let paths: [WritableKeyPath<Theme.Page, Double>] = [
      \.size.width, \.size.height, \.top, \.right, \.bottom, \.left,
    ]
    for path in paths { try survives { $0.page[keyPath: path] = value } }
  }

  @Test(arguments: values)
  func styles(value: Double) throws {
    let paths: [WritableKeyPath<Theme.Style, Double>] = [\.size, \.leading, \.before, \.after]
    for path in paths {
      try survives { theme in
        for role in Theme.Role.allCases { theme.styles[role]?[keyPath: path] = value }
      }
    }
  }

  @Test func aThemeWithoutStylesHasSome() throws {
    try survives { $0.styles = [:] }
    try survives { $0.colors = [:] }
  }
}
