"""The tables, as the steps that led to them. A step, once released, is never changed: another is added."""

from __future__ import annotations

#: ``MIGRATIONS[n]`` leads from version ``n`` to ``n + 1`` (``PRAGMA user_version``).
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE window (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
        # A path is bytes: the names of files need not be text.
        """CREATE TABLE file (
            path BLOB PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            title TEXT NOT NULL,
            address INTEGER NOT NULL DEFAULT 0,
            size INTEGER NOT NULL DEFAULT 0,
            encoding TEXT,
            opened REAL NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX file_by_fingerprint ON file (fingerprint)",
        "CREATE INDEX file_by_opened ON file (opened)",
        """CREATE TABLE keyword (
            place INTEGER PRIMARY KEY, text TEXT NOT NULL, colour INTEGER NOT NULL, is_on INTEGER NOT NULL
        )""",
    ),
    ("ALTER TABLE file ADD COLUMN chapters TEXT NOT NULL DEFAULT ''",),
    (
        # What holds everywhere has an empty file; what holds at one place has an address.
        """CREATE TABLE own_word (
            file BLOB NOT NULL,
            fingerprint TEXT NOT NULL,
            address INTEGER,
            word TEXT NOT NULL,
            result TEXT NOT NULL,
            target TEXT NOT NULL
        )""",
        "CREATE INDEX own_word_by_file ON own_word (file)",
        "CREATE INDEX own_word_by_fingerprint ON own_word (fingerprint)",
    ),
    (
        "ALTER TABLE keyword RENAME TO single_keyword",
        """CREATE TABLE keyword_list (
            id INTEGER PRIMARY KEY,
            place INTEGER NOT NULL,
            name TEXT NOT NULL,
            colour INTEGER NOT NULL,
            style TEXT NOT NULL,
            is_on INTEGER NOT NULL,
            file TEXT
        )""",
        """CREATE TABLE keyword (
            list INTEGER NOT NULL,
            place INTEGER NOT NULL,
            text TEXT NOT NULL,
            is_pattern INTEGER NOT NULL,
            is_on INTEGER NOT NULL,
            colour INTEGER,
            PRIMARY KEY (list, place)
        ) WITHOUT ROWID""",
        # The words from before lists: they become the list without a name.
        """INSERT INTO keyword_list (id, place, name, colour, style, is_on)
            SELECT 1, 0, '', 0, 'background', 1 WHERE EXISTS (SELECT 1 FROM single_keyword)""",
        """INSERT INTO keyword (list, place, text, is_pattern, is_on, colour)
            SELECT 1, (place + 1) * 1024, text, 0, is_on, colour FROM single_keyword""",
        "DROP TABLE single_keyword",
    ),
)
