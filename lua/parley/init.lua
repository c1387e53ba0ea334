--- Parley: peace talks, demands and outcomes as tables one can ask.
--     local parley = require "parley"
--     local ds = parley.open()
--     print(ds.demands:where{party = "ukraine"}:select("topic", "text"))

local attachments = require "parley.base.attachments"
local core = require "parley.core"
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

--- Opens a dataset: a bundled one in memory (by its name; the first one without), a SQLite file, or ":memory:".
-- Options: mode "ro", "rw" or "rwc" (the default: created when missing, which a name without a slash or a dot has to
-- state); schema = false for any SQLite file as it is (then mode "ro" is the default); timeout in milliseconds to wait
-- for a lock; policy = {…}, which claims are shown (doc/claims.md); bundled = name of a dataset that comes with Parley,
-- instead of a path.
---@param path string|table|nil
---@param options table?
---@return parley.Dataset? ds, string? message, string? code
function parley.open(path, options)
  if path ~= nil or options ~= nil then return require("parley.opening").open(path, options) end
  return require("parley.bundled.bundled").open(nil, nil, require("parley.dataset").new)
end

--- Reads a folder that ds:dump() has written into a dataset in memory, or into a new file.
---@param folder string
---@param path string? a file that does not exist yet
---@return parley.Dataset? ds, string? message, string? code
function parley.load(folder, path)
  return require("parley.export.load").load(folder, path, parley.open)
end

--- A dataset on a connection that a host program has lent (see parley.h).
---@param store userdata
---@param options { schema: boolean?, policy: table? }?
---@return parley.Dataset? ds, string? message, string? code
function parley.attach(store, options) return require("parley.opening").attach(store, options) end

--- From now on, reading a global variable that nobody has assigned raises, with the name that was probably meant: in
--- `where{party = party_wanted}`, a misspelt name is nil, and the condition gone. It holds for the whole Lua state, so
--- call it after `require`, in scripts and not in libraries.
---@param globals table? the globals to guard; `_G` unless given
function parley.strict(globals)
  if globals ~= nil and type(globals) ~= "table" then errors.raise("bad_type.strict", { got = type(globals) }) end
  require("parley.base.strict").guard(globals or _G)
end

--- The names of the datasets that come with Parley, the default first. Printed, the list tells what is in each, and
-- `parley.datasets()["istanbul-2025"]` gives it: title, span (a date), rows and claims (numbers).
---@return string[]
function parley.datasets() return require("parley.bundled.catalogue").names() end

--- A Frame from a list of rows: columns sorted by name unless `{columns = {…}}` gives their order.
---@param rows table[]
---@param options { columns: string[]? }?
---@return parley.Frame
function parley.frame(rows, options)
  return require("parley.base.spellings").tell(require("parley.frame.from_rows").frame(rows, options))
end

--- Reads a file into a Frame: CSV, TSV, JSON or JSON Lines, packed with gzip or not; "-" is standard input.
-- Options: format, delimiter, quotes, header, skip, comment, columns, names, encoding, dates, short_years, decimal,
-- thousands, missing, types, longest_record, path, reader (a function that gives pieces of text), memory (most bytes to
-- take); doc/import.md says what each means. What was guessed or changed on the way is in the Frame's notes().
---@param path string
---@param options table?
---@return parley.Frame? frame, string? message, string? code
function parley.read(path, options) return require("parley.import.read").frame(path, options) end

--- A whole with those who belong to it on the day of a row (the table `memberships`), for
--- `where{party = parley.within("eu")}`: an alliance, a coalition or a joint delegation, itself and its members, and
--- theirs. Rows of which the days do not decide are missing, and a note counts them.
---@param whole string  id of a party
---@param options { on: string? }?  on: the expression of the day, where the table has none of its own
---@return table
function parley.within(whole, options) return require("parley.query.within").new(whole, options) end

--- How many threads a query over a Frame may use, at most 8; with a number, sets it for this Lua state: 1 for only
-- the calling thread, 0 for as many as the machine has cores, at most 4 (the default).
---@param n integer?
---@return integer
function parley.threads(n)
  if n ~= nil and (math.type(n) ~= "integer" or n < 0 or n > 8) then
    errors.raise("bad_argument.threads", { n = n })
  end
  return core.column_threads(n)
end

--- Reads what another library in this process has as Arrow into a Frame: a stream that `frame:arrow()` gave, the
-- address of an ArrowArrayStream (a light userdata, or an integer), or those of an ArrowSchema and an ArrowArray.
-- What is read is released, also on failure.
---@param source parley.ArrowStream|lightuserdata|integer
---@param array lightuserdata|integer|nil  the batch, where source is the address of its schema
---@return parley.Frame? frame, string? message, string? code
function parley.from_arrow(source, array)
  require "parley.frame.frame"          -- gives Frames their verbs
  return core.from_arrow(source, array)
end

--- Looks at a file and says what it seems to hold, and why; prints as a report. Takes the options of parley.read,
-- and rows, how many to look at (0: all; 100,000 unless stated).
---@param path string
---@param options table?
---@return parley.Sniff? report, string? message, string? code
function parley.sniff(path, options) return require("parley.import.sniff").report(path, options) end

--- Codes and names of countries, read when they are first asked for: `parley.countries.iso3(system, code, year)`,
--- `parley.countries.name(iso3)`, `parley.countries.systems` (doc/mappings.md, *Country codes*).
---@class parley.Countries
---@field iso3 fun(system: string, code: string|integer|nil, year: integer?): string?
---@field name fun(iso3: string?): string?
---@field systems string[]
parley.countries = setmetatable({}, { __index = function(_, name)
  local countries = require "parley.codebook.countries"
  return countries[name] or require("parley.base.strict").refuse(countries, "parley.countries", name)
end })

require("parley.base.public_call").make(parley, { "open", "attach", "load", "frame", "read", "from_arrow", "sniff" })

-- A misspelt name would be nil, and calling it an error of Lua's that does not say what was meant.
return setmetatable(parley, { __index = function(_, name)
  return require("parley.base.strict").refuse(parley, "parley", name)
end })
