-- A migration reaches the rows of all municipalities, for its own transaction: the owner of the tables, too, stands
-- outside the wall of row-level security.
select set_config('nullpunkt.reach', 'all', true);
