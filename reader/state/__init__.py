"""Who owns what: the session and the preferences. Qt's signals, but no widgets."""
