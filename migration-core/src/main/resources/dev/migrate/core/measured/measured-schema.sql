-- What every case starts from, in a schema of its own; then its setup runs.
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN dfree AS int;
CREATE DOMAIN dchk AS int CHECK (VALUE > 0);
CREATE TABLE p (id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE q (id bigint PRIMARY KEY, code text);
CREATE TABLE t (
  id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 0, v varchar(50), txt text, n numeric(10, 2), ts timestamp,
  tz timestamptz, c char(10), j json, jb jsonb, p_id bigint, s smallint, d date, iv interval(3), ci cidr, m mood,
  vb varbit(8), x xml, ts3 timestamp(3), dc dchk);
CREATE INDEX t_a_idx ON t (a);
CREATE INDEX t_v_idx ON t (v);
INSERT INTO p SELECT g, 'c' || g FROM generate_series(1, 300) g;
INSERT INTO q SELECT g, 'c' || g FROM generate_series(1, 300) g;
INSERT INTO t SELECT g, g, g, 'v' || g, 't' || g, g, now(), now(), 'c', '{}', '{}', (g % 300) + 1, 1, now(), '1 day',
  '10.0.0.0/8', 'ok', B'101', NULL, now(), 1 FROM generate_series(1, 500) g;
