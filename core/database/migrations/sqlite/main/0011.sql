-- How many registrations a day had that gets no more of them, so that a chart of two months reads no visits
-- (core/visits/VisitTotals). NULL while they are being counted; the row goes with each visit that is erased, and is
-- counted anew then.
CREATE TABLE visit_total (
    day INTEGER NOT NULL PRIMARY KEY,
    registrations INTEGER
);
