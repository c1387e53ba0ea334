--- A dialect that no database speaks, which tells what of a statement was made by a dialect and what was not.
-- Names stand in `backticks`, parameters are $1, functions are called fn_NAME, our own literals are N'text', and whatever
-- else SQLite writes in a way of its own stands in {braces}. So text that was made without the dialect stands bare, and
-- `to_sqlite` refuses it where only SQLite would understand it. What it gives runs on SQLite, with the same answers.

local sqlite = require "parley.query.sql.dialect.sqlite"
local strict = require "spec.support.strict_sql"

local other = { name = "other", title = "Other" }

function other.quote(name) return "`" .. name:gsub("`", "``") .. "`" end
function other.text(text) return "N'" .. text:gsub("'", "''") .. "'" end
function other.param(n) return "$" .. n end
function other.call(name, ...) return "fn_" .. name .. "(" .. table.concat({ ... }, ", ") .. ")" end
function other.defined(name) return "{" .. sqlite.quote(name) .. "}" end

-- The table of functions has texts for SQLite alone; the functions in them are called otherwise here.
function other.template(entry, form)
  local text = sqlite.template(entry, form)
  return text and text:gsub("%f[%w_]([%a_][%w_]*)%(", "fn_%1(") or nil
end

function other.last_param(text)
  local last = 0
  for n in text:gsub("`[^`]*`", ""):gmatch "%$(%d+)" do last = math.max(last, math.tointeger(n)) end
  return last
end

-- Entries that give no SQL text, or one that every database reads.
for _, name in ipairs { "fold_name", "is_odd_name", "list", "search_for", "in_order", "shown", "calculated" } do
  other[name] = sqlite[name]
end

local function braced(value)
  if type(value) == "string" then return "{" .. value .. "}" end
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, inner in pairs(value) do copy[key] = braced(inner) end
  return copy
end

-- Types are looked up when they are first asked for.
other.types = setmetatable({}, { __index = function(_, name) return braced(sqlite.types[name]) end })

-- Clauses: what they are given is written in this dialect already, and stands in them as it is.
setmetatable(other, { __index = function(_, key)
  local entry = sqlite[key]
  if type(entry) == "function" then
    return function(...) return braced(entry(...)) end
  end
  return braced(entry)
end })

-- Back to SQLite --------------------------------------------------------------------------------------------------

-- Words and signs that only SQLite reads as they are meant, and functions that only Parley's connections have.
local FOREIGN = { '"', "%?", "PRAGMA", "SAVEPOINT", "RELEASE", "ROLLBACK", "CONFLICT", "REPLACE", "GLOB", "MATCH", "EXPLAIN",
  "TEMP", "AUTOINCREMENT", "WITHOUT ROWID", "GENERATED", "DEFERRABLE", "sqlite_", "json_", "pragma_", "rowid", "temp%.",
  "main%.", "LIMIT %-1", "edtf_", "BOOLEAN", "INTEGER", "TEXT", "strftime", "julianday", "rtrim", "substr", "iif", "char",
  "%f[%w_]best%(", "%f[%w_]fold%(", "%f[%w_]list%(", "%f[%w_]median%(", "%f[%w_]avg%(", "%f[%w_]exact%(" }

-- The text without what was made by the dialect: names, literals, calls, and what stands in braces, however deep.
local function bare(text)
  local plain = text:gsub("`[^`]*`", "``"):gsub("'[^']*'", "''"):gsub("%f[%w_]fn_[%w_]+", "fn")
  return (plain:gsub("%b{}", "{}"))
end

--- A statement in SQLite's dialect; raises where something in it was not made by the dialect.
---@param text string
---@return string
function other.to_sqlite(text)
  local plain = bare(text)
  for _, pattern in ipairs(FOREIGN) do
    local found = plain:find(pattern)
    if found then error(("'%s' was made without the dialect: …%s"):format(pattern, text), 2) end
  end
  local refused = strict.refused(text, plain)
  if refused then error(("only SQLite reads %s: …%s"):format(refused, text), 2) end
  local parts = {}
  -- what stands in backticks is a name, whatever it looks like
  for between, name in (text .. "``"):gmatch "([^`]*)(`[^`]*`)" do
    local before = between:gsub("[{}]", ""):gsub("%$(%d+)", "?%1"):gsub("%f[%w_]fn_", ""):gsub("%f[%w]N'", "'")
    parts[#parts + 1] = before .. (name == "``" and "" or '"' .. name:sub(2, -2):gsub('"', '""') .. '"')
  end
  return table.concat(parts)
end

-- Stores ----------------------------------------------------------------------------------------------------------

local TRANSLATED = { run = true, values = true, each = true, rows = true, frame = true, exec = true }

--- A store that speaks this dialect, over one of SQLite; `seen` takes the statements.
---@param store parley.Store
---@param seen string[]?
---@return table
function other.over(store, seen)
  local wrapped = { dialect = other, sqlite = store }
  return setmetatable(wrapped, { __index = function(_, key)
    local method = store[key]
    if type(method) ~= "function" then return method end
    return function(self, text, ...)
      if not TRANSLATED[key] then return method(store, text, ...) end
      if seen then seen[#seen + 1] = text end
      return method(self.sqlite, other.to_sqlite(text), ...)
    end
  end })
end

--- Calls `fn()` while all stores that are opened speak this dialect.
---@param fn fun()
---@param seen string[]?
function other.speaking(fn, seen)
  local core = require "parley.core"
  local open, loader = core.open, core.loader
  function core.open(...)
    local store, message, code = open(...)
    if not store then return nil, message, code end
    return other.over(store, seen)
  end
  function core.loader(store, plan)
    local copy = {}
    for key, value in pairs(plan) do copy[key] = value end
    for _, key in ipairs { "insert", "compare", "update" } do copy[key] = other.to_sqlite(plan[key]) end
    return loader(store.sqlite or store, copy)
  end
  local done, message = xpcall(fn, debug.traceback)
  core.open, core.loader = open, loader
  if not done then error(message, 0) end
end

return other
