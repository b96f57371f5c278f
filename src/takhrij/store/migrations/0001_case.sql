-- Precious: what people gave.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('add', 'update')),
  maker TEXT NOT NULL DEFAULT ''
);
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE pages (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  fetched TEXT NOT NULL,
  media TEXT NOT NULL,
  encoding TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  sources TEXT NOT NULL,
  marks TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES runs (id)
);
CREATE TABLE failures (
  source TEXT NOT NULL,
  stage TEXT NOT NULL,
  error TEXT NOT NULL,
  cure TEXT NOT NULL,
  PRIMARY KEY (source, stage)
);

CREATE TABLE judgements (
  id INTEGER PRIMARY KEY,
  ruling TEXT NOT NULL,
  left_quote TEXT NOT NULL,
  right_quote TEXT NOT NULL,
  note TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  item TEXT NOT NULL UNIQUE
);
CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
  BEGIN SELECT raise(ABORT, 'a judgement is taken back by another'); END;
CREATE TRIGGER judgements_are_never_deleted BEFORE DELETE ON judgements
  BEGIN SELECT raise(ABORT, 'a judgement is taken back by another'); END;

-- A cache: what the program makes of them. Deleting it loses nothing but time.
CREATE TABLE analyses (
  page TEXT PRIMARY KEY REFERENCES pages (id),
  maker TEXT NOT NULL,
  body BLOB NOT NULL
);
CREATE TABLE readings (
  page TEXT PRIMARY KEY REFERENCES pages (id),
  digest TEXT NOT NULL,
  language TEXT NOT NULL,
  note TEXT NOT NULL,
  blocks TEXT NOT NULL,
  times TEXT NOT NULL,
  mentions TEXT NOT NULL
);
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  page TEXT NOT NULL REFERENCES pages (id),
  place INTEGER NOT NULL,
  title TEXT NOT NULL,
  outlet TEXT NOT NULL,
  first TEXT,
  last TEXT,
  item TEXT NOT NULL
);
CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  page TEXT NOT NULL REFERENCES pages (id),
  article TEXT NOT NULL REFERENCES articles (id),
  place INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  entity TEXT,
  act TEXT NOT NULL,
  words TEXT NOT NULL,
  chain TEXT NOT NULL,
  first TEXT,
  last TEXT,
  item TEXT NOT NULL
);
CREATE TABLE events (
  id TEXT PRIMARY KEY,
  page TEXT NOT NULL REFERENCES pages (id),
  article TEXT NOT NULL REFERENCES articles (id),
  place INTEGER NOT NULL,
  statement TEXT,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  actors TEXT NOT NULL,
  targets TEXT NOT NULL,
  words TEXT NOT NULL,
  first TEXT,
  last TEXT,
  item TEXT NOT NULL
);
CREATE TABLE entities (
  id TEXT PRIMARY KEY, place INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, names TEXT NOT NULL, item TEXT NOT NULL
);
CREATE TABLE named (
  entity TEXT NOT NULL, page TEXT NOT NULL REFERENCES pages (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE tenures (
  place INTEGER PRIMARY KEY, office TEXT NOT NULL, holder TEXT NOT NULL, first TEXT, last TEXT, item TEXT NOT NULL
);
CREATE TABLE copies (
  place INTEGER PRIMARY KEY,
  left_page TEXT NOT NULL REFERENCES pages (id),
  right_page TEXT NOT NULL REFERENCES pages (id),
  score REAL NOT NULL,
  earlier TEXT,
  item TEXT NOT NULL
);
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  place INTEGER NOT NULL,
  words TEXT NOT NULL,
  origins INTEGER NOT NULL,
  sources INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  item TEXT NOT NULL
);
CREATE TABLE tellings (
  telling TEXT PRIMARY KEY, claim TEXT NOT NULL REFERENCES claims (id)
);
CREATE TABLE conflicts (
  place INTEGER PRIMARY KEY,
  left_claim TEXT NOT NULL,
  right_claim TEXT NOT NULL,
  about TEXT NOT NULL,
  left_words TEXT NOT NULL,
  right_words TEXT NOT NULL,
  item TEXT NOT NULL
);
CREATE TABLE positions (
  place INTEGER PRIMARY KEY, matter TEXT NOT NULL, holder TEXT NOT NULL, act TEXT NOT NULL, first TEXT, last TEXT, item TEXT NOT NULL
);
CREATE TABLE stories (
  id TEXT PRIMARY KEY, place INTEGER NOT NULL, label TEXT NOT NULL, item TEXT NOT NULL
);
CREATE TABLE rulings (
  place INTEGER PRIMARY KEY, ruling TEXT NOT NULL, status TEXT NOT NULL, target TEXT NOT NULL, other TEXT NOT NULL, item TEXT NOT NULL
);
CREATE TABLE timeline (
  place INTEGER PRIMARY KEY, first TEXT NOT NULL, last TEXT NOT NULL, words TEXT NOT NULL, item TEXT NOT NULL
);
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs (id),
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  label TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
);
CREATE TABLE settled (
  only INTEGER PRIMARY KEY CHECK (only = 1), run INTEGER NOT NULL REFERENCES runs (id), inputs TEXT NOT NULL
);

CREATE INDEX articles_of_page ON articles (page, place);
CREATE INDEX statements_of_page ON statements (page, place);
CREATE INDEX statements_of_entity ON statements (entity);
CREATE INDEX events_of_page ON events (page, place);
CREATE INDEX named_of_entity ON named (entity, page, start);
CREATE INDEX named_of_page ON named (page);
CREATE INDEX tellings_of_claim ON tellings (claim);
CREATE INDEX changes_of_run ON changes (run);
CREATE INDEX timeline_by_day ON timeline (first, last);

-- For search: the words in normal form, in the order of the text.
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'statement', 'event')),
  ref TEXT NOT NULL,
  page TEXT NOT NULL REFERENCES pages (id),
  outlet TEXT NOT NULL,
  speaker TEXT NOT NULL,
  outlet_words TEXT NOT NULL,
  speaker_words TEXT NOT NULL,
  first TEXT,
  last TEXT,
  spans TEXT NOT NULL
);
CREATE INDEX entries_of_page ON entries (page);
CREATE VIRTUAL TABLE words USING fts5 (normal, tokenize = "unicode61 remove_diacritics 0");
