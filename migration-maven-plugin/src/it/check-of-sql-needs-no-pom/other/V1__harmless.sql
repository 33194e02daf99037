CREATE TABLE notes (id bigint PRIMARY KEY);
CREATE INDEX notes_id ON notes (id);
