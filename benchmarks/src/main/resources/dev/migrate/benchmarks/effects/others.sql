-- case: rename-schema
-- setup: DROP SCHEMA IF EXISTS w2 CASCADE; DROP SCHEMA IF EXISTS w3 CASCADE; CREATE SCHEMA w2; CREATE TABLE w2.tt(a int);
ALTER SCHEMA w2 RENAME TO w3

-- case: drop-table-with-outgoing-fk
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(p_id) REFERENCES p(id);
DROP TABLE t

-- case: drop-table-referenced-cascade
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(p_id) REFERENCES p(id);
DROP TABLE p CASCADE

-- case: truncate
TRUNCATE t

-- case: truncate-referenced-no-cascade
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(p_id) REFERENCES p(id);
TRUNCATE p

-- case: create-table-with-fk
CREATE TABLE ch(id int, p_id bigint REFERENCES p(id))

-- case: create-table-with-two-fks
CREATE TABLE ch(id int, p_id bigint REFERENCES p(id), q_id bigint REFERENCES q(id))

-- case: create-table-like
CREATE TABLE ct (LIKE p INCLUDING ALL)

-- case: select-into-insert-select
INSERT INTO q SELECT id+1000,code FROM p

-- case: enable-rls
ALTER TABLE t ENABLE ROW LEVEL SECURITY

-- case: comment-on-table
COMMENT ON TABLE t IS 'x'

-- case: lock-table
LOCK TABLE t IN ACCESS EXCLUSIVE MODE

-- case: create-trigger
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE trf()

-- case: create-or-replace-trigger
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE OR REPLACE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trf()

-- case: drop-trigger
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE PROCEDURE trf();
DROP TRIGGER tg ON t

-- case: create-rule
CREATE RULE ru AS ON INSERT TO t DO ALSO NOTHING

-- case: create-view
CREATE VIEW vw AS SELECT a FROM t

-- case: create-or-replace-view
-- setup: CREATE VIEW vw AS SELECT a FROM t;
CREATE OR REPLACE VIEW vw AS SELECT a, b FROM t

-- case: create-or-replace-view-drop-column
-- setup: CREATE VIEW vw AS SELECT a FROM t;
CREATE OR REPLACE VIEW vw AS SELECT b FROM t

-- case: drop-view
-- setup: CREATE VIEW vw AS SELECT a FROM t;
DROP VIEW vw

-- case: create-matview
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t

-- case: refresh-matview-concurrently
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT id,a FROM t; CREATE UNIQUE INDEX mvu ON mv(id);
REFRESH MATERIALIZED VIEW CONCURRENTLY mv

-- case: enum-add-value
ALTER TYPE mood ADD VALUE 'happy'

-- case: enum-add-value-then-use-same-tx
ALTER TYPE mood ADD VALUE 'happy'; INSERT INTO t(id,m) VALUES (9999,'happy')

-- case: enum-rename-value
ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'

-- case: composite-alter-attribute-used-in-table
-- setup: CREATE TYPE cmp AS (x int); CREATE TABLE uc(v cmp); INSERT INTO uc VALUES (row(1));
ALTER TYPE cmp ALTER ATTRIBUTE x TYPE bigint

-- case: domain-add-check
ALTER DOMAIN dchk ADD CONSTRAINT c2 CHECK (VALUE < 1000000)

-- case: domain-add-check-not-valid
ALTER DOMAIN dchk ADD CONSTRAINT c2 CHECK (VALUE < 1000000) NOT VALID

-- case: domain-validate
-- setup: ALTER DOMAIN dchk ADD CONSTRAINT c2 CHECK (VALUE < 1000000) NOT VALID;
ALTER DOMAIN dchk VALIDATE CONSTRAINT c2

-- case: sequence-alter-restart
-- setup: CREATE SEQUENCE sq;
ALTER SEQUENCE sq RESTART WITH 100

-- case: sequence-setval
-- setup: CREATE SEQUENCE sq;
SELECT setval('sq',100)

-- case: update-all
UPDATE t SET b=b+1

-- case: select-for-update
SELECT * FROM t FOR UPDATE

-- case: create-function
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1'

-- case: create-publication-all-tables
CREATE PUBLICATION pub1 FOR TABLE t

-- case: create-extension
CREATE EXTENSION pgcrypto

-- case: delete-all
DELETE FROM q

-- case: insert
INSERT INTO q VALUES (9001)

-- case: insert-on-conflict
INSERT INTO q VALUES (1) ON CONFLICT DO NOTHING

-- case: update-from
UPDATE t SET b = p.id FROM p WHERE p.id = t.p_id

-- case: merge
MERGE INTO q USING p ON q.id = p.id WHEN MATCHED THEN UPDATE SET code = p.code

-- case: with-update
WITH x AS (SELECT id FROM p) UPDATE q SET code = 1 FROM x WHERE x.id = q.id

-- case: comment-on-column
COMMENT ON COLUMN t.a IS 'x'

