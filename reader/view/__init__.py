"""The text widget: lays out and paints only what is visible, at any file size. Knows nothing of the session."""
