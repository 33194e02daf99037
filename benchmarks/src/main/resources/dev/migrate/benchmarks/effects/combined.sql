-- case: combined-drop-check-before-set-not-null
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL);
ALTER TABLE t DROP CONSTRAINT nn, ALTER COLUMN a SET NOT NULL

-- case: combined-add-check-with-set-not-null
ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL), ALTER COLUMN a SET NOT NULL

-- case: combined-validate-with-set-not-null
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT nn, ALTER COLUMN a SET NOT NULL

-- case: combined-pk-using-index-before-drop
-- setup: CREATE UNIQUE INDEX qi ON q (id);
ALTER TABLE q ADD CONSTRAINT q_pk2 PRIMARY KEY USING INDEX qi, DROP CONSTRAINT q_pkey

-- case: combined-set-not-null-with-add-column
ALTER TABLE t ALTER COLUMN a SET NOT NULL, ADD COLUMN z int

-- case: combined-not-null-proved-with-add-column
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL);
ALTER TABLE t ADD COLUMN z int, ALTER COLUMN a SET NOT NULL

-- case: combined-drop-column-add-same-name
ALTER TABLE t DROP COLUMN a, ADD COLUMN a bigint

-- case: combined-add-same-name-drop-column
ALTER TABLE t ADD COLUMN a bigint, DROP COLUMN a

-- case: combined-type-with-not-null
ALTER TABLE t ALTER COLUMN v TYPE text, ALTER COLUMN v SET NOT NULL

-- case: combined-not-null-with-type-rewrite
ALTER TABLE t ALTER COLUMN a SET NOT NULL, ALTER COLUMN a TYPE bigint

-- case: combined-not-null-proved-with-type
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL);
ALTER TABLE t ALTER COLUMN a SET NOT NULL, ALTER COLUMN a TYPE bigint

-- case: combined-set-default-with-type
ALTER TABLE t ALTER COLUMN b SET DEFAULT 7, ALTER COLUMN b TYPE bigint

-- case: combined-drop-check-with-widen
-- setup: ALTER TABLE t ADD CONSTRAINT ck CHECK (v <> '');
ALTER TABLE t ALTER COLUMN v TYPE varchar(80), DROP CONSTRAINT ck

-- case: combined-widen-with-drop-check
-- setup: ALTER TABLE t ADD CONSTRAINT ck CHECK (v <> '');
ALTER TABLE t DROP CONSTRAINT ck, ALTER COLUMN v TYPE varchar(80)

-- case: combined-drop-fk-with-type
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
ALTER TABLE t ALTER COLUMN p_id TYPE numeric, DROP CONSTRAINT fk

-- case: combined-drop-fk-then-type
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
ALTER TABLE t DROP CONSTRAINT fk, ALTER COLUMN p_id TYPE numeric

-- case: combined-replace-fk-not-valid
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
ALTER TABLE t DROP CONSTRAINT fk, ADD CONSTRAINT fk2 FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE NOT VALID

-- case: combined-replace-fk
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
ALTER TABLE t ADD CONSTRAINT fk2 FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE, DROP CONSTRAINT fk

-- case: combined-replace-check
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL);
ALTER TABLE t DROP CONSTRAINT nn, ADD CONSTRAINT n2 CHECK (a > 0) NOT VALID

-- case: combined-add-column-and-unique
ALTER TABLE t ADD COLUMN z int, ADD CONSTRAINT zu UNIQUE (z)

-- case: combined-add-unique-before-column
ALTER TABLE t ADD CONSTRAINT zu UNIQUE (z), ADD COLUMN z int

-- case: combined-add-column-default-and-fk
ALTER TABLE t ADD COLUMN z bigint DEFAULT 1, ADD CONSTRAINT zf FOREIGN KEY (z) REFERENCES p NOT VALID

-- case: combined-add-column-and-fk-named
ALTER TABLE t ADD COLUMN z bigint, ADD CONSTRAINT zf FOREIGN KEY (z) REFERENCES p (id) NOT VALID

-- case: combined-add-columns-fk-check
ALTER TABLE t ADD COLUMN y bigint REFERENCES p, ADD COLUMN z int CHECK (z > 0) NOT NULL DEFAULT 1

-- case: combined-add-not-null-column-later-default
ALTER TABLE t ADD COLUMN z int, ALTER COLUMN z SET DEFAULT 4

-- case: combined-fillfactor-and-column
ALTER TABLE t SET (fillfactor = 70), ADD COLUMN z int

-- case: combined-validate-with-fillfactor
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT nn, SET (fillfactor = 70)

