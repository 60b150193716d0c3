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
_QUOTES = "●○◎•◆■▲★※\"'“”‘’「」『』﹁﹂（）()【】〔〕　 \t*#>-"
_PAIRS = dict(zip("“‘「『（(【〔", "”’」』）)】〕", strict=True))
_NUMBER = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,5})"
_DATE = rf"(?:{_NUMBER}年)?(?:{_NUMBER}月)?(?:{_NUMBER}[日号])?"
_PART_OF_DAY = "(?:凌晨|清晨|一早|早上|上午|中午|下午|傍晚|晚间|晚上|晚|夜里|当天|当晚)"
_SAID = (
    "说道|说|表示|指出|强调|介绍|介绍说|认为|称|坦言|坦承|直言|承认|告诉记者|解释|回忆|回忆道|透露|补充|补充道|补充说|写道|"
    "宣布|说明|承诺|质问|撰文|发文|证实|否认|呼吁|建议|提醒|警告|质疑|批评|回应|指|问道|问|答道|回答|叹道|笑道|道"
)
#: Who reported it from where, before the text: 本报北京11月3日电（记者周航）, 〔記者林育如／高雄報導〕, 【本報訊】.
_BY_LINE = r"(?:电|讯|综合报导|报导|报道)"
_DATELINE = re.compile(
    rf"\s*(?:[（(〔【\[][^）)〕】\]\n\r]{{0,40}}{_BY_LINE}[）)〕】\]]"
    rf"|(?:本报|本社|新华社|中新社|中新网|中央社|人民网|央视网|路透社|美联社|法新社)[^，,。；;:：（(\n\r]{{0,24}}{_BY_LINE}"
    r"(?:\s?[（(][^（）()\n\r]{1,40}[）)])?)[\s:：]*"
)
#: Clauses that say when, where or by what, and not what; matched on the fold, as a whole.
_LEADING = re.compile(
    rf"(?:截至|截止|自|从|到)?{_DATE}(?:至{_DATE})?{_PART_OF_DAY}?(?:期间|起|开始|以来|前后|左右|初|底|末)?"
    r"|(?:今年|去年|前年|明年|今天|昨天|日前|近日|近年|近年来|近期|最近|目前|当前|现在|如今|随后|后来|接着|之后|此前|此后|当时|当天|次日|翌日|"
    r"不久|最终|终于|对此|下一步|接下来|同时|与此同时|会上|会后|其中|此外|另外|据悉|据了解|据介绍|据报道|据统计|原标题|首先|其次|最后|总之|因此|所以|但是|但|不过|然而|于是|"
    r"例如|比如|事实上|实际上|一般来说|换句话说|具体来说|有一天|有一次|一天|这天|那天|从此|起初|期间|活动中|报告指出|数据显示|统计显示|消息称|"
    r"不只如此|不仅如此|除此之外|另一方面|一方面|换言之|简言之|有鉴于此|相比之下|相较之下|综合.{1,8}(?:报导|报道)|.{0,10}(?:接报|获报|接获报案)|"
    r"(?:上|下|这|那)个?(?:月|周|星期|礼拜)的?(?:[一某]天)?)"
    rf"|图为(?:{_DATE})?|(?:与|和|跟|同|较).{{1,16}}(?:相比|比较)|[^说]{{0,4}}(?:值得|需要|应当|令人|更|尤其).{{0,8}}的是"
    r"|至于.{1,20}|(?:记者|本报|笔者).{0,20}(?:获悉|了解到|看到|注意到|发现)"
    r"|(?:今年|去年|前年|明年|当年|本月|上月)?(?:前|上|下|头|第)?[一二三四两\d]{0,2}(?:季度|季|半年|个月|旬)(?:以来|以内|末|底)?"
    r"|(?:这|那|这一|那一|第一|第二|第三|又一|有一)[年天日次回晚夜]"
    r"|.{0,12}(?:以来|期间|之际|之后|之前|前夕|的时候|时候|当时|后|前|中|里|上|下|内)|.{0,20}(?<![小及平按准届])时"
    r"|(?:在|自|从|自从|经|经过|为|为了|围绕|关于|对于|通过|面对|作为|利用|除).{1,28}"
    r"|(?:据|根据|按照|依照|针对|随着|由于|因为|除了|尽管|虽然|如果|即使|当).{1,40}"
    rf"|[他她我你它]们?.{{0,6}}(?:{_SAID})"
    r"|.{0,14}(?:年来|月来|日来|天来)|[^说]{0,6}(?:本报讯|记者.{0,6}报道|电)"
)
_SPEAKER = re.compile(
    r"有?(?P<who>[\u3400-\u9fff·]{2,16}?)(?:昨日|昨天|昨|今日|今天|今|日前)?"
    r"(?:在.{1,10}(?:上|时|中)|[在于].{0,6}(?:节目中?|网志|脸书|微博|推特)|脸书|微博|推特|向.{1,6}|随后|还|也|则|又|便|就|并|笑着|接着|同时)?"
    rf"(?:回应|分析|受访|发文|撰文|(?:无奈|感慨|激动|高兴|兴奋|气愤|愤怒|严肃|遗憾|坦率|坚定)地)?(?P<verb>{_SAID})"
)
#: Verbs that end other words too (人行道, 手指), where more stands before them than who speaks.
_SHORT_VERBS, _BEFORE_THEM = ("道", "指", "问"), 4
#: What a clause behind that one begins with: 陳茂波撰文，指首季增長勝預期.
_GOES_ON = re.compile(r"[并又]?(?:指出?(?![数标望导挥甲南针责定])|称(?![号赞职呼为]))(?=.{4})")
#: Who speaks must not be one of these, or begin or end so.
_NO_SPEAKER = re.compile(
    r"^(?:他|她|它|我|你|咱|这|那|也|还|就|并|又|但|而|所|有人|大家|人们|据|可以|应该|可|听|按照|根据|依照|随着|由于|对于|关于|鉴于|在|再|不|没|难|虽|如|换句|总的|一般)"
    r"|(?:[的地得不了来去可能点项条个份]|提出|作出|做出|给予|发出|受到|引起|引发)$"
)

