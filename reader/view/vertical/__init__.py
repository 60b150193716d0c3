"""Characters in vertical writing: which stand upright, which lie on their side, and how both are drawn."""
