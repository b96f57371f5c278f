"""A case: one SQLite file that lasts.

Pages, failures and judgements are precious. All else (analyses, and the tables of the dossier) is a cache, keyed by
the program and its data: deleting it loses nothing but time. The tables are made to be read by people and by other
programs (Datasette): a column for what one looks for, and `item`, the whole as `dossier.json` has it.

`database` opens and migrates, `pages` keeps what was given, `analyses` what one page says, `dossiers` what all say
together, `history` what changed from run to run, `searching` finds words, `locks` keep two processes from doing the
same at once.
"""