-- case: comment-on-index
COMMENT ON INDEX t_a_idx IS 'x'

-- case: grant
GRANT SELECT ON t TO PUBLIC

-- case: revoke
REVOKE ALL ON t FROM PUBLIC

-- case: create-policy
CREATE POLICY po ON t USING (true)

-- case: alter-policy
-- setup: CREATE POLICY po ON t USING (true);
ALTER POLICY po ON t USING (false)

-- case: drop-policy
-- setup: CREATE POLICY po ON t USING (true);
DROP POLICY po ON t

-- case: create-statistics
CREATE STATISTICS st ON a, b FROM t

-- case: drop-statistics
-- setup: CREATE STATISTICS st ON a, b FROM t;
DROP STATISTICS st

-- case: alter-trigger-rename
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$; CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trf();
ALTER TRIGGER tg ON t RENAME TO tg2

-- case: disable-one-trigger
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$; CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trf();
ALTER TABLE t DISABLE TRIGGER tg

-- case: create-constraint-trigger
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE CONSTRAINT TRIGGER tg AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION trf()

-- case: drop-rule
-- setup: CREATE RULE ru AS ON INSERT TO t DO ALSO NOTHING;
DROP RULE ru ON t

-- case: drop-function
-- setup: CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION f()

-- case: drop-function-cascade-trigger
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$; CREATE TRIGGER tg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION trf();
DROP FUNCTION trf() CASCADE

-- case: create-sequence
CREATE SEQUENCE sq2

-- case: create-sequence-owned
CREATE SEQUENCE sq2 OWNED BY t.a

-- case: alter-sequence-owned
-- setup: CREATE SEQUENCE sq;
ALTER SEQUENCE sq OWNED BY t.a

-- case: alter-sequence-type
-- setup: CREATE SEQUENCE sq AS int;
ALTER SEQUENCE sq AS bigint

-- case: drop-sequence
-- setup: CREATE SEQUENCE sq;
DROP SEQUENCE sq

-- case: drop-sequence-cascade
-- setup: CREATE SEQUENCE sq; ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('sq');
DROP SEQUENCE sq CASCADE

-- case: create-type-enum
CREATE TYPE e2 AS ENUM ('x')

-- case: drop-type-cascade
DROP TYPE mood CASCADE

-- case: rename-type
ALTER TYPE mood RENAME TO mood2

-- case: composite-add-attribute
-- setup: CREATE TYPE cmp AS (x int);
ALTER TYPE cmp ADD ATTRIBUTE y int

-- case: composite-add-attribute-used
-- setup: CREATE TYPE cmp AS (x int); CREATE TABLE uc (v cmp); INSERT INTO uc VALUES (row(1));
ALTER TYPE cmp ADD ATTRIBUTE y int

-- case: composite-typed-table-cascade
-- setup: CREATE TYPE cmp AS (x int); CREATE TABLE tt OF cmp; INSERT INTO tt VALUES (1);
ALTER TYPE cmp ADD ATTRIBUTE y int CASCADE

-- case: domain-set-not-null
ALTER DOMAIN dchk SET NOT NULL

-- case: domain-drop-not-null
ALTER DOMAIN dchk DROP NOT NULL

-- case: domain-set-default
ALTER DOMAIN dchk SET DEFAULT 5

-- case: domain-drop-constraint
ALTER DOMAIN dchk DROP CONSTRAINT dchk_check

-- case: domain-add-check-unused
ALTER DOMAIN dfree ADD CHECK (VALUE > 0)

-- case: refresh-matview
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
REFRESH MATERIALIZED VIEW mv

-- case: refresh-matview-no-data
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
REFRESH MATERIALIZED VIEW mv WITH NO DATA

-- case: drop-matview
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
DROP MATERIALIZED VIEW mv

-- case: alter-view-set-default
-- setup: CREATE VIEW vw AS SELECT a FROM t;
ALTER VIEW vw ALTER COLUMN a SET DEFAULT 1

-- case: rename-view
-- setup: CREATE VIEW vw AS SELECT a FROM t;
ALTER VIEW vw RENAME TO vw2

-- case: drop-view-cascade
-- setup: CREATE VIEW vw AS SELECT a FROM t; CREATE VIEW vx AS SELECT a FROM vw;
DROP VIEW vw CASCADE

-- case: create-schema
CREATE SCHEMA ns

-- case: drop-schema-cascade
-- setup: CREATE SCHEMA ns; CREATE TABLE ns.x (a int);
DROP SCHEMA ns CASCADE

-- case: do-block
DO $$ BEGIN ALTER TABLE t ADD COLUMN z int; END $$

-- case: do-block-conditional
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_class WHERE relname = 'nope') THEN ALTER TABLE t ADD COLUMN z float8 DEFAULT random(); END IF; END $$

-- case: explain
EXPLAIN SELECT * FROM t

-- case: select
SELECT count(*) FROM t

-- case: select-for-share
SELECT * FROM t WHERE id = 1 FOR SHARE
