"""What a paragraph says, in a few words, for the outline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.model.position import Span
from reader.search.fold import fold

#: Code points of a label, and of what is short enough to stand whole.
_LABEL = 26
_WHOLE = 30
#: A clause of fewer says too little alone.
_SHORT = 6
#: Clauses that are looked at; a paragraph that has said nothing by then begins with its first.
_CLAUSES = 9
#: Code points of a paragraph that are looked at.
_REACH = 400

#: Up to a mark; those in brackets and between digits part nothing.
_CLAUSE = re.compile(r"(?:[（(][^（）()\n\r]{0,60}[）)]|(?<=\d)[,.:，：](?=\d)|[^，,。；;！!？?：:…\n\r])+")
_SENTENCE_END = re.compile(r"[。！!？?\n\r]")
_QUOTES = "\"'“”‘’「」『』﹁﹂（）()【】〔〕　 \t*#>-"
_PAIRS = dict(zip("“‘「『（(【〔", "”’」』）)】〕", strict=True))
_NUMBER = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,5})"
_DATE = rf"(?:{_NUMBER}年)?(?:{_NUMBER}月)?(?:{_NUMBER}[日号])?"
_PART_OF_DAY = "(?:凌晨|清晨|一早|早上|上午|中午|下午|傍晚|晚间|晚上|晚|夜里|当天|当晚)"
_SAID = (
    "说道|说|表示|指出|强调|介绍|认为|称|坦言|告诉记者|解释|回忆|回忆道|透露|补充|补充道|写道|"
    "问道|问|答道|回答|叹道|笑道|道"
)
#: Clauses that say when, where or by what, and not what; matched on the fold, as a whole.
_LEADING = re.compile(
    rf"(?:截至|截止|自|从|到)?{_DATE}(?:至{_DATE})?{_PART_OF_DAY}?(?:期间|起|开始|以来|前后|左右|初|底|末)?"
    r"|(?:今年|去年|前年|明年|今天|昨天|日前|近日|近年|近年来|近期|最近|目前|当前|现在|如今|随后|后来|接着|之后|此前|此后|当时|当天|次日|翌日|"
    r"不久|最终|终于|同时|与此同时|会上|会后|其中|此外|另外|据悉|据了解|据介绍|据报道|据统计|原标题|首先|其次|最后|总之|因此|所以|但是|但|不过|然而|于是|"
    r"例如|比如|事实上|实际上|一般来说|换句话说|具体来说|有一天|有一次|一天|这天|那天|从此|起初|期间|活动中|报告指出|数据显示|消息称)"
    r"|(?:这|那|这一|那一|第一|第二|第三|又一|有一)[年天日次回晚夜]"
    r"|.{0,12}(?:以来|期间|之际|之后|之前|前夕|的时候|时候|当时|后|前|中|里|上|下|内)|.{0,20}时"
    r"|(?:在|自|从|自从|经|经过|为|为了|围绕|关于|对于|通过|面对|作为|利用|除).{1,28}"
    r"|(?:据|根据|按照|依照|针对|随着|由于|因为|除了|尽管|虽然|如果|即使|当).{1,40}"
    rf"|[他她我你它]们?.{{0,6}}(?:{_SAID})"
    r"|.{0,14}(?:年来|月来|日来|天来)|[^说]{0,6}(?:本报讯|记者.{0,6}报道|电)"
)
_SPEAKER = re.compile(
    r"(?P<who>[\u3400-\u9fff·]{2,8}?)(?:在.{1,10}(?:上|时|中)|随后|还|也|则|又|便|就|笑着|接着|同时)?"
    rf"(?:{_SAID})"
)
#: Who speaks must not be one of these, or begin or end so.
_NO_SPEAKER = re.compile(
    r"^(?:他|她|它|我|你|咱|这|那|也|还|就|并|又|但|而|所|有人|大家|人们|据|可以|应该|可|听|再|不|没|难|虽|如|换句|总的|一般)|[的地得不了来去可能]$"
)


@dataclass(frozen=True, slots=True)
class Gist:
    """What a paragraph says.

    Attributes:
        says: where it says so.
        speaker: where the one who says it is named; None where no one is.
        is_cut: whether the clause goes on.
    """

    says: Span
    speaker: Span | None = None
    is_cut: bool = False

    def label(self, text: str) -> str:
        """The gist in words of the paragraph's own: 李海默：協作三年來成效明顯."""
        said = text[self.says.start : self.says.end] + ("…" if self.is_cut else "")
        return f"{text[self.speaker.start : self.speaker.end]}：{said}" if self.speaker else said


def gist_of(text: str) -> Gist:
    """The clause of a paragraph that says what it is about, and who says it.

    Leading clauses that tell only when, where or on what ground are skipped, and so is "X said", whose X is kept. All
    spans lie inside the text; those of a blank text are empty.
    """
    end = len(text.rstrip())
    start = _skip(text, 0, end)
    if end - start <= _WHOLE and "\n" not in text[start:end]:
        return Gist(Span(start, end))
    key = fold(text[: min(end, start + _REACH)])
    speaker: Span | None = None
    clauses = [_bare(text, *found.span()) for found in _CLAUSE.finditer(key, start)]
    clauses = [span for span in clauses if len(span)][:_CLAUSES]
    for span in clauses:
        clause = key[span.start : span.end]
        said = _SPEAKER.fullmatch(clause)
        if said and not _NO_SPEAKER.search(said["who"]):
            speaker = speaker or Span(span.start + said.start("who"), span.start + said.end("who"))
        elif len(clause) >= 2 and not _LEADING.fullmatch(clause) and not said:
            return _cut(_lengthened(span, clauses, text), speaker)
    first = clauses[0] if clauses else Span(start, end)
    return _cut(first, None)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in _QUOTES):
        start += 1
    return start


def _bare(text: str, start: int, end: int) -> Span:
    """A clause without the quotation marks and spaces around it; one that is only quoted in part keeps its marks."""
    start = _skip(text, start, end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"'“”‘’「」『』"):
        end -= 1
    # A mark that is closed within the clause is part of what it says.
    closing = _PAIRS.get(text[start - 1]) if start else None
    if closing and closing in text[start:end]:
        start -= 1
    return Span(start, end)


def _lengthened(span: Span, clauses: list[Span], text: str) -> Span:
    """A short clause together with those behind it in its sentence, as far as there is room."""
    for following in clauses:
        if following.start > span.start and len(span) < _SHORT and following.end - span.start <= _LABEL:
            if _SENTENCE_END.search(text, span.end, following.start):
                break
            span = Span(span.start, following.end)
    return span


def _cut(span: Span, speaker: Span | None) -> Gist:
    room = max(8, _LABEL - (len(speaker) + 1 if speaker else 0))
    is_cut = len(span) > room
    return Gist(Span(span.start, span.start + room - 1) if is_cut else span, speaker, is_cut)
