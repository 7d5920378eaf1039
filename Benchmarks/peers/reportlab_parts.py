"""What the ReportLab briefs share: faces, styles, charts of its own graphics, and a document with heads and feet."""
import math
from html import escape

from reportlab import rl_config

# ReportLab checks every attribute of every shape; its manual says to leave that out for speed.
rl_config.shapeChecking = 0
from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.lineplots import AreaLinePlot, LinePlot
from reportlab.graphics.shapes import Drawing, Group, UserNode
from reportlab.graphics.widgets.markers import makeMarker
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate, Frame, HRFlowable, KeepTogether, PageTemplate, Paragraph, Spacer, Table,
)

import shared
from shared import FACES, TRUETYPE, axis_label, korean_date

INK, SECONDARY, HAIRLINE = HexColor(shared.INK), HexColor(shared.SECONDARY), HexColor(shared.HAIRLINE)
TINT, ACCENT, WARNING = HexColor(shared.TINT), HexColor(shared.ACCENT), HexColor(shared.WARNING)
PALETTE = [HexColor(color) for color in shared.PALETTE]
SMALL = 7.8
WIDTH = A4[0] - 40 * mm


def register_fonts():
    """Once a process: a face is read and taken apart, of which each document then keeps its own subset."""
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(TRUETYPE / f"{file}.ttf")))
    pdfmetrics.registerFontFamily("regular", normal="regular", bold="bold", italic="medium", boldItalic="bold")


def style(name, size, leading, face="regular", color=INK, before=0, after=0, **more):
    return ParagraphStyle(
        name, fontName=face, fontSize=size, leading=leading, textColor=color, spaceBefore=before * mm,
        spaceAfter=after * mm, **more,
    )


STYLES = {
    item.name: item
    for item in (
        style("body", 10, 16, after=2.4),
        style("lead", 11.5, 18, "medium", after=5),
        style("title", 26, 34, "bold", before=4.8, after=1.6),
        style("message", 14.5, 21.5, "medium", ACCENT, after=4.8),
        style("kicker", 8.6, 12, "bold", ACCENT),
        style("heading-1", 15, 20, "bold", before=8.8, after=2.4, keepWithNext=1),
        style("heading-2", 11.5, 16, "bold", before=4.8, after=1.2, keepWithNext=1),
        style(
            "list", 10, 16, after=1.76, leftIndent=12, bulletIndent=0, bulletFontName="regular", bulletFontSize=7,
            bulletColor=ACCENT, bulletOffsetY=-1,
        ),
        style("figure", 29, 34, "bold"),
        style("unit", SMALL, 12, color=SECONDARY, after=1.28),
        style("label", 9, 13, "medium"),
        style("note", SMALL, 12, color=SECONDARY, before=1.28, after=2.4),
        style("caption", 9.8, 14, "bold", before=5, keepWithNext=1),
        style("subtitle", SMALL, 12, color=SECONDARY, after=1.28, keepWithNext=1),
        style("note-title", 8.2, 13, "bold", ACCENT, after=0.4),
        style("important-title", 8.2, 13, "bold", WARNING, after=0.4),
        style("source", 8.2, 12.4, color=SECONDARY, after=0.64),
    )
}


def paragraph(name, text, **more):
    return Paragraph(text, STYLES[name], **more)


TABLE_LOOK = [
    ("FONT", (0, 0), (-1, -1), "regular", 9.5, 13), ("FONT", (0, 0), (-1, 0), "regular", SMALL, 11),
    ("TEXTCOLOR", (0, 0), (-1, -1), INK), ("TEXTCOLOR", (0, 0), (-1, 0), SECONDARY),
    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 1.35 * mm), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.35 * mm),
    ("LINEBELOW", (1, 0), (-1, -1), 0.4, HAIRLINE), ("LINEBELOW", (0, 0), (-1, 0), 0.6, INK),
    ("LINEBELOW", (0, -1), (-1, -1), 1, INK), ("FONT", (0, -1), (-1, -1), "medium", 9.5),
]