-- case: combined-validate-with-statistics
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT nn, ALTER COLUMN a SET STATISTICS 10

-- case: combined-validate-fk-with-default
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT fk, ALTER COLUMN b SET DEFAULT 3

-- case: combined-fk-with-column
ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id) NOT VALID, ADD COLUMN z int

-- case: combined-two-validates
-- setup: ALTER TABLE t ADD CONSTRAINT c1 CHECK (a > 0) NOT VALID, ADD CONSTRAINT c2 CHECK (b > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT c1, VALIDATE CONSTRAINT c2

-- case: combined-logged-and-column
-- setup: CREATE UNLOGGED TABLE ul (id int); INSERT INTO ul VALUES (1);
ALTER TABLE ul SET LOGGED, ADD COLUMN z int

-- case: combined-cluster-and-rename
CLUSTER t USING t_a_idx; ALTER INDEX t_a_idx RENAME TO t_b

-- case: column-references-default-null-not-null-text
ALTER TABLE t ADD COLUMN z text DEFAULT NULL REFERENCES p (code)

-- case: column-references-before-default-null
ALTER TABLE t ADD COLUMN z bigint REFERENCES p DEFAULT NULL

-- case: column-references-default-null-cast
ALTER TABLE t ADD COLUMN z bigint DEFAULT NULL::bigint REFERENCES p

-- case: column-references-parenthesised-null
ALTER TABLE t ADD COLUMN z bigint DEFAULT (NULL) REFERENCES p

-- case: column-references-if-not-exists-null
ALTER TABLE t ADD COLUMN IF NOT EXISTS z bigint DEFAULT NULL REFERENCES p

-- case: column-references-not-enforced-default
ALTER TABLE t ADD COLUMN z bigint DEFAULT 1 REFERENCES p NOT ENFORCED

-- case: column-references-self-default
ALTER TABLE t ADD COLUMN z int DEFAULT 1 REFERENCES t

-- case: column-references-partitioned
-- setup: CREATE TABLE pr (r int PRIMARY KEY) PARTITION BY RANGE (r); CREATE TABLE pr1 PARTITION OF pr FOR VALUES FROM (0) TO (100); INSERT INTO pr SELECT generate_series(0, 99);
ALTER TABLE t ADD COLUMN z int REFERENCES pr (r)

-- case: column-references-partitioned-default
-- setup: CREATE TABLE pr (r int PRIMARY KEY) PARTITION BY RANGE (r); CREATE TABLE pr1 PARTITION OF pr FOR VALUES FROM (0) TO (100); INSERT INTO pr SELECT generate_series(0, 99);
ALTER TABLE t ADD COLUMN z int DEFAULT 1 REFERENCES pr (r)

-- case: column-of-partitioned-references
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ADD COLUMN z bigint REFERENCES p

-- case: column-of-partitioned-references-default
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ADD COLUMN z bigint DEFAULT 1 REFERENCES p

-- case: column-of-parent-references
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ADD COLUMN z bigint REFERENCES p

-- case: column-of-parent-references-default
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ADD COLUMN z bigint DEFAULT 1 REFERENCES p

-- case: column-generated-references
ALTER TABLE t ADD COLUMN z bigint GENERATED ALWAYS AS (p_id) STORED REFERENCES p

-- case: column-identity-references
ALTER TABLE t ADD COLUMN z bigint GENERATED ALWAYS AS IDENTITY UNIQUE

-- case: default-function-immutable
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f1()

-- case: default-function-stable
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql STABLE AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f1()

-- case: default-function-volatile
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql VOLATILE AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f1()

-- case: default-function-unsaid
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql  AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f1()

-- case: default-function-nested
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql STABLE AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT abs(f1()) + 1

-- case: default-function-with-argument
-- setup: CREATE FUNCTION f2(i int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$BEGIN RETURN i; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f2(3)

-- case: default-function-altered
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql VOLATILE AS $$BEGIN RETURN 1; END$$; ALTER FUNCTION f1() STABLE;
ALTER TABLE t ADD COLUMN z int DEFAULT f1()

-- case: default-function-sql-volatile
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE sql VOLATILE AS $$SELECT 1$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f1()

-- case: default-function-and-random
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql STABLE AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z float8 DEFAULT f1() * random()

-- case: partitioned-add-column-unique-default
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ADD COLUMN z int DEFAULT 3 NOT NULL

-- case: partitioned-alter-type
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN n TYPE bigint

-- case: partitioned-widen
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN x TYPE varchar(99)

-- case: partitioned-widen-indexed
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX ptx ON pt (x);
ALTER TABLE pt ALTER COLUMN x TYPE text

-- case: partitioned-set-not-null
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN n SET NOT NULL

-- case: partitioned-set-not-null-proved
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; ALTER TABLE pt ADD CONSTRAINT nn CHECK (n IS NOT NULL);
ALTER TABLE pt ALTER COLUMN n SET NOT NULL

-- case: partitioned-set-not-null-one-proved
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; ALTER TABLE pt1 ADD CONSTRAINT nn CHECK (n IS NOT NULL);
ALTER TABLE pt ALTER COLUMN n SET NOT NULL

-- case: partitioned-unique
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ADD CONSTRAINT u UNIQUE (r)

-- case: partitioned-pk
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ADD PRIMARY KEY (r)

-- case: partitioned-index
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
CREATE INDEX pti ON pt (n)

-- case: partitioned-unique-index
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
CREATE UNIQUE INDEX pti ON pt (r, n)

-- case: partitioned-index-one-has-it
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pt1n ON pt1 (n);
CREATE INDEX pti ON pt (n)

-- case: partitioned-index-both-have-it
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pt1n ON pt1 (n); CREATE INDEX pt2n ON pt2 (n);
CREATE INDEX pti ON pt (n)

-- case: partitioned-fk
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE t2 (id int PRIMARY KEY); INSERT INTO t2 SELECT generate_series(0, 300);
ALTER TABLE pt ADD CONSTRAINT fk FOREIGN KEY (n) REFERENCES t2 (id)

-- case: partitioned-fk-validate
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE t2 (id int PRIMARY KEY); INSERT INTO t2 SELECT generate_series(0, 300); ALTER TABLE pt1 ADD CONSTRAINT fk FOREIGN KEY (n) REFERENCES t2 (id) NOT VALID;
ALTER TABLE pt1 VALIDATE CONSTRAINT fk

-- case: partitioned-drop-check
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; ALTER TABLE pt ADD CONSTRAINT ck CHECK (n >= 0);
ALTER TABLE pt DROP CONSTRAINT ck

-- case: partitioned-rename
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt RENAME COLUMN n TO nn

-- case: partitioned-drop-default
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN n DROP DEFAULT

-- case: partitioned-set-schema
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE SCHEMA w3;
ALTER TABLE pt SET SCHEMA w3

-- case: partitioned-cluster-on-none
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ALTER TABLE pt SET WITHOUT CLUSTER

-- case: partitioned-truncate-cascade
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
TRUNCATE pt CASCADE

-- case: partitioned-truncate-only-one
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
TRUNCATE ONLY pt1

-- case: partitioned-lock
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
LOCK TABLE pt IN SHARE MODE

-- case: partitioned-lock-only
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
LOCK TABLE ONLY pt IN SHARE MODE

-- case: partitioned-vacuum-analyze
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
ANALYZE pt1

-- case: partitioned-reindex-one
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pti ON pt (n);
REINDEX TABLE pt1

-- case: partitioned-drop-index
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pti ON pt (n);
DROP INDEX pti

-- case: partitioned-comment
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
COMMENT ON COLUMN pt.n IS $$x$$

-- case: partitioned-default-of-new
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1);
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM (200) TO (300)

-- case: partitioned-default-check-of-new
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1); ALTER TABLE ptd ADD CONSTRAINT ck CHECK (r >= 500);
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM (200) TO (300)

