"""Wrong one-to-many characters per 10,000 after Traditional text went down (tw2s) and up again (s2tw); prints a table.

Run: ``python tests/benchmarks/convert_round_trip.py TRADITIONAL.txt...`` (UTF-8, or Big5 as ``big5hkscs``). The
yardsticks take part where ``JIANFAN_OPENCC_PYTHON`` and ``JIANFAN_ZHCONV_PYTHON`` name a Python that has the C++
OpenCC, or zhconv-rs. All start from the same simplified text, OpenCC's, so that only the way up is measured; only
characters with more than one traditional form in OpenCC's STCharacters count, and of those only lines that kept their
length. Pairs that differ in style alone are counted apart.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from reader.convert.dictionaries import Dictionaries, raw_entries
from reader.convert.evidence import gather
from reader.convert.guard import Guard
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.senses import Region

#: Two forms of one word, both in use in Taiwan: pairs, one after the other.
_PAIRS = (
    "台臺占佔布佈周週畫劃跡蹟歎嘆游遊念唸裡裏凶兇托託鑒鑑艷豔淒悽煉鍊熏燻群羣床牀峰峯雇僱岩巖毀燬昇升陞升"
    "煙菸咨諮弔吊脣唇盃杯掛挂才纔并並併並嘩譁徑逕贊讚勛勳恤卹饑飢核覈愈癒蒐搜侷局淩凌"
)
STYLE = frozenset(map(frozenset, zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))

YARDSTICKS = {
    "OpenCC": (
        "JIANFAN_OPENCC_PYTHON",
        "import json,opencc,sys;print(json.dumps(opencc.OpenCC('s2tw').convert(json.load(sys.stdin))))",
    ),
    "zhconv-rs": (
        "JIANFAN_ZHCONV_PYTHON",
        "import json,sys,zhconv_rs;print(json.dumps(zhconv_rs.zhconv(json.load(sys.stdin),'zh-TW')))",
    ),
}


def read(file):
    """A text in UTF-8 or Big5."""
    raw = Path(file).read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("big5hkscs", "ignore")


def errors(source, simplified, shown, several):
    """(wrong, in style only) per 10,000 one-to-many characters, of the lines that kept their length."""
    triples = []
    for lines in zip(source.split("\n"), simplified.split("\n"), shown.split("\n"), strict=True):
        if len(set(map(len, lines))) == 1:
            triples += [found for found in zip(*lines, strict=True) if found[1] in several]
    differing = [frozenset((one, other)) for one, _, other in triples if one != other]
    style = sum(pair in STYLE for pair in differing)
    scale = 10_000 / max(1, len(triples))
    return (len(differing) - style) * scale, style * scale


def main(files):
    """Measure and print."""
    dictionaries = Dictionaries()
    down, up = (Route(recipe(dictionaries, name)) for name in ("tw2s", "s2tw"))
    several = {one for one, others in raw_entries("STCharacters") if len(others) > 1}
    for file in files:
        source = read(file)
        simplified = down.convert(source)
        *_, evidence = gather(simplified.split("\n"))
        shown = {"ours": up.convert(simplified, Guard(Region.MAINLAND, evidence, is_simplified=True))}
        for name, (variable, program) in YARDSTICKS.items():
            python = os.environ.get(variable)
            if python:
                asked = json.dumps(simplified)
                ran = subprocess.run([python, "-c", program], input=asked, capture_output=True, text=True, check=True)
                shown[name] = json.loads(ran.stdout)
        told = (f"{name} {wrong:.1f} (style {style:.1f})" for name, text in shown.items()
                for wrong, style in [errors(source, simplified, text, several)])  # fmt: skip
        print(Path(file).name, "|", " | ".join(told))


if __name__ == "__main__":
    main(sys.argv[1:])
