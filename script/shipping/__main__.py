"""``python -m shipping [FOLDER]``: builds everything that people install on the present system."""

from __future__ import annotations

import sys
from pathlib import Path

from shipping.identity import ROOT
from shipping.release import build_release


def main() -> None:
    """Build into the folder that is named, else into ``dist``, and say what was made."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    for made in build_release(target):
        files = [made] if made.is_file() else [path for path in made.rglob("*") if path.is_file()]
        size = sum(path.lstat().st_size for path in files if not path.is_symlink()) / (1 << 20)
        print(f"{made}  {size:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
