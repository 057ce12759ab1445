-- Days of which visits were removed before their time, until what is left of them in PostgreSQL's files is overwritten
-- (core/visits/VisitRemovals). SQLite overwrites by itself.
CREATE TABLE visit_removal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day INTEGER NOT NULL
);
