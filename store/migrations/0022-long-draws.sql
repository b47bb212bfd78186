-- What comes out of a long draw is megabytes of keys, which nothing makes smaller: it is kept as it is.
alter table draw alter column result set storage external;
