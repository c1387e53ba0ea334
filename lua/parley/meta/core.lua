---@meta parley.core
-- Types of the C module `parley.core`, for language servers; nothing loads this file. A spec holds it against the
-- module. Methods raise an error object on failure unless they say otherwise.

---@alias parley.Type "integer"|"number"|"boolean"|"text"|"date"|"any"

--- A missing value where nil cannot stand: in `where{venue = parley.null}`, or as the first value of each().
--- Example: ds.talks:where{venue = parley.null}:count()
--- Example: parley.null
---@class parley.Null

--- Parameters of a statement: a list whose `n` counts them; nil and null bind NULL.
---@class parley.Params
---@field n integer
---@field [integer] string|number|boolean|parley.Null|nil

---@class parley.core
---@field null parley.Null
---@field months string[] names of the months, from January
---@field date_flags table<string, integer> bits of the flags that date() gives, by name
---@field frame_methods parley.Frame methods of all Frames; what is added here, every Frame has
---@field row_guard table its __newindex is what an assignment to a guarded row calls
---@field frame_metatable table metatable of all Frames
---@field error_metatable table metatable of all error objects; parley.base.errors fills it
local core = {}

-- Calls -----------------------------------------------------------------------------------------------

--- Begins a public call: what is called until the value is closed shares one deadline and one canceller.
---@param name string?  what is told of its progress; the caller keeps it
---@return userdata? call to close at the end; nil within a call, which goes on as part of it
function core.begin_call(name) end

--- Raises "cancelled", or the error of the time limit, when the call at work has been cancelled or is late.
function core.check_call() end

--- Says how far the call at work is, and the same.
---@param rows integer?  so far
---@param bytes integer?  so far
---@param total integer?  of bytes; of rows, where no bytes are told
---@param share number?  of the whole, where it goes by neither
function core.tell_call(rows, bytes, total, share) end

--- Who is told how far calls are: true, whoever sits at the terminal; false, nobody; or a function.
---@param wanted boolean|fun(facts: parley.Progress)|nil  nil: as it is
---@param after number?  seconds of a call of which nothing is told (1)
---@return boolean|function wanted, number after  as it was before
function core.progress(wanted, after) end

-- Boxes -----------------------------------------------------------------------------------------------

--- Runs a script in a Lua state of its own: lua/parley/sandbox says what it is told and gives.
---@param given { path: string, core: string?, modules: string?, time_ms: integer, memory: integer, wanted: table }
---@return { results: table? }|{ failure: table? }
function core.box_run(given) end

-- Dates -----------------------------------------------------------------------------------------------

--- Reads an EDTF date; a day is the number of days since 1970-01-01. Other text gives nil and an error object.
---@param text string
---@return integer? first nil where the date has no first day
---@return integer|parley.Error|nil last nil where it has no last day; why where the text is not a date
---@return integer? flags bits of `date_flags`
function core.date(text) end

--- The one day that a date names; nil and an error object for several days or other text.
---@param text string
---@return integer? day
---@return parley.Error? why
function core.day(text) end

--- The calendar date of a day, as YYYY-MM-DD.
---@param day integer days since 1970-01-01
---@return string
function core.day_text(day) end

-- Functions -------------------------------------------------------------------------------------------

--- The table of functions, one record for each entry (csrc/value/functions.h; parley.query.functions reads it).
---@return table[]
function core.functions() end

---@class parley.TypeEntry
---@field name string
---@field layout "none"|"integer"|"number"|"truth"|"dated"|"text"  how its values lie in memory
---@field written boolean  it has texts of its own over integers or numbers
---@field arrow string?  its format in Arrow
---@field sqlite string?  what SQLite calls it
---@field refused string?  key of the sentence that refuses a text
---@field says string  what a value of it is, in a message: "a whole number"
---@field kind "integer"|"number"|"boolean"|"text"|nil  what a value of it is in Lua, as parley.base.types adds it

--- The types of columns, one record for each entry of csrc/value/types.def.
---@return parley.TypeEntry[]
function core.types() end

