--- Sentences of failures: storage.

return {
  ["bad_argument.journal"] = "the option journal is for a file that may be written; this is none",
  ["bad_argument.search_words"] = "search() needs at least one word to look for, but got '{text}'",
  ["bad_type.text_among_numbers"] = "{column} of row {row} is '{value}', among numbers; frame() reads all of them "
    .. "as texts",
  ["bad_type.search_text"] = "search() takes text, not a {got}",
  ["busy"] = "another program holds it locked; try again when it is done, or open it with a longer {timeout = ms}",
  ["busy.journal"] = "its journal cannot be changed to \"{journal}\" while others have the file open; close it "
    .. "elsewhere, or leave the option journal out",
  ["cancelled.write"] = "the write was interrupted",
  ["corrupt"] = "the file is damaged; restore it from a copy",
  ["corrupt.backup"] = "the copy is damaged, and so what it was made of may be; nothing was replaced; restore an "
    .. "earlier backup",
  ["empty"] = "it is empty; open it with mode 'rwc' to create the tables in it",
  ["empty.rows"] = "it is empty; parley.read() reads a file of rows, ds:import() takes one in, and mode = \"rwc\" "
    .. "makes a dataset of this name",
  ["exists.backup"] = "the file exists; name a new one, or have it replaced: {overwrite = true}",
  ["exists.no_backup"] = "what is there is no Parley dataset, and so no earlier backup; name another file",
  ["full"] = "the disk is full, or the file has reached its greatest size",
  ["io"] = "the disk reports an error",
  ["io.journal"] = "its file system cannot keep the journal \"{journal}\"; leave the option journal out",
  ["limit.write"] = "{message}",
  ["locked"] = "it is being read by the same script; finish that loop first",
  ["bad_argument.open_address"] = "parley.open() opens files and PostgreSQL servers "
    .. "(postgresql://HOST/DATABASE?schema=NAME), not {address}",
  ["misuse.backup_onto_itself"] = "it is the dataset itself; name another file",
  ["missing_file.rows"] = "no such file; parley.read() reads a file of rows, ds:import() takes one in, and mode = "
    .. "\"rwc\" makes a dataset of this name",
  ["newer"] = "it was written by a newer Parley (schema {found}, and this one knows {newest}); update Parley to open "
    .. "it",
  ["not_a_database"] = "the file is no SQLite database; parley.read() reads a file of rows, and ds:import() takes "
    .. "one in",
  ["not_a_dataset"] = "it is a SQLite file but no Parley dataset; open it with {schema = false}",
  ["not_a_dataset.server"] = "the schema holds tables that are not Parley's; open it with {schema = false}, or name "
    .. "another: ?schema=NAME",
  ["older"] = "it was written by an older Parley (schema {found}, and this one knows {newest}); open it once with "
    .. "mode 'rw' to migrate it",
  ["permission.open"] = "it can only be read; mode 'ro' opens it for reading",
  ["permission.write"] = "it can only be read; check the rights of the file and of its folder",
}
