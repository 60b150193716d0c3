"""Which encoding a file is in, judged by samples of its bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from reader.formats.codec_table import codec_named
from reader.formats.frequency import log_likelihood
from reader.formats.source import WHOLE_LIMIT, Source

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_HEAD = 16 << 10
_SAMPLE = 4 << 10
_SAMPLES = 8

#: Bytes of a sample whose likelihood is reckoned, a multiple of four: it takes fifty times as long as to validate them.
_READ = 2 << 10

#: Nats that a hypothesis costs which is seldom true: UTF-16 without a mark, a sample that starts inside a character.
_RARE_UTF16 = 10.0
_RARE_HALF_START = 10.0

#: A file of which one byte in so many is zero is not what its bytes say in UTF-8.
_MANY_ZEROS = 4

#: Nats that a text must gain by leaving out its first byte for that to be half a character.
_HALF_START = 30.0

#: So many valid characters beyond ASCII are UTF-8 by accident now and then; more never are.
_FEW = 6

#: Nats by which a choice must win to be taken as certain.
_SAFE_MARGIN = 20.0

#: Nats for each character beyond ASCII of Chinese prose, of a few words of it, and of text in a wrong encoding.
_PROSE = -8.0
_FLUENT = -10.0
_MOJIBAKE = -12.0

_DOUBLE_BYTE = ("gb18030", "big5hkscs")

#: Nats that Japanese costs, which is seldom opened, and those of each kana; the fewest and the least share of them.
_RARE_JAPANESE = 10.0
_KANA_COST = -5.0
_FEWEST_KANA = 3
_KANA_SHARE = 0.12
_KANA = re.compile("[\u3041-\u30ff]")

#: Characters of the shortest text in HZ, and what a stretch of it looks like.
_FEWEST_HZ = 3
_HZ_STRETCH = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+(?:~\}|(?=\n))")

#: Ideographs, their punctuation and ASCII; the share of them that is too large for an accident.
_EAST_ASIAN = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2026\x20-\x7e\r\n\t]")
_MOSTLY = 0.95

#: The end of a character that the sample cut.
_CONTINUATION = re.compile(rb"\A[\x80-\xbf]{1,3}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ud800-\udfff]+")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Detection:
    """What a file seems to be encoded in.

    Attributes:
        encoding: one of ``codec_table.ENCODINGS`` or ``transcoding.OTHER_ENCODINGS``.
        mark_length: bytes of the byte order mark (or marks) that the text starts behind; or 1, where the first byte is
            the second half of a character whose first half is lost.
        confidence: 0 to 1; below ``UNSURE`` the reader should be asked.
    """

    encoding: str
    mark_length: int
    confidence: float


#: Below this confidence a detection is a guess.
UNSURE = 0.5


def detect_encoding(source: Source) -> Detection:
    """The likeliest encoding of a text.

    A byte order mark decides, except that of UTF-8, which tools put before anything. Else valid UTF-8 does, then the
    likelihood of the text that GB18030, Big5-HKSCS and UTF-16 each make of the same bytes: that GB18030 decodes without
    error proves nothing, for it decodes all Big5.
    """
    head = source.read(0, min(4, source.size))
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if head.startswith(mark)), None)
    length = mark_length(source, marked) if marked else 0
    if marked and marked != "utf-8":
        return Detection(marked, length, 1.0)

    samples = list(_samples(source, length))
    # A zero in every few bytes is UTF-16, though it may be valid UTF-8 too: English has one in each character.
    is_wide_first = samples[0].count(0) * _MANY_ZEROS > len(samples[0])
    encoding, confidence = (
        (is_wide_first and _wide(samples[0]))
        or _seven_bits(samples)
        or _utf8(samples)
        or _japanese(samples)
        or _wide(samples[0])
        or _double_byte(samples)
    )
    if not length and encoding in _DOUBLE_BYTE and _starts_inside(samples[0], encoding):
        length = 1
    return Detection(encoding, length, confidence)


def mark_length(source: Source, encoding: str) -> int:
    """The bytes at a file's start that are byte order marks of ``encoding``. Careless tools write more than one."""
    mark = "\ufeff".encode(encoding, "ignore")  # Big5 has none
    length = 0
    while mark and source.size >= length + len(mark) and source.read(length, length + len(mark)) == mark:
        length += len(mark)
    return length