--- The record of one entry, of an operator also by its sign; or nil.
---@param kind "operator"|"scalar"|"measure"|"aggregate"|"window"|"sql_only"
---@param name string
---@return table?
function core.function_of(kind, name) end

-- Columns ---------------------------------------------------------------------------------------------

--- Runs a plan over the columns of a Frame (csrc/engine/plan.h; parley.query.columns.compile makes them).
---@param frame parley.Frame
---@param plan table kind, names, filters, columns, keys, measures, order, descending, limit, offset
---@return parley.Frame
function core.column_run(frame, plan) end

--- Joins two Frames on columns that are equal.
---@param left parley.Frame
---@param right parley.Frame
---@param plan table kind, left and right (places of the keys), names, columns, from_right
---@return parley.Frame
function core.column_join(left, right, plan) end

--- Puts columns of Frames one below the other.
---@param frames parley.Frame[]
---@param plan table names; columns: for each, its place in each of the Frames
---@return parley.Frame
function core.column_stack(frames, plan) end

--- How many threads a plan may use; with a number, sets it (0: what fits the machine).
---@param n integer?
---@return integer
function core.column_threads(n) end

-- Failures --------------------------------------------------------------------------------------------

--- The code word, and the system's words, for a number that Lua's io and os libraries give.
---@param number integer
---@return string code, string message
function core.errno(number) end

-- Folders ---------------------------------------------------------------------------------------------

--- Makes a folder; a failure gives nil, message and code.
---@param path string
---@return true? done, string? message, string? code
function core.make_folder(path) end

--- What tells a text from another in the files that the build makes.
---@param text string
---@return integer
function core.source_mark(text) end

--- The number of the SQLite that runs, as 3040001.
---@return integer
function core.sqlite_version() end

--- Puts an image that the build has made where no file is; whether it is there now.
---@param path string
---@param name string "new"
---@return boolean
function core.place_image(path, name) end

--- How many rows a table of a bundled dataset has, where the build has made it and it is not older than its sources.
---@param name string "dataset/table"
---@return integer?
function core.image_rows(name) end

--- The 32 bytes of the SHA-256 of a text.
---@param text string
---@return string
function core.sha256(text) end

--- A hash of a text and of a row's fields, in the order of a list of names, as 32 hexadecimal digits, the same on every
--- machine; `called` has the names under which they count.
---@param about string
---@param row table<string, string|number|boolean>
---@param names string[]
---@param called string[]?
---@return string
function core.content_id(about, row, names, called) end

--- The names in a folder, in no order, without "." and ".."; a failure gives nil, message and code.
---@param path string
---@return string[]? names, string? message, string? code
function core.list_folder(path) end

--- Whether a path leads to a folder.
---@param path string
---@return boolean
function core.is_folder(path) end

--- What a path leads to, links followed, and where that is; nil where nothing is there.
---@param path string
---@return "file"|"folder"|"other"|nil kind, string? real
function core.path_kind(path) end

--- Whether two paths lead to one file that is there.
---@param a string
---@param b string
---@return boolean
function core.same_file(a, b) end

-- Writing ---------------------------------------------------------------------------------------------

--- A row that refuses to be assigned to, made of the table of its values, which it keeps; a table with a key that begins
--- with two underscores is given back as it is.
---@param values table<string, any>
---@return table<string, any>
function core.guard_row(values) end

--- Writes rows as CSV, without a header, to a file or a function that takes the text in pieces. Gives true, or nil with
--- what the sink said; nothing at all when the rows are neither a Frame nor the closing value of a store's iterator.
---@param rows any
---@param width integer number of columns
---@param sink file*|fun(text: string): boolean?, string?, integer?
---@param style parley.CsvStyle?
---@return true? done, string? message, string? code
function core.write_csv(rows, width, sink, style) end

--- One row of CSV as text, its end included.
---@param values table
---@param width integer
---@param style parley.CsvStyle?
---@return string
function core.csv_line(values, width, style) end