-- case: partitioned-default-attach
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1); CREATE TABLE pn (LIKE pt INCLUDING ALL); INSERT INTO pn VALUES (201, 201, 'x', 1);
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (200) TO (300)

-- case: partitioned-default-attach-proved
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1); CREATE TABLE pn (LIKE pt INCLUDING ALL, CHECK (r >= 200 AND r < 300)); INSERT INTO pn VALUES (201, 201, 'x', 1); ALTER TABLE ptd ADD CONSTRAINT ck CHECK (r >= 500);
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (200) TO (300)

-- case: partitioned-default-drop
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1);
DROP TABLE ptd

-- case: partitioned-default-drop-other
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1);
DROP TABLE pt1

-- case: partitioned-default-detach
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1);
ALTER TABLE pt DETACH PARTITION ptd

-- case: partitioned-default-detach-other
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO ptd VALUES (1000, 1000, 'x', 1);
ALTER TABLE pt DETACH PARTITION pt1

-- case: partitioned-attach-list-in
-- setup: CREATE TABLE pl (k int NOT NULL) PARTITION BY LIST (k); CREATE TABLE pn (k int NOT NULL, CHECK (k IN (2, 3))); INSERT INTO pn VALUES (2);
ALTER TABLE pl ATTACH PARTITION pn FOR VALUES IN (2, 3)

