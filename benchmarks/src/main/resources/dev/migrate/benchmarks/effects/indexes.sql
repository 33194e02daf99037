-- case: rename-index
ALTER INDEX t_a_idx RENAME TO t_a_idx2

-- case: create-index-if-not-exists-present
CREATE INDEX IF NOT EXISTS t_a_idx ON t(a)

-- case: create-unique-index
CREATE UNIQUE INDEX i2 ON t(b)

-- case: drop-index
DROP INDEX t_a_idx

-- case: drop-index-concurrently-in-tx
DROP INDEX CONCURRENTLY t_a_idx

-- case: reindex-index
REINDEX INDEX t_a_idx

-- case: reindex-table
REINDEX TABLE t

-- case: reindex-concurrently-in-tx
REINDEX INDEX CONCURRENTLY t_a_idx

-- case: alter-index-set-fillfactor
ALTER INDEX t_a_idx SET (fillfactor=70)

-- case: cluster
CLUSTER t USING t_a_idx

-- case: create-index-partial
CREATE INDEX i2 ON t (a) WHERE b > 0

-- case: create-index-expression
CREATE INDEX i2 ON t (lower(txt))

-- case: create-index-include
CREATE INDEX i2 ON t (a) INCLUDE (v)

-- case: create-index-hash
CREATE INDEX i2 ON t USING hash (txt)

-- case: create-index-gin
CREATE INDEX i2 ON t USING gin (jb)

-- case: create-index-brin
CREATE INDEX i2 ON t USING brin (ts)

-- case: create-index-desc
CREATE INDEX i2 ON t (a DESC NULLS LAST)

-- case: create-index-opclass
CREATE INDEX i2 ON t (v varchar_pattern_ops)

-- case: create-index-unnamed
CREATE INDEX ON t (b)

-- case: create-index-with
CREATE INDEX i2 ON t (b) WITH (fillfactor = 70)

-- case: create-index-only
CREATE INDEX i2 ON ONLY t (b)

-- case: create-index-unique-nulls
CREATE UNIQUE INDEX i2 ON t (b) NULLS NOT DISTINCT

-- case: create-index-concurrently-in-tx
CREATE INDEX CONCURRENTLY i2 ON t (b)

-- case: create-index-if-not-exists-new
CREATE INDEX IF NOT EXISTS i2 ON t (b)

-- case: create-index-on-matview
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT a FROM t;
CREATE INDEX mvi ON mv (a)

-- case: drop-index-if-exists-missing
DROP INDEX IF EXISTS nope

-- case: drop-index-two
DROP INDEX t_a_idx, t_v_idx

-- case: drop-index-of-constraint
DROP INDEX p_code_key

-- case: alter-index-reset
ALTER INDEX t_a_idx RESET (fillfactor)

-- case: alter-index-statistics
-- setup: CREATE INDEX eix ON t (lower(txt));
ALTER INDEX eix ALTER COLUMN 1 SET STATISTICS 100

-- case: alter-index-tablespace
ALTER INDEX t_a_idx SET TABLESPACE pg_default

-- case: rename-table-as-index
ALTER TABLE t_a_idx RENAME TO t_a2

-- case: reindex-schema-in-tx
REINDEX SCHEMA w

-- case: reindex-index-verbose
REINDEX (VERBOSE) INDEX t_a_idx

-- case: cluster-without-index
-- setup: ALTER TABLE t CLUSTER ON t_a_idx;
CLUSTER t

-- case: set-cluster-on
ALTER TABLE t CLUSTER ON t_a_idx

-- case: set-without-cluster
ALTER TABLE t SET WITHOUT CLUSTER

-- case: vacuum-in-tx
VACUUM t

-- case: vacuum-full-in-tx
VACUUM FULL t

-- case: analyze
ANALYZE t

-- case: analyze-columns
ANALYZE t (a, b)
