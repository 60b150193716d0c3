"""How often the encoding of a short text is told rightly, beside the detectors that others use.

The yardsticks are no dependencies of the program. Make an environment for them and run this file in it:

    python -m venv yard && yard/bin/pip install chardet charset-normalizer chardetng-py faust-cchardet
    PYTHONPATH=. yard/bin/python tests/benchmarks/encodings.py TEXTS

``TEXTS`` is a folder of natural texts in UTF-8 (``*.txt`` in any depth; names under ``novel_big5_raw`` are Big5 as it
was found, those under ``novel_gbk_raw`` GBK). Cuts start anywhere, half of them inside a character (but for UTF-16,
where they end inside one), and are given to every detector as they are. A detector is
right if it names the encoding or one that reads these bytes alike.
"""

from __future__ import annotations

import random
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.formats.encoding import detect_encoding
from reader.formats.source import MemorySource

LENGTHS = (50, 100, 500, 5000)
ENCODINGS = ("utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be")
CUTS = 300

#: Names that mean the same for the texts at hand.
ALIKE = {
    "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb18030": "gb18030", "gb18030-2022": "gb18030",
    "big5": "big5", "big5-tw": "big5", "cp950": "big5", "big5hkscs": "big5", "big5-hkscs": "big5", "big5_tw": "big5",
    "big5_hkscs": "big5", "utf-8": "utf-8", "utf_8": "utf-8", "utf8": "utf-8", "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16-le", "utf-16le": "utf-16-le", "utf_16_le": "utf-16-le", "utf-16-be": "utf-16-be",
    "utf-16be": "utf-16-be", "utf_16_be": "utf-16-be",
}  # fmt: skip

#: Written for this benchmark: characters of Hong Kong that Big5 alone does not have.
CANTONESE = (
    "佢哋話呢間舖頭喺碼頭隔籬，開咗廿幾年喇。",
    "我琴晚喺屋企睇咗成晚書，啱啱先瞓醒。",
    "你哋幾時嚟㗎？嗰陣時仲未落雨喎。",
    "啲細路喺海邊玩到唔識返屋企，阿婆嗌咗好耐。",
    "嗰隻船冇嚟，佢哋等咗三個幾月，一啲消息都冇。",
    "唔該借借，我要攞啲嘢畀佢。",
    "佢企喺度郁都唔郁，淨係望住個海。",
    "嘥咗咁多時間，不如返去食飯啦。",
    "乜嘢都冇講過，佢就咁走咗喇。",
    "嗱，呢封信係畀你嘅，快啲睇下寫乜。",
    "老闆話聽日唔使返工，我哋開心到跳起。",
    "嗰條街好窄，兩架單車都過唔到。",
    "瞓唔著嗰陣，我就諗起以前喺鄉下嘅日子。",
    "佢個仔讀書好叻，成日攞第一。",
    "隔籬嗰個阿伯好鍾意釣魚，落雨都去。",
    "你做乜嘢喊呀？冇嘢嘅，抖下就好。",
    "啲雲黑晒，睇嚟就嚟落大雨喇。",
    "呢杯茶凍咗，我幫你換過杯熱嘅。",
)


def ours(data: bytes) -> str:
    """What the program says."""
    return detect_encoding(MemorySource(data)).encoding


def yardsticks() -> dict[str, Callable[[bytes], str]]:
    """The detectors that are installed, by name and version."""
    found: dict[str, Callable[[bytes], str]] = {}

    def add(name: str, module: str, call: Callable[[Any, bytes], object]) -> None:
        try:
            library = import_module(module)
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
            return
        found[f"{name} {getattr(library, '__version__', '')}".strip()] = lambda data: str(call(library, data) or "")

    add("chardet", "chardet", lambda library, data: library.detect(data)["encoding"])
    add("charset-normalizer", "charset_normalizer", _normalizer)
    add("chardetng", "chardetng_py", lambda library, data: library.detect(data, allow_utf8=True))
    add("uchardet", "cchardet", lambda library, data: library.detect(data)["encoding"])
    return found