-- case: partitioned-attach-date-proved
-- setup: CREATE TABLE pl (d date NOT NULL) PARTITION BY RANGE (d); CREATE TABLE pn (d date NOT NULL, CHECK (d >= DATE '2024-01-01' AND d < DATE '2024-02-01')); INSERT INTO pn VALUES ('2024-01-03');
ALTER TABLE pl ATTACH PARTITION pn FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')

-- case: partitioned-attach-between
-- setup: CREATE TABLE pl (k int NOT NULL) PARTITION BY RANGE (k); CREATE TABLE pn (k int NOT NULL, CHECK (k BETWEEN 10 AND 19)); INSERT INTO pn VALUES (12);
ALTER TABLE pl ATTACH PARTITION pn FOR VALUES FROM (10) TO (20)

-- case: parent-add-check
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ADD CONSTRAINT ck CHECK (a > 0)

-- case: parent-add-check-only-no-inherit
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE ONLY par ADD CONSTRAINT ck CHECK (a > 0) NO INHERIT

-- case: parent-type
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ALTER COLUMN a TYPE bigint

-- case: parent-widen
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ALTER COLUMN v TYPE varchar(20)

-- case: parent-index
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
CREATE INDEX pari ON par (a)

-- case: parent-unique
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ADD UNIQUE (id)

-- case: parent-fk
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g; CREATE TABLE t2 (id int PRIMARY KEY); INSERT INTO t2 SELECT generate_series(0, 300);
ALTER TABLE par ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES t2 (id)

-- case: parent-drop-column
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par DROP COLUMN v

-- case: parent-drop-column-only
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE ONLY par DROP COLUMN v

-- case: parent-not-null-only
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g; ALTER TABLE kid ADD CHECK (a IS NOT NULL);
ALTER TABLE par ALTER COLUMN a SET NOT NULL

-- case: parent-lock
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
LOCK TABLE par IN SHARE ROW EXCLUSIVE MODE

-- case: parent-lock-only
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
LOCK TABLE ONLY par IN SHARE ROW EXCLUSIVE MODE

-- case: parent-update
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
UPDATE par SET a = 1

-- case: parent-update-only
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
UPDATE ONLY par SET a = 1

-- case: parent-trigger
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER tg AFTER INSERT ON par FOR EACH ROW EXECUTE FUNCTION trf()

-- case: parent-rename-constraint
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g; ALTER TABLE par ADD CONSTRAINT ck CHECK (a > 0);
ALTER TABLE par RENAME CONSTRAINT ck TO ck2

-- case: parent-set-storage
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ALTER COLUMN v SET STORAGE EXTERNAL

-- case: kept-int-to-regclass
-- setup: ALTER TABLE q ADD COLUMN r oid;
ALTER TABLE q ALTER COLUMN r TYPE regclass

-- case: kept-char-to-bpchar
ALTER TABLE t ALTER COLUMN c TYPE bpchar

-- case: kept-varchar-to-text-index-included
-- setup: CREATE INDEX inc ON t (a) INCLUDE (v);
ALTER TABLE t ALTER COLUMN v TYPE text

-- case: kept-widen-referenced-by-fk
-- setup: CREATE TABLE par (k varchar(9) PRIMARY KEY); INSERT INTO par VALUES (1); CREATE TABLE ch (k varchar(9) REFERENCES par); INSERT INTO ch VALUES (1);
ALTER TABLE par ALTER COLUMN k TYPE text

-- case: rewritten-referenced-by-fk
-- setup: CREATE TABLE par (k int PRIMARY KEY); INSERT INTO par VALUES (1); CREATE TABLE ch (k int REFERENCES par); INSERT INTO ch VALUES (1);
ALTER TABLE par ALTER COLUMN k TYPE bigint

-- case: rewritten-other-column-of-referenced
-- setup: CREATE TABLE ch (id int PRIMARY KEY, t_id int REFERENCES t (id)); INSERT INTO ch SELECT id, id FROM t;
ALTER TABLE t ALTER COLUMN b TYPE bigint

-- case: rewritten-other-column-of-referencing
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
ALTER TABLE t ALTER COLUMN b TYPE bigint

-- case: rewritten-unique-column
ALTER TABLE p ALTER COLUMN code TYPE varchar(90)

