--- Parley: peace talks, demands and outcomes as tables one can ask.
--     local parley = require "parley"
--     local ds = parley.open()
--     print(ds.demands:where{party = "ukraine"}:select("topic", "text"))

local core = require "parley.core"                -- first: it brings the modules that the build has compiled
local attachments = require "parley.base.attachments"
local errors = require "parley.base.errors"

local parley = { version = "0.1.0", null = core.null }

--- ## What rooms above lend to rooms below

for _, class in ipairs { "Dataset", "Query", "Frame", "Record", "Rows", "Row" } do
  attachments.supply("parley." .. class, "parley.repl.methods")
end
attachments.supply("parley.Query", "parley.export.methods")
attachments.supply("parley.Frame", "parley.export.methods")
attachments.supply("parley.Query", "parley.analysis.query_methods")
attachments.supply("parley.Query", "parley.pictures.methods")
attachments.supply("parley.Frame", "parley.pictures.methods")
attachments.supply("parley.Query", "parley.query.sql.methods")
attachments.supply("parley.Frame", "parley.query.columns.frame_queries")
attachments.supply("parley.Frame", "parley.query.sql.frame_queries")
attachments.supply("parley.Query", "parley.query.sql.frame_queries")

--- ## Opening

--- Opens a dataset: a bundled one in memory (by its name; the first one without), a SQLite file, ":memory:", or a
-- schema on a PostgreSQL server, by its address: "postgresql://anna@db.example/talks?schema=ukraine", where libpq's
-- variables and ~/.pgpass say what it leaves out. A file that is not there is created; for a name without a slash or a
-- dot, and on a server, only where mode = "rwc" states so.
--- Errors: no_name, no_option, bad_argument, missing_file, missing_folder, permission, busy, not_a_database,
---  not_a_dataset, newer, older, no_server, missing_program.
--- See also: load, datasets.
--- Example: talks = parley.open("istanbul-2025")
--- Example: talks.outcomes:count()
--- Example: talks:close()
--- Example: parley.open("nowhere/talks.db")
---@param path string|parley.OpenOptions|nil  a name, a path, or the options alone
---@param options parley.OpenOptions?
---@return parley.Dataset? ds, string? message, string? code
function parley.open(path, options)
  if path ~= nil or options ~= nil then return require("parley.opening").open(path, options) end
  return require("parley.bundled.bundled").open(nil, nil, require("parley.dataset").new)
end

--- Makes a dataset on a PostgreSQL server, empty or with all that another one holds, in one transaction. The address is
--- libpq's, with the schema in which it lies; a schema that is not there is made. With it come the roles NAME_reader,
--- NAME_coder and NAME_editor, named after the schema: who reads, who adds claims, and who changes all.
--- Errors: bad_argument, bad_type, no_option, exists, no_server, no_name, permission, missing_program, read_only,
---  in_transaction, no_claims.
--- See also: open, load.
--- Example: parley.create("a file.db")
---@param address string
---@param options parley.CreateOptions?
---@return parley.Dataset? ds, string? message, string? code
function parley.create(address, options) return require("parley.opening").create(address, options) end

--- Brings two datasets together, files or on servers: what either holds, both hold afterwards. Claims keep their keys,
-- with sources, coders and retractions; called again, it changes nothing. A key that means one claim here and another
-- one there is a conflict: then nothing is written, unless renumber says on which side such claims get new keys.
--- Errors: bad_type, bad_argument, no_option, no_name, exists, read_only, in_transaction, no_server, busy.
--- See also: create, load.
--- Example: mine = parley.open(":memory:")
--- Example: theirs = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: parley.sync(mine, theirs).changes
--- Example: theirs.sources:count()
---@param a string|parley.Dataset  a dataset, or the path or address of one
---@param b string|parley.Dataset
---@param options parley.SyncOptions?
---@return parley.SyncReport? report, string? message, string? code
function parley.sync(a, b, options) return require("parley.opening").sync(a, b, options) end

--- What has changed from one dataset to another: claims added and retracted, the values that changed because of them,
-- things renamed, rows of tables without claims. Prints as a text; `:frame()` is all of it as one Frame,
-- `:save("x.html")` a page. Claims are known by their content, whatever their keys are. Datasets, files, dumped
-- folders, addresses.
--- Errors: bad_type, no_name, missing_file, not_a_dataset, newer, older, in_transaction, no_server.
--- See also: merge, changes, dump.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: parley.diff(parley.open(":memory:"), mine)
---@param a string|parley.Dataset  a dataset, or the path or address of one
---@param b string|parley.Dataset
---@return parley.Diff? diff, string? message, string? code
function parley.diff(a, b) return require("parley.branching").diff(a, b) end