def _normalizer(library: Any, data: bytes) -> str:
    best = library.from_bytes(data).best()
    return best.encoding if best else ""


def texts_of(folder: Path) -> dict[str, list[bytes]]:
    """Natural texts in each encoding: Simplified ones in GB18030, Traditional ones in Big5, all in the others."""
    simplified, traditional, raw_big5, raw_gbk = [], [], [], []
    for path in sorted(folder.rglob("*.txt")):
        if path.parent.name == "novel_big5_raw":
            raw_big5.append(path.read_bytes())
        elif path.parent.name == "novel_gbk_raw":
            raw_gbk.append(path.read_bytes())
        elif path.name != "blns.txt":
            text = path.read_text("utf-8")
            (simplified if text.count("这") > text.count("這") else traditional).append(text)
    chance = random.Random(1)
    cantonese = "\n".join("".join(chance.sample(CANTONESE, 6)) for _ in range(200))
    texts = {name: [text.encode(name) for text in simplified + traditional] for name in ENCODINGS if name[:3] == "utf"}
    texts["gb18030"] = [text.encode("gb18030") for text in simplified + traditional] + raw_gbk
    texts["big5"] = [text.encode("big5", "ignore") for text in traditional] + raw_big5
    texts["big5hkscs"] = [cantonese.encode("big5hkscs"), *(text.encode("big5hkscs", "ignore") for text in traditional)]
    return texts


def cuts(texts: list[bytes], encoding: str, length: int, is_torn: bool) -> list[bytes]:
    """Cuts of texts that are mostly Chinese: between characters, or anywhere (UTF-16: with half of one at the end)."""
    chance = random.Random(f"{encoding} {length} {is_torn}")
    made: list[bytes] = []
    while len(made) < CUTS:
        data = texts[chance.randrange(len(texts))]
        start = chance.randrange(max(1, len(data) - length))
        if encoding.startswith("utf-16"):
            cut = data[start // 2 * 2 :][: length + is_torn]
        elif is_torn:
            cut = data[start : start + length]
        else:
            line = data.rfind(b"\n", 0, start) + 1
            begin = line + len(data[line:start].decode(encoding, "ignore").encode(encoding))
            cut = data[begin : begin + length]
            cut = cut[: len(cut.decode(encoding, "ignore").encode(encoding))]
        if sum(byte > 0x7F for byte in cut) > len(cut) // 4:
            made.append(cut)
    return made


def main() -> None:
    """Print a table of percentages: cut between characters / cut anywhere."""
    warnings.simplefilter("ignore")
    texts = texts_of(Path(sys.argv[1]))
    detectors = {"ours": ours, **yardsticks()}
    print("| bytes | encoding |", " | ".join(detectors), "|")
    print("|---|---|", "---|" * len(detectors))
    for length in LENGTHS:
        totals = {name: [0, 0] for name in detectors}
        for encoding in ENCODINGS:
            right = {name: [0, 0] for name in detectors}
            for is_torn in (False, True):
                for cut in cuts(texts[encoding], encoding, length, is_torn):
                    for name, detect in detectors.items():
                        found = detect(cut).lower()
                        is_right = ALIKE.get(found, found) == ALIKE[encoding]
                        right[name][is_torn] += is_right
                        totals[name][is_torn] += is_right
                        if name == "ours" and not is_right and "-v" in sys.argv:
                            print("   ours says", found, "of", encoding, cut.decode(encoding, "replace")[:60])
            print(f"| {length} | {encoding} |", " | ".join(_percent(right[name], CUTS) for name in detectors), "|")
        shares = (f"**{_percent(totals[name], CUTS * len(ENCODINGS))}**" for name in detectors)
        print(f"| {length} | **all** |", " | ".join(shares), "|", flush=True)


def _percent(right: list[int], of: int) -> str:
    return " / ".join(f"{100 * count / of:.1f}" for count in right)


if __name__ == "__main__":
    main()
