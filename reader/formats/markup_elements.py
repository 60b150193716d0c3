"""What the elements of HTML are to a reader of text."""

from __future__ import annotations

from reader.model.mark import MarkKind

#: Elements that mark characters.
MARKS = {
    **dict.fromkeys(("b", "strong"), MarkKind.BOLD),
    **dict.fromkeys(("i", "em", "emphasis"), MarkKind.ITALIC),
    **dict.fromkeys(("u", "ins"), MarkKind.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike", "strikethrough"), MarkKind.STRIKE),
    **dict.fromkeys(("code", "kbd", "tt", "samp"), MarkKind.CODE),
    "sup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
}

#: Elements that begin and end a paragraph.
BLOCKS = frozenset(
    (  # noqa: SIM905
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol optgroup p pre section "
        "summary table tbody td tfoot th thead tr ul listing xmp legend"
    ).split()
)
#: Elements that show no text, or text that is no part of what was written.
SKIPPED = frozenset(
    (  # noqa: SIM905
        "head title script style noscript template iframe object embed applet video audio canvas select button "
        "textarea datalist meter progress map math rp desc metadata defs input"
    ).split()
)
#: Elements that have no end.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
