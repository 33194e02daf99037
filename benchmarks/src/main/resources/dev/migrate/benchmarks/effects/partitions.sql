-- case: partition-attach-check-without-not-null
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;ALTER TABLE pn ADD CONSTRAINT cc CHECK (r>=100 AND r<200);
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (100) TO (200)

-- case: partition-attach-with-default-partition
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;ALTER TABLE pn ADD CONSTRAINT cc CHECK (r IS NOT NULL AND r>=100 AND r<200); CREATE TABLE ptd PARTITION OF pt DEFAULT; INSERT INTO pt SELECT 1,500 FROM generate_series(1,50);
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (100) TO (200)

-- case: partition-detach
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;
ALTER TABLE pt DETACH PARTITION pt1

-- case: partition-detach-concurrently-in-tx
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;
ALTER TABLE pt DETACH PARTITION pt1 CONCURRENTLY

-- case: partition-create-index-parent
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;
CREATE INDEX ptix ON pt(id)

-- case: partition-create-index-only
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;
CREATE INDEX ptix ON ONLY pt(id)

-- case: partition-attach-index
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;CREATE INDEX ptix ON ONLY pt(id); CREATE INDEX pt1ix ON pt1(id);
ALTER INDEX ptix ATTACH PARTITION pt1ix

-- case: partition-alter-add-column
-- setup: CREATE TABLE pt(id int, r int) PARTITION BY RANGE(r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); INSERT INTO pt SELECT g,g FROM generate_series(0,99) g; CREATE TABLE pn(id int, r int); INSERT INTO pn SELECT g,g FROM generate_series(100,199) g;
ALTER TABLE pt ADD COLUMN z int

-- case: partition-of-new
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM (200) TO (300)

-- case: partition-of-new-with-default
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; CREATE TABLE ptd PARTITION OF pt DEFAULT;
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM (200) TO (300)

-- case: partition-of-default
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
CREATE TABLE ptd PARTITION OF pt DEFAULT

-- case: partition-create-parent
CREATE TABLE np (id int, r int) PARTITION BY LIST (r)

-- case: partition-attach-plain
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; CREATE TABLE pn (id int, r int NOT NULL, w text); INSERT INTO pn SELECT g, g FROM generate_series(200, 299) g;
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (200) TO (300)

-- case: partition-attach-proved
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; CREATE TABLE pn (id int, r int NOT NULL, w text, CHECK (r IS NOT NULL AND r >= 200 AND r < 300)); INSERT INTO pn SELECT g, g FROM generate_series(200, 299) g;
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (200) TO (300)

-- case: partition-attach-not-valid-check
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; CREATE TABLE pn (id int, r int NOT NULL, w text); ALTER TABLE pn ADD CHECK (r IS NOT NULL AND r >= 200 AND r < 300) NOT VALID; INSERT INTO pn SELECT g, g FROM generate_series(200, 299) g;
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (200) TO (300)

-- case: partition-attach-with-parent-index
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; CREATE INDEX pti ON pt (id); CREATE TABLE pn (id int, r int NOT NULL, w text, CHECK (r IS NOT NULL AND r >= 200 AND r < 300)); INSERT INTO pn SELECT g, g FROM generate_series(200, 299) g;
ALTER TABLE pt ATTACH PARTITION pn FOR VALUES FROM (200) TO (300)

-- case: partition-attach-default
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; CREATE TABLE pn (id int, r int NOT NULL, w text); INSERT INTO pn SELECT g, g FROM generate_series(200, 299) g;
ALTER TABLE pt ATTACH PARTITION pn DEFAULT

-- case: partition-detach-two-left
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt DETACH PARTITION pt1

-- case: partition-drop
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
DROP TABLE pt1

-- case: partition-drop-parent
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
DROP TABLE pt

-- case: partition-truncate-parent
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
TRUNCATE pt

-- case: partition-truncate-one
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
TRUNCATE pt1

-- case: partition-add-column-default
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD COLUMN z int DEFAULT 1

-- case: partition-add-column-volatile
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD COLUMN z float8 DEFAULT random()

-- case: partition-drop-column
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt DROP COLUMN w

-- case: partition-rename-column
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt RENAME COLUMN w TO ww

-- case: partition-add-check
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD CONSTRAINT ck CHECK (id >= 0)

-- case: partition-add-check-not-valid
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD CONSTRAINT ck CHECK (id >= 0) NOT VALID

-- case: partition-validate-check
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; ALTER TABLE pt ADD CONSTRAINT ck CHECK (id >= 0) NOT VALID;
ALTER TABLE pt VALIDATE CONSTRAINT ck

-- case: partition-set-not-null
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN id SET NOT NULL

-- case: partition-add-pk
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD PRIMARY KEY (id, r)

-- case: partition-add-unique
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD CONSTRAINT uq UNIQUE (r)

-- case: partition-add-fk-outgoing
-- setup: INSERT INTO p VALUES (0, NULL); CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES p (id)

-- case: partition-add-fk-outgoing-not-valid
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES p (id) NOT VALID

-- case: partition-fk-to-partitioned
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; ALTER TABLE pt ADD UNIQUE (r); CREATE TABLE ch (r int); INSERT INTO ch SELECT generate_series(1, 50);
ALTER TABLE ch ADD CONSTRAINT fk FOREIGN KEY (r) REFERENCES pt (r)

-- case: partition-set-default
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt ALTER COLUMN w SET DEFAULT 1

-- case: partition-drop-index-parent
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g; CREATE INDEX ptix ON pt (id);
DROP INDEX ptix

-- case: partition-reindex-parent-in-tx
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
REINDEX TABLE pt

-- case: partition-one-set-not-null
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt1 ALTER COLUMN id SET NOT NULL

-- case: partition-only-add-check
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE ONLY pt ADD CONSTRAINT ck CHECK (id >= 0)

-- case: partition-set-logged
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
ALTER TABLE pt1 SET UNLOGGED

-- case: partition-update
-- setup: CREATE TABLE pt (id int, r int NOT NULL, w text) PARTITION BY RANGE (r); CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100); CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM (100) TO (200); INSERT INTO pt SELECT g, g, 'w' FROM generate_series(0, 199) g;
UPDATE pt SET w = 1