-- case: rewritten-with-exclusion
-- setup: CREATE TABLE ra (r int4range, n int, EXCLUDE USING gist (r WITH &&)); INSERT INTO ra VALUES ($$[1,2]$$, 1);
ALTER TABLE ra ALTER COLUMN n TYPE bigint

-- case: relabelled-collate-unindexed
ALTER TABLE t ALTER COLUMN txt TYPE text COLLATE "POSIX"

-- case: relabelled-collate-included
ALTER TABLE t ALTER COLUMN v TYPE varchar(50) COLLATE "C"

-- case: relabelled-using-other-column
ALTER TABLE t ALTER COLUMN v TYPE text USING txt

-- case: using-self-parenthesised
ALTER TABLE t ALTER COLUMN v TYPE text USING (v)::text

-- case: using-cast-function
ALTER TABLE t ALTER COLUMN v TYPE text USING CAST(v AS text)

-- case: using-qualified-self
ALTER TABLE t ALTER COLUMN v TYPE text USING t.v

-- case: widen-with-not-valid-check
-- setup: ALTER TABLE t ADD CONSTRAINT ck CHECK (v <> '') NOT VALID;
ALTER TABLE t ALTER COLUMN v TYPE varchar(80)

-- case: widen-with-two-column-check
-- setup: ALTER TABLE t ADD CONSTRAINT ck CHECK (v <> txt);
ALTER TABLE t ALTER COLUMN v TYPE varchar(80)

-- case: widen-with-partial-index-other
-- setup: CREATE INDEX px ON t (b) WHERE v IS NOT NULL;
ALTER TABLE t ALTER COLUMN v TYPE varchar(80)

-- case: widen-with-statistics
-- setup: CREATE STATISTICS st ON v, txt FROM t;
ALTER TABLE t ALTER COLUMN v TYPE varchar(80)

-- case: widen-with-stored-generated
-- setup: CREATE TABLE ge (v varchar(9), g text GENERATED ALWAYS AS (upper(v)) STORED); INSERT INTO ge VALUES ($$a$$);
ALTER TABLE ge ALTER COLUMN v TYPE text

-- case: widen-domain-base
-- setup: CREATE DOMAIN dv AS varchar(9); CREATE TABLE dd1 (k dv); INSERT INTO dd1 VALUES ($$a$$);
ALTER TABLE dd1 ALTER COLUMN k TYPE text

-- case: to-domain-checked-of-text
-- setup: CREATE DOMAIN dt AS text CHECK (VALUE <> '');
ALTER TABLE t ALTER COLUMN txt TYPE dt

-- case: domain-add-check-two-tables
-- setup: CREATE DOMAIN dn AS int; CREATE TABLE d1 (k dn); INSERT INTO d1 VALUES (1); CREATE TABLE d2 (k dn); INSERT INTO d2 VALUES (1);
ALTER DOMAIN dn ADD CHECK (VALUE > 0)

-- case: domain-not-null-used
-- setup: CREATE DOMAIN dn AS int; CREATE TABLE d1 (k dn); INSERT INTO d1 VALUES (1);
ALTER DOMAIN dn SET NOT NULL

-- case: domain-validate-used
-- setup: CREATE DOMAIN dn AS int; CREATE TABLE d1 (k dn); INSERT INTO d1 VALUES (1); ALTER DOMAIN dn ADD CONSTRAINT dc CHECK (VALUE > 0) NOT VALID;
ALTER DOMAIN dn VALIDATE CONSTRAINT dc

-- case: domain-of-domain-check
-- setup: CREATE DOMAIN dn AS int; CREATE DOMAIN dm AS dn; CREATE TABLE d1 (k dm); INSERT INTO d1 VALUES (1);
ALTER DOMAIN dn ADD CHECK (VALUE > 0)

-- case: domain-array-check
-- setup: CREATE DOMAIN dn AS int; CREATE TABLE d1 (k dn[]); INSERT INTO d1 VALUES (ARRAY[1]);
ALTER DOMAIN dn ADD CHECK (VALUE > 0)

-- case: domain-in-composite-check
-- setup: CREATE DOMAIN dn AS int; CREATE TYPE cp AS (k dn); CREATE TABLE d1 (v cp); INSERT INTO d1 VALUES (row(1));
ALTER DOMAIN dn ADD CHECK (VALUE > 0)

-- case: domain-in-partitioned-check
-- setup: CREATE DOMAIN dn AS int; CREATE TABLE dp (k dn) PARTITION BY RANGE (k); CREATE TABLE dp1 PARTITION OF dp FOR VALUES FROM (0) TO (9); INSERT INTO dp VALUES (1);
ALTER DOMAIN dn ADD CHECK (VALUE > 0)