--- What has changed from one state of a dataset to a later one, as a text for a release, in Markdown: how many claims
-- were added and taken back, by table; things that are new, gone or renamed; values that changed, and who says so;
-- disagreements settled, and decisions. Each state is a dataset, the path of a file or a dumped folder, or an address.
--- Nil, message and code where one of them cannot be opened.
--- Errors: bad_type, missing_file, no_claims, read_only, in_transaction.
--- See also: diff, merge.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", title = "Minutes"})
--- Example: parley.changelog(parley.open(":memory:"), mine)
---@param a string|parley.Dataset
---@param b string|parley.Dataset
---@return string? text, string? message, string? code
function parley.changelog(a, b) return require("parley.branching").changelog(a, b) end

--- Merges two branches of a dataset into a new file or schema: all claims of both, what either has taken back, columns,
-- words and rows of both. Where one has renamed a thing, the other's claims follow. What cannot both be meant waits for
-- an editor: `report.conflicts` has kind, table, id, field, ours, theirs, proposal; nothing of it is lost or chosen. An
-- id that both have given to different things: one is called otherwise, and told; `same` says that they are one.
-- On failure nothing is left under `into`.
--- Errors: bad_argument, bad_type, no_option, exists, missing_file, not_a_dataset, newer, older, read_only,
---  in_transaction, permission, full.
--- See also: diff, sync.
--- Example: base = parley.open(":memory:")
--- Example: base:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: base:save_as("ours.db")
--- Example: ours = parley.open("ours.db")
--- Example: ours:add("talks", {id = "r2", place = "Istanbul"}, {source = "s1"})
--- Example: merged, report = parley.merge(base, ours, base, {into = "merged.db"})
--- Example: report
---@param base string|parley.Dataset  the dataset from which both have gone out, or its path or address
---@param ours string|parley.Dataset
---@param theirs string|parley.Dataset
---@param options parley.MergeOptions
---@return parley.Dataset? ds
---@return parley.MergeReport|string|nil report  or the message
---@return string? code
function parley.merge(base, ours, theirs, options)
  return require("parley.branching").merge(base, ours, theirs, options)
end

--- Where two datasets contradict each other.
-- A row gives table, key, ids, field, kind (value, date, …; `several`
-- where a key means more than one row, `only_a` and `only_b` for what one alone has), both values as text, and by how
-- much they differ (days, or numbers). Dates and amounts that can both be true do not contradict; wording is not
-- compared. Things are paired by id, else by ids of other datasets (pax, ucdp, iso3, wikidata, …), or by stated
-- columns. Frames and queries of anybody's rows are compared by stated columns; n_low and n_high bound n.
--- Errors: bad_type, bad_argument, no_option, no_column, no_table.
--- See also: sync, diff, candidates.
--- Example: ours = parley.frame({{id = "a", year = 1992, killed = 12}, {id = "b", year = 1993, killed = 4}})
--- Example: theirs = parley.frame({{code = "a", year = 1992, killed = 30}})
--- Example: parley.compare(ours, theirs, {on = {id = "code"}, fields = {"year", "killed"}})
---@param a parley.Dataset|parley.Frame|parley.Query
---@param b parley.Dataset|parley.Frame|parley.Query
---@param options parley.CompareDatasetsOptions?
---@return parley.Frame
function parley.compare(a, b, options) return require("parley.coding.compare").of(a, b, options) end

--- Reads a folder that ds:dump() has written, into memory, a new file or a new schema of a server.
--- Errors: missing_folder, exists, malformed, bad_term.
--- See also: dump, open.
--- Example: ds:dump("istanbul")
--- Example: parley.load("istanbul").talks:count()
---@param folder string
---@param path string? a file that does not exist yet, or the address of a schema that holds nothing
---@return parley.Dataset? ds, string? message, string? code
function parley.load(folder, path) return require("parley.opening").load(folder, path) end

--- A dataset on a connection that a host program has lent (see parley.h).
--- Errors: bad_type, no_option.
--- See also: open.
---@param store userdata
---@param options parley.OpenOptions?  schema and policy
---@return parley.Dataset? ds, string? message, string? code
function parley.attach(store, options) return require("parley.opening").attach(store, options) end

