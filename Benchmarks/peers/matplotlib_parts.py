"""What the charts by hand share: faces, the look, one figure that all are drawn on, bands and keys."""
import csv

from matplotlib import font_manager, rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from shared import FACES, FONTS, HAIRLINE, INK, ROOT, SECONDARY, load

GALLERY = ROOT / "Documentation/gallery"

for file in FACES.values():
    font_manager.fontManager.addfont(FONTS / f"{file}.otf")
rcParams.update({
    "font.family": "Brief Sans KR", "font.size": 9, "text.color": INK, "xtick.labelcolor": SECONDARY,
    "ytick.labelcolor": SECONDARY, "axes.labelcolor": SECONDARY, "xtick.major.size": 0, "ytick.major.size": 0,
    "xtick.major.pad": 5,
    "axes.spines.left": False, "axes.spines.right": False, "axes.spines.top": False, "axes.spines.bottom": False,
    "grid.color": HAIRLINE, "grid.linewidth": 0.5, "axes.axisbelow": True, "legend.frameon": False,
})
FIGURE = Figure(dpi=72)
CANVAS = FigureCanvasAgg(FIGURE)


def values(name):
    """The data of a specification."""
    spec = load(GALLERY / f"{name}.vl.json")
    return spec["title"], spec["data"].get("values") or table(GALLERY / spec["data"]["url"])


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def axes(title, width, height, left=40, right=20, top=60, bottom=24, middle=False):
    """An empty chart of a size in pixels, with its title above it."""
    FIGURE.clear()
    whole_width, whole_height = left + width + right, top + height + bottom
    FIGURE.set_size_inches(whole_width / 72, whole_height / 72)
    place = (0.5, "center") if middle else (5 / whole_width, "left")
    for text, size, weight, color, y in (
        (title["text"], 13, "bold", INK, 8), (title["subtitle"], 9, "normal", SECONDARY, 25),
    ):
        FIGURE.text(place[0], 1 - y / whole_height, text, size=size, weight=weight, color=color, ha=place[1], va="top")
    return FIGURE.add_axes((left / whole_width, bottom / whole_height, width / whole_width, height / whole_height))


def bands(plot, labels, color=INK):
    """Rows from top to bottom, one for each label."""
    plot.set_yticks(range(len(labels)), labels, color=color)
    plot.set_ylim(len(labels) - 0.5, -0.5)
    plot.set_xticks([])


def key(plot, pairs, **more):
    """A legend of dots above the chart."""
    pairs = list(pairs)
    dots = [Line2D([], [], marker="o", ls="", ms=8, color=color) for _, color in pairs]
    names = [name for name, _ in pairs]
    style = {"loc": "lower left", "bbox_to_anchor": (0, 1), "ncols": 5, "labelcolor": SECONDARY, "handletextpad": 0.2}
    return plot.legend(dots, names, **style | {"borderpad": 0, "columnspacing": 1.2} | more)
