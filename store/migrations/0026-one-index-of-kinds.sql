-- Events are found by their kind through the index that has their time as well.
drop index event_kind;
