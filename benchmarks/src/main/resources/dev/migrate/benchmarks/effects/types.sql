-- case: alter-type-varchar-narrow
ALTER TABLE t ALTER COLUMN v TYPE varchar(20)

-- case: alter-type-varchar-to-text
ALTER TABLE t ALTER COLUMN v TYPE text

-- case: alter-type-varchar-drop-limit
ALTER TABLE t ALTER COLUMN v TYPE varchar

-- case: alter-type-varchar-same
ALTER TABLE t ALTER COLUMN v TYPE varchar(50)

-- case: alter-type-text-to-varchar-limit
ALTER TABLE t ALTER COLUMN txt TYPE varchar(100)

-- case: alter-type-text-to-varchar-nolimit
ALTER TABLE t ALTER COLUMN txt TYPE varchar

-- case: alter-type-int-to-bigint
ALTER TABLE t ALTER COLUMN a TYPE bigint

-- case: alter-type-numeric-unconstrain
ALTER TABLE t ALTER COLUMN n TYPE numeric

-- case: alter-type-timestamp-precision-narrow
ALTER TABLE t ALTER COLUMN ts TYPE timestamp(3)

-- case: alter-type-date-to-timestamp
ALTER TABLE t ALTER COLUMN d TYPE timestamp

-- case: alter-type-char-widen
ALTER TABLE t ALTER COLUMN c TYPE char(20)

-- case: alter-type-char-to-text
ALTER TABLE t ALTER COLUMN c TYPE text

-- case: alter-type-char-to-varchar
ALTER TABLE t ALTER COLUMN c TYPE varchar(10)

-- case: alter-type-int-to-oid
ALTER TABLE t ALTER COLUMN a TYPE oid

-- case: alter-type-enum-to-text
ALTER TABLE t ALTER COLUMN m TYPE text

-- case: alter-type-varbit-widen
ALTER TABLE t ALTER COLUMN vb TYPE varbit(16)

-- case: alter-type-xml-to-text
ALTER TABLE t ALTER COLUMN x TYPE text

-- case: alter-type-int-to-domain-unconstrained
ALTER TABLE t ALTER COLUMN a TYPE dfree

-- case: alter-type-int-to-domain-constrained
ALTER TABLE t ALTER COLUMN a TYPE dchk

-- case: alter-type-timestamptz-to-timestamp-nonutc
-- before: SET timezone='America/New_York';
ALTER TABLE t ALTER COLUMN tz TYPE timestamp

-- case: alter-type-timestamptz-to-timestamp-utc
-- before: SET timezone='UTC';
ALTER TABLE t ALTER COLUMN tz TYPE timestamp

-- case: alter-type-timestamp-to-timestamptz-nonutc
-- before: SET timezone='America/New_York';
ALTER TABLE t ALTER COLUMN ts TYPE timestamptz

-- case: alter-type-text-to-enum-using
ALTER TABLE t ALTER COLUMN txt TYPE mood USING 'ok'::mood

-- case: alter-type-using-noop-cast
ALTER TABLE t ALTER COLUMN v TYPE text USING v::text

-- case: alter-type-using-expression
ALTER TABLE t ALTER COLUMN v TYPE text USING upper(v)

-- case: alter-type-varchar-widen-with-check
-- setup: ALTER TABLE t ADD CONSTRAINT vck CHECK (length(v)>0);
ALTER TABLE t ALTER COLUMN v TYPE varchar(100)

-- case: alter-type-varchar-to-text-with-check
-- setup: ALTER TABLE t ADD CONSTRAINT vck CHECK (length(v)>0);
ALTER TABLE t ALTER COLUMN v TYPE text

-- case: alter-type-used-by-view
-- setup: CREATE VIEW vw AS SELECT v FROM t;
ALTER TABLE t ALTER COLUMN v TYPE text

-- case: alter-type-fk-column
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(p_id) REFERENCES p(id);
ALTER TABLE t ALTER COLUMN p_id TYPE numeric

-- case: alter-type-pk-int-to-bigint-with-referencing-fk
-- setup: CREATE TABLE ch(t_id int REFERENCES t(id)); INSERT INTO ch SELECT id FROM t;
ALTER TABLE t ALTER COLUMN id TYPE bigint

-- case: alter-type-smallint-to-int
ALTER TABLE t ALTER COLUMN s TYPE int

-- case: alter-type-smallint-to-bigint
ALTER TABLE t ALTER COLUMN s TYPE bigint

-- case: alter-type-int-to-smallint
ALTER TABLE t ALTER COLUMN a TYPE smallint

-- case: alter-type-int-to-numeric
ALTER TABLE t ALTER COLUMN a TYPE numeric

-- case: alter-type-int-to-text
ALTER TABLE t ALTER COLUMN a TYPE text

