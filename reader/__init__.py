"""Jianfan Reader 簡繁讀: a desktop reader for Chinese text."""

__version__ = "0.1.0"