-- case: view-of-view-lock
-- setup: CREATE VIEW v1 AS SELECT id FROM t; CREATE VIEW v2 AS SELECT id FROM v1 JOIN q USING (id);
LOCK TABLE v2 IN EXCLUSIVE MODE

-- case: view-replace
-- setup: CREATE VIEW v1 AS SELECT id FROM t;
CREATE OR REPLACE VIEW v1 AS SELECT id, a FROM t

-- case: view-insert
-- setup: CREATE VIEW v1 AS SELECT id, code FROM q;
INSERT INTO v1 VALUES (7000, $$z$$)

-- case: view-for-update
-- setup: CREATE VIEW v1 AS SELECT id, code FROM q;
SELECT 1 FROM v1 FOR UPDATE

-- case: matview-refresh-concurrently
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t; CREATE UNIQUE INDEX mvu ON mv (id);
REFRESH MATERIALIZED VIEW CONCURRENTLY mv

-- case: matview-index-unique
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
CREATE UNIQUE INDEX mvu ON mv (id)

-- case: truncate-referenced-with-referencing
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
TRUNCATE p, t

-- case: truncate-only-two
TRUNCATE ONLY p, ONLY q

-- case: update-referencing
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id);
UPDATE t SET p_id = 2 WHERE id = 1

-- case: delete-referenced-restrict
-- setup: CREATE TABLE ch (id int PRIMARY KEY, t_id int REFERENCES t (id)); INSERT INTO ch SELECT id, id FROM t WHERE id > 5;
DELETE FROM t WHERE id = 1

-- case: insert-select
INSERT INTO q SELECT id + 1000, code FROM p

-- case: copy-nothing
DELETE FROM q

-- case: drop-table-referencing
-- setup: CREATE TABLE ch (id int PRIMARY KEY, t_id int REFERENCES t (id)); INSERT INTO ch SELECT id, id FROM t;
DROP TABLE ch

-- case: drop-column-of-fk
-- setup: CREATE TABLE ch (id int PRIMARY KEY, t_id int REFERENCES t (id)); INSERT INTO ch SELECT id, id FROM t;
ALTER TABLE ch DROP COLUMN t_id

-- case: drop-pk-of-referenced
-- setup: CREATE TABLE ch (id int PRIMARY KEY, t_id int REFERENCES t (id)); INSERT INTO ch SELECT id, id FROM t;
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE

-- case: rename-referenced
-- setup: CREATE TABLE ch (id int PRIMARY KEY, t_id int REFERENCES t (id)); INSERT INTO ch SELECT id, id FROM t;
ALTER TABLE t RENAME COLUMN id TO key

-- case: unlogged-of-plain
ALTER TABLE t SET UNLOGGED

-- case: create-then-fk
CREATE TABLE nt (id bigint, p_id bigint); ALTER TABLE nt ADD FOREIGN KEY (p_id) REFERENCES p

-- case: create-then-column-references
CREATE TABLE nt (id bigint); ALTER TABLE nt ADD COLUMN p_id bigint DEFAULT 1 REFERENCES p

-- case: create-as-then-index
CREATE TABLE nt AS SELECT id, a FROM t; CREATE INDEX nti ON nt (a)

-- case: create-like-then-attach
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;
CREATE TABLE pn (LIKE pt INCLUDING ALL); ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (300) TO (400)

-- case: create-inherit-then-alter
CREATE TABLE nt () INHERITS (t); ALTER TABLE nt ALTER COLUMN a SET NOT NULL

-- case: after-lock-validate
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL) NOT VALID;
-- before: LOCK TABLE t IN SHARE MODE;
ALTER TABLE t VALIDATE CONSTRAINT nn

-- case: after-trigger-index
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL) NOT VALID; CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
-- before: CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION trf();
ALTER TABLE t VALIDATE CONSTRAINT nn

-- case: after-fk-validate
-- setup: ALTER TABLE t ADD CONSTRAINT nn CHECK (a IS NOT NULL) NOT VALID;
-- before: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT nn

-- case: drop-trigger-if-exists-there
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$; CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION trf();
DROP TRIGGER IF EXISTS tg ON t

-- case: trigger-statement-on-partitioned
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g;CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER tg AFTER INSERT ON pt FOR EACH STATEMENT EXECUTE FUNCTION trf()

-- case: comment-on-trigger
-- setup: CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$; CREATE TRIGGER tg AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION trf();
COMMENT ON TRIGGER tg ON t IS $$x$$

