--- The code words of failures: what each means, and what to do. A program acts on the word, never on the sentence.
-- doc/errors.md prints this list (`make docs`). A word is added only where a program would act in another way than on
-- the words there are; csrc/base/error.h lists those that C gives.

---@class parley.Code
---@field code string the word: `e.code` of an error, or the third result
---@field meaning string what has happened
---@field remedy string what to do
---@field of_world boolean? what was called is right: a file, a disk or a limit is in the way

local codes = {}

---@type parley.Code[] in the order of the page
codes.list = {}

---@type table<string, parley.Code>
codes.by_name = {}

local function add(code, meaning, remedy)
  local entry = { code = code, meaning = meaning, remedy = remedy }
  codes.list[#codes.list + 1], codes.by_name[code] = entry, entry
end

local function of_world(code, meaning, remedy)
  add(code, meaning, remedy)
  codes.by_name[code].of_world = true
end

-- Names that nothing has.
add("no_column", "No column has this name here.", "Take the name the message suggests; doc/codebook.md lists them.")
add("no_table", "No table, view or method has this name.",
  "Take the name the message suggests; doc/codebook.md lists them.")
add("unknown_function", "No function has this name.", "Take the one the message suggests, or `ds:define` one.")
add("no_option", "A call does not know this option, or was given one argument too many.", "Correct its name.")
add("no_name", "A choice, verb, field or bundled dataset of this name does not exist.",
  "Take one that the message names.")
add("no_row", "No row has this id, or one was expected and another number found.",
  "Use an id that exists, or add the thing first.")
add("no_source", "A claim or an import names no source.", "Add the source, and name it with the claim.")
add("no_claims", "The call needs claims, and these rows have none.",
  "Ask a table that rests on claims, in a dataset opened with its schema.")
add("bad_term", "A word is none of its vocabulary.", "Take the word the message suggests, or add it to `terms`.")

-- Values of the wrong kind.
add("bad_type", "A value has another type than its place takes.", "Convert it first; nothing is converted silently.")
add("bad_argument", "An argument does not fit the call.", "Call it as the message shows.")
add("bad_expression", "An expression is missing, or cannot stand here.", "Write it as the message shows.")
add("bad_date", "A text is not a date, or dates are in the wrong order.",
  "Write `2025-06-02`, `2025-06` or `2025-06-20/2025-06-30`.")
add("bad_number", "The text is not a number.", "Write digits with a decimal point, or state the file's notation.")
add("bad_integer", "A value is no whole number, or does not fit 64 bits.", "Round it, or use a number.")
add("bad_boolean", "A value is neither true nor false.", "Give a boolean, or state the file's words for it.")
of_world("bad_encoding", "Bytes are no UTF-8, or no text of the stated encoding.",
  "State the encoding, or convert the text.")
add("bad_value", "A value cannot stand in its column.", "Correct the value that the message quotes.")
add("bad_bounds", "The bounds of a quantity are out of order.", "Give low ≤ best ≤ high.")
add("bad_pattern", "A Lua pattern is malformed, or takes too many steps.", "Correct or simplify the pattern.")
add("out_of_range", "A value lies outside what its place takes.", "Give one within the range.")
add("overflow", "A sum or product does not fit 64 bits.", "Compute with floats: `x * 1.0`.")
add("twin_columns", "Two columns would have one name.", "Rename one with `as`.")

-- The moment of a call.
add("closed", "The dataset is closed.", "Open it again; take what you need into a Frame first.")
add("read_only", "What is to be written or changed can only be read.", "Write to a copy: `ds:save_as(\"mine.db\")`.")
add("in_transaction", "The call cannot stand in a transaction as it is.", "Call it after `atomic`.")
add("too_late", "An earlier verb took away what this one needs.", "Call this verb earlier.")
add("referred_to", "Something else refers to what would vanish.", "Change that first, or both in one `atomic`.")
of_world("exists", "A thing or file of this name exists already.", "Choose another name, or change what is there.")
add("duplicate", "The same row, id or value is there twice.", "Leave one away.")
add("constraint", "The rules of a table forbid the write.", "Correct the row that the message names.")
add("sql", "SQL text is wrong.", "Correct the statement.")
add("misuse", "Another mistake in a call.", "Read the message.")

-- Files that are read in.
add("bad_mapping", "A mapping of an import is wrong, or does not fit the file.",
  "Correct the field that the message names.")
add("bad_header", "The header of a file names its columns badly.", "State `delimiter` or `columns`.")
of_world("malformed", "The text breaks the rules of its format.", "Correct it at the place that is named.")
add("too_many_fields", "A record has more fields than the header.", "Check quotes and the delimiter there.")
add("too_few_fields", "A record has fewer fields than the header.", "Check quotes and the delimiter there.")
add("no_id", "A row has no id.", "Give the column of ids a value, or map one to it.")
of_world("empty", "There is nothing in it.", "Check the path, or open it with mode `rwc`.")

add("total", "A row is the total of others, and none of its table.", "Give it an id of its own where it is a row.")

-- Files and systems.
of_world("missing_file", "The file does not exist.", "Check the path.")
of_world("missing_folder", "A folder of the path does not exist.", "Create it first.")
of_world("is_folder", "The path is a folder.", "Name a file in it.")
of_world("not_empty", "The folder has files in it already.", "Choose an empty or a new one.")
of_world("not_seekable", "The file is a pipe or device, which cannot be read twice.", "Save it to a file first.")
of_world("missing_program", "A program that the call needs is not installed.",
  "Install it, or do what the message names instead.")
of_world("permission", "The system does not permit it.", "Change the rights, or open it with mode `ro`.")
of_world("busy", "Another program is writing to the file.", "Try again, or wait longer: `{timeout = ms}`.")
of_world("locked", "The same program is still reading or writing it.", "End that first.")
of_world("no_server", "A server cannot be reached, or the connection to it was lost.",
  "Check address, network and server; open the dataset again.")
of_world("full", "The disk is full.", "Make room, and try again.")
add("unread", "Nobody reads on what is written into a pipe.", "End, as programs of a pipe do.")
of_world("io", "Reading or writing failed in the system.", "Check the device, and try again.")
of_world("not_a_database", "The file is no SQLite database.", "Check the path.")
of_world("not_a_dataset", "It is a SQLite file without Parley's tables.", "Open it with `{schema = false}`.")
of_world("corrupt", "The file is damaged.", "Restore it from a copy.")
of_world("newer", "A newer Parley wrote the file.", "Update Parley.")
of_world("older", "An older Parley wrote the file, and it was opened only for reading.", "Open it once with mode `rw`.")

-- Limits.
of_world("out_of_memory", "There is no memory left, or none within the limit.",
  "Ask for less at once, or raise the limit.")
of_world("limit", "A limit of the host, of time or of steps, ended the call.", "Ask a smaller question.")
of_world("too_large", "A result or value is larger than can be made.", "Filter or group first.")
add("cancelled", "The host or a signal interrupted the call.", "Call again; nothing of a write was kept.")

return codes
