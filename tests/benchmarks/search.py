"""Times folding and finding over a novel of 10 MB, beside what else finds words in the same folded text.

``python tests/benchmarks/search.py NOVEL`` repeats the text of a file (UTF-8) until it has 10 MB; without one it makes
a text up. Ratios are what to compare: machines differ. pyahocorasick is timed where it is installed; the program itself
does not use it. What the window does (frames, typing) is measured with the window.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from reader.formats.registry import open_document
from reader.model.keyword_list import Keyword, KeywordList
from reader.model.query import Query
from reader.search.answers import report_on
from reader.search.document_names import name_document
from reader.search.finder import finder_of
from reader.search.fold import fold
from reader.search.keywords import suggest_in_document, suggest_keywords
from reader.search.list_matcher import ListMatcher
from reader.search.matcher import Matcher
from reader.search.occurrences import scan_occurrences
from reader.search.results import scan

BYTES = 10_000_000
COUNTS = (1, 10, 100, 1_000, 10_000)


def novel(path: Path | None) -> str:
    """Text of 10 MB."""
    if path is not None:
        text = path.read_text("utf-8")
    else:
        source = random.Random(1)
        common = [chr(0x4E00 + source.randrange(3000)) for _ in range(3000)]
        weights = [1 / (rank + 5) for rank in range(3000)]
        lines = ("".join(source.choices(common, weights, k=source.randrange(5, 120))) for _ in range(3000))
        text = "\n".join(f"{line}。" for line in lines)
    size = len(text.encode())
    return text * (BYTES // size + 1) if size < BYTES else text


def timed(work: Callable[[], object], repeats: int = 3) -> float:
    """The shortest of several times, in milliseconds."""
    best = float("inf")
    for _ in range(repeats):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def words_of(text: str, count: int) -> list[str]:
    """Words of two to four characters that stand in the text."""
    source = random.Random(count)
    found: dict[str, None] = {}
    while len(found) < count:
        start = source.randrange(len(text) - 4)
        word = text[start : start + source.randrange(2, 5)]
        if word.isalpha():
            found[word] = None
    return list(found)


def others(words: list[str], key: str) -> list[tuple[str, Callable[[], object]]]:
    """What else finds the words in the folded text."""
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    found: list[tuple[str, Callable[[], object]]] = []
    if len(words) <= 10:
        found.append(("str.find", lambda: [_find_all(key, word) for word in words]))
    if len(words) <= 1000:
        found.append(("re", lambda: [match.span() for match in pattern.finditer(key)]))
    try:
        import ahocorasick
    except ImportError:
        return found
    automaton = ahocorasick.Automaton()
    for number, word in enumerate(words):
        automaton.add_word(word, number)
    automaton.make_automaton()
    found.append(("pyahocorasick", lambda: list(automaton.iter(key))))
    return found


def _find_all(key: str, word: str) -> list[int]:
    found = []
    at = key.find(word)
    while at >= 0:
        found.append(at)
        at = key.find(word, at + len(word))
    return found


def main() -> None:
    """Print the tables."""
    text = novel(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    fold("熱")
    key = fold(text)
    folding = timed(lambda: fold(text))
    print(f"{len(text.encode()) / 1e6:.1f} MB, {len(text) / 1e6:.2f} M characters; fold {folding:.0f} ms")
    print("\nmatching alone, over the folded text (ms; ratio of ours to it)")
    for count in COUNTS:
        words = words_of(key, count)
        matcher = Matcher(words)
        ours = timed(lambda matcher=matcher: matcher.find_folded(key))
        row = [f"{count:6} words: ours {ours:7.0f}"]
        for name, work in others(words, key):
            its = timed(work, 1 if count >= 1000 else 3)
            row.append(f"{name} {its:7.0f} ({ours / its:.2f})")
        print("  ".join(row))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "novel.txt"
        path.write_text(text, "utf-8")
        document = open_document(path)
        documents(document, key)
    article = text[:2000]
    suggest_keywords(article)
    print(f"\nan article of 2,000 characters: keywords {timed(lambda: suggest_keywords(article)):.1f} ms")
    page = text[:1300]
    lists = [KeywordList("", tuple(map(Keyword, words_of(key, 10_000))))]
    print(f"10,000 coloured words: made in {timed(lambda: ListMatcher(lists)):.0f} ms", end=", ")
    matcher_of_lists = ListMatcher(lists)
    print(f"a page of 1,300 characters {timed(lambda: matcher_of_lists.find(page)):.2f} ms")


def documents(document, key: str) -> None:
    """Print what whole documents take: decoding, folding, finding, addresses."""
    word = words_of(key, 1)[0]
    print("\nin the file: first results, all results, longest step (ms)")
    for name, query in (
        ("a word", Query(word)),
        ("的 (as many hits as there are)", Query("的")),
        ("two words", Query(f"{word} 了")),
        ("an expression", Query(f"{re.escape(word)}.", is_pattern=True)),
        ("whole words", Query(word, is_whole_word=True)),
    ):
        finder = finder_of(query)
        steps, hits = [], 0
        begun = time.perf_counter()
        for results in scan(document, finder):
            steps.append(time.perf_counter())
            hits = len(results)
        marks = [begun, *steps]
        longest = max(later - earlier for earlier, later in pairwise(marks))
        first, last = steps[0] - begun, steps[-1] - begun
        print(f"  {name:32} {first * 1000:6.1f} {last * 1000:7.0f} {longest * 1000:6.1f}   {hits} hits")
    one = ListMatcher([KeywordList("", (Keyword(word),))])
    print(f"count one coloured word: {timed(lambda: list(scan_occurrences(document, one))):.0f} ms")
    outline = list(document.outlines())[-1]
    words = KeywordList("", tuple(map(Keyword, words_of(key, 100))))
    print(f"report on 100 words: {timed(lambda: report_on(document, outline, [words]), 1):.0f} ms")
    print(f"keywords of the whole: {timed(lambda: list(suggest_in_document(document)), 1):.0f} ms")
    print(f"names in the whole: {timed(lambda: list(name_document(document)), 1):.0f} ms")


if __name__ == "__main__":
    main()
