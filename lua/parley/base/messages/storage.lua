--- Sentences of failures: storage.

return {
  ["bad_argument.search_words"] = "search() needs at least one word to look for, but got '{text}'",
  ["bad_type.search_text"] = "search() takes text, not a {got}",
  ["busy.open"] = "another program holds it locked; try again when it is done, or wait longer with {timeout = ms}",
  ["corrupt.open"] = "the file is damaged; restore it from a copy",
  ["empty"] = "it is empty; open it with mode 'rwc' to create the tables in it",
  ["full.open"] = "the disk is full",
  ["io.open"] = "the disk reports an error",
  ["newer"] = "it was written by a newer Parley (schema {found}, and this one knows {newest}); update Parley to open "
    .. "it",
  ["not_a_database.open"] = "the file is no SQLite database",
  ["not_a_dataset"] = "it is a SQLite file but no Parley dataset; open it with {schema = false}",
  ["older"] = "it was written by an older Parley (schema {found}, and this one knows {newest}); open it once with "
    .. "mode 'rw' to migrate it",
  ["permission.open"] = "it can only be read; mode 'ro' opens it for reading",
}
