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

-- What opening a file needs of the rooms above storage.
local ABOVE = { new_dataset = function(...) return require("parley.dataset").new(...) end }

--- ## Opening

local OPTIONS = { "mode", "schema", "timeout", "policy", "bundled" }
local MODES = { "ro", "rw", "rwc" }

local function check_kinds(options)
  if options.schema == false and options.policy ~= nil then
    errors.raise "no_claims.policy"
  end
  if options.schema ~= nil and type(options.schema) ~= "boolean" then
    errors.raise("bad_type.schema_option", { got = type(options.schema) })
  end
  local timeout = options.timeout
  if timeout ~= nil and (math.type(timeout) ~= "integer" or timeout < 0 or timeout > 2 ^ 31 - 1) then
    errors.raise("bad_argument.timeout", { timeout = timeout })
  end
end

local function check_mode(options, path)
  require("parley.base.options").one_of(options.mode, MODES, "mode")
  if path == nil and (options.mode or "ro") ~= "ro" then
    errors.raise "read_only.bundled"
  end
end

-- A checked copy of the options, whose policy is a record.
local function checked(options, path)
  if options == nil then return {} end
  require("parley.base.options").check(options, "parley.open", OPTIONS)
  check_kinds(options)
  check_mode(options, path)
  local copy = {}
  for key, value in pairs(options) do copy[key] = value end
  if options.policy ~= nil then copy.policy = require("parley.claims.policy").new(options.policy) end
  return copy
end

local function open_bundled(options)
  if options.schema == false then
    errors.raise "no_claims.bundled_schema"
  end
  return require("parley.bundled.bundled").open(options.bundled, options.policy, ABOVE.new_dataset)
end

-- Gives a dataset on, once the sources that its policy names are known to be there.
local function with_policy(options, ds, message, code)
  if ds and options.policy then require("parley.claims.views").check_names(ds, options.policy) end
  return ds, message, code
end

-- A path that is the name of a bundled dataset means that dataset: a file of that name is "./NAME".
local function named(path, options)
  if not require("parley.base.suggest").contains(parley.datasets(), path) then return path, options end
  local copy = {}
  for key, value in pairs(options or {}) do copy[key] = value end
  if copy.bundled ~= nil then errors.raise "bad_argument.path_and_bundled" end
  copy.bundled = path
  return nil, copy
end

-- Opens a file; a word alone makes none unless its mode says so, since it may be the misspelt name of a bundled
-- dataset.
local function open_file(path, options)
  local opening = require "parley.storage.open"
  if options.mode or options.schema == false or not path:find "^[%w_-]+$" then
    return opening.open(path, options, ABOVE)
  end
  local careful = { mode = "rw" }
  for key, value in pairs(options) do careful[key] = value end
  local ds, message, code = opening.open(path, careful, ABOVE)
  if code == "missing_file" then errors.raise("no_name.dataset", { name = path, known = parley.datasets() }) end
  return ds, message, code
end

--- Opens a dataset: a bundled one in memory (by its name; the first one without), a SQLite file, or ":memory:".
-- Options: mode "ro", "rw" or "rwc" (the default: created when missing, which a name without a slash or a dot has to
-- state); schema = false for any SQLite file as it is (then mode "ro" is the default); timeout in milliseconds to wait
-- for a lock; policy = {…}, which claims are shown (doc/claims.md); bundled = name of a dataset that comes with Parley,
-- instead of a path.
---@param path string|table|nil
---@param options table?
---@return parley.Dataset? ds, string? message, string? code
function parley.open(path, options)
  if type(path) == "table" and options == nil then path, options = nil, path end
  if path ~= nil and (type(path) ~= "string" or path == "" or path:find("\0", 1, true)) then
    errors.raise("bad_type.open_path", {
      got = path == "" and { key = "empty_one" } or type(path) == "string" and { key = "with_zero_byte" }
        or { key = "of_type", type = type(path) } })
  end
  if path ~= nil then path, options = named(path, options) end
  options = checked(options, path)
  if path == nil then return with_policy(options, open_bundled(options)) end
  if options.bundled ~= nil then
    errors.raise "bad_argument.path_and_bundled"
  end
  return with_policy(options, open_file(path, options))
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
function parley.attach(store, options)
  if type(store) ~= "userdata" then
    errors.raise("bad_type.attach_store", { got = type(store) })
  end
  options = checked(options, "")
  return with_policy(options, require("parley.storage.open").attach(store, options, ABOVE))
end

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
function parley.frame(rows, options) return require("parley.frame.from_rows").frame(rows, options) end

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
