"""The date that everything built from one commit bears, so that it is the same bytes whenever it is built."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime

from shipping.identity import ROOT


def source_date() -> datetime:
    """SOURCE_DATE_EPOCH if set, else the date of the commit, else (an archive of the source) of the list of changes."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return datetime.fromtimestamp(int(given), UTC)
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    if asked.returncode == 0 and asked.stdout.strip():
        return datetime.fromtimestamp(int(asked.stdout), UTC)
    return datetime.fromtimestamp(int((ROOT / "CHANGELOG.md").stat().st_mtime), UTC)
