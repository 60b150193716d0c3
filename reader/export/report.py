"""A report in the form that a file's suffix asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.export.report_csv import report_to_csv
from reader.export.report_html import report_to_html
from reader.export.report_markdown import report_to_markdown
from reader.model.report import Report

#: By suffix, in lower case with its dot.
REPORT_FORMS: Mapping[str, Callable[[Report], str]] = {
    ".csv": report_to_csv,
    ".md": report_to_markdown,
    ".html": report_to_html,
}


def write_report(report: Report, suffix: str) -> str:
    """The text of a report's file.

    Raises:
        KeyError: no form has that suffix.
    """
    return REPORT_FORMS[suffix.lower()](report)
