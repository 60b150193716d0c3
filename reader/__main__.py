"""``python -m reader`` is the command ``jianfan``."""

import multiprocessing
import sys

from reader.cli import main

if __name__ == "__main__":
    # In a bundle, the process that parses files starts here too, and goes no further.
    multiprocessing.freeze_support()
    sys.exit(main())
