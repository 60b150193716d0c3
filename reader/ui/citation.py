"""Where a quotation comes from, in a line that can stand below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.convert.rendition import Rendition
from reader.model.document import Document
from reader.model.outline import Outline
from reader.model.position import Range


def citation(document: Document, outline: Outline, rendition: Rendition, selected: Range) -> str:
    """The title, the chapter and the paragraphs of a range, as far as they are known, in the script that is shown."""
    start, end = document.address_of(selected.start), document.address_of(selected.end)
    title = rendition.convert(document.title).text.strip()
    heading = outline.heading_at(start)
    chapter = rendition.convert(outline.headings[heading].text).text.strip() if heading is not None else ""
    first, last = outline.paragraph_at(start), outline.paragraph_at(max(start, end - 1))
    if first is None:
        numbers = ""
    else:
        numbers = f"{first + 1:,}" if last is None or last == first else f"{first + 1:,}–{last + 1:,}"
    has_chapter = chapter not in ("", title)
    if has_chapter and numbers:
        text = QCoreApplication.translate("Citation", "— From {title}, {chapter}, ¶ {numbers}")
    elif has_chapter:
        text = QCoreApplication.translate("Citation", "— From {title}, {chapter}")
    elif numbers:
        text = QCoreApplication.translate("Citation", "— From {title}, ¶ {numbers}")
    else:
        text = QCoreApplication.translate("Citation", "— From {title}")
    return text.format(title=title, chapter=chapter, numbers=numbers)
