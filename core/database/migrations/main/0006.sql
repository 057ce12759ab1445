-- By which the list of facilities is searched, sorted and narrowed. The program fills them in for the rows that exist
-- (core/facilities/FacilityUpkeep): SQL cannot fold Japanese texts.
ALTER TABLE facility ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN prefecture TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN municipality TEXT NOT NULL DEFAULT '';
ALTER TABLE facility ADD COLUMN place_key TEXT NOT NULL DEFAULT '';

CREATE INDEX facility_name ON facility (name_key, id);

CREATE INDEX facility_place ON facility (place_key, name_key, id);

CREATE INDEX facility_created ON facility (created_at, id);

CREATE INDEX facility_municipality ON facility (municipality);
