#!/usr/bin/env python3
"""Draws the twelve charts of the gallery that vl-convert draws, by hand, with matplotlib.

  matplotlib-charts.py twelve COUNT RESULT.json [FOLDER]     all of them to PNG, COUNT times over, each timed

As its manual advises for servers: the canvas of Agg without pyplot, one figure that is cleared and drawn on again, faces
registered once, and places of axes given instead of found out by a layout engine. Data are read beforehand. At 72 dots an inch a
point is a pixel, as in the others' pictures. Lines are straight where the others' are monotone curves, which spares it work.
"""
import io
import itertools
import sys

import numpy
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.lines import Line2D
from matplotlib_parts import CANVAS, FIGURE, axes, bands, key, values

from shared import ACCENT, HAIRLINE, INK, SECONDARY, WARNING, hundred_millions, picture_rounds

PALE, SKY, SAND, GREEN, GOLD = "#C2C8CF", "#B0CDEB", "#DCCAA8", "#3A9D8F", "#E0A030"


def sales_against_plan(title, rows):
    plot = axes(title, 440, 6 * 34, left=70)
    met = [row["actual"] >= row["plan"] for row in rows]
    plot.barh(range(6), [row["actual"] for row in rows], 0.6, color=[ACCENT if one else PALE for one in met])
    plot.vlines([row["plan"] for row in rows], [y - 0.41 for y in range(6)], [y + 0.41 for y in range(6)], INK, lw=2)
    for y, row in enumerate(rows):
        plot.text(2e9, y, hundred_millions(row["actual"]), va="center", color="white" if met[y] else INK)
        color = INK if met[y] else WARNING
        plot.text(150e9, y, f"{row['actual'] / row['plan']:.1%}", va="center", ha="right", weight="bold", color=color)
    bands(plot, [row["region"] for row in rows])
    plot.set_xlim(0, 150e9)
    key(plot, [("계획 달성", ACCENT), ("계획 미달", PALE)])


def channel_mix(title, rows):
    plot = axes(title, 480, 5 * 38, left=50)
    colors = {"대리점": PALE, "온라인": ACCENT, "양판점": SKY, "법인": SAND}
    sums, left = numpy.array([sum(row[name] for name in colors) for row in rows]), numpy.zeros(len(rows))
    for name, color in colors.items():
        part = numpy.array([row[name] for row in rows]) / sums
        bars = plot.barh(range(len(rows)), part, 0.72, left, color=color, edgecolor="white", linewidth=1)
        plot.bar_label(bars, [f"{share:.0%}" for share in part], label_type="center", color="white" if color == ACCENT else INK)
        left += part
    bands(plot, [f"{row['year']}년" for row in rows])
    plot.set_xlim(0, 1)
    key(plot, colors.items())


def staff_survey(title, rows):
    plot = axes(title, 420, 6 * 34, left=130)
    colors = {"매우 아니다": WARNING, "아니다": "#DDA3AE", "보통": "#E3E7EB", "그렇다": "#9CC0E3", "매우 그렇다": ACCENT}
    left = numpy.array([-row["매우 아니다"] - row["아니다"] - row["보통"] / 2 for row in rows])
    for name, color in colors.items():
        part = numpy.array([row[name] for row in rows])
        bars = plot.barh(range(len(rows)), part, 0.76, left, color=color, edgecolor="white", linewidth=1)
        labels = [str(share) if share >= 6 else "" for share in part]
        plot.bar_label(bars, labels, label_type="center", color="white" if name.startswith("매우") else INK)
        left = left + part
    bands(plot, [row["item"] for row in rows])
    key(plot, colors.items())


def satisfaction_slope(title, rows):
    plot = axes(title, 300, 270, left=70, right=70, top=70, bottom=10)
    for row in rows:
        color = {"판교": ACCENT, "부산": WARNING}.get(row["branch"])
        line, ink = color or "#A9B2BB", color or SECONDARY
        plot.plot([0, 1], [row["before"], row["after"]], color=line, lw=2.6 if color else 1.4, marker="o", ms=6.6, mec="white", mew=1)
        plot.text(-0.05, row["before"], f"{row['branch']}  {row['before']:.1f}", ha="right", va="center", color=ink)
        plot.text(1.05, row["after"], f"{row['after']:.1f}  {row['branch']}", va="center", color=ink)
        change = f"{row['after'] - row['before']:+.1f}".replace("-", "−")
        plot.text(1.45, row["after"], change, va="center", weight="bold", color=ink)
    plot.vlines([0, 1], 63, 87, HAIRLINE)
    plot.xaxis.tick_top()
    plot.set_xticks([0, 1], ["2021년", "2022년"], weight="bold", color=INK)
    plot.set_yticks([])
    plot.set_xlim(-0.4, 1.6)
    plot.set_ylim(63, 87)


