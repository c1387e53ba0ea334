--- What can be done with a dataset beyond asking its tables: views of it, writing, files, SQL of one's own.
-- parley.dataset loads it with the first of these methods that is called.

local core = require "parley.core"
local errors = require "parley.base.errors"
local printed_lists = require "parley.base.printed_lists"
local public_call = require "parley.base.public_call"
local records = require "parley.base.records"
local speaking = require "parley.claims.speaking"
local check_writable = require "parley.writable"

---@class parley.Dataset
local Dataset = {}
for _, methods in ipairs {
  (require "parley.store_methods"), (require "parley.dataset_words"), (require "parley.identity_methods"),
  (require "parley.agreement_methods"), (require "parley.coding_methods"),
} do
  for name, method in pairs(methods) do Dataset[name] = method end
end

--- ## Tables

--- Brings all tables up to date, as a statement of one's own needs it.
function Dataset:ensure_all()
  local owner = self.parent or self
  if owner.bundle then
    require("parley.bundled.whole").ensure_all(owner)
  elseif owner.transaction then
    require("parley.claims.transactions").flush_all(owner)
  end
end

--- The names of the tables, in order.
--- See also: describe, table.
--- Example: #ds:tables()
---@return string[]
function Dataset:tables()
  self:check_open()
  return printed_lists.names(table.move(self.schema.names, 1, #self.schema.names, 1, {}))
end

--- How many rows a table shows. One of a bundled dataset whose rows the build has counted is not stored for that.
---@param name string
---@return integer
function Dataset:row_count(name)
  local view = self:view()
  local is_whole = self.bundle and not (view.as_of or view.policy)
  return is_whole and require("parley.bundled.whole").counted(self, name) or self:table(name):count()
end

--- A table as a Frame, for many questions in a row: the same Frame until something is written.
--- Errors: no_table, bad_type, too_large.
--- See also: table.
--- Example: ds:frame("talks"):count()
---@param name string
---@return parley.Frame
function Dataset:frame(name)
  self:check_open()
  if type(name) ~= "string" then errors.raise("bad_type.frame_table", { got = type(name) }) end
  return require("parley.query.frame_cache").of(self:table(name))
end

--- Whether the words of a table's stored rows are indexed in the file itself.
---@param info table
---@return boolean
function Dataset:has_stored_index(info)
  return self.schema.parley and not self.bundle and self.schema.by_name[info.name] and not info.raw
    and not require("parley.storage.full_text").is_stale(self.store, info)
end

--- ## Views

-- Another view of a dataset, on the same connection; who speaks through it, where it can be written to.
local function view_of(ds, shown, voice)
  local view = records.copy_of(ds, { parent = ds.parent or ds, shown = shown, transaction = false,
    speaking = voice or false })
  return setmetatable(view, getmetatable(ds))
end

--- The dataset as it follows from what had been reported by the end of a day, for reading.
--- Errors: bad_date.
--- See also: as_recorded, changes, with_policy.
--- Example: ds:as_of("2025-06-01").demands:count()
--- Example: ds.demands:count()
---@param date string EDTF; its last day counts
---@return parley.Dataset
function Dataset:as_of(date)
  self:check_open()
  return view_of(self, require("parley.claims.views").as_of(self, date))
end

--- The dataset as this file had it at a time, for reading: later claims left out, later retractions undone.
--- Errors: bad_date, bad_argument.
--- See also: as_of.
--- Example: mine = parley.open(":memory:")
--- Example: mine:as_recorded("2020-01-01").sources:count()
---@param time string UTC, such as "2026-11-22T18:00"; a day alone means its end
---@return parley.Dataset
function Dataset:as_recorded(time)
  self:check_open()
  return view_of(self, require("parley.claims.views").as_recorded(self, time))
end

--- The dataset under another policy, for reading: which claims are shown.
--- Errors: no_option, no_row, bad_type.
--- See also: as_of, claims.
--- Example: ds:with_policy{deny = "s3"}.demands:count()
---@param given parley.PolicyOptions
---@return parley.Dataset
function Dataset:with_policy(given)
  self:check_open()
  return view_of(self, require("parley.claims.views").with_policy(self, given))
end

--- ## Writing

--- Adds a thing by the first claim about it; a row of a table without claims is added as it is.
--- Errors: read_only, no_table, no_column, bad_term, bad_type, bad_date, exists, no_source, no_row.
--- See also: claim, import, with_provenance.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:add("talks", {id = "r2", place = "Istanbul"}, {source = "s1", locator = "p3"})
--- Example: mine.talks:get("r2").place
---@param name string table
---@param row table column = value, with `id`
---@param provenance parley.Provenance? who says so: `source` at least
---@return integer|string key the claim's key; of a row without claims, its id
function Dataset:add(name, row, provenance)
  check_writable(self)
  return speaking.run(self, require("parley.claims.writing").add, name, row, provenance)
end

--- States something more, or something else, about a thing.
--- Errors: read_only, no_table, no_column, bad_term, bad_type, bad_date, no_source, no_row.
--- See also: add, retract, amend.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:add("talks", {id = "r2", place = "Istanbul"}, {source = "s1"})
--- Example: mine:claim("talks", "r2", {date = "2025-06-02"}, {source = "s1"})
--- Example: mine.talks:get("r2").date
---@param name string table
---@param id string
---@param values table column = value
---@param provenance parley.Provenance who says so: `source` at least
---@return integer key the claim's key
function Dataset:claim(name, id, values, provenance)
  check_writable(self)
  return speaking.run(self, require("parley.claims.writing").claim, name, id, values, provenance)
end

--- Adds a column of one's own to a table. It is kept in the file, in dumps and packages; claims may state it from then
--- on, and it is asked, disagreed on, explained and exported like any other. Not inside atomic().
--- Errors: read_only, no_table, exists, bad_argument, no_option, in_transaction.
--- See also: claim.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add_column("talks", "seats", {type = "integer", meaning = "chairs at the table"})
--- Example: mine.talks:where("seats > 4"):count()
---@param name string table
---@param column string small letters, digits and '_'
---@param given parley.ColumnOptions
function Dataset:add_column(name, column, given)
  check_writable(self)
  speaking.run(self, require("parley.claims.add_column").run, name, column, given)
end

--- Takes a claim back; it stays in the file, with the reason. What it replaced stands again. The claim
-- that rename() gave undoes the rename.
--- Errors: read_only, no_row, bad_type.
--- See also: amend, prefer, rename.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: key = mine:add("talks", {id = "r2", place = "Oslo"}, {source = "s1"})
--- Example: mine:retract(key, "misread")
--- Example: mine.talks:count()
---@param key integer
---@param reason string?
---@return integer key
function Dataset:retract(key, reason)
  check_writable(self)
  return speaking.run(self, require("parley.claims.correcting").retract, key, reason)
end

--- Restates a claim: a new one says the same but for what is given. Retracting it restores the old one.
--- Errors: read_only, no_row, no_column, bad_term, bad_argument.
--- See also: retract, claim.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: key = mine:add("talks", {id = "r2", place = "Oslo"}, {source = "s1"})
--- Example: mine:amend(key, {place = "Geneva"}, "misread")
--- Example: mine.talks:get("r2").place
---@param key integer
---@param fields table column = value, of the table and of the provenance
---@param reason string
---@return integer key the new claim's
function Dataset:amend(key, fields, reason)
  check_writable(self)
  return speaking.run(self, require("parley.claims.correcting").amend, key, fields, reason)
end

--- Decides for a claim: it is restated with the rank preferred. Retracting that undoes the decision.
--- Errors: read_only, no_row, bad_type.
--- See also: with_policy, disagreements.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: key = mine:add("talks", {id = "r2", place = "Oslo"}, {source = "s1"})
--- Example: mine:claim("talks", "r2", {place = "Geneva"}, {source = "s1", locator = "p9"})
--- Example: mine:prefer(key, "the transcript says so")
--- Example: mine.talks:get("r2").place
---@param key integer
---@param reason string
---@return integer key the claim that decides
function Dataset:prefer(key, reason)
  check_writable(self)
  return speaking.run(self, require("parley.claims.correcting").prefer, key, reason)
end

--- Gives a thing another id, in its claims and in all that refers to it. Retracting the claim it gives undoes that.
--- Errors: read_only, no_table, no_row, exists.
--- See also: retract, add.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:add("talks", {id = "r22"}, {source = "s1"})
--- Example: mine:rename("talks", "r22", "r2")
---@param name string table
---@param from string
---@param to string
---@return string to
---@return integer key the claim whose retraction undoes it
function Dataset:rename(name, from, to)
  check_writable(self)
  return speaking.run(self, require("parley.claims.correcting").rename, name, from, to)
end

--- The dataset, for writing: what is added, claimed and imported has some provenance unless it states otherwise.
--- Errors: read_only, bad_argument, no_row.
--- See also: as_coder, add, claim.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: paper = mine:with_provenance{source = "s1", coder = "ann"}
--- Example: paper:add("talks", {id = "r2", place = "Istanbul"})
---@param given parley.Provenance such as `source` and `coder`
---@return parley.Dataset
function Dataset:with_provenance(given)
  check_writable(self)
  return view_of(self, self.shown, require("parley.claims.voices").with_provenance(self, given))
end

--- The dataset as one coder works with it: what is added, claimed and imported is that coder's, and so is all that is
-- taken back or restated, unless {others = true}. {blind = true} hides what others coded, for coding twice without
-- looking: no call of the view, nor of a view or query made from it, tells of a claim that names another coder, or of
-- a thing that only such claims speak of: no table, claims(), evidence, disagreement, search, count, print-out,
-- picture, page, package or message. What names no coder is seen: sources, claims of nobody, events, words of
-- vocabularies, who is to code what. Calls that could not keep that are refused (sql, import, requeue, rename, dump).
-- It is a promise of these calls and not of the file, which anybody can open who may read it; keys of claims leave
-- gaps where others wrote; a claim that states no day has the day of its source, whoever coded that. On a server,
-- rights hold beside it.
--- Errors: bad_argument, no_option, permission, read_only, no_claims.
--- See also: with_provenance, add, amend.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:as_coder("anna"):add("talks", {id = "r2", place = "Istanbul"}, {source = "s1"})
--- Example: mine:as_coder("ben", {blind = true}).talks:count()
---@param name string
---@param options parley.CoderOptions?
---@return parley.Dataset
function Dataset:as_coder(name, options)
  self:check_open()
  return view_of(self, require("parley.claims.voices").as_coder(self, name, options))
end

local function often(ds, options, fn, ...)
  if fn == nil then errors.raise("bad_type.atomic", { got = "table" }) end
  require("parley.base.options").check(options, "atomic", { "attempts" })
  local most = options.attempts or 1
  if math.type(most) ~= "integer" or most < 1 then errors.raise("bad_argument.attempts", { got = most }) end
  if type(fn) ~= "function" then errors.raise("bad_type.atomic", { got = type(fn) }) end
  return require("parley.claims.transactions").run_often(ds.parent or ds, most, fn, ...)
end

--- Runs `fn(...)` so that all it writes is kept, or nothing. Nests. Gives what `fn` gives; its error
--- passes through unchanged. With {attempts = n} before `fn` it runs n times at most, where a server undid it because
--- others wrote to the same at the same time: then `fn` should do nothing that cannot be done again.
--- Errors: read_only, bad_type, no_option, busy.
--- See also: add.
--- Example: mine = parley.open(":memory:")
--- Example: mine:atomic(function() mine:add("sources", {id = "s1"}) return "kept" end)
---@param fn function|parley.AtomicOptions  or how often it may run, and then the function
---@param ... any what `fn` is called with
---@return any ... what `fn` gives
function Dataset:atomic(fn, ...)
  check_writable(self)
  if type(fn) == "table" then return often(self, fn, ...) end
  if type(fn) ~= "function" then errors.raise("bad_type.atomic", { got = type(fn) }) end
  return require("parley.claims.transactions").run(self.parent or self, fn, ...)
end

--- Imports the rows of a file into a table; a failure of the world gives nil, message and code.
-- Rows that cannot be taken are in ds.quarantine, with the reason. See doc/import.md.
--- Errors: read_only, no_table, no_option, bad_mapping, missing_file, no_source, no_id, bad_encoding, malformed.
--- See also: sniff, requeue, read.
--- Example: mine = parley.open(":memory:")
--- Example: rows = parley.frame{{id = "r1", place = "Oslo"}, {id = "r2", place = "Geneva"}}
--- Example: report = mine:import("talks", rows, {source = {id = "list"}})
--- Example: report.added
---@param name string table
---@param path string|parley.Frame|parley.Query|function a file, "-" for standard input, or rows
---@param options parley.ImportOptions?
---@return parley.ImportReport? report, string? message, string? code
function Dataset:import(name, path, options)
  check_writable(self)
  speaking.check_blind(self, "import")
  return speaking.run(self, require("parley.import.import").run, name, path, options)
end

--- A sheet for people to fill: one column a field of the table, with lists to choose from, what each means, ids made
--- beforehand, and an example. Its save("x.xlsx") or save("x.csv") writes it.
--- Errors: no_table, no_claims, no_row, no_column, no_option, bad_argument.
--- See also: import, add_column.
--- Example: ds:template("demands", {sources = "s1", coder = "anna", rows = 20})
---@param name string table
---@param options parley.TemplateOptions?
---@return parley.Template
function Dataset:template(name, options)
  self:check_open()
  return require("parley.coding.template").new(self, name, options)
end

--- Reads a sheet back that template() made and people filled: all of it enters, or nothing, and then a copy of it has a
--- coloured cell and a comment for each fault. A sheet imported twice changes nothing.
--- Errors: read_only, bad_argument, bad_header, newer, no_table, no_claims, no_option, missing_file, no_row, malformed.
--- See also: template, import, retract.
--- Example: mine = parley.open(":memory:")
--- Example: mine:add("sources", {id = "s1", published = "2025-06-02"})
--- Example: mine:template("talks", {sources = "s1", rows = 1}):save("talks.csv")
--- Example: mine:import_sheet("talks.csv", {coder = "anna"}).read
---@param path string a workbook or CSV
---@param options parley.SheetImportOptions?
---@return parley.SheetReport? report, any message, string? code
function Dataset:import_sheet(path, options)
  check_writable(self)
  return require("parley.coding.import_sheet").run(self, path, options)
end

--- Tries the rows of ds.quarantine again, after a fix.
--- Errors: read_only, no_table, no_option, bad_argument.
--- See also: import.
--- Example: mine = parley.open(":memory:")
--- Example: mine:requeue().read
---@param fix function|table|nil changes a row before it is tried: a function of the row, or {column = {[old] = new}}
---@param options parley.RequeueOptions? which rows, and what is to be read otherwise
---@return parley.ImportReport
function Dataset:requeue(fix, options)
  check_writable(self)
  speaking.check_blind(self, "requeue")
  return speaking.run(self, require("parley.import.requeue").run, fix, options)
end

-- Fills what a bundled dataset has not yet stored.
local function complete(ds)
  if ds.bundle then require("parley.bundled.whole").complete(ds) end
end

--- Writes the whole dataset into a new folder as Lua data, for version control; parley.load reads it back.
--- Errors: not_empty, permission, full, no_option.
--- See also: load, save_as.
--- Example: ds:dump("istanbul")
---@param folder string
---@param options parley.DumpOptions?
---@return true? done, string? message, string? code
function Dataset:dump(folder, options)
  self:check_open()
  return require("parley.export.dump").write(self, folder, options, complete)
end

--- Writes the tables into a new folder as a data package: CSV files, codebook, citations and datapackage.json.
--- Errors: no_option, no_table, not_empty, permission, full.
--- See also: dump, cite.
--- Example: ds:save_package("istanbul", {tables = {"talks"}, licence = "CC-BY-4.0"})
---@param folder string
---@param options parley.PackageOptions?
---@return true? done, string? message, string? code
function Dataset:save_package(folder, options)
  self:check_open()
  return require("parley.export.package").save(self, folder, options)
end

--- ## Beyond queries

local function sql_params(...)
  local params = { n = select("#", ...), ... }
  for i = 1, params.n do
    if params[i] == core.null then params[i] = nil end
  end
  return params
end

-- Says what SQLite said, at the caller's line; what ended the call stays what it is.
local function checked_sql(ds, fn, text, ...)
  local done, result = pcall(fn, ds.store, text, ...)
  if done then return result end
  if errors.ends_call(result) then errors.pass(result) end
  local message = errors.message(result)
  errors.raise("sql.statement", { message = message, cause = result,
    hint = require("parley.query.sql.unknown_words").hint(ds.schema, text, message) })
end

-- What the codebook says of the columns that a statement gives as they are, so that its Frame answers as the tables do.
local function with_traits(ds, f, columns)
  local bound, traits = require "parley.query.bound", require "parley.base.traits"
  local of_tables = {}
  for i, origin in ipairs(columns.origins) do
    local record = origin and bound.of_table(ds, origin.info).by_name[origin.name]
    if record then of_tables[#of_tables + 1] = traits.copy({ name = columns.names[i] }, record) end
  end
  return traits.keep(f, of_tables)
end

--- Runs a SELECT of one's own; `?` in it stand for the arguments that follow.
--- Errors: bad_type, sql, read_only.
--- See also: define.
--- Example: ds:sql("select id, place from talks where round > ? order by id", 1)
---@param text string
---@param ... any values for the `?`
---@return parley.Frame
function Dataset:sql(text, ...)
  self:check_open()
  if type(text) ~= "string" then errors.raise("bad_type.sql_text", { got = type(text) }) end
  local hides = self:view().policy and self:view().policy.blind
  if hides then errors.raise("permission.blind_sql", { coder = hides }) end
  self:ensure_all()
  if not checked_sql(self, self.store.selects_only, text) then
    errors.raise "read_only.sql"
  end
  require "parley.frame.frame"          -- gives Frames their verbs
  local statement_columns = require "parley.storage.statement_columns"
  local columns = checked_sql(self, statement_columns.of, text, self.schema)
  local f = checked_sql(self, self.store.frame, text, sql_params(...), columns.names, columns.types)
  if self.parent then require("parley.base.notes").add(f, require("parley.base.notes").new "wider.sql") end
  return statement_columns.told(with_traits(self, f, columns), columns)
end

--- Adds a Lua function, for use in any expression.
--- Errors: bad_argument, bad_type, exists.
--- See also: sql.
--- Example: ds:define("initial", function(text) return text and text:sub(1, 1) end, 1)
--- Example: ds.talks:by("initial(place) as letter"):count()
---@param name string
---@param fn function
---@param args integer? how many arguments it takes; any number if absent
function Dataset:define(name, fn, args)
  self:check_open()
  require("parley.query.user_functions").define(self, name, fn, args)
end

--- A picture of the dataset, which prints in a terminal; `:save("x.svg" | "x.html" | "x.png")` writes it.
-- Each kind takes the options of the call of its name, and title and width.
--- Errors: no_name, no_option, bad_type, empty.
--- See also: timeline, report.
--- Example: picture = ds:plot("timeline", {to = "2025-06-02"})
--- Example: picture.title
---@param kind "demands"|"disagreements"|"evidence"|"known"|"ledger"|"network"|"positions"|"timeline"
---@param options parley.DrawingOptions?
---@return parley.Picture
function Dataset:plot(kind, options) return require("parley.pictures.dataset_plot").of(self, kind, options) end

--- Writes the dataset as one page of HTML that needs no network: overview, timeline, a part for each talk, demands by
-- topic, the ledger, disagreements, sources, and every thing with its claims; a slider shows it as of any day.
-- Nil, message and code where it cannot be saved; more than 50,000 claims are refused.
--- Errors: bad_argument, no_option, no_row, too_large, permission, full.
--- See also: brief, plot.
--- Example: ds:report("talks.html", {title = "Istanbul, 2025"})
---@param path string ends in .html
---@param options parley.ReportOptions?
---@return true? done, string? message, string? code
function Dataset:report(path, options) return require("parley.report.report").save(self, path, options) end

--- The codebook as a Frame: the tables, or the columns of one table.
--- Errors: no_table.
--- See also: tables, columns.
--- Example: ds:describe("talks"):select("column", "type", "meaning"):limit(3)
---@param name string?
---@return parley.Frame
function Dataset:describe(name)
  self:check_open()
  return require("parley.frame.codebook_frame").describe(self.store, self.schema, name, function(of)
    return self:row_count(of) end)
end

-- But for atomic(), which runs a function of the user's, each of whose calls is one of its own; and for what the other
-- modules ask within a call, often once for each row.
return public_call.all(Dataset, { atomic = true, has_stored_index = true, has_term = true, meant = true,
  term_codes = true, some_word = true })
