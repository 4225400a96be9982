-- The last day of the work permit, of whoever works at the place and has shown one; null where it was not told.
alter table stay add column permit_until text;
