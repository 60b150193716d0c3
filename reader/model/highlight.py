"""The palette of coloured words."""

#: How many colours it has (``reader.ui.theme`` gives each theme's values). A colour is an index into it.
PALETTE_SIZE = 8
