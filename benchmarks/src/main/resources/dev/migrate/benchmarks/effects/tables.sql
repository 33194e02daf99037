-- case: set-logged
-- setup: CREATE UNLOGGED TABLE ul(a int); INSERT INTO ul VALUES(1);
ALTER TABLE ul SET LOGGED

-- case: set-access-method-same
ALTER TABLE t SET ACCESS METHOD heap

-- case: set-statistics
ALTER TABLE t ALTER COLUMN a SET STATISTICS 500

-- case: set-storage
ALTER TABLE t ALTER COLUMN txt SET STORAGE EXTERNAL

-- case: set-compression
ALTER TABLE t ALTER COLUMN txt SET COMPRESSION pglz

-- case: set-attr-options
ALTER TABLE t ALTER COLUMN a SET (n_distinct=100)

-- case: set-fillfactor
ALTER TABLE t SET (fillfactor=80)

-- case: set-autovacuum
ALTER TABLE t SET (autovacuum_vacuum_scale_factor=0.01)

-- case: create-table
CREATE TABLE nt (id int PRIMARY KEY, a int UNIQUE CHECK (a > 0))

-- case: create-table-if-not-exists-there
CREATE TABLE IF NOT EXISTS t (id int)

-- case: create-table-as
CREATE TABLE nt AS SELECT a FROM t

-- case: create-table-as-no-data
CREATE TABLE nt AS SELECT a FROM t WITH NO DATA

-- case: select-into
SELECT a INTO nt FROM t

-- case: create-table-inherits
CREATE TABLE nt (z int) INHERITS (t)

-- case: create-table-like-plain
CREATE TABLE nt (LIKE t)

-- case: create-table-fk-self
CREATE TABLE nt (id int PRIMARY KEY, up int REFERENCES nt)

-- case: create-table-fk-not-enforced
CREATE TABLE nt (id int, p_id bigint REFERENCES p NOT ENFORCED)

-- case: create-temp-table
CREATE TEMP TABLE nt (id int)

-- case: create-unlogged-table
CREATE UNLOGGED TABLE nt (id int)

-- case: drop-table
DROP TABLE q

-- case: drop-table-if-exists-missing
DROP TABLE IF EXISTS nope

-- case: drop-table-two
DROP TABLE q, t

-- case: drop-table-with-view-cascade
-- setup: CREATE VIEW vw AS SELECT id FROM q;
DROP TABLE q CASCADE

-- case: drop-table-inherited-cascade
-- setup: CREATE TABLE par (a int); CREATE TABLE chi (k int) INHERITS (par);
DROP TABLE par CASCADE

-- case: rename-table
ALTER TABLE q RENAME TO q2

-- case: set-schema
ALTER TABLE q SET SCHEMA public

-- case: owner-to
ALTER TABLE q OWNER TO CURRENT_USER

-- case: set-tablespace-same
ALTER TABLE q SET TABLESPACE pg_default

-- case: set-unlogged
ALTER TABLE q SET UNLOGGED

-- case: set-logged-already
ALTER TABLE q SET LOGGED

-- case: set-logged-unlogged-referenced
-- setup: CREATE UNLOGGED TABLE un (a int PRIMARY KEY); INSERT INTO un SELECT generate_series(1, 50);
ALTER TABLE un SET LOGGED

-- case: replica-identity-full
ALTER TABLE q REPLICA IDENTITY FULL

-- case: replica-identity-index
ALTER TABLE q REPLICA IDENTITY USING INDEX q_pkey

-- case: inherit
-- setup: CREATE TABLE par (a int); CREATE TABLE chi (a int, k int);
ALTER TABLE chi INHERIT par

-- case: no-inherit
-- setup: CREATE TABLE par (a int); CREATE TABLE chi (k int) INHERITS (par);
ALTER TABLE chi NO INHERIT par

-- case: disable-trigger-all
ALTER TABLE q DISABLE TRIGGER ALL

-- case: enable-trigger-user
ALTER TABLE q ENABLE TRIGGER USER

-- case: force-rls
ALTER TABLE q FORCE ROW LEVEL SECURITY

-- case: disable-rls
ALTER TABLE q DISABLE ROW LEVEL SECURITY

-- case: set-toast-tuple-target
ALTER TABLE q SET (toast_tuple_target = 200)

-- case: reset-fillfactor
ALTER TABLE q RESET (fillfactor)

-- case: set-user-catalog-table
ALTER TABLE q SET (user_catalog_table = true)

-- case: set-parallel-workers
ALTER TABLE q SET (parallel_workers = 2)

-- case: truncate-two
TRUNCATE q, t

-- case: truncate-cascade
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
TRUNCATE p CASCADE

-- case: truncate-restart-identity
TRUNCATE TABLE ONLY q RESTART IDENTITY

-- case: lock-share
LOCK TABLE t IN SHARE MODE

-- case: lock-row-exclusive
LOCK t IN ROW EXCLUSIVE MODE

-- case: lock-two
LOCK TABLE t, q

-- case: set-access-method-default
ALTER TABLE t SET ACCESS METHOD DEFAULT
