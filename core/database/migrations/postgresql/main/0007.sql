-- By which the list of facilities is searched, sorted and narrowed. The program fills them in for the rows that exist
-- (core/facilities/FacilityUpkeep): SQL cannot fold Japanese texts.
ALTER TABLE facility ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN prefecture TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN municipality TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN place_key TEXT NOT NULL DEFAULT '';

-- Which change of the table was the last one of this row, so that a search reads what is new and nothing else. The number
-- is taken under the lock of its row: a smaller one is never committed after a larger one.
ALTER TABLE facility ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;

CREATE TABLE facility_revision (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    number BIGINT NOT NULL
);

INSERT INTO facility_revision (one, number) VALUES (1, 0);

CREATE INDEX facility_changes ON facility (revision);

CREATE INDEX facility_municipality ON facility (municipality);
