"""Who owns the state that the window shows."""

from __future__ import annotations

from dataclasses import dataclass

from reader.state.dictionaries import Dictionaries
from reader.state.keywords import Keywords
from reader.state.preferences import Preferences
from reader.state.readings import Readings
from reader.state.recent_queries import RecentQueries
from reader.state.search import Search
from reader.state.session import Session
from reader.state.suggestions import Suggestions
from reader.state.tasks import TaskRunner
from reader.state.vocabulary import Vocabulary
from reader.state.word_lookup import WordLookup


@dataclass(frozen=True, slots=True)
class Owners:
    """Each fact has one owner: the window asks it, listens to it, and tells it what the reader wants.

    Attributes:
        session: the open document and the place in it.
        keywords: the coloured words.
        search: what is looked for.
        recent_queries: what was looked for lately.
        suggestions: what the document suggests to colour.
        preferences: the settings.
        vocabulary: the reader's own words.
        dictionaries: those that the reader installed.
        lookup: what is known about a word.
        readings: what stands beside characters.
        runner: does the slow work of all of them.
    """

    session: Session
    keywords: Keywords
    search: Search
    recent_queries: RecentQueries
    suggestions: Suggestions
    preferences: Preferences
    vocabulary: Vocabulary
    dictionaries: Dictionaries
    lookup: WordLookup
    readings: Readings
    runner: TaskRunner
