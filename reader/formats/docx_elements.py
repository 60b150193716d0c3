"""What single elements of a .docx say."""

from __future__ import annotations

from reader.formats.trees import Element

_OFF = ("0", "false", "off", "none")


def value(element: Element) -> str:
    """The value of an element; empty where it has none."""
    return element.get(attribute(element, "val")) or ""


def is_on(element: Element) -> bool:
    """Whether a switch is on: it is unless it says otherwise."""
    return value(element).lower() not in _OFF


def is_hidden(run: Element) -> bool:
    """Whether a run is hidden text."""
    properties = next(run.iterchildren("{*}rPr"), None)
    vanish = next(properties.iterchildren("{*}vanish"), None) if properties is not None else None
    return vanish is not None and is_on(vanish)


def attribute(element: Element, *names: str) -> str:
    """The full name of an attribute; its namespace differs between the strict and the transitional form."""
    for name in names:
        for full in element.attrib:
            if full.rpartition("}")[2] == name:
                return str(full)
    return names[0]


def description(element: Element) -> str:
    """The words that stand for a picture."""
    drawing = next(element.iterancestors("{*}drawing"), None)
    about = next(drawing.iter("{*}docPr"), None) if drawing is not None else None
    return (about.get("descr") or "") if about is not None else ""


def local_value(element: Element, name: str) -> str:
    """The value of an attribute, whatever its namespace; empty where it is absent."""
    return next((str(found) for full, found in element.attrib.items() if full.rpartition("}")[2] == name), "")


def child_value(element: Element | None, name: str) -> str:
    """The value of a child element, or empty."""
    child = next(element.iterchildren(f"{{*}}{name}"), None) if element is not None else None
    return local_value(child, "val") if child is not None else ""


def whole_number(text: str, default: int = 0) -> int:
    """A number as it is written, of seven digits at most."""
    return int(text) if text.isdecimal() and len(text) < 8 else default
