-- case: add-column-nullable
ALTER TABLE t ADD COLUMN z int

-- case: add-column-if-not-exists-already-there
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int

-- case: add-column-default-constant
ALTER TABLE t ADD COLUMN z int DEFAULT 5

-- case: add-column-default-constant-not-null
ALTER TABLE t ADD COLUMN z int NOT NULL DEFAULT 5

-- case: add-column-default-current_date
ALTER TABLE t ADD COLUMN z date DEFAULT CURRENT_DATE

-- case: add-column-default-clock_timestamp
ALTER TABLE t ADD COLUMN z timestamptz DEFAULT clock_timestamp()

-- case: add-column-default-random
ALTER TABLE t ADD COLUMN z float8 DEFAULT random()

-- case: add-column-default-gen_random_uuid
ALTER TABLE t ADD COLUMN z uuid DEFAULT gen_random_uuid()

-- case: add-column-default-uuidv7
ALTER TABLE t ADD COLUMN z uuid DEFAULT uuidv7()

-- case: add-column-default-nextval
-- setup: CREATE SEQUENCE sq;
ALTER TABLE t ADD COLUMN z bigint DEFAULT nextval('sq')

-- case: add-column-default-concat-immutable
ALTER TABLE t ADD COLUMN z text DEFAULT 'a'||'b'

-- case: add-column-default-lower-immutable-fn
ALTER TABLE t ADD COLUMN z text DEFAULT lower('ABC')

-- case: add-column-serial
ALTER TABLE t ADD COLUMN z bigserial

-- case: add-column-identity
ALTER TABLE t ADD COLUMN z bigint GENERATED ALWAYS AS IDENTITY

-- case: add-column-generated-stored
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (a+1) STORED

-- case: add-column-not-null-no-default
ALTER TABLE t ADD COLUMN z int NOT NULL

-- case: add-column-with-check-no-default
ALTER TABLE t ADD COLUMN z int CHECK (z>0)

-- case: add-column-with-check-const-default
ALTER TABLE t ADD COLUMN z int DEFAULT 1 CHECK (z>0)

-- case: add-column-references-no-default
ALTER TABLE t ADD COLUMN z bigint REFERENCES p(id)

-- case: add-column-references-const-default
ALTER TABLE t ADD COLUMN z bigint DEFAULT 1 REFERENCES p(id)

-- case: add-column-unique
ALTER TABLE t ADD COLUMN z int UNIQUE

-- case: add-column-primary-key-serial
-- setup: CREATE TABLE nopk(a int); INSERT INTO nopk SELECT generate_series(1,100);
ALTER TABLE nopk ADD COLUMN z bigserial PRIMARY KEY

-- case: add-column-domain-constrained
ALTER TABLE t ADD COLUMN z dchk

-- case: drop-column
ALTER TABLE t DROP COLUMN txt

-- case: drop-column-indexed
ALTER TABLE t DROP COLUMN a

-- case: drop-column-fk
-- setup: ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(p_id) REFERENCES p(id);
ALTER TABLE t DROP COLUMN p_id

-- case: drop-column-used-by-view
-- setup: CREATE VIEW vw AS SELECT txt FROM t;
ALTER TABLE t DROP COLUMN txt

-- case: drop-column-cascade-view
-- setup: CREATE VIEW vw AS SELECT txt FROM t;
ALTER TABLE t DROP COLUMN txt CASCADE

-- case: rename-column
ALTER TABLE t RENAME COLUMN txt TO txt2

-- case: add-column-default-bool-false
ALTER TABLE t ADD COLUMN z boolean DEFAULT false

-- case: add-column-default-text-empty
ALTER TABLE t ADD COLUMN z text DEFAULT ''

-- case: add-column-default-jsonb-object
ALTER TABLE t ADD COLUMN z jsonb DEFAULT '{}'::jsonb

-- case: add-column-default-array-empty
ALTER TABLE t ADD COLUMN z int[] DEFAULT '{}'

-- case: add-column-default-numeric
ALTER TABLE t ADD COLUMN z numeric(8,2) DEFAULT 0.00

-- case: add-column-default-now
ALTER TABLE t ADD COLUMN z timestamptz DEFAULT now()

-- case: add-column-default-transaction-timestamp
ALTER TABLE t ADD COLUMN z timestamptz DEFAULT transaction_timestamp()

-- case: add-column-default-statement-timestamp
ALTER TABLE t ADD COLUMN z timestamptz DEFAULT statement_timestamp()

-- case: add-column-default-current-user
ALTER TABLE t ADD COLUMN z text DEFAULT CURRENT_USER

-- case: add-column-default-timeofday
ALTER TABLE t ADD COLUMN z text DEFAULT timeofday()

-- case: add-column-default-cast-now-date
ALTER TABLE t ADD COLUMN z date DEFAULT now()::date

