-- Number 2 of a street comes before 11: that is how people look for a home on a list.
create collation by_number (provider = icu, locale = 'nl-u-kn-true');
