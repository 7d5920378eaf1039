"""The charts of the briefs drawn by hand with matplotlib, as SVG: faster than vl-convert draws them of specifications."""
import io

from matplotlib import rcParams
from matplotlib_parts import FIGURE, bands, key

from shared import ACCENT, INK, PALETTE, axis_label

# Words stay words, in the faces of the document.
rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "brief", "font.size": 7.8})
WIDTH = 481.9


def axes(height, left, right=12, top=24, bottom=18):
    FIGURE.clear()
    FIGURE.set_size_inches(WIDTH / 72, (top + height + bottom) / 72)
    whole = top + height + bottom
    return FIGURE.add_axes((left / WIDTH, bottom / whole, 1 - (left + right) / WIDTH, height / whole))


def amounts(axis):
    axis.set_major_formatter(lambda value, _: axis_label(value))
    axis.grid(True)


def bars(rows):
    rows = sorted(rows, key=lambda row: -row["amount"])
    plot = axes(24 * len(rows), 44, right=14, top=2)
    drawn = plot.barh(range(len(rows)), [row["amount"] for row in rows], 0.9, color=ACCENT)
    plot.bar_label(drawn, [axis_label(row["amount"]) for row in rows], padding=4, size=8.6, color=INK)
    ticks = plot.get_xticks()
    bands(plot, [row["name"] for row in rows])
    plot.set_xticks(ticks)
    amounts(plot.xaxis)


def months(rows, height):
    plot = axes(height, 34)
    years = sorted({row["year"] for row in rows})
    for year, color in zip(years, PALETTE):
        points = [(at, row["amount"]) for at, row in enumerate(rows) if row["year"] == year]
        plot.plot(*zip(*points), color=color, lw=2, marker="o", ms=5)
    steps = range(0, len(rows), 3)
    plot.set_xticks(steps, [f"{step % 12 + 1}월" for step in steps])
    plot.set_xlim(0, len(rows) - 1)
    plot.set_ylim(bottom=0)
    amounts(plot.yaxis)
    key(plot, zip(years, PALETTE))


def channels(rows, height):
    plot = axes(height, 34)
    names = list(dict.fromkeys(row["channel"] for row in rows))
    quarters = list(dict.fromkeys(row["quarter"] for row in rows))
    by_place = {(row["channel"], row["quarter"]): row["amount"] for row in rows}
    # The last name lies at the bottom, as in Vega-Lite.
    stacks = [[by_place[name, quarter] for quarter in quarters] for name in reversed(names)]
    plot.stackplot(range(len(quarters)), stacks, colors=PALETTE[len(names) - 1 :: -1])
    plot.set_xticks(range(len(quarters)), quarters)
    plot.set_xlim(-0.5, len(quarters) - 0.5)
    amounts(plot.yaxis)
    key(plot, zip(names, PALETTE))


class Charts:
    """As those that vl-convert draws."""

    def __init__(self, height):
        self.height = height

    def svg(self, name, data):
        match name:
            case "months":
                months(data[name], self.height)
            case "channels":
                channels(data[name], self.height)
            case _:
                bars(data[name])
        output = io.StringIO()
        FIGURE.savefig(output, format="svg", transparent=True, metadata={"Date": None})
        return output.getvalue()
