"""Novels of any size for the benchmarks, made of sentences written for them."""

from __future__ import annotations

from pathlib import Path
from random import Random

_OPENINGS = (
    "清晨，",
    "到了傍晚，",
    "那年冬天，",
    "她回头的时候，",
    "船靠岸以后，",
    "谁也没有料到，",
    "据说",
    "第二天，",
    "",
)
_SUBJECTS = ("老船长", "卖伞的姑娘", "修钟表的人", "那封没有寄出的信", "山里的邮差", "阿明", "钟楼上的鸽子", "她的外婆")
_VERBS = ("慢慢走过", "忽然想起了", "一直守着", "轻轻放下", "终于找到了", "远远望着", "不肯离开", "梦见过")
_OBJECTS = (
    "旧桥边的石狮子",
    "一条发光的小路",
    "满是灰尘的书架",
    "后院里的枣树",
    "软件学校的大门",
    "面馆的招牌",
    "海上的云",
)
_ENDS = ("。", "。", "。", "？", "！", "……")


def sentence(random: Random) -> str:
    """A sentence."""
    parts = (_OPENINGS, _SUBJECTS, _VERBS, _OBJECTS, _ENDS)
    return "".join(random.choice(part) for part in parts)


def paragraph(random: Random) -> str:
    """An indented paragraph of one to nine sentences."""
    return "　　" + "".join(sentence(random) for _ in range(random.randint(1, 9)))


def write_novel(path: Path, size: int, encoding: str = "utf-8") -> None:
    """Write a novel of a little over ``size`` bytes: chapters of forty paragraphs."""
    random = Random(size)
    written = lines = 0
    with path.open("wb") as file:
        while written < size:
            chapter, place = divmod(lines, 41)
            line = paragraph(random) if place else f"第{chapter + 1}章　{random.choice(_OBJECTS)}"
            written += file.write(f"{line}\n".encode(encoding))
            lines += 1