-- case: add-column-default-interval-arithmetic
ALTER TABLE t ADD COLUMN z timestamptz DEFAULT now() + interval '1 day'

-- case: add-column-default-uuid-literal
ALTER TABLE t ADD COLUMN z uuid DEFAULT '00000000-0000-0000-0000-000000000000'

-- case: add-column-default-md5-constant
ALTER TABLE t ADD COLUMN z text DEFAULT md5('x')

-- case: add-column-default-random-arithmetic
ALTER TABLE t ADD COLUMN z int DEFAULT (random() * 100)::int

-- case: add-column-default-md5-random
ALTER TABLE t ADD COLUMN z text DEFAULT md5(random()::text)

-- case: add-column-default-clock-cast
ALTER TABLE t ADD COLUMN z date DEFAULT clock_timestamp()::date

-- case: add-column-default-to-char-now
ALTER TABLE t ADD COLUMN z text DEFAULT to_char(now(), 'YYYY')

-- case: add-column-default-coalesce-constant
ALTER TABLE t ADD COLUMN z int DEFAULT coalesce(NULL, 5)

-- case: add-column-default-case-constant
ALTER TABLE t ADD COLUMN z int DEFAULT CASE WHEN true THEN 1 ELSE 2 END

-- case: add-column-default-null
ALTER TABLE t ADD COLUMN z int DEFAULT NULL

-- case: add-column-default-txid
ALTER TABLE t ADD COLUMN z bigint DEFAULT txid_current()

-- case: add-column-default-setting
ALTER TABLE t ADD COLUMN z text DEFAULT current_setting('TimeZone')

-- case: add-column-default-array-constructor
ALTER TABLE t ADD COLUMN z int[] DEFAULT ARRAY[1, 2]

-- case: add-column-default-user-immutable
-- setup: CREATE FUNCTION fi() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE t ADD COLUMN z int DEFAULT fi()

-- case: add-column-default-user-volatile
-- setup: CREATE FUNCTION fv() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
ALTER TABLE t ADD COLUMN z int DEFAULT fv()

-- case: add-column-enum-default
ALTER TABLE t ADD COLUMN z mood DEFAULT 'ok'

-- case: add-column-enum-not-null-default
ALTER TABLE t ADD COLUMN z mood NOT NULL DEFAULT 'ok'

-- case: add-column-domain-free
ALTER TABLE t ADD COLUMN z dfree

-- case: add-column-domain-free-default
ALTER TABLE t ADD COLUMN z dfree DEFAULT 3

-- case: add-column-domain-constrained-default
ALTER TABLE t ADD COLUMN z dchk DEFAULT 3

-- case: add-column-domain-not-null
-- setup: CREATE DOMAIN dnn AS int NOT NULL;
ALTER TABLE t ADD COLUMN z dnn DEFAULT 3

-- case: add-column-domain-array
ALTER TABLE t ADD COLUMN z dchk[]

-- case: add-column-varchar
ALTER TABLE t ADD COLUMN z varchar(20)

-- case: add-column-collate
ALTER TABLE t ADD COLUMN z text COLLATE "C"

-- case: add-column-storage
ALTER TABLE t ADD COLUMN z text COMPRESSION pglz

-- case: add-column-serial4
ALTER TABLE t ADD COLUMN z serial

-- case: add-column-smallserial
ALTER TABLE t ADD COLUMN z smallserial

-- case: add-column-identity-by-default
ALTER TABLE t ADD COLUMN z int GENERATED BY DEFAULT AS IDENTITY

-- case: add-column-generated-virtual
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (a + 1) VIRTUAL

-- case: add-column-generated-virtual-check
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (a + 1) VIRTUAL CHECK (z > 0)

-- case: add-column-null-named-constraint
ALTER TABLE t ADD COLUMN z int CONSTRAINT zn NULL

-- case: add-column-named-check
ALTER TABLE t ADD z int CONSTRAINT zc CHECK (z > 0)

-- case: add-column-check-not-enforced
ALTER TABLE t ADD COLUMN z int CHECK (z > 0) NOT ENFORCED

-- case: add-column-references-deferrable
ALTER TABLE t ADD COLUMN z bigint REFERENCES p DEFERRABLE INITIALLY DEFERRED

-- case: add-column-references-null-default
ALTER TABLE t ADD COLUMN z bigint DEFAULT NULL REFERENCES p

-- case: add-column-references-self
ALTER TABLE t ADD COLUMN z int REFERENCES t (id)

-- case: add-column-references-and-check
ALTER TABLE t ADD COLUMN z bigint REFERENCES p CHECK (z > 0)

-- case: add-column-unique-default-null
ALTER TABLE t ADD COLUMN z int DEFAULT NULL UNIQUE

-- case: add-two-columns
ALTER TABLE t ADD COLUMN y int, ADD COLUMN z int DEFAULT 1

