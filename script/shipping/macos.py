"""What macOS wants to know of an application."""

from __future__ import annotations

from shipping.file_types import FILE_TYPES
from shipping.identity import NAMES, VERSION


def information() -> dict[str, object]:
    """What goes into ``Info.plist`` beside what PyInstaller writes there."""
    return {
        "CFBundleDisplayName": NAMES[""],
        "CFBundleShortVersionString": VERSION,
        "CFBundleVersion": VERSION,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans", "zh-Hant"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": kind.name,
                "CFBundleTypeRole": "Viewer",
                # Offered beside the program that a file belongs to, never in its place.
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": [kind.identifier],
            }
            for kind in FILE_TYPES
        ],
        # Kinds of files that macOS does not know by itself.
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind.identifier,
                "UTTypeDescription": kind.name,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [suffix.removeprefix(".") for suffix in kind.suffixes],
                    "public.mime-type": list(kind.mime_types),
                },
            }
            for kind in FILE_TYPES
            if not kind.identifier.startswith(("public.", "com.apple.", "com.adobe."))
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        # What Qt 6.11 runs on (its list of supported platforms).
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
    }
