"""The tables of a language folder: one row type a file. A language is a folder with these file names."""

from __future__ import annotations

from takhrij.tables import Row


class Clitic(Row):
    """A prefix that is written onto the next word. `restores` is what the word begins with once it is cut (لل → ال)."""

    prefix: str
    restores: str = ""


class Language(Row):
    """How a language works. Every field is a file of the language's folder."""

    clitics: tuple[Clitic, ...] = ()