def market_share(title, rows):
    plot = axes(title, 330, 270, top=46, bottom=8, middle=True)
    colors = [ACCENT, SKY, "#C8D3DD", "#DDE3E8", "#EDF0F3"]
    plot.pie(
        [row["share"] for row in rows], colors=colors, startangle=90, counterclock=False, radius=1.2,
        wedgeprops={"width": 0.54, "edgecolor": "white", "linewidth": 2},
    )
    angle = 0.0
    for place, row in enumerate(rows):
        middle, angle = 2 * numpy.pi * (angle + row["share"] / 2), angle + row["share"]
        x, y, ink = 0.93 * numpy.sin(middle), 0.93 * numpy.cos(middle), INK if place else "white"
        plot.text(x, y + 0.065, row["company"], ha="center", va="center", weight="bold", color=ink)
        plot.text(x, y - 0.065, f"{row['share']:.1%}", ha="center", va="center", color=ink)
    plot.text(0, 0.06, f"{rows[0]['share']:.1%}", ha="center", va="center", size=30, weight="bold", color=ACCENT)
    plot.text(0, -0.25, "지난해보다\n+2.1%p", ha="center", va="center", size=10, color=SECONDARY)


def revenue_by_product(title, rows):
    plot = axes(title, 450, 230, left=50, right=60, top=54)
    colors = {"단말": (SAND, "#8C7644"), "네트워크": (SKY, "#5C84AC"), "서비스": (GREEN, "#2B7B70"), "클라우드": (ACCENT, ACCENT)}
    months = numpy.array(sorted({row["month"] for row in rows}), dtype="datetime64[D]")
    amounts = [[float(row["revenue"]) for row in rows if row["product"] == name] for name in colors]
    plot.stackplot(months, amounts, colors=[fill for fill, _ in colors.values()], edgecolor="white", linewidth=1)
    at = 0.0
    for (name, (_, ink)), amount in zip(colors.items(), amounts):
        plot.text(1.02, at + amount[-1] / 2, name, transform=plot.get_yaxis_transform(), va="center", size=10, weight="bold", color=ink)
        at += amount[-1]
    years = numpy.array(["2020-01-01", "2021-01-01", "2022-01-01"], dtype="datetime64[D]")
    plot.set_xticks(years, ["2020년", "2021년", "2022년"], ha="left")
    steps = [step * 1e10 for step in range(6)]
    plot.set_yticks(steps, [hundred_millions(step) for step in steps])
    plot.grid(axis="y")
    plot.set_xlim(months[0], months[-1])


def demand_forecast(title, rows):
    plot = axes(title, 500, 240, top=54, bottom=34)
    past, ahead = [row for row in rows if "use" in row], [row for row in rows if "forecast" in row]
    start = len(past) - 1
    later = range(start, len(rows))
    for low, high, alpha in (("lowest", "highest", 0.16), ("low", "high", 0.28)):
        plot.fill_between(later, [row[low] for row in ahead], [row[high] for row in ahead], color=GOLD, alpha=alpha, lw=0)
    plot.axhline(100, color=INK, lw=0.8, ls=(0, (3, 3)))
    plot.plot(later, [row["forecast"] for row in ahead], color="#B37A12", lw=2, ls=(0, (2.5, 1.5)))
    plot.plot(range(len(past)), [row["use"] for row in past], color=ACCENT, lw=2.4)
    plot.text(13.7, 105, "101.4", ha="right", size=11, weight="bold", color="#8A5F10")
    plot.text(6.2, 82, "실적", ha="right", size=10, weight="bold", color=ACCENT)
    plot.text(15, 72, "예측", ha="right", size=10, weight="bold", color="#8A5F10")
    labels = [
        f"{place % 4 + 1}분기" + (f"\n{row['quarter'][:4]}년" if place % 4 == 0 else "") for place, row in enumerate(rows)
    ]
    plot.set_xticks(range(len(rows)), labels)
    plot.set_yticks(range(40, 121, 20))
    plot.grid(axis="y")
    plot.set_xlim(0, len(rows) - 1)
    plot.spines.bottom.set(visible=True, color=INK)