-- case: add-two-columns-one-volatile
ALTER TABLE t ADD COLUMN y int, ADD COLUMN z float8 DEFAULT random()

-- case: add-column-and-drop-column
ALTER TABLE t ADD COLUMN z int, DROP COLUMN txt

-- case: add-column-and-check
ALTER TABLE t ADD COLUMN z int, ADD CONSTRAINT zc CHECK (z > 0)

-- case: add-column-and-check-not-valid
ALTER TABLE t ADD COLUMN z int, ADD CONSTRAINT zc CHECK (z > 0) NOT VALID

-- case: add-column-then-default
ALTER TABLE t ADD COLUMN z uuid, ALTER COLUMN z SET DEFAULT gen_random_uuid()

-- case: add-column-then-not-null
ALTER TABLE t ADD COLUMN z int DEFAULT 1, ALTER COLUMN z SET NOT NULL

-- case: add-column-if-not-exists-new
ALTER TABLE IF EXISTS t ADD COLUMN IF NOT EXISTS z int

-- case: add-column-if-not-exists-there-volatile
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int DEFAULT random()

-- case: add-column-table-missing
ALTER TABLE IF EXISTS nope ADD COLUMN z int

-- case: add-column-only
ALTER TABLE ONLY t ADD COLUMN z int

-- case: add-column-inherited-parent
-- setup: CREATE TABLE par (a int); CREATE TABLE chi (k int) INHERITS (par); INSERT INTO chi SELECT g, g FROM generate_series(1, 50) g;
ALTER TABLE par ADD COLUMN z int

-- case: add-column-inherited-parent-volatile
-- setup: CREATE TABLE par (a int); CREATE TABLE chi (k int) INHERITS (par); INSERT INTO chi SELECT g, g FROM generate_series(1, 50) g;
ALTER TABLE par ADD COLUMN z float8 DEFAULT random()

-- case: drop-column-pk
ALTER TABLE t DROP COLUMN id

-- case: drop-column-if-exists-missing
ALTER TABLE t DROP COLUMN IF EXISTS nope

-- case: drop-column-with-check
-- setup: ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);
ALTER TABLE t DROP COLUMN a

-- case: drop-column-in-partial-index
-- setup: CREATE INDEX pix ON t (a) WHERE b > 0;
ALTER TABLE t DROP COLUMN b

-- case: drop-column-referenced
-- setup: CREATE TABLE ch (t_id int REFERENCES t (id));
ALTER TABLE t DROP COLUMN id CASCADE

-- case: drop-column-with-sequence
-- setup: CREATE TABLE se (a serial, b int);
ALTER TABLE se DROP COLUMN a

-- case: drop-column-inherited-parent
-- setup: CREATE TABLE par (a int, b int); CREATE TABLE chi (k int) INHERITS (par);
ALTER TABLE par DROP COLUMN a

-- case: drop-two-columns
ALTER TABLE t DROP COLUMN txt, DROP COLUMN n

-- case: rename-column-short-form
ALTER TABLE t RENAME txt TO txt2

-- case: rename-column-of-view
-- setup: CREATE VIEW vw AS SELECT a FROM t;
ALTER VIEW vw RENAME COLUMN a TO aa

-- case: drop-expression
-- setup: CREATE TABLE ge (a int, g int GENERATED ALWAYS AS (a * 2) STORED); INSERT INTO ge SELECT g FROM generate_series(1, 50) g;
ALTER TABLE ge ALTER COLUMN g DROP EXPRESSION

-- case: set-expression-stored
-- setup: CREATE TABLE ge (a int, g int GENERATED ALWAYS AS (a * 2) STORED); INSERT INTO ge SELECT g FROM generate_series(1, 50) g;
ALTER TABLE ge ALTER COLUMN g SET EXPRESSION AS (a * 3)

-- case: set-expression-virtual
-- setup: CREATE TABLE ge (a int, g int GENERATED ALWAYS AS (a * 2) VIRTUAL); INSERT INTO ge SELECT g FROM generate_series(1, 50) g;
ALTER TABLE ge ALTER COLUMN g SET EXPRESSION AS (a * 3)

-- case: identity-set-always
-- setup: CREATE TABLE ide (a int GENERATED BY DEFAULT AS IDENTITY, b int);
ALTER TABLE ide ALTER COLUMN a SET GENERATED ALWAYS

-- case: identity-restart
-- setup: CREATE TABLE ide (a int GENERATED BY DEFAULT AS IDENTITY, b int);
ALTER TABLE ide ALTER COLUMN a RESTART WITH 100

-- case: identity-drop
-- setup: CREATE TABLE ide (a int GENERATED BY DEFAULT AS IDENTITY, b int);
ALTER TABLE ide ALTER COLUMN a DROP IDENTITY

-- case: identity-drop-if-exists
ALTER TABLE t ALTER COLUMN a DROP IDENTITY IF EXISTS
