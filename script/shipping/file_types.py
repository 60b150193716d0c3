"""The kinds of files that the program opens, as each system calls them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file.

    Attributes:
        name: for people.
        suffixes: of the files' names, with the dot.
        mime_types: by which Linux desktops know it (shared-mime-info); several where names have changed.
        identifier: by which macOS knows it (a uniform type identifier).
    """

    name: str
    suffixes: tuple[str, ...]
    mime_types: tuple[str, ...]
    identifier: str


FILE_TYPES = (
    FileType("Text", (".txt", ".text"), ("text/plain",), "public.plain-text"),
    FileType("Log", (".log",), ("text/x-log",), "com.apple.log"),
    FileType("Markdown", (".md", ".markdown"), ("text/markdown",), "net.daringfireball.markdown"),
    FileType("Web page", (".html", ".htm"), ("text/html",), "public.html"),
    FileType("Web page in XML", (".xhtml",), ("application/xhtml+xml",), "public.xhtml"),
    FileType(
        "Saved web page", (".mhtml", ".mht"), ("multipart/related", "application/x-mimearchive"), "org.ietf.mhtml"
    ),
    FileType("EPUB book", (".epub",), ("application/epub+zip",), "org.idpf.epub-container"),
    FileType(
        "FictionBook",
        (".fb2",),
        ("application/x-fictionbook+xml", "application/x-zip-compressed-fb2"),
        "org.fictionbook.fb2",
    ),
    FileType(
        "Word document",
        (".docx", ".docm", ".dotx"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-word.document.macroEnabled.12",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        ),
        "org.openxmlformats.wordprocessingml.document",
    ),
    FileType("PDF with text", (".pdf",), ("application/pdf",), "com.adobe.pdf"),
)

#: All of them, in order and once.
MIME_TYPES = tuple(dict.fromkeys(mime for kind in FILE_TYPES for mime in kind.mime_types))
