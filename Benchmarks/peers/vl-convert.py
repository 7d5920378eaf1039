#!/usr/bin/env python3
"""Draws Vega-Lite charts with vl-convert, as the benchmarks ask it to.

  vl-convert.py once SPEC OUTPUT.png|svg     one chart, in the way a script would do it
  vl-convert.py warm GALLERY RESULT.json     every chart of a gallery in one process, each call timed
  vl-convert.py twelve COUNT RESULT.json [FOLDER]     twelve charts of Documentation/gallery to PNG, COUNT times over

Data files are put into the specification, since vl-convert reads no local path; `warm` doesn't time that. `warm` draws
the first chart once beforehand, so that no figure holds the start of the converter.
"""
import json
import os
import resource
import sys
import time

os.environ.setdefault("TZ", "UTC")
import vl_convert


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def inline(node, folders):
    """Puts the data files that a specification names into it."""
    if isinstance(node, list):
        for item in node:
            inline(item, folders)
    if not isinstance(node, dict):
        return
    data = node.get("data")
    if isinstance(data, dict) and isinstance(data.get("url"), str) and "://" not in data["url"]:
        url = data.pop("url")
        path = next(p for p in (os.path.join(f, url) for f in folders) if os.path.exists(p))
        kind = data.setdefault("format", {}).get("type") or path.rsplit(".", 1)[1]
        data["format"]["type"] = kind
        text = read(path)
        data["values"] = json.loads(text) if kind in ("json", "topojson") else text
    for item in node.values():
        inline(item, folders)


def specification(path, folders):
    spec = json.loads(read(path))
    inline(spec, folders)
    return spec


def draw(spec, ending, config=None):
    """The bytes of the picture."""
    if ending == "png":
        return vl_convert.vegalite_to_png(spec, config=config, scale=1)
    return vl_convert.vegalite_to_svg(spec, config=config).encode()


def once(path, output):
    picture = draw(specification(path, [os.path.dirname(path)]), output.rsplit(".", 1)[1])
    with open(output, "wb") as file:
        file.write(picture)


def timed(spec, ending, config):
    """Milliseconds of CPU time, of all the process's threads, and of wall time."""
    cpu, wall = time.process_time(), time.perf_counter()
    draw(spec, ending, config)
    return {
        "cpu": (time.process_time() - cpu) * 1e3,
        "wall": (time.perf_counter() - wall) * 1e3,
    }


def warm(gallery, result):
    vl_convert.register_font_directory(os.path.join(gallery, "fonts"))
    config = json.loads(read(os.path.join(gallery, "config.json")))
    specs = os.path.join(gallery, "specs")
    names = sorted(name for name in os.listdir(specs) if name.endswith(".json"))
    charts, failed = [], []
    for name in names:
        spec = specification(os.path.join(specs, name), [specs, gallery])
        try:
            if name == names[0]:
                for ending in ("png", "svg"):
                    draw(spec, ending, config)
            charts.append(
                {"name": name} | {ending: timed(spec, ending, config) for ending in ("png", "svg")}
            )
        except ValueError as error:
            failed.append({"name": name, "error": str(error)})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with open(result, "w", encoding="utf-8") as file:
        json.dump({"charts": charts, "failed": failed, "peakMegabytes": peak}, file)


def twelve(count, result, folder):
    """Times each call; the pictures of a round that isn't counted go into the folder."""
    from charts import CONFIG, GALLERY, TWELVE, adapted, slides
    from shared import picture_rounds

    config = slides(CONFIG)
    specs = {
        name: adapted(specification(os.path.join(GALLERY, name + ".vl.json"), [GALLERY])) for name in TWELVE
    }
    picture_rounds(count, result, folder, TWELVE, lambda name: draw(specs[name], "png", config))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["once", path, output]:
            once(path, output)
        case ["warm", gallery, result]:
            warm(gallery, result)
        case ["twelve", count, result, *folder]:
            twelve(int(count), result, folder[0] if folder else None)
        case _:
            sys.exit(__doc__)