def _samples(source: Source, first: int) -> Iterator[bytes]:
    """The head of the file, then stretches spread over it, each from behind a line feed if there is one near.

    A file whose samples are all ASCII is searched for bytes that are not, so that one name in a long log counts.
    """
    size = source.size
    head = source.read(first, min(first + _HEAD, size))
    yield head
    is_ascii = head.isascii()
    for number in range(1, _SAMPLES):
        start = number * (size - _SAMPLE) // (_SAMPLES - 1)
        if start > _HEAD:
            stretch = source.read(start, min(start + 2 * _SAMPLE, size))
            feed = stretch.find(b"\n", 0, _SAMPLE)
            is_ascii = is_ascii and stretch.isascii()
            yield stretch[feed + 1 : feed + 1 + _SAMPLE]
    if is_ascii:
        for start in range(_HEAD, min(size, WHOLE_LIMIT), _HEAD):
            stretch = source.read(start, min(start + _HEAD, size))
            if not stretch.isascii():
                yield stretch
                break


def _utf8(samples: list[bytes]) -> tuple[str, float] | None:
    """UTF-8 (or ASCII), if the samples are valid, or damaged but still likelier than anything else."""
    decoded = [codec_named("utf-8").decode(_CONTINUATION.sub(b"", sample), is_whole=False) for sample in samples]
    characters = "".join(_beyond_ascii(raw) for raw, _ in decoded)
    damaged = sum(len(_SURROGATE.findall(raw)) for raw, text in decoded if raw is not text)
    if damaged > len(characters):
        return None
    if damaged:
        least = _read_all(samples, "utf-8").likelihood
    elif len(characters) > _FEW or max(characters, default="\uffff") >= "\u0800" or _LETTER.search(samples[0]):
        return "utf-8", 1.0
    else:
        # A few characters of two bytes each, no letter among them: "一" in GBK is a valid Cyrillic letter.
        least = _FLUENT * len(characters)
    if max(_read_all(samples, name).likelihood for name in _DOUBLE_BYTE) > least:
        return None
    return "utf-8", round(len(characters) / (len(characters) + damaged), 2)


