"""Chinese lines: where they break and where their characters stand, by CLREQ. Knows no Qt and no direction."""