-- case: comment-on-policy
-- setup: CREATE POLICY po ON t USING (a > 0);
COMMENT ON POLICY po ON t IS $$x$$

-- case: drop-statistics-if-exists
DROP STATISTICS IF EXISTS nope

-- case: alter-statistics
-- setup: CREATE STATISTICS st ON a, b FROM t;
ALTER STATISTICS st SET STATISTICS 100

-- case: rename-statistics
-- setup: CREATE STATISTICS st ON a, b FROM t;
ALTER STATISTICS st RENAME TO st2

-- case: drop-sequence-owned-by-serial
-- setup: CREATE TABLE se (id serial, k int);
DROP SEQUENCE se_id_seq CASCADE

-- case: rename-type-composite
-- setup: CREATE TYPE cp AS (k int);
ALTER TYPE cp RENAME ATTRIBUTE k TO kk

-- case: rename-composite
-- setup: CREATE TYPE cp AS (k int);
ALTER TYPE cp RENAME TO cp2

-- case: drop-composite
-- setup: CREATE TYPE cp AS (k int);
DROP TYPE cp

-- case: drop-composite-used
-- setup: CREATE TYPE cp AS (k int); CREATE TABLE uc (id int, v cp);
DROP TYPE cp CASCADE

-- case: drop-enum-used
DROP TYPE mood CASCADE

-- case: alter-function-rename
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql STABLE AS $$BEGIN RETURN 1; END$$;
ALTER FUNCTION f1() RENAME TO f9

-- case: grant-table
GRANT SELECT ON t TO PUBLIC

-- case: security-label-owner
-- setup: CREATE SEQUENCE sq;
ALTER SEQUENCE sq OWNER TO CURRENT_USER

-- case: analyze-column
ANALYZE (VERBOSE) t (a)

-- case: reindex-table-of-toast
REINDEX TABLE p

-- case: reindex-unique-index
REINDEX INDEX p_code_key

-- case: reindex-matview-index
-- setup: CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t; CREATE UNIQUE INDEX mvu ON mv (id);
REINDEX INDEX mvu

-- case: partitioned-same-type-indexed
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX ptx ON pt (x);
ALTER TABLE pt ALTER COLUMN x TYPE varchar(20)

-- case: partitioned-widen-indexed-partition-only
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX ptx ON pt1 (x);
ALTER TABLE pt ALTER COLUMN x TYPE varchar(40)

-- case: partitioned-widen-unique
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x' || g, g FROM generate_series(0, 199) g; ALTER TABLE pt ADD UNIQUE (r, x);
ALTER TABLE pt ALTER COLUMN x TYPE varchar(40)

-- case: partitioned-widen-partial
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX ptx ON pt (n) WHERE x <> 'b';
ALTER TABLE pt ALTER COLUMN x TYPE varchar(40)

-- case: partitioned-widen-other-indexed
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX ptx ON pt (n);
ALTER TABLE pt ALTER COLUMN x TYPE varchar(40)

-- case: partitioned-widen-include
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX ptx ON pt (n) INCLUDE (x);
ALTER TABLE pt ALTER COLUMN x TYPE varchar(40)

-- case: partitioned-second-index
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pti ON pt (n);
CREATE INDEX pti2 ON pt (n)

-- case: partitioned-unique-index-others-plain
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pt1n ON pt1 (r); CREATE INDEX pt2n ON pt2 (r);
CREATE UNIQUE INDEX pti ON pt (r)

-- case: partitioned-index-desc-others-plain
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pt1n ON pt1 (n); CREATE INDEX pt2n ON pt2 (n);
CREATE INDEX pti ON pt (n DESC)

-- case: partitioned-index-opclass-others-plain
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX pt1n ON pt1 (x); CREATE INDEX pt2n ON pt2 (x);
CREATE INDEX pti ON pt (x varchar_pattern_ops)

-- case: partitioned-unique-constraint-others-index
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE UNIQUE INDEX pt1n ON pt1 (r); CREATE UNIQUE INDEX pt2n ON pt2 (r);
ALTER TABLE pt ADD UNIQUE (r)

-- case: partitioned-unique-constraint-others-constraint
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; ALTER TABLE pt1 ADD UNIQUE (r); ALTER TABLE pt2 ADD UNIQUE (r);
ALTER TABLE pt ADD UNIQUE (r)

-- case: partitioned-unique-index-others-constraint
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; ALTER TABLE pt1 ADD UNIQUE (r); ALTER TABLE pt2 ADD UNIQUE (r);
CREATE UNIQUE INDEX pti ON pt (r)

