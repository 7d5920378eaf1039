#!/usr/bin/env python3
"""Turns OpenType faces with cubic outlines into TrueType ones, for ReportLab, which embeds no others.

  make-truetype.py FOLDER FONT.otf ...     FOLDER/FONT.ttf for each, where it isn't there yet

The shapes stay the same to a thousandth of an em; widths, names and the map from characters to glyphs are kept.
"""
import os
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable


def convert(source, target):
    font = TTFont(source)
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    outlines = newTable("glyf")
    outlines.glyphOrder, outlines.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        outlines.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), outlines
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for key in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions",
    ):
        setattr(limits, key, 0)
    limits.maxZones = 1
    outlines.compile(font)
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 3.0, [], {}
    font.sfntVersion = "\0\1\0\0"
    # Nothing half-written stands under the final name.
    font.save(target + ".part")
    os.replace(target + ".part", target)


def main(folder, *sources):
    os.makedirs(folder, exist_ok=True)
    for source in sources:
        name = os.path.splitext(os.path.basename(source))[0]
        target = os.path.join(folder, name + ".ttf")
        if not os.path.exists(target):
            convert(source, target)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