-- case: alter-type-int-to-varchar
ALTER TABLE t ALTER COLUMN a TYPE varchar(20)

-- case: alter-type-int-to-int4-synonym
ALTER TABLE t ALTER COLUMN a TYPE int4

-- case: alter-type-int-to-integer-synonym
ALTER TABLE t ALTER COLUMN a TYPE integer

-- case: alter-type-int-unindexed-to-bigint
ALTER TABLE t ALTER COLUMN b TYPE bigint

-- case: alter-type-bigint-to-int
ALTER TABLE t ALTER COLUMN p_id TYPE int

-- case: alter-type-bigint-same
ALTER TABLE t ALTER COLUMN p_id TYPE int8

-- case: alter-type-varchar-widen
ALTER TABLE t ALTER COLUMN v TYPE varchar(51)

-- case: alter-type-varchar-widen-synonym
ALTER TABLE t ALTER COLUMN v TYPE character varying(200)

-- case: alter-type-varchar-to-char
ALTER TABLE t ALTER COLUMN v TYPE char(50)

-- case: alter-type-text-same
ALTER TABLE t ALTER COLUMN txt TYPE text

-- case: alter-type-text-to-int-using
ALTER TABLE t ALTER COLUMN txt TYPE int USING 1

-- case: alter-type-text-to-jsonb-using
ALTER TABLE t ALTER COLUMN txt TYPE jsonb USING '{}'::jsonb

-- case: alter-type-json-to-jsonb
ALTER TABLE t ALTER COLUMN j TYPE jsonb

-- case: alter-type-jsonb-to-json
ALTER TABLE t ALTER COLUMN jb TYPE json

-- case: alter-type-jsonb-to-text
ALTER TABLE t ALTER COLUMN jb TYPE text

-- case: alter-type-numeric-precision-up
ALTER TABLE t ALTER COLUMN n TYPE numeric(12,2)

-- case: alter-type-numeric-precision-down
ALTER TABLE t ALTER COLUMN n TYPE numeric(8,2)

-- case: alter-type-numeric-scale-up
ALTER TABLE t ALTER COLUMN n TYPE numeric(12,4)

-- case: alter-type-numeric-to-int
ALTER TABLE t ALTER COLUMN n TYPE int

-- case: alter-type-numeric-same
ALTER TABLE t ALTER COLUMN n TYPE decimal(10,2)

-- case: alter-type-timestamp-precision-same
ALTER TABLE t ALTER COLUMN ts3 TYPE timestamp(3)

-- case: alter-type-timestamp-precision-up
ALTER TABLE t ALTER COLUMN ts3 TYPE timestamp(6)

-- case: alter-type-timestamp-unlimited
ALTER TABLE t ALTER COLUMN ts3 TYPE timestamp

-- case: alter-type-timestamp-to-date
ALTER TABLE t ALTER COLUMN ts TYPE date

-- case: alter-type-timestamptz-precision
ALTER TABLE t ALTER COLUMN tz TYPE timestamptz(3)

-- case: alter-type-date-to-timestamptz
ALTER TABLE t ALTER COLUMN d TYPE timestamptz

-- case: alter-type-interval-unlimited
ALTER TABLE t ALTER COLUMN iv TYPE interval

-- case: alter-type-interval-up
ALTER TABLE t ALTER COLUMN iv TYPE interval(6)

-- case: alter-type-interval-down
ALTER TABLE t ALTER COLUMN iv TYPE interval(0)

-- case: alter-type-cidr-to-inet
ALTER TABLE t ALTER COLUMN ci TYPE inet

-- case: alter-type-cidr-to-text
ALTER TABLE t ALTER COLUMN ci TYPE text

-- case: alter-type-varbit-unlimited
ALTER TABLE t ALTER COLUMN vb TYPE varbit

-- case: alter-type-varbit-narrow
ALTER TABLE t ALTER COLUMN vb TYPE varbit(4)

-- case: alter-type-varbit-to-bit-using
ALTER TABLE t ALTER COLUMN vb TYPE bit(8) USING vb::bit(8)

-- case: alter-type-char-narrow
ALTER TABLE t ALTER COLUMN c TYPE char(5)

-- case: alter-type-char-same
ALTER TABLE t ALTER COLUMN c TYPE char(10)

-- case: alter-type-domain-to-base
ALTER TABLE t ALTER COLUMN dc TYPE int

-- case: alter-type-domain-to-other-domain
ALTER TABLE t ALTER COLUMN dc TYPE dfree

-- case: alter-type-domain-to-bigint
ALTER TABLE t ALTER COLUMN dc TYPE bigint

-- case: alter-type-enum-to-varchar
ALTER TABLE t ALTER COLUMN m TYPE varchar(10) USING m::varchar

