"""Speed of conversion on 10 MB beside the C++ OpenCC, and of a paragraph; prints a table.

Run: ``python tests/benchmarks/convert_speed.py SIMPLIFIED.txt TRADITIONAL.txt``; texts are repeated up to 10 MB. The
C++ OpenCC takes part where ``JIANFAN_OPENCC_PYTHON`` names a Python that has it.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from reader.convert.dictionaries import Dictionaries
from reader.convert.evidence import gather
from reader.convert.guard import Guard
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.scheme import region

BYTES = 10_000_000
ROUTES = ("s2t", "t2s", "s2twp", "tw2sp")

OPENCC = """
import json, opencc, sys, time
route, file = sys.argv[1:]
text = open(file, encoding="utf-8", newline="").read()
text = (text * (10_000_000 // len(text.encode()) + 1)).encode()[:10_000_000].decode(errors="ignore")
converter, best = opencc.OpenCC(route), 9e9
converter.convert(text[:1000])
for _ in range(3):
    begun = time.perf_counter()
    converter.convert(text)
    best = min(best, time.perf_counter() - begun)
print(best)
"""


def best(work, *arguments, times=3):
    """The shortest of several runs, in seconds."""
    found = []
    for _ in range(times):
        begun = perf_counter()
        work(*arguments)
        found.append(perf_counter() - begun)
    return min(found)


def each(route, paragraphs, judge):
    """Convert paragraphs as the view does."""
    for paragraph in paragraphs:
        route.convert_aligned(paragraph, judge)


def main(simplified: str, traditional: str) -> None:
    """Measure and print."""
    dictionaries = Dictionaries()
    print("route   OpenCC MB/s   strict MB/s   default MB/s   ready ms   paragraph µs: strict, default")
    for name in ROUTES:
        file = simplified if name.startswith("s") else traditional
        text = Path(file).read_bytes().decode("utf-8")
        text = (text * (BYTES // len(text.encode()) + 1)).encode()[:BYTES].decode(errors="ignore")
        begun = perf_counter()
        route = Route(recipe(Dictionaries(), name))
        route.convert_aligned(text[:300])
        ready = perf_counter() - begun
        route = Route(recipe(dictionaries, name))
        *_, evidence = gather(text[:300_000].split("\n"))
        judge = Guard(region(name), evidence, is_simplified=name.startswith("s"))
        route.convert(text[:300_000], judge)
        strict, judged = best(route.convert, text), best(route.convert, text, judge, times=2)
        paragraphs = [text[start : start + 300] for start in range(0, 60_000, 300)]
        short = best(each, route, paragraphs, None) / len(paragraphs)
        guarded = best(each, route, paragraphs, judge) / len(paragraphs)
        python = os.environ.get("JIANFAN_OPENCC_PYTHON")
        other = float("nan")
        if python:
            ran = subprocess.run([python, "-c", OPENCC, name, file], capture_output=True, text=True, check=True)
            other = json.loads(ran.stdout)
        print(
            f"{name:7} {10 / other:11.1f} {10 / strict:13.1f} {10 / judged:14.1f} {ready * 1000:10.1f}"
            f" {short * 1e6:15.0f} {guarded * 1e6:8.0f}"
        )
    print(f"peak resident: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, texts included")


if __name__ == "__main__":
    main(*sys.argv[1:])
