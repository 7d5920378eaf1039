"""Vega-Lite specifications of ours as vl-convert draws them: with their data, our look, and Korean formats by expressions."""
import copy
import os

from shared import ACCENT, FONTS, HAIRLINE, INK, PALETTE, ROOT, SECONDARY, load

os.environ.setdefault("TZ", "UTC")
import vl_convert

FONT = "Brief Sans KR"
# The look that `brief` gives its charts, so that both draw about the same marks.
CONFIG = {
    "font": FONT,
    "background": None,
    "view": {"stroke": None},
    "mark": {"color": ACCENT},
    "range": {"category": PALETTE},
    "axis": {
        "labelColor": SECONDARY, "labelFontSize": 7.8, "titleColor": SECONDARY, "titleFontSize": 7.8,
        "titleFontWeight": "normal", "gridColor": HAIRLINE, "gridWidth": 0.5, "domain": False, "tickSize": 0,
        "tickColor": HAIRLINE,
        "labelPadding": 5,
    },
    "axisBand": {"grid": False},
    "axisTemporal": {"grid": False},
    "legend": {
        "labelColor": SECONDARY, "labelFontSize": 7.8, "titleColor": SECONDARY, "titleFontSize": 7.8,
        "symbolType": "circle", "symbolStrokeWidth": 0,
    },
    "text": {"color": INK, "fontSize": 8.6},
    "title": {"color": INK, "subtitleColor": SECONDARY, "anchor": "start", "fontSize": 13, "subtitleFontSize": 9},
}
# What the named formats of our specifications are in Vega's expressions; `@` stands for the value.
FORMATS = {
    "억": "format(@ / 1e8, abs(@) < 1e10 ? ',.1~f' : ',.0f') + '억'",
    "만": "format(@ / 1e4, ',.0f') + '만'",
    "△ 억": "(@ < 0 ? '△' : '') + format(abs(@) / 1e8, ',.0f') + '억'",
    "percent": "format(@, '.1%')",
    "%p +.1f": "format(@ * 100, '+.1f') + '%p'",
}

# The twelve charts that are drawn to PNG, of `Documentation/gallery`; matplotlib-charts.py has the same by hand.
TWELVE = [
    "sales-against-plan", "channel-mix", "staff-survey", "satisfaction-slope", "market-share", "revenue-by-product",
    "demand-forecast", "users", "brand-rank", "business-portfolio", "calls-by-hour", "waits-by-branch",
]
GALLERY = ROOT / "Documentation/gallery"

vl_convert.register_font_directory(str(FONTS))


def slides(config):
    """The look of the gallery, whose type is that of slides."""
    config = copy.deepcopy(config) | {"background": "white"}
    for guide in ("axis", "legend"):
        config[guide] |= {"labelFontSize": 9, "titleFontSize": 9}
    config["text"]["fontSize"] = 9
    return config


def adapted(node):
    """The same specification with our named formats as expressions, which is how Vega-Lite writes them."""
    if isinstance(node, list):
        return [adapted(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: adapted(item) for key, item in node.items()}
    node.pop("formatType", None)
    expression = FORMATS.get(node.get("format") if isinstance(node.get("format"), str) else None)
    if expression:
        del node["format"]
        if "field" in node:
            field = f"datum['{node['field']}']"
            return {"value": {"expr": expression.replace("@", field)}}
        node["labelExpr"] = expression.replace("@", "datum.value")
    return node


def bound(spec, data, width):
    """A chart of a report: the data by name put in, as wide as its column."""
    spec = copy.copy(spec)
    spec["data"] = {"values": data[spec["data"]["name"]]}
    return spec | {"width": width, "autosize": {"type": "fit-x", "contains": "padding"}}


def svg(spec):
    return vl_convert.vegalite_to_svg(spec, config=CONFIG)


class Charts:
    """The charts of a report, drawn for each brief, or once where they are `ready`."""

    def __init__(self, folder, names, ready, width=481.9):
        self.specs = {name: adapted(load(folder / "charts" / f"{name}.vl.json")) for name in names}
        self.ready = {} if ready else None
        self.width = width

    def svg(self, name, data):
        if self.ready is not None and name in self.ready:
            return self.ready[name]
        picture = svg(bound(self.specs[name], data, self.width))
        if self.ready is not None:
            self.ready[name] = picture
        return picture
