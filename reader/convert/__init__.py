"""Shows a text in another script, and keeps track of which shown characters stand for which source characters."""