-- case: column-of-parent-unique
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ADD COLUMN z bigint UNIQUE

-- case: column-of-parent-check
-- setup: CREATE TABLE par (id int NOT NULL, a int, v varchar(9)); CREATE TABLE kid (extra text) INHERITS (par); INSERT INTO par SELECT g, g, 'x' FROM generate_series(1, 50) g; INSERT INTO kid SELECT g, g, 'x', 'y' FROM generate_series(1, 50) g;
ALTER TABLE par ADD COLUMN z bigint CHECK (z > 0)

-- case: column-domain-of-domain
-- setup: CREATE DOMAIN dm AS dchk;
ALTER TABLE t ADD COLUMN z dm

-- case: column-domain-of-free-domain
-- setup: CREATE DOMAIN dm AS dfree;
ALTER TABLE t ADD COLUMN z dm

-- case: to-domain-of-domain
-- setup: CREATE DOMAIN dm AS dchk;
ALTER TABLE t ALTER COLUMN a TYPE dm

-- case: to-free-domain-of-domain
-- setup: CREATE DOMAIN dm AS dfree;
ALTER TABLE t ALTER COLUMN a TYPE dm

-- case: domain-of-domain-base
-- setup: CREATE DOMAIN dm AS dchk; CREATE TABLE dd (k dm); INSERT INTO dd VALUES (1);
ALTER TABLE dd ALTER COLUMN k TYPE int

-- case: create-references-partitioned
-- setup: CREATE TABLE pr (r int PRIMARY KEY) PARTITION BY RANGE (r); CREATE TABLE pr1 PARTITION OF pr FOR VALUES FROM (0) TO (100);
CREATE TABLE nt (z int REFERENCES pr (r))

-- case: partitioned-attach-text-proved
-- setup: CREATE TABLE pl (k text NOT NULL) PARTITION BY LIST (k); CREATE TABLE pl1 PARTITION OF pl FOR VALUES IN ('a'); CREATE TABLE pn (k text NOT NULL, CHECK (k = 'b')); INSERT INTO pn VALUES ('b');
ALTER TABLE pl ATTACH PARTITION pn FOR VALUES IN ('b')

-- case: view-update
-- setup: CREATE VIEW v1 AS SELECT id, code FROM q;
UPDATE v1 SET code = $$z$$

-- case: view-of-view-delete
-- setup: CREATE VIEW v1 AS SELECT id, code FROM q; CREATE VIEW v2 AS SELECT id FROM v1;
DELETE FROM v2

-- case: composite-owner
-- setup: CREATE TYPE cp AS (k int);
ALTER TYPE cp OWNER TO CURRENT_USER

-- case: collate-of-partitioned
-- setup: CREATE TABLE pt (id int NOT NULL, r int NOT NULL, x varchar(20), n int) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'x', g FROM generate_series(0, 199) g; CREATE INDEX ptx ON pt (x);
ALTER TABLE pt ALTER COLUMN x TYPE varchar(20) COLLATE "C"

-- case: default-function-overloaded
-- setup: CREATE FUNCTION f2(i int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$BEGIN RETURN i; END$$; CREATE FUNCTION f2(i text) RETURNS int LANGUAGE plpgsql STABLE AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f2(3)

-- case: default-function-replaced
-- setup: CREATE FUNCTION f1() RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$BEGIN RETURN 1; END$$;CREATE OR REPLACE FUNCTION f1() RETURNS int LANGUAGE plpgsql VOLATILE AS $$BEGIN RETURN 1; END$$;
ALTER TABLE t ADD COLUMN z int DEFAULT f1()

-- case: self-fk-validate
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES t (id) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT fk

-- case: widen-both-sides-of-self-fk
-- setup: CREATE TABLE sf (id int PRIMARY KEY, up int REFERENCES sf); INSERT INTO sf VALUES (1, NULL), (2, 1);
ALTER TABLE sf ALTER COLUMN id TYPE bigint

-- case: add-fk-of-new-column-filled
ALTER TABLE t ADD COLUMN z bigint DEFAULT 1, ADD FOREIGN KEY (z) REFERENCES p

-- case: unique-index-twice
CREATE UNIQUE INDEX u1 ON t (b, id); CREATE INDEX u2 ON t (b)

-- case: drop-default-partition-of-list
-- setup: CREATE TABLE pl (k int) PARTITION BY LIST (k); CREATE TABLE pl1 PARTITION OF pl FOR VALUES IN (1); CREATE TABLE pld PARTITION OF pl DEFAULT;
DROP TABLE pld
