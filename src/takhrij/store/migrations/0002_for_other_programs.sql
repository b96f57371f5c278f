-- For people who read the file with another program (Datasette): every id leads to its row, rows that others lead to
-- have a title, and what one looks for stands in views without the items' JSON.
ALTER TABLE pages ADD COLUMN title TEXT GENERATED ALWAYS AS (source) VIRTUAL;
ALTER TABLE claims ADD COLUMN title TEXT GENERATED ALWAYS AS (words) VIRTUAL;
ALTER TABLE stories ADD COLUMN title TEXT GENERATED ALWAYS AS (label) VIRTUAL;

CREATE TABLE statements_2 (
  id TEXT PRIMARY KEY,
  page TEXT NOT NULL REFERENCES pages (id),
  article TEXT NOT NULL REFERENCES articles (id),
  place INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  entity TEXT REFERENCES entities (id),
  act TEXT NOT NULL,
  words TEXT NOT NULL,
  chain TEXT NOT NULL,
  first TEXT,
  last TEXT,
  item TEXT NOT NULL
);
INSERT INTO statements_2 SELECT id, page, article, place, speaker, entity, act, words, chain, first, last, item FROM statements;
DROP TABLE statements;
ALTER TABLE statements_2 RENAME TO statements;
CREATE INDEX statements_of_page ON statements (page, place);
CREATE INDEX statements_of_entity ON statements (entity);

CREATE TABLE named_2 (
  entity TEXT NOT NULL REFERENCES entities (id), page TEXT NOT NULL REFERENCES pages (id), start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
INSERT INTO named_2 SELECT entity, page, start, "end" FROM named;
DROP TABLE named;
ALTER TABLE named_2 RENAME TO named;
CREATE INDEX named_of_entity ON named (entity, page, start);
CREATE INDEX named_of_page ON named (page);

CREATE TABLE conflicts_2 (
  place INTEGER PRIMARY KEY,
  left_claim TEXT NOT NULL REFERENCES claims (id),
  right_claim TEXT NOT NULL REFERENCES claims (id),
  about TEXT NOT NULL,
  left_words TEXT NOT NULL,
  right_words TEXT NOT NULL,
  item TEXT NOT NULL
);
INSERT INTO conflicts_2 SELECT place, left_claim, right_claim, about, left_words, right_words, item FROM conflicts;
DROP TABLE conflicts;
ALTER TABLE conflicts_2 RENAME TO conflicts;
CREATE INDEX conflicts_of_left ON conflicts (left_claim);
CREATE INDEX conflicts_of_right ON conflicts (right_claim);

CREATE TABLE copies_2 (
  place INTEGER PRIMARY KEY,
  left_page TEXT NOT NULL REFERENCES pages (id),
  right_page TEXT NOT NULL REFERENCES pages (id),
  score REAL NOT NULL,
  earlier TEXT REFERENCES pages (id),
  item TEXT NOT NULL
);
INSERT INTO copies_2 SELECT place, left_page, right_page, score, earlier, item FROM copies;
DROP TABLE copies;
ALTER TABLE copies_2 RENAME TO copies;
CREATE INDEX copies_of_left ON copies (left_page);
CREATE INDEX copies_of_right ON copies (right_page);

CREATE VIEW who_says_what AS
  SELECT coalesce(statements.first, articles.first) AS first, coalesce(statements.last, articles.last) AS last,
         speaker, act, words, chain, articles.outlet, articles.title AS article, pages.source AS page, statements.id
  FROM statements JOIN articles ON articles.id = article JOIN pages ON pages.id = statements.page;
CREATE VIEW what_happened AS
  SELECT coalesce(events.first, articles.first) AS first, coalesce(events.last, articles.last) AS last,
         type, mode, status, actors, targets, words, articles.outlet, articles.title AS article,
         pages.source AS page, events.id
  FROM events JOIN articles ON articles.id = article JOIN pages ON pages.id = events.page;
CREATE VIEW how_often_told AS
  SELECT words, origins, sources, count(telling) AS tellings, first, last, claims.id
  FROM claims LEFT JOIN tellings ON claim = claims.id GROUP BY claims.id;
CREATE VIEW who_is_named AS
  SELECT kind, name, names, count(DISTINCT page) AS pages, count(page) AS places, entities.id
  FROM entities LEFT JOIN named ON entity = entities.id GROUP BY entities.id;
CREATE VIEW who_copied AS
  SELECT a.title AS one, a.outlet AS of_outlet, b.title AS other, b.outlet AS other_outlet, score,
         iif(earlier = left_page, 'one', iif(earlier = right_page, 'other', '')) AS earlier
  FROM copies
  LEFT JOIN articles AS a ON a.page = left_page AND a.place = 0
  LEFT JOIN articles AS b ON b.page = right_page AND b.place = 0;