def users(title, rows):
    plot = axes(title, 430, 240, right=100, top=54)
    at = [int(row["month"][:4]) + (int(row["month"][5:]) - 1) / 12 for row in rows]
    for name, color, label in (
        ("search", "#6B7683", "8.6M"), ("archive", "#8A7420", "52k"), ("assistant", ACCENT, "2.2M"),
    ):
        points = [(x, row[name]) for x, row in zip(at, rows) if name in row]
        width = 3 if name == "assistant" else 1.8
        plot.plot(*zip(*points), color=color, lw=width, marker="o", ms=6.3, mec="white", mew=1)
        plot.text(2023.06, points[-1][1], f"{name.capitalize()}  {label}", va="center", size=10, weight="bold", color=color)
    plot.set_yscale("log")
    plot.set_xticks(range(2020, 2024), range(2020, 2024))
    plot.set_yticks([1e4, 1e5, 1e6, 1e7], ["10k", "100k", "1M", "10M"])
    plot.minorticks_off()
    plot.grid(axis="y")
    plot.set_xlim(2020, 2023)
    plot.set_ylim(1e4, 1e7)
    plot.spines.bottom.set(visible=True, color=INK)


def brand_rank(title, rows):
    plot = axes(title, 420, 210, left=50, right=60, top=70, bottom=10)
    brands = [name for name in rows[0] if name != "year"]
    ranks = {name: [] for name in brands}
    for row in rows:
        for rank, name in enumerate(sorted(brands, key=lambda name: -row[name]), 1):
            ranks[name].append(rank)
    for name in sorted(brands, key=lambda name: name in ("당사", "마루")):
        color = {"당사": ACCENT, "마루": GOLD}.get(name)
        plot.plot(range(6), ranks[name], color=color or PALE, lw=5 if color else 3, marker="o", ms=18 if color else 8)
        for x, rank in enumerate(ranks[name] if color else []):
            plot.text(x, rank, rank, ha="center", va="center_baseline", weight="bold", color="white" if name == "당사" else INK)
        plot.text(5.25, ranks[name][-1], name, va="center", size=10, weight="bold")
        plot.text(-0.25, ranks[name][0], name, va="center", ha="right", size=10, color=SECONDARY)
    plot.xaxis.tick_top()
    plot.set_xticks(range(6), [f"{row['year']}년" for row in rows])
    plot.set_yticks([])
    plot.set_xlim(-0.3, 5.3)
    plot.set_ylim(6.4, 0.6)


def business_portfolio(title, rows):
    plot = axes(title, 430, 225, right=110, top=60, bottom=36)
    colors = {"성장": ACCENT, "유지": "#8FB8DE", "위축": "#C57C8A"}
    x, y = [row["growth"] for row in rows], [row["margin"] for row in rows]
    # The area of a circle in Vega-Lite is that of a square here.
    sizes = [row["sales"] / 5e11 * 2600 for row in rows]
    plot.axvline(0, color="#6B7683", lw=0.8)
    plot.scatter(x, y, sizes, [colors[row["state"]] for row in rows], edgecolors="white", linewidths=1.2, zorder=2)
    for row, size in zip(rows, sizes):
        offset = (0, 4 + (size / numpy.pi) ** 0.5)
        plot.annotate(row["unit"], (row["growth"], row["margin"]), offset, textcoords="offset points", ha="center", weight="bold")
    steps = [step / 10 for step in range(-1, 5)]
    plot.set_xticks(steps, [f"{step:+.0%}".replace("-", "−") if step else "0%" for step in steps])
    steps = [step / 20 for step in range(6)]
    plot.set_yticks(steps, [f"{step:.0%}" for step in steps])
    plot.grid()
    plot.set_xlim(-0.15, 0.4)
    plot.set_ylim(0, 0.25)
    plot.set_xlabel("매출 성장률", loc="right")
    plot.annotate("영업이익률", (0, 1), (-30, 6), "axes fraction", "offset points", color=SECONDARY)
    first = key(plot, colors.items(), loc="upper left", bbox_to_anchor=(1.05, 1.05), ncols=1, title="전망", alignment="left")
    plot.add_artist(first)
    amounts = (5e10, 2e11, 5e11)
    dots = [Line2D([], [], marker="o", ls="", color=PALE, ms=2 * (amount / 5e11 * 2600 / numpy.pi) ** 0.5) for amount in amounts]
    plot.legend(
        dots, [hundred_millions(amount) for amount in amounts], title="매출, 원", loc="upper left", alignment="left",
        bbox_to_anchor=(1.05, 0.78), labelspacing=4.2, handletextpad=2.6, labelcolor=SECONDARY,
    )