--- From now on, reading a global variable that nobody has assigned raises, with the name that was probably meant: in
--- `where{party = party_wanted}`, a misspelt name is nil, and the condition gone. It holds for the whole Lua state, so
--- call it after `require`, in scripts and not in libraries.
--- Errors: bad_type.
--- Example: parley.strict{}
---@param globals table? the globals to guard; `_G` unless given
function parley.strict(globals)
  if globals ~= nil and type(globals) ~= "table" then errors.raise("bad_type.strict", { got = type(globals) }) end
  require("parley.base.strict").guard(globals or _G)
end

--- The names of the datasets that come with Parley, the default first. Printed, the list tells what is in each, and
-- `parley.datasets()["istanbul-2025"]` gives it: title, span (a date), rows and claims (numbers).
--- See also: open.
--- Example: parley.datasets()
--- Example: parley.datasets()["istanbul-2025"].title
---@return string[]
function parley.datasets() return require("parley.bundled.catalogue").names() end

--- A Frame from a list of rows: columns sorted by name unless `{columns = {…}}` gives their order.
--- Errors: bad_type, bad_argument, no_option.
--- See also: read.
--- Example: f = parley.frame({{city = "Oslo", talks = 2}, {city = "Geneva", talks = 5}})
--- Example: f:sort("talks desc")
---@param rows table[]
---@param options parley.FrameOptions?
---@return parley.Frame
function parley.frame(rows, options)
  return require("parley.base.spellings").tell(require("parley.frame.from_rows").frame(rows, options))
end

--- Reads a file into a Frame: CSV, TSV, JSON or JSON Lines, packed with gzip or not; "-" is standard input.
-- What was guessed or changed on the way is in the Frame's notes().
--- Errors: bad_argument, no_option, missing_file, bad_header, malformed, too_many_fields, too_few_fields,
---  bad_encoding, too_large.
--- See also: sniff, import, from_arrow.
--- Example: ds.talks:select("id", "place"):limit(2):save("talks.csv")
--- Example: parley.read("talks.csv")
---@param path string
---@param options parley.ReadFrameOptions?
---@return parley.Frame? frame, string? message, string? code
function parley.read(path, options) return require("parley.import.read").frame(path, options) end

--- How far coders agree, of a table of ratings.
-- Percent agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha and Gwet's AC1 and AC2, each with 95 % bounds of a
-- bootstrap. A row is a rating ({unit =, coder =, value =}) or a unit ({coders = {…}}: a column each). Columns of what
-- comes: field, level, measure, value, low, high, coders, units, paired (units with two values or more), values,
-- missing, draws, says (what the level means) and why (there is none).
--- Errors: bad_argument, bad_type, bad_value, no_column, no_name, no_option.
--- See also: compare_coders, frame.
--- Example: f = parley.frame{{anna = "yes", ben = "yes"}, {anna = "no", ben = "yes"}, {anna = "no", ben = "no"}}
--- Example: parley.reliability(f, {coders = {"anna", "ben"}, bootstraps = 0}):select("measure", "value")
---@param frame parley.Frame
---@param options parley.RatingOptions
---@return parley.Frame
function parley.reliability(frame, options)
  return require("parley.coding.reliability_of_frame").of(frame, options)
end

--- A whole with those who belong to it on the day of a row (the table `memberships`), for
--- `where{party = parley.within("eu")}`: an alliance, a coalition or a joint delegation, itself and its members, and
--- theirs. Rows of which the days do not decide are missing, and a note counts them.
--- Errors: bad_type, no_option, no_row.
--- See also: where.
--- Example: ds.demands:where{party = parley.within("ukraine")}:count()
---@param whole string  id of a party
---@param options parley.WithinOptions?
---@return table
function parley.within(whole, options) return require("parley.query.within").new(whole, options) end

--- How many threads a query over a Frame may use, at most 8; with a number, sets it for this Lua state: 1 for only
-- the calling thread, 0 for as many as the machine has cores, at most 4 (the default).
--- Errors: bad_argument.
--- See also: explain.
--- Example: parley.threads(2)
--- Example: parley.threads(0) >= 1
---@param n integer?
---@return integer
function parley.threads(n)
  if n ~= nil and (math.type(n) ~= "integer" or n < 0 or n > 8) then
    errors.raise("bad_argument.threads", { n = n })
  end
  return core.column_threads(n)
