"""The command line: ``jianfan [FILE]`` and its subcommands, one a module."""

from reader.cli.program import main

__all__ = ["main"]
