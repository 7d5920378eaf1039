import Graphics
package import Inputs

extension Theme {
  /// The theme as a Vega-Lite `config`: the brief's type and colours for its charts. A specification's own wins.
  package var chartConfig: Value {
    let ink = Value.string(self[.ink].hex)
    let secondary = Value.string(self[.secondary].hex)
    let hairline = Value.string(self[.hairline].hex)
    let accent = Value.string(self[.accent].hex)
    let label = self[.kpiLabel].size
    let small = self[.note].size
    return [
      "background": .null,
      "font": .string(family),
      "padding": 0,
      "view": ["stroke": .null],
      "range": ["category": .array(palette.map { .string($0.hex) })],
      "mark": ["color": accent],
      "text": ["color": ink, "font": .string(family), "fontSize": .number(label)],
      "line": ["strokeWidth": 1.6],
      "rule": ["color": secondary],
      "axis": [
        "domainColor": hairline, "domainWidth": 0.6, "gridColor": hairline, "gridWidth": 0.4,
        "tickColor": hairline, "tickWidth": 0.6, "tickSize": 3, "labelColor": secondary,
        "labelFontSize": .number(small), "labelPadding": 4,
        "labelSeparation": 4, "titleColor": secondary,
        "titleFontSize": .number(small), "titleFontWeight": "normal", "titlePadding": 6,
      ],
      "axisBand": ["domain": false, "ticks": false],
      "axisQuantitative": ["domain": false, "ticks": false],
      "legend": [
        "labelColor": secondary, "labelFontSize": .number(small), "titleColor": secondary,
        "titleFontSize": .number(small), "titleFontWeight": "normal",
      ],
      "title": [
        "color": ink, "fontSize": .number(self[.caption].size), "fontWeight": "bold",
        "subtitleColor": secondary, "subtitleFontSize": .number(small), "anchor": "start",
        "frame": "bounds", "offset": 8, "subtitlePadding": 4,
      ],
      "header": [
        "labelColor": ink, "labelFontSize": .number(small), "titleColor": secondary,
        "titleFontSize": .number(small),
      ],
    ]
  }
}