def _wide(head: bytes) -> tuple[str, float] | None:
    """UTF-32 or UTF-16 without a mark, if the head of the file reads better so than as anything else."""
    head = head[: min(_READ, len(head) // 4 * 4)]
    for name in ("utf-32-le", "utf-32-be"):
        text = codec_named(name).decode(head).text
        if text and "\ufffd" not in text and text.count("\0") < len(text) // 2:
            return name, 0.9
    best = max((_read(head, name) for name in ("utf-16-le", "utf-16-be")), key=attrgetter("likelihood"))
    rival = max(_read(head, name).likelihood for name in ("utf-8", *_DOUBLE_BYTE))
    margin = best.likelihood - _RARE_UTF16 - rival
    certainty = _certainty(margin, best.text)
    if margin >= _SAFE_MARGIN and best.text and len(_EAST_ASIAN.findall(best.text)) >= _MOSTLY * len(best.text):
        # Rare characters, but hardly any that are not Chinese: bytes in another encoding do not read so.
        certainty = max(certainty, UNSURE)
    return (best.encoding, certainty) if certainty >= UNSURE else None


def _seven_bits(samples: list[bytes]) -> tuple[str, float] | None:
    """HZ, if the samples are ASCII in which stretches between braces are good Chinese."""
    if not all(sample.isascii() for sample in samples):
        return None
    text = "".join(
        "".join(stretch.decode("hz", "replace") for stretch in _HZ_STRETCH.findall(sample)) for sample in samples
    )
    if len(text) < _FEWEST_HZ:
        return None
    certainty = _certainty(_SAFE_MARGIN, text)
    return ("hz", certainty) if certainty >= UNSURE else None


def _japanese(samples: list[bytes]) -> tuple[str, float] | None:
    """Shift_JIS or EUC-JP, if much of the text is then kana and it reads better than as Chinese."""
    readings = [_read_kana(samples, name) for name in ("cp932", "euc_jp")]
    best = max(readings, key=attrgetter("likelihood"))
    characters = _beyond_ascii(best.text)
    if len(_KANA.findall(characters)) < max(_FEWEST_KANA, _KANA_SHARE * len(characters)):
        return None
    rival = max(_read_kana(samples, name).likelihood for name in _DOUBLE_BYTE)
    margin = best.likelihood - _RARE_JAPANESE - rival
    return (best.encoding, round(min(1.0, margin / _SAFE_MARGIN), 2)) if margin > 0 else None


def _read_kana(samples: list[bytes], encoding: str) -> _Reading:
    """What the samples say together if kana are as likely as any letters."""
    text = ""
    for sample in samples:
        match = _NOT_ASCII.search(sample)
        if match:
            data = sample[match.start() : match.start() + _READ]
            if encoding in _DOUBLE_BYTE:
                text += codec_named(encoding).decode(data, is_whole=False).text
            else:
                text += codecs.getincrementaldecoder(encoding)("replace").decode(data)
    kana = len(_KANA.findall(text))
    return _Reading(encoding, text, log_likelihood(_KANA.sub("", text)) + _KANA_COST * kana)


def _double_byte(samples: list[bytes]) -> tuple[str, float]:
    """GB18030 or Big5-HKSCS, whichever text is the likelier."""
    other, best = sorted((_read_all(samples, name) for name in _DOUBLE_BYTE), key=attrgetter("likelihood"))
    return best.encoding, _certainty(best.likelihood - other.likelihood, best.text)


def _starts_inside(head: bytes, encoding: str) -> bool:
    """Whether a file has lost its first byte, half a character: without the other half it reads far better.

    In GB18030 the whole line is spoilt then; Big5 finds its feet again after a character or two.
    """
    if head[:1] < b"\x80":
        return False  # the second half looks like a letter, and spoils nothing
    codec = codec_named(encoding)
    whole, rest = (codec.decode(data, is_whole=False).text for data in (head[:_READ], head[1:_READ]))
    return log_likelihood(rest) > log_likelihood(whole) + _HALF_START


class _Reading(NamedTuple):
    """What bytes say in one encoding."""

    encoding: str
    text: str
    likelihood: float


def _read(sample: bytes, encoding: str) -> _Reading:
    """The likeliest reading of a sample, whose first byte may be the end of a character."""
    codec = codec_named(encoding)
    sample = sample[:_READ]
    text = codec.decode(sample, is_whole=False).text
    whole = _Reading(encoding, text, log_likelihood(text))
    if encoding not in _DOUBLE_BYTE:
        return whole
    text = codec.decode(sample[1:], is_whole=False).text
    return max(whole, _Reading(encoding, text, log_likelihood(text) - _RARE_HALF_START), key=attrgetter("likelihood"))


def _read_all(samples: list[bytes], encoding: str) -> _Reading:
    """What the samples say together, each from its first byte on that is not ASCII."""
    telling = [(sample, _NOT_ASCII.search(sample)) for sample in samples]
    readings = [_read(sample[match.start() :], encoding) for sample, match in telling if match]
    text = "".join(reading.text for reading in readings)
    return _Reading(encoding, text, sum(reading.likelihood for reading in readings))


def _certainty(margin: float, text: str) -> float:
    """How sure a choice is: by how much it beat the next one, and whether its text reads as Chinese at all."""
    characters = _beyond_ascii(text)
    quality = (log_likelihood(characters) / len(characters) - _MOJIBAKE) / (_PROSE - _MOJIBAKE) if characters else 1.0
    return round(max(0.0, min(1.0, margin / _SAFE_MARGIN, quality)), 2)


def _beyond_ascii(raw: str) -> str:
    return "".join(_BEYOND_ASCII.findall(raw))