end

--- Who is told how far calls are that take longer than a second: true, whoever sits at the terminal to which standard
--- error goes (the default); false, nobody; a function, which takes { what, seconds, rows, bytes, total, rate, share,
--- left }, as far as these are known, and calls nothing of Parley's.
--- Errors: bad_type, bad_argument, no_option.
--- See also: threads.
--- Example: was = parley.progress(false)
--- Example: parley.progress(was)
---@param wanted boolean|fun(facts: parley.Progress)|nil  nil: as it is
---@param options parley.ProgressOptions?
---@return boolean|function wanted  as it was before
function parley.progress(wanted, options) return require("parley.base.progress").set(wanted, options) end

--- Reads what another library in this process has as Arrow into a Frame: a stream that `frame:arrow()` gave, the
-- address of an ArrowArrayStream (a light userdata, or an integer), or those of an ArrowSchema and an ArrowArray.
-- What is read is released, also on failure.
--- Errors: bad_argument, bad_value.
--- See also: arrow.
--- Example: f = parley.from_arrow(parley.frame({{a = 1}}):arrow())
--- Example: f:count()
---@param source parley.ArrowStream|lightuserdata|integer
---@param array lightuserdata|integer|nil  the batch, where source is the address of its schema
---@return parley.Frame? frame, string? message, string? code
function parley.from_arrow(source, array)
  require "parley.frame.frame"          -- gives Frames their verbs
  return core.from_arrow(source, array)
end

--- Looks at a file and says what it seems to hold, and why; prints as a report.
--- Errors: bad_argument, no_option, missing_file, bad_encoding, malformed.
--- See also: read, import.
--- Example: ds.talks:select("id", "round"):limit(2):save("talks.csv")
--- Example: parley.sniff("talks.csv")
---@param path string
---@param options parley.SniffOptions?
---@return parley.Sniff? report, string? message, string? code
function parley.sniff(path, options) return require("parley.import.sniff").report(path, options) end

--- A sandbox for scripts of strangers: each runs in a Lua state of its own, with bounds of time and memory, in which it
-- finds this library as `parley`, the dataset as `ds`, and no files, programs or connections. The dataset is read only:
-- a file is opened again inside, what lies in memory is copied. doc/embedding.md says what is promised.
--- Errors: bad_argument, bad_type, no_option, in_transaction, closed.
--- See also: open.
--- Example: box = parley.sandbox{dataset = ds, time_ms = 2000, memory = 64 << 20}
--- Example: box:run("return ds.talks:count()")
--- Example: box:run("return io, os, debug, package")
---@param options parley.SandboxOptions?
---@return parley.Sandbox
function parley.sandbox(options) return require("parley.sandbox").new(options) end

--- Tells of a call, a table, a column, a vocabulary, a function of expressions or a code word, by its name; of a
-- dataset, a query, a Frame or an error, by itself; without an argument, of what there is. What mentions a word is
-- listed where the word has no page of its own.
--- Errors: no_name, bad_type, bad_argument, no_option.
--- Example: parley.help("median")
--- Example: parley.help("outcomes.best")
---@param ... any  a word, or a thing
---@return parley.Help
function parley.help(...) return require("parley.repl.help").of(parley, ...) end

--- Codes and names of countries, read when they are first asked for (doc/mappings.md, *Country codes*).
--- Example: parley.countries.iso3("fips", "RS")
--- Example: parley.countries.name("UKR")
--- Example: #parley.countries.systems
---@class parley.Countries
---@field iso3 fun(system: string, code: string|integer|nil, year: integer?): string?  The ISO code of what another
---  system calls a country, in a year where codes have changed hands; nil where it has none.
---@field name fun(iso3: string?): string?  The name of a country by its ISO code of three letters.
---@field systems string[]  The systems of codes that iso3() knows.
parley.countries = setmetatable({}, { __index = function(_, name)
  local countries = require "parley.codebook.countries"
  return countries[name] or require("parley.base.strict").refuse(countries, "parley.countries", name)
end })

require("parley.base.public_call").make(parley, { "open", "create", "attach", "load", "sync", "diff", "changelog",
  "merge", "compare", "reliability", "frame", "read", "from_arrow", "sniff", "help" })

-- A misspelt name would be nil, and calling it an error of Lua's that does not say what was meant.
return setmetatable(parley, { __index = function(_, name)
  return require("parley.base.strict").refuse(parley, "parley", name)
end })
