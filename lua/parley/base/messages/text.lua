--- Sentences of failures: text, that is of files and texts that are read. A phrase says the file and the line in front.

return {
  ["bad_encoding.bytes"] = "{path} is not {encoding}: {places}; {reason}",
  ["bad_encoding.many_bytes"] = "{path} is not {encoding}: {places} and {more} more; {reason}",
  ["bad_encoding.mark"] = "{path} begins with the mark of UTF-8, and encoding = '{encoding}' is stated; leave the "
    .. "encoding out",
  ["bad_encoding.not_wide"] = "{path} has no NUL byte at its start, so it is not {encoding}",
  ["bad_encoding.nul_byte"] = "{path} is not text: its first line holds a NUL byte",
  ["bad_encoding.record"] = "not UTF-8",
  ["bad_encoding.sound"] = "{path} is UTF-8 from its start to its end, and encoding = '{encoding}' is stated; leave "
    .. "the encoding out",
  ["bad_encoding.wide"] = "{path} looks like {encoding}; state it: encoding='{encoding}'",
  ["bad_encoding.zip"] = "{path} is not text but a spreadsheet or a ZIP file; save it as CSV, or unpack it",
  ["duplicate.header"] = "the header again",
  ["empty.text"] = "{path} is empty",
  ["io.cut"] = "the data end too early, the file is cut",
  ["io.damaged"] = "the data are damaged",
  ["malformed.after_list"] = "what comes after the list is no JSON",
  ["malformed.after_object"] = "text after the object",
  ["malformed.after_quote"] = "the field goes on after its closing quote; a quote in a quoted field is written twice",
  ["malformed.before_list"] = "what comes before the list is no JSON",
  ["malformed.half_pair"] = "half of a surrogate pair (\\u{code})",
  ["malformed.key"] = "the key that begins here is no JSON",
  ["malformed.key_twice"] = "the key '{key}' stands twice in the object",
  ["malformed.list_of_none"] = "{path} is one object, and '{at}' in it is an empty list; path = '{at}' reads it, which "
    .. "has no record, and path = '' takes the object as one",
  ["malformed.list_within"] = "{path} is one object, and '{at}' in it is a list of objects; path = '{at}' reads these, "
    .. "and path = '' takes the object as one record",
  ["malformed.mark"] = "'{mark}' is missing",
  ["malformed.no_list"] = "no list; it would begin with '['",
  ["malformed.no_list_empty"] = "no list; the text is empty",
  ["malformed.no_list_there"] = "{path} has no list at path = '{at}'",
  ["malformed.no_object"] = "a record is an object, not a {got}",
  ["malformed.no_value"] = "a value is missing",
  ["malformed.nul_byte"] = "a NUL byte",
  ["malformed.nul_character"] = "a NUL character (\\u0000)",
  ["malformed.object"] = "no JSON object",
  ["malformed.open_list"] = "the list is not closed",
  ["malformed.open_quote"] = "the quote that opens a field here is never closed; perhaps quotes are data in this text",
  ["malformed.open_record"] = "the record that begins here is not closed, nor is the list",
  ["malformed.open_text"] = "the string that begins here is not closed",
  ["malformed.open_value"] = "the value that begins here is not closed",
  ["malformed.stray_quote"] = "a quote in a field that does not begin with one; put the field in quotes and double the "
    .. "quote in it, or say that quotes are data",
  ["malformed.text_after_list"] = "text after the list",
  ["malformed.value"] = "the value that begins here is no JSON",
  ["misuse.csv_marks"] = "{path}: delimiter and quote are two different ASCII characters",
  ["misuse.sound_record"] = "nothing is wrong",
  ["missing_file.near"] = "no such file",
  ["missing_file.read"] = "no such file; check the path",
  ["no_name.encoding"] = "no encoding '{name}'; such names as 'windows-1251', 'iso-8859-2' and 'utf-16' are known",
  ["no_name.encoding_slash"] = "no encoding '{name}'; '/' is in no name",
  ["not_seekable"] = "cannot read {path}: it is a pipe or a device, which can be read only once; give it as standard "
    .. "input and read \"-\"",
  ["too_few_fields"] = "{count} fields, not {wanted}",
  ["too_few_fields.one"] = "1 field, not {wanted}",
  ["misuse.archive_part"] = "an archive takes few parts with short names, and writes into one that is begun",
  ["too_large.archive"] = "the workbook would be larger than 4 GB; save fewer rows, or CSV",
  ["too_large.sheet_columns"] = "{count} columns, and a sheet has {most} at most; choose some with select, or save CSV",
  ["too_large.sheet_rows"] = "more rows than a sheet has, which are {most} with its head; save fewer (limit, where) "
    .. "into several files, or save CSV",
  ["too_large.sheet_text"] = "cell {cell} of the sheet: a text of {count} units, and a cell holds {most} at most; "
    .. "leave the column out with select, cut it with substr(…), or save CSV",
  ["too_large.fields"] = "{count} fields, and no more than {most} are read; is the delimiter right?",
  ["too_large.keys"] = "more than {most} different keys",
  ["too_large.quoted_record"] = "the record that begins here is longer than {most} bytes; perhaps a quote in it is "
    .. "never closed; longest_record = n takes longer ones",
  ["too_large.record"] = "the record that begins here is longer than {most} bytes; longest_record = n takes longer "
    .. "ones",
  ["too_many_fields"] = "{count} fields, not {wanted}",
}
