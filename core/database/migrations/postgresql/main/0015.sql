-- Nothing: it is SQLite that checks the states of recipients at such a cost.
SELECT 1;