--- Writes a Frame as an Arrow file, or as a stream, to a file or a function that takes the bytes in pieces. Gives true,
--- or nil with what the sink said.
---@param frame parley.Frame
---@param sink file*|fun(bytes: string): boolean?, string?, integer?
---@param stream boolean
---@param options parley.ArrowOptions?
---@return true? done, string? message, string? code
function core.write_arrow(frame, sink, stream, options) end

--- An archive that is written part by part to a file or a function that takes the bytes in pieces. Its methods give
--- true, or nil with what the sink said: part(name) begins one, write(text) adds to it, row(values, width, number, looks)
--- and rows(rows, width, first) write rows of a worksheet (the latter nothing where the rows are neither a Frame nor a
--- store's), and finish() ends it.
---@param sink file*|fun(bytes: string): boolean?, string?, integer?
---@return any archive to be closed
function core.new_archive(sink) end

---@class parley.CsvStyle
---@field delimiter string
---@field crlf boolean?
---@field formulas_texts boolean?

-- Text ------------------------------------------------------------------------------------------------

--- The text without case and accents, as it is searched and compared.
---@param text string
---@return string
function core.fold(text) end

--- A folded text as the index of search holds it: characters of scripts without blanks are parted by "\31", and a word
--- with hyphens or a number with commas stands twice, as in "\29cease-fire\30ceasefire\30".
---@param folded string
---@return string
function core.index_text(folded) end

--- How alike two words in plain letters are, from 0 to 1, by Jaro and Winkler.
---@param a string
---@param b string
---@return number
function core.similarity(a, b) end

--- Terminal columns that the text takes.
---@param text string
---@return integer
function core.width(text) end

---@class parley.Question what is asked of lists of claims

--- What is asked of lists of claims: the names of their fields, and what is chosen among.
---@param about { kind: "words"|"wording"|"state"|"date"|"amount"|"beside", value: integer?, low: integer?, best: integer?, high: integer?, others_from: integer?, others_count: integer?, weight: string, voice: string, place: string, rank: string?, preferred: string? }
---@return parley.Question
function core.question(about) end

--- Which of some claims is shown, and which tie, by their places; for those that another coder's claim is read instead
--- of, the place of that; the least and the greatest number of the hull, where that is shown.
---@param claims table[]
---@param question parley.Question
---@return integer? shown, integer[]? tied, table<integer, integer>? passed_over, number? low, number? high
function core.choose(claims, question) end

--- Why a claim is not shown, the claim it lost to, the one that is shown; where it is passed over, why another is read.
---@param claims table[]
---@param question parley.Question
---@param place integer
---@return string reason, integer? against, integer? shown, string? coding
function core.why_shown(claims, question, place) end

--- The places of claims as they stand by themselves, the firmest first; for each of these how firm the claim is, -1 for
--- one that does not count.
---@param claims table[]
---@param question parley.Question
---@return integer[] places, integer[] firmness
function core.standing(claims, question) end

--- What draw() draws from: units, of which those that add the same are one row.
---@param units integer[]  how many units each row has
---@param gives number[][]  what a unit of the row adds: places of sums and weights in turn
---@param sums integer  how many sums there are
---@return userdata resampler
function core.resampler(units, gives, sums) end

--- Draws as many units as there are, with replacement, and fills a list with their sums. Number 0 takes each unit once.
---@param resampler userdata
---@param seed integer
---@param number integer  of the draw
---@param into number[]
function core.draw(resampler, seed, number, into) end

--- The beginning of a text that fits, cut between characters as a reader sees them, and its width.
---@param text string
---@param columns integer
---@return string text, integer width
function core.truncate(text, columns) end

--- Whether a text is UTF-8; if not, nil and the position of the first wrong byte.
---@param text string
---@return true? valid, integer? position
function core.valid_utf8(text) end

-- Stores ----------------------------------------------------------------------------------------------

--- Opens a SQLite file with Parley's SQL functions; a failure gives nil, message and SQLite's code.
---@param path string
---@param options { mode: "ro"|"rw"|"rwc"|"memory"|nil, timeout_ms: integer? }? "rwc" and 5000 unless given
---@return parley.Store? store, string? message, string? code
function core.open(path, options) end

--- Connects to a PostgreSQL server through the module parley.postgres; a failure gives nil, error and code. The store has
--- the methods of others, and beside them server(), its address without a password, and speak(), which sets its field
--- `dialect`, and copy_in(into, types, rows, state, control), which puts the rows of a Frame, or of what a generic for
--- takes, into a table, "t (a, b)" as SQL, and gives their number: all of them or none; loader(plan) is that of
--- parley.import.piece_loader; part_of(text, parts) is the part of a table spread by hash of a text that has it, from 0;
--- heard(channel, payload, ms) is whether another connection has told that by NOTIFY since
--- it was last asked. Its parameters are $1, $2, …; what
--- its values are is said in csrc/postgres/field.h. A statement that fails in a transaction undoes itself alone. run()
--- gives as its second result the first value that is returned, and define() refuses.
---@param driver lightuserdata  what require "parley.postgres" gives
---@param address string  in one of libpq's forms
---@param options { mode: "ro"|"rw"|nil, timeout_ms: integer?, connect_ms: integer?, dialect: table? }
---@return parley.Store? store, parley.Error? err, string? code
function core.open_postgres(driver, address, options) end

--- Waits, in slices between which the call at work is asked whether to go on.
---@param ms integer
function core.pause(ms) end

--- The limits that a host program has set for this Lua state; 0 is no limit.
---@return { time_ms: integer, memory: integer, read_only: boolean }
function core.limits() end

--- A connection. A loop over its rows that is left early releases its statement.
---@class parley.Store
local Store = {}

--- Closes the connection and all cursors on it; again does nothing.
function Store:close() end

--- Whether it can be used.
---@return boolean
function Store:is_open() end

--- Runs statements without parameters, dropping what they give.
---@param sql string
function Store:exec(sql) end

--- Runs one statement to its end.
---@param sql string
---@param params parley.Params?
---@return integer changes rows changed, integer rowid of the last row inserted
function Store:run(sql, params) end

--- The values of the first row; nothing when there is none.
---@param sql string
---@param params parley.Params?
---@return any ...
function Store:values(sql, params) end

--- Rows as tables, for a `for` loop; a missing value is absent.
---@param sql string
---@param params parley.Params?
---@param names string[]? keys of the rows; the statement's own without them
---@param types parley.Type[]? 0 and 1 of a boolean become false and true
---@param numeric boolean[]? columns in which a text is refused; of SQLite alone
---@return fun(): table? next, nil, nil, userdata closing
function Store:rows(sql, params, names, types, numeric) end

--- Plain values of each row, for a `for` loop; a missing value in the first place is `core.null`.
---@param sql string
---@param params parley.Params?
---@param types parley.Type[]?
---@param numeric boolean[]? columns in which a text is refused; of SQLite alone
---@return fun(): any next, nil, nil, userdata closing
function Store:each(sql, params, types, numeric) end

--- All rows as a Frame.
---@param sql string
---@param params parley.Params?
---@param names string[]?
---@param types parley.Type[]? "any", or none: the type that holds all values
---@return parley.Frame
function Store:frame(sql, params, names, types) end

--- The columns a statement would give, without running it.
---@param sql string
---@return { name: string, decltype: string?, table: string?, column: string? }[]
function Store:columns(sql) end

--- What the columns of a statement hold, of SQLite alone: 1 integers, 2 other numbers, 4 texts, 8 bytes, added up; and
--- the number of its rows.
---@param sql string
---@return integer[] kinds, integer rows
function Store:kinds(sql) end

--- Whether a statement does nothing but read.
---@param sql string
---@return boolean
function Store:selects_only(sql) end

--- Makes a Lua function callable in SQL; its errors pass through unchanged.
---@param name string
---@param arity integer number of arguments, -1 for any
---@param fn function gives nil, a boolean, a number or a text
function Store:define(name, arity, fn) end

--- Rows inserted, changed or deleted since it was opened.
---@return integer
function Store:total_changes() end

--- Pages of its files that were read since it was opened, as they were not in memory.
---@return integer
function Store:pages_read() end

--- Whether a transaction is open.
---@return boolean
function Store:in_transaction() end

--- Whether it was opened for reading only.
---@return boolean
function Store:readonly() end

--- The path of its file; nil in memory.
---@return string?
function Store:filename() end

--- Ends the running statement with an error.
function Store:interrupt() end

--- Bounds each call and Frame from now on, within what the host allows; what is not given is unbounded.
---@param limits { time_ms: integer?, memory: integer? } milliseconds a call may run, bytes a Frame may take
function Store:limit(limits) end

--- Copies it into a new file, whole or not at all; a failure gives nil, message and code.
---@param path string
---@return true? done, string? message, string? code
function Store:backup(path) end

--- Takes tables that the build has made, with their rows; whether it did: there may be none, or older ones.
---@param name string "dataset/table"
---@return boolean
function Store:take_image(name) end

--- Makes an empty database in memory what the build has made; whether it did: not while a statement reads it.
---@param name string "new", or "dataset/table"
---@return boolean
function Store:become_image(name) end

-- Frames ----------------------------------------------------------------------------------------------

--- A Frame from columns: columns[i][row], nil where a value is missing.
---@param names string[]
---@param types parley.Type[]
---@param rows integer
---@param columns any[][]
---@return parley.Frame
function core.frame_new(names, types, rows, columns) end

--- A Frame from rows: rows[i][column], nil where a value is missing.
---@param names string[]
---@param types parley.Type[]
---@param rows any[][]
---@return parley.Frame
function core.frame_of_rows(names, types, rows) end

--- A Frame from Arrow data: a stream, its address, or the addresses of an ArrowSchema and an ArrowArray. What is read
--- is released, also on failure, which gives nil, message and code.
---@param source parley.ArrowStream|lightuserdata|integer
---@param array lightuserdata|integer|nil
---@return parley.Frame? frame, string? message, string? code
function core.from_arrow(source, array) end

-- Reading files --------------------------------------------------------------------------------------

--- Opens a text for reading: one of path, text and read (a function that gives pieces); parley.import.reader_options makes the rest.
---@param options table name, json, header, delimiter, quote, quotes, encoding, stated, skip, comment, longest_record; of a
--- workbook sheet, range, rows, hidden
---@return parley.Reader? reader, string? message, string? code
function core.reader(options) end

--- The sheets of a workbook, in the order of the file. `state` is visible, hidden or very hidden; `table` is false for
--- charts and dialogues. `from_1904` of the list says that its days are counted from there.
---@param options { path: string?, text: string?, name: string? }
---@return { name: string, state: string, table: boolean }[]? sheets, string? message, string? code
function core.workbook(options) end

--- The rows of a sheet with their cells: next() gives the number of a row, a list of {column =, kind =, value =, number =,
--- formula =, percent =} and whether the row is hidden; false at the end; nil, message, code. merges() lists, once the
--- rows have been read, the cells that are merged: {first row, first column, last row, last column} each. `kind` is
--- number, text, boolean, date, error or empty; columns count from 1; `value` is as it is typed, of a date its text, and `number` what stands for it.
---@param options { path: string?, text: string?, name: string?, sheet: integer? }
---@return userdata? rows, string? message, string? code
function core.sheet_rows(options) end

--- A text read as a type; nil and an error object when it does not read so.
---@param type parley.Type
---@param text string
---@param how { dates: string?, short_years: integer? }?
---@return any value, parley.Error? why
function core.value(type, text, how) end

--- The number that a text of a written type stands for; nil where it is no text of that type.
---@param type parley.Type
---@param text string
---@return number?
function core.stored(type, text) end

--- Bytes of memory this machine has, where it tells.
---@return integer?
function core.memory() end

--- Whether a file descriptor is a terminal.
---@param descriptor integer
---@return boolean
function core.is_terminal(descriptor) end

--- The size of the terminal behind a descriptor; nothing where it is none, or does not know.
---@param descriptor integer
---@return integer? columns, integer? rows
function core.terminal_size(descriptor) end

--- Ctrl-C for this Lua state (csrc/lua/interrupt.h): "calls" while a call is at work, "prompt" and "line" at a prompt
--- and in a line of it, "none" as before. `home` is what the names of Parley's own chunks begin with.
---@param mode "none"|"calls"|"prompt"|"line"
---@param home string?
---@return boolean has  false where another state of the process has it
function core.interrupts(mode, home) end

--- Whether Ctrl-C was pressed since the mode was set, or this was asked.
---@return boolean
function core.interrupted() end

--- A text as it is kept of a file: no blanks at its ends, line ends as LF, characters composed (NFC).
---@param text string
---@return string
function core.clean(text) end

--- The shortest text that reads back as the same number; a float keeps a point or an exponent, so that its type survives
--- too. Infinities and not-a-number are inf, -inf and nan.
---@param x number
---@return string
function core.number_text(x) end

--- A text with line ends as LF and characters composed (NFC), as texts of a dataset are kept.
---@param text string
---@return string
function core.composed(text) end

--- Whether a full text index makes a word of something in a text: of a letter or a digit of any script.
---@param text string
---@return boolean
function core.has_word(text) end

--- The runs of characters that such an index makes words of, the first and the last of each in turn.
---@return integer[]
function core.word_characters() end

--- What a function makes of each of many characters, between two texts: code and text in turn, of those of which it
--- makes another text, or one that ends with `ends`.
---@param how "fold"|"lower"|"upper"
---@param first integer
---@param last integer
---@param before string?
---@param after string?
---@param ends string?
---@return (integer|string)[]
function core.characters(how, first, last, before, after, ends) end

--- A text in upper or in lower case, as upper() and lower() of expressions make it.
---@param text string
---@param up boolean
---@return string
function core.cased(text, up) end

--- A text of a Frame's column whose characters are not composed (NFC), the first in its dictionary; nil: there is none.
---@param f parley.Frame
---@param at integer  of the column
---@return string?
function core.frame_uncomposed(f, at) end

--- Whether a text is what stands before the sums of a sheet.
---@param text string
---@return boolean
function core.is_total(text) end

--- Makes a loader of rows into a table without claims.
---@param store parley.Store
---@param plan table insert, compare, update (SQL), before (a rowid), targets
---@return parley.Loader
function core.loader(store, plan) end

--- The records of a text.
---@class parley.Reader
local Reader = {}

--- Names of the columns.
---@return string[]
function Reader:names() end

--- Says what the columns are called.
---@param names string[]
function Reader:rename(names) end

--- Goes to the next record: its line, and whether it is sound; false at the end; nil, message, code on failure.
---@return integer|false|nil line, boolean|string|nil sound, string? code
function Reader:next() end

--- The record as a table by name; nil, column, value and why when a value is not of its stated type.
---@return table? row, string? column, string? value, parley.Error? why
function Reader:row() end

--- The record as it stands in the text.
---@return string
function Reader:raw() end

--- What is wrong with the record, without its place, and whether its bytes are.
---@return parley.Error why, boolean stray
function Reader:explain() end

--- Where bytes were not in the encoding they should be in; nothing while all are.
---@return parley.Error? why, string? code
function Reader:faults() end

--- Bytes read, bytes in all where that is known, number of the record, and its line.
---@return integer taken, integer? size, integer number, integer line
function Reader:position() end

--- The first records behind the header of a CSV text, while none has been asked for, each a list of texts with `raw` and
--- `line`; and the header as it stands, with its line.
---@param most integer
---@return table[] records, string header, integer line
function Reader:ahead(most) end

--- The delimiter that a line "sep=;" at the top states, and the encoding: stated, or by a mark.
---@return string? delimiter, string? encoding
function Reader:source() end

--- Looks at that many records (0: all) and tells what each column holds.
---@param most integer?
---@return table? profile, string? message, string? code
function Reader:profile(most) end

--- All records that are left as a Frame.
---@param names string[]
---@param types parley.Type[]
---@param places integer[] of the columns in the text
---@param limit integer? bytes it may take
---@return parley.Frame? frame, string? message, string? code
function Reader:frame(names, types, places, limit) end

--- All records of a CSV file, none of which has been asked for yet, straight into the columns of a Frame, with the
--- kinds of columns when they are asked for; false where only reading record by record will do; "large" and about how
--- many rows and bytes there are, where that is more than the limit.
---@param names string[]
---@param types parley.Type[] "any" is settled by the values
---@param limit integer? bytes it may take
---@param how { threads: integer?, chunk: integer?, days: boolean? }?
---@return parley.Frame|false|string|nil frame, table[]|integer|string|nil kinds, integer|number|nil code
function Reader:columns(names, types, limit, how) end

--- Gives the text back; again does nothing.
function Reader:close() end

--- Rows on their way into a table.
---@class parley.Loader
local Loader = {}

--- Takes up to that many records of a reader; says why it stopped: "more", "end", "unsound", or "refused" with column
-- and reason; nil, message, code when the text cannot be read.
---@param reader parley.Reader
---@param most integer
---@return string? stopped, string? column, parley.Error? why
function Loader:load(reader, most) end

--- Takes one row, its values as text or false: "added", "updated", "unchanged"; nil and the same when refused.
---@param row (string|false)[]
---@return string? how, string? column, parley.Error? why
function Loader:put(row) end


--- Rows added, updated and unchanged so far, and those that say nothing but their key.
---@return integer added, integer updated, integer unchanged, integer bare
function Loader:counts() end

--- Gives its statements back; again does nothing.
function Loader:close() end

--- Columns in memory that cannot be changed: `f[i]` is row i as a table, `#f` the number of rows. The verbs of a
--- query work on it as well; parley.frame adds them.
---@class parley.Frame: parley.Query
---@field [integer] table?
---@operator len: integer
local Frame = {}

--- Names of the columns.
---@return string[]
function Frame:columns() end

--- Types of the columns, in the same order.
---@return parley.Type[]
function Frame:types() end

--- The values of a column, nil where one is missing; `n` is their number.
---@param name string
---@return { n: integer, [integer]: any }
function Frame:values(name) end

--- Rows as tables, for a `for` loop; a missing value is absent.
--- See also: each, all.
--- Example: for row in parley.frame({{n = 3}, {n = 4}}):rows() do print(row.n) end
---@return fun(): table?
function Frame:rows() end

--- Plain values of these columns, all without names, for a `for` loop; a missing first value is `parley.null`.
---@param ... string names of columns
---@return fun(): any
function Frame:each(...) end

--- The first row, or nil.
---@return table?
function Frame:first() end

--- All rows, as a list of tables.
---@return table[]
function Frame:all() end

--- Number of rows; parley.frame lets it count an expression as well.
---@return integer
function Frame:count() end

--- Bytes of memory its columns take.
--- Example: parley.frame({{n = 3}}):bytes() > 0
---@return integer
function Frame:bytes() end

--- The rows as a stream of the Arrow C interface, which shares the Frame's memory.
--- Errors: bad_argument.
--- See also: from_arrow.
--- Example: stream = parley.frame{{n = 3}}:arrow()
--- Example: stream:release()
---@param options parley.ArrowOptions?
---@return parley.ArrowStream
function Frame:arrow(options) end

--- Columns on their way to another library. Who reads it there takes it over; what nobody takes is released with it.
---@class parley.ArrowStream
local ArrowStream = {}

--- The address of its ArrowArrayStream, good while this value is kept.
--- See also: arrow.
--- Example: math.type(parley.frame({{n = 3}}):arrow():address())
---@return integer
function ArrowStream:address() end

--- The same as a light userdata.
--- See also: arrow.
--- Example: type(parley.frame({{n = 3}}):arrow():pointer())
---@return lightuserdata
function ArrowStream:pointer() end

--- Gives its memory back; again does nothing.
--- See also: arrow.
--- Example: parley.frame({{n = 3}}):arrow():release()
function ArrowStream:release() end

return core