#: The name of one who is introduced by what they are: 水利部规划司副司长陈立群, 住在啟德的陳太.
_NAME = re.compile(r"(?:.*的|.*[长员授师理席任家人士者官生裁监])(?P<name>[\u3400-\u9fff·]{2,4})")
#: Code points of who speaks in a label; one who is told at greater length and has no name is left out, but must be one.
_WHO = 8
_OFFICE = "人员长者家方署局会部司室院处社团队厅委府"


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

    Who reported it from where is skipped, and leading clauses that tell only when, where or on what ground; so is "X
    said", whose X is kept. All spans lie inside the text; those of a blank text are empty.
    """
    end = len(text.rstrip())
    start = _skip(text, 0, end)
    if end - start <= _WHOLE and "\n" not in text[start:end]:
        return Gist(Span(start, end))
    key = fold(text[: min(end, start + _REACH)])
    dateline = _DATELINE.match(key)
    start = _skip(text, dateline.end(), end) if dateline and dateline.end() < end else start
    speaker: Span | None = None
    clauses = [_bare(text, *found.span()) for found in _CLAUSE.finditer(key, start)]
    clauses = [span for span in clauses if len(span)][:_CLAUSES]
    for span in clauses:
        clause = key[span.start : span.end]
        said = _SPEAKER.fullmatch(clause)
        if said and not _can_speak(said["who"], said["verb"]):
            said = None
        if said and not _NO_SPEAKER.search(said["who"]):
            speaker = speaker or _named(said["who"], span.start + said.start("who"))
        elif len(clause) >= 2 and not _LEADING.fullmatch(clause) and not said:
            goes_on = _GOES_ON.match(clause) if speaker else None
            span = Span(span.start + goes_on.end(), span.end) if goes_on else span
            return _cut(_lengthened(span, clauses, text), speaker)
    first = clauses[0] if clauses else Span(start, end)
    return _cut(first, None)


def _can_speak(who: str, verb: str) -> bool:
    if verb in _SHORT_VERBS and len(who) > _BEFORE_THEM:
        return False
    return len(who) <= _WHO or who[-1] in _OFFICE or _NAME.fullmatch(who) is not None


def _named(who: str, start: int) -> Span | None:
    """Who speaks, by name where they are told at length."""
    if len(who) <= _WHO:
        return Span(start, start + len(who))
    named = _NAME.fullmatch(who)
    return Span(start + named.start("name"), start + named.end("name")) if named else None


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