def opening(title, message, team, date):
    """Title, message, who and when."""
    yield HRFlowable(width=22 * mm, thickness=4, color=ACCENT, hAlign="LEFT", spaceAfter=2.4 * mm)
    yield Table(
        [[escape(team), korean_date(date)]], [WIDTH / 2] * 2,
        style=[
            ("FONT", (0, 0), (0, 0), "bold", 8.6), ("FONT", (1, 0), (1, 0), "regular", 8.6),
            ("TEXTCOLOR", (0, 0), (0, 0), ACCENT), ("TEXTCOLOR", (1, 0), (1, 0), SECONDARY),
            ("ALIGN", (1, 0), (1, 0), "RIGHT"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ],
    )
    yield paragraph("title", escape(title))
    yield paragraph("message", escape(message))


def numbered(number, words):
    return f'<font color="{ACCENT.hexval()}">{number}</font>\u00a0\u00a0\u00a0{words}'


def figure(number, name, caption, subtitle, drawing, note=None):
    """A chart with its caption above it, which links find by its name; without a number where that is empty."""
    head = f'<a name="{name}"/>' + (numbered(number, caption) if number else caption)
    parts = [paragraph("caption", head), paragraph("subtitle", subtitle), drawing]
    return KeepTogether(parts + ([paragraph("note", note)] if note else [Spacer(0, 5 * mm)]))


def callout(title, text, look):
    padding = [(f"{side}PADDING", (0, 0), (-1, -1), 5 * mm) for side in ("TOP", "LEFT", "RIGHT")]
    words = [paragraph(look, title), paragraph("body", escape(text))]
    return Table([[words]], [WIDTH], style=[("BACKGROUND", (0, 0), (-1, -1), TINT), *padding])


def kpis(items):
    cells = [
        [
            paragraph("figure", f'{item["figure"]}<font name="medium" size="11">\u00a0{item["unit"]}</font>'),
            paragraph("label", item["label"]),
            paragraph("note", item["note"]),
        ]
        for item in items
    ]
    return Table(
        [cells], colWidths=[WIDTH / len(cells)] * len(cells),
        style=[
            ("LINEABOVE", (0, 0), (-1, 0), 1, INK), ("LINEBELOW", (0, 0), (-1, 0), 0.4, HAIRLINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ],
    )


def look(axis, labels=None):
    """An axis without line and ticks; one of values with a grid and our labels."""
    axis.visibleAxis = axis.visibleTicks = 0
    axis.labels.fontName, axis.labels.fontSize, axis.labels.fillColor = "regular", SMALL, SECONDARY
    if labels:
        axis.labelTextFormat = labels


def grid(axis, most):
    """From zero to the first round number above `most`."""
    step = next(step for step in nice_steps(most) if most / step <= 9)
    axis.valueMin, axis.valueMax, axis.valueStep = 0, step * math.ceil(most / step), step
    axis.visibleGrid, axis.gridStrokeColor, axis.gridStrokeWidth = 1, HAIRLINE, 0.5


def nice_steps(most):
    power = 10 ** (math.floor(math.log10(most)) - 1)
    return (power * factor for factor in (1, 2, 5, 10, 20, 50))


def place(chart, drawing, left=30, bottom=16, top=24, right=6):
    chart.x, chart.y = left, bottom
    chart.width, chart.height = drawing.width - left - right, drawing.height - bottom - top
    drawing.add(chart)


def legend(drawing, names):
    key = Legend()
    key.x, key.y, key.boxAnchor, key.alignment = 30, drawing.height, "nw", "right"
    key.fontName, key.fontSize, key.fillColor = "regular", SMALL, SECONDARY
    key.dx = key.dy = 7
    key.deltax, key.columnMaximum, key.strokeWidth, key.strokeColor = 12, 1, 0, None
    key.colorNamePairs = list(zip(PALETTE, names))
    drawing.add(key)


def bars(rows, height, label=axis_label):
    """Of names and amounts, the greatest on top, each with its label."""
    rows = sorted(rows, key=lambda row: row["amount"])
    drawing, chart = Drawing(WIDTH, height), HorizontalBarChart()
    chart.data = [[row["amount"] for row in rows]]
    chart.categoryAxis.categoryNames = [row["name"] for row in rows]
    look(chart.categoryAxis)
    look(chart.valueAxis, label)
    grid(chart.valueAxis, rows[-1]["amount"])
    chart.bars[0].fillColor, chart.bars[0].strokeColor = ACCENT, None
    chart.barWidth, chart.groupSpacing = 9, 1
    chart.barLabelFormat = label
    chart.barLabels.fontName, chart.barLabels.fontSize, chart.barLabels.fillColor = "regular", 8.6, INK
    chart.barLabels.boxAnchor, chart.barLabels.dx = "w", 4
    place(chart, drawing, top=2, right=14)
    return drawing


def lines(series, height, months):
    """A line with points for each name, over months: `series` is a list of names and points."""
    drawing, chart = Drawing(WIDTH, height), LinePlot()
    chart.data = [points for _, points in series]
    look(chart.yValueAxis, axis_label)
    grid(chart.yValueAxis, max(amount for points in chart.data for _, amount in points))
    look(chart.xValueAxis, lambda place: f"{int(place) % 12 + 1}월")
    chart.xValueAxis.valueMin, chart.xValueAxis.valueMax = 0, months - 1
    chart.xValueAxis.valueSteps = list(range(0, months, 3 if months > 12 else 1))
    for index in range(len(series)):
        chart.lines[index].strokeColor, chart.lines[index].strokeWidth = PALETTE[index], 2
        chart.lines[index].symbol = makeMarker("FilledCircle", size=5, fillColor=PALETTE[index], strokeColor=None)
    place(chart, drawing, right=12)
    if len(series) > 1:
        legend(drawing, [name for name, _ in series])
    return drawing


def areas(names, rows, labels, height):
    """Stacked: `rows` holds the amounts of all names at each label."""
    drawing, chart = Drawing(WIDTH, height), AreaLinePlot()
    # The last name lies at the bottom, as in Vega-Lite.
    chart.data = [(index, *reversed(row)) for index, row in enumerate(rows)]
    look(chart.yValueAxis, axis_label)
    grid(chart.yValueAxis, max(map(sum, rows)))
    look(chart.xValueAxis, lambda place: labels[int(place)])
    chart.xValueAxis.valueMin, chart.xValueAxis.valueMax = 0, len(labels) - 1
    chart.xValueAxis.valueSteps = list(range(len(labels)))
    for index in range(len(names)):
        chart.lines[index].strokeColor = chart.lines[index].fillColor = PALETTE[len(names) - 1 - index]
        chart.lines[index].strokeWidth = 0
    place(chart, drawing, left=40, right=24)
    legend(drawing, names)
    return drawing


def expanded(node):
    """The lines and words that a chart is drawn from, so that it needn't be laid out again."""
    while isinstance(node, UserNode):
        node = node.provideNode()
    if isinstance(node, Group):
        node.contents = [expanded(item) for item in node.contents]
    return node


class Document(BaseDocTemplate):
    """Pages with a head and a foot, and the headings as an outline."""

    def __init__(self, output, title, author, heads=True, foot=None):
        super().__init__(
            output, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=25 * mm, bottomMargin=22 * mm,
            title=title, author=author, lang="ko", initialFontName="regular",
        )
        frame = Frame(20 * mm, 22 * mm, WIDTH, A4[1] - 47 * mm, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=self.finish_page))
        self.section, self.heads, self.foot = "", heads, foot or title

    def afterFlowable(self, flowable):
        name = flowable.style.name if isinstance(flowable, Paragraph) else ""
        if name.startswith("heading-"):
            level, key, text = int(name[-1]) - 1, str(id(flowable)), flowable.getPlainText()
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level)
            if level == 0:
                self.section = text.lstrip("0123456789 \u00a0")

    def finish_page(self, canvas, _):
        canvas.setFont("regular", SMALL)
        canvas.setFillColor(SECONDARY)
        right, foot, head = A4[0] - 20 * mm, 12 * mm, A4[1] - 14 * mm
        if self.heads and canvas.getPageNumber() > 1:
            canvas.drawRightString(right, head, self.section)
            canvas.setStrokeColor(HAIRLINE)
            canvas.setLineWidth(0.4)
            canvas.line(20 * mm, head - 5, right, head - 5)
        canvas.drawString(20 * mm, foot, self.foot)
        canvas.drawRightString(right - 8, foot, f"{canvas.getPageNumber()} / ")
        canvas.translate(right - 8, foot)
        # How many there are is known at the end: a form that is filled then.
        canvas.doForm("pages")

    def _endBuild(self):
        canvas = self.canv
        canvas.beginForm("pages")
        canvas.setFont("regular", SMALL)
        canvas.setFillColor(SECONDARY)
        canvas.drawString(0, 0, str(self.page))
        canvas.endForm()
        super()._endBuild()


def chart_source(kind, draw):
    """What gives the charts of a brief's data: drawn for each brief, or once for all, down to their lines and words."""
    kept = {}

    def charts(data):
        if kind == "fresh":
            return draw(data)
        if not kept:
            kept.update({name: expanded(chart) for name, chart in draw(data).items()})
        return kept

    return charts
