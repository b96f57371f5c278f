-- How many pages wait is asked for by every view.
CREATE INDEX readings_linked ON readings (page) WHERE digest != '';