-- case: alter-type-int-to-bool-using
ALTER TABLE t ALTER COLUMN a TYPE boolean USING a > 0

-- case: alter-type-int-to-array-using
ALTER TABLE t ALTER COLUMN a TYPE int[] USING ARRAY[a]

-- case: alter-type-text-collate
ALTER TABLE t ALTER COLUMN txt TYPE text COLLATE "C"

-- case: alter-type-varchar-collate-indexed
ALTER TABLE t ALTER COLUMN v TYPE varchar(50) COLLATE "C"

-- case: alter-type-using-self
ALTER TABLE t ALTER COLUMN a TYPE int USING a

-- case: alter-type-using-self-plus-cast
ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint

-- case: alter-type-int-to-float8
ALTER TABLE t ALTER COLUMN a TYPE double precision

-- case: alter-type-text-to-bytea-using
ALTER TABLE t ALTER COLUMN txt TYPE bytea USING txt::bytea

-- case: alter-type-text-to-name
ALTER TABLE t ALTER COLUMN txt TYPE name

-- case: alter-type-varchar-indexed-to-text-collate
ALTER TABLE t ALTER COLUMN v TYPE text COLLATE "C"

-- case: alter-type-set-data-type
ALTER TABLE t ALTER b SET DATA TYPE bigint

-- case: alter-type-two-columns
ALTER TABLE t ALTER COLUMN v TYPE varchar(60), ALTER COLUMN b TYPE bigint

-- case: alter-type-two-free-columns
ALTER TABLE t ALTER COLUMN v TYPE varchar(60), ALTER COLUMN n TYPE numeric(20, 2)

-- case: alter-type-with-default-change
ALTER TABLE t ALTER COLUMN b DROP DEFAULT, ALTER COLUMN b TYPE bigint, ALTER COLUMN b SET DEFAULT 1

-- case: alter-type-varchar-widen-partial-index
-- setup: CREATE INDEX pix ON t (a) WHERE v <> '';
ALTER TABLE t ALTER COLUMN v TYPE varchar(80)

-- case: alter-type-varchar-widen-expression-index
-- setup: CREATE INDEX eix ON t (lower(v));
ALTER TABLE t ALTER COLUMN v TYPE varchar(80)

-- case: alter-type-varchar-to-text-expression-index
-- setup: CREATE INDEX eix ON t (lower(v));
ALTER TABLE t ALTER COLUMN v TYPE text

-- case: alter-type-varchar-to-text-unique
-- setup: ALTER TABLE t ADD CONSTRAINT vu UNIQUE (v);
ALTER TABLE t ALTER COLUMN v TYPE text

-- case: alter-type-varchar-widen-generated
-- setup: CREATE TABLE ge (v varchar(50), g text GENERATED ALWAYS AS (v || 'x') STORED);
ALTER TABLE ge ALTER COLUMN v TYPE varchar(80)

-- case: alter-type-referencing-varchar-widen
-- setup: CREATE TABLE par (k varchar(50) PRIMARY KEY); CREATE TABLE ch (k varchar(50) REFERENCES par); INSERT INTO par SELECT g::text FROM generate_series(1, 50) g; INSERT INTO ch SELECT k FROM par;
ALTER TABLE ch ALTER COLUMN k TYPE varchar(80)

-- case: alter-type-referenced-varchar-widen
-- setup: CREATE TABLE par (k varchar(50) PRIMARY KEY); CREATE TABLE ch (k varchar(50) REFERENCES par); INSERT INTO par SELECT g::text FROM generate_series(1, 50) g; INSERT INTO ch SELECT k FROM par;
ALTER TABLE par ALTER COLUMN k TYPE varchar(80)

-- case: alter-type-fk-int-to-bigint
-- setup: CREATE TABLE ch (t_id int REFERENCES t (id)); INSERT INTO ch SELECT id FROM t;
ALTER TABLE ch ALTER COLUMN t_id TYPE bigint

-- case: alter-type-array-element-length
-- setup: CREATE TABLE ar (k varchar(50)[]);
ALTER TABLE ar ALTER COLUMN k TYPE varchar(80)[]

-- case: alter-type-array-to-text-array
-- setup: CREATE TABLE ar (k varchar(50)[]);
ALTER TABLE ar ALTER COLUMN k TYPE text[]

-- case: alter-type-inherited
-- setup: CREATE TABLE par (a int); CREATE TABLE chi (k int) INHERITS (par); INSERT INTO chi SELECT g, g FROM generate_series(1, 50) g;
ALTER TABLE par ALTER COLUMN a TYPE bigint

-- case: alter-type-partitioned
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN w TYPE varchar(9)

-- case: alter-type-partitioned-free
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN w TYPE varchar
