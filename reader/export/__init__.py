"""Writes what the program knows in the forms that other programs read. Pure: values in, text out."""