def calls_by_hour(title, rows):
    days, hours = "월화수목금토일", range(8, 22)
    plot = axes(title, 34 * len(hours), 27 * len(days), left=30, right=70, bottom=10)
    calls = numpy.zeros((len(days), len(hours)))
    for row in rows:
        calls[days.index(row["weekday"]), int(row["hour"]) - 8] = float(row["calls"])
    colors = LinearSegmentedColormap.from_list("calls", ["#F3F6F9", SKY, "#5C97CE", ACCENT, "#07305A"])
    mesh = plot.pcolormesh(calls, cmap=colors, norm=Normalize(), edgecolors="white", linewidth=1.5)
    for y, x in itertools.product(range(len(days)), range(len(hours))):
        if calls[y, x] >= 200:
            plot.text(x + 0.5, y + 0.5, f"{calls[y, x]:,.0f}", ha="center", va="center", color="white")
    plot.xaxis.tick_top()
    plot.set_xticks([x + 0.5 for x in range(len(hours))], [f"{hour}시" for hour in hours])
    plot.set_yticks([y + 0.5 for y in range(len(days))], days, color=INK)
    plot.invert_yaxis()
    left, bottom, width, height = plot.get_position().bounds
    bar = FIGURE.colorbar(mesh, cax=FIGURE.add_axes((left + width * 1.03, bottom, width * 0.02, height * 0.85)))
    bar.set_ticks([50, 100, 150, 200, 250])
    bar.outline.set_visible(False)
    bar.ax.set_title("건", size=9, color=SECONDARY)


def waits_by_branch(title, rows):
    plot = axes(title, 470, 7 * 32, left=50, top=54)
    branches = ["부산", "대전", "강남", "여의도", "광주", "판교", "제주"]
    plot.boxplot(
        [[float(row["minutes"]) for row in rows if row["branch"] == name] for name in branches], positions=range(7),
        orientation="horizontal", widths=0.5, patch_artist=True, showcaps=False,
        boxprops={"facecolor": SKY, "linewidth": 0}, medianprops={"color": ACCENT, "linewidth": 2.5},
        whiskerprops={"color": "#6B7683"},
        flierprops={"marker": "o", "markersize": 3.7, "markerfacecolor": "#6B7683", "markeredgewidth": 0, "alpha": 0.8},
    )
    plot.axvline(10, color=WARNING, lw=1, ls=(0, (4, 3)))
    bands(plot, branches)
    plot.set_xticks(range(0, 36, 5), [f"{step}분" for step in range(0, 36, 5)])
    plot.grid(axis="x")
    plot.set_xlim(0, 35)


CHARTS = {
    draw.__name__.replace("_", "-"): draw
    for draw in (
        sales_against_plan, channel_mix, staff_survey, satisfaction_slope, market_share, revenue_by_product, demand_forecast,
        users, brand_rank, business_portfolio, calls_by_hour, waits_by_branch,
    )
}


def main(count, result, folder):
    data = {name: values(name) for name in CHARTS}

    def draw(name):
        CHARTS[name](*data[name])
        output = io.BytesIO()
        CANVAS.print_png(output)
        return output.getvalue()

    picture_rounds(count, result, folder, CHARTS, draw)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["twelve", count, result, *folder]:
            main(int(count), result, folder[0] if folder else None)
        case _:
            sys.exit(__doc__)
