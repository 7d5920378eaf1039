import Graphics

extension Theme {
  /// The look of a brief whose report says nothing of its own: one family, one accent, a quiet grid on A4.
  package static let standard: Theme = {
    let ink = Color(0x17212B)
    let secondary = Color(0x55616E)
    let accent = Color(0x0B4F8A)
    let mm = Length.millimetres
    let step = mm(0.8)
    func style(
      _ size: Double, _ leading: Double, _ weight: TextStyle.Weight = .regular,
      _ color: Color, before: Double = 0, after: Double = 0
    ) -> Style {
      Style(
        size: size, leading: leading, weight: weight, color: color, before: before * step,
        after: after * step)
    }
    return Theme(
      family: "Brief Sans KR",
      italicFamily: nil,
      monospacedFamily: nil,
      colors: [
        .ink: ink, .secondary: secondary, .hairline: Color(0xD5DBE1), .tint: Color(0xE8EFF6),
        .accent: accent, .warning: Color(0xA23B4E), .paper: .white,
      ],
      ownColors: [:],
      palette: [
        0x0B4F8A, 0x3A9D8F, 0xE0A030, 0xA23B4E, 0xB0CDEB, 0x9381EB, 0x8A7420, 0xDCCAA8,
      ].map { Color($0) },
      styles: [
        .body: style(10, 16, .regular, ink, after: 3),
        .lead: style(11.5, 18, .medium, ink, after: 4),
        .title: style(26, 34, .bold, ink, before: 6, after: 2),
        .message: style(14.5, 21.5, .medium, accent, after: 6),
        .kicker: style(8.6, 12, .bold, accent, before: 3),
        .heading1: style(15, 20, .bold, ink, before: 11, after: 3),
        .heading2: style(11.5, 16, .bold, ink, before: 6, after: 1.5),
        .heading3: style(10, 15, .bold, ink, before: 4, after: 1),
        .heading4: style(10, 15, .medium, secondary, before: 3, after: 1),
        .headingNumber: style(15, 20, .bold, accent),
        .list: style(10, 16, .regular, ink, after: 2.2),
        .quote: style(10, 16, .regular, secondary, after: 3),
        .code: style(9, 14, .regular, ink, after: 3),
        .kpiFigure: style(29, 34, .bold, ink),
        .kpiUnit: style(11, 34, .medium, ink),
        .kpiLabel: style(9, 13, .medium, ink),
        .kpiNote: style(7.8, 12, .regular, secondary),
        .callout: style(10, 16, .regular, ink, after: 1),
        .calloutTitle: style(8.2, 13, .bold, accent, after: 0.5),
        .timeline: style(9.5, 14.5, .regular, ink, after: 2.4),
        .timelineDate: style(9, 14.5, .bold, accent),
        .caption: style(9.8, 14, .bold, ink, after: 0.4),
        .subtitle: style(7.8, 12, .regular, secondary, after: 1.6),
        .note: style(7.8, 11.6, .regular, secondary, before: 1.6),
        .tableHead: style(7.8, 11, .medium, secondary),
        .table: style(9.5, 13, .regular, ink),
        .tableTotal: style(9.5, 13, .medium, ink),
        .key: style(7.8, 11, .regular, secondary, after: 1),
        .source: style(8.2, 12.4, .regular, secondary, after: 0.8),
        .contents: style(10, 16, .medium, ink, before: 1.2, after: 0.6),
        .contentsDetail: style(9.2, 14, .regular, secondary, after: 0.2),
        .footnote: style(7.8, 11.6, .regular, secondary, after: 0.4),
        .pageHead: style(7.8, 11, .regular, secondary),
        .pageFoot: style(7.8, 11, .regular, secondary),
      ],
      ownStyles: [:],
      page: Page(
        size: Size(width: mm(210), height: mm(297)), top: mm(25), right: mm(20), bottom: mm(22),
        left: mm(20)),
      spacing: Spacing(
        gutter: mm(10), step: mm(2.4), block: mm(5), padding: mm(5), cell: mm(1.35), rule: 1,
        hairline: 0.4),
      showsHeadingNumbers: true)
  }()
}
