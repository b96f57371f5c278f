-- The list of all pages is read from an index: their rows hold whole texts.
CREATE INDEX pages_by_source ON pages (source, id, url);
