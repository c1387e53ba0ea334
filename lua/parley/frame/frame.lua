--- Frames as Lua sees them: columns in memory, made in C, with what is said of them here.

local attachments = require "parley.base.attachments"
local core = require "parley.core"
local errors = require "parley.base.errors"
local printed_lists = require "parley.base.printed_lists"
local public_call = require "parley.base.public_call"
local suggest = require "parley.base.suggest"

local frame = {}

local origins = setmetatable({}, { __mode = "k" })      -- Frame -> the table its rows come from

--- Notes from which table of a dataset the rows of a Frame come; gives the Frame.
function frame.note_origin(f, name)
  origins[f] = name
  return f
end

--- The table the rows of a Frame come from, where that is known.
---@return string?
function frame.origin(f) return origins[f] end

--- Whether a value is a Frame.
---@param value any
---@return boolean
function frame.is_frame(value)
  local metatable = getmetatable(value)
  return type(value) == "userdata" and metatable ~= nil and metatable.__name == "parley.Frame"
end

-- Methods -----------------------------------------------------------------------------------------------

local methods = core.frame_methods

-- Lists and rows that print what is in them, as a query's do.
local plain = { columns = methods.columns, types = methods.types, first = methods.first, all = methods.all,
  values = methods.values, each = methods.each }

--- Names of the columns.
---@return string[]
function methods:columns() return printed_lists.names(plain.columns(self)) end

--- Types of the columns, in the same order.
---@return string[]
function methods:types() return printed_lists.names(plain.types(self)) end

--- The first row, or nil.
---@return table?
function methods:first() return printed_lists.row(plain.first(self), self:columns()) end

--- All rows, as a list of tables.
---@return table[]
function methods:all() return printed_lists.rows(plain.all(self), self:columns()) end

--- What its rows left out, undecided, cut or guessed: a list of { kind, count, note }. What a query leaves undecided is
-- counted when it is first asked for.
--- See also: sniff.
--- Example: #parley.frame({{n = 3}}):notes()
---@return parley.Note[]
function methods:notes() return require("parley.base.notes").of(self) end

local function check_name(value, at, what)
  if type(value) == "string" then return end
  errors.raise("bad_type.column_argument", { at = at, what = what, got = type(value) })
end

--- The values of a column, as a list in which missing ones are nil, and its length.
--- Errors: bad_type, no_column.
--- See also: each.
--- Example: f = parley.frame{{n = 3}, {n = 4}}
--- Example: f:values("n")[2]
---@param name string
---@return any[] values, integer n
function methods:values(name)
  check_name(name, 1, "values")
  return plain.values(self, name)
end

--- Plain values, row by row: `for a, b in f:each("a", "b") do`; all columns without arguments.
--- Errors: bad_type, no_column.
--- See also: rows, values.
--- Example: for n in parley.frame({{n = 3}, {n = 4}}):each("n") do print(n) end
---@param ... string  names of columns
---@return fun(): any next
function methods:each(...)
  for i = 1, select("#", ...) do check_name((select(i, ...)), i, "each") end
  return plain.each(self, ...)
end

local count_rows = methods.count

--- Number of rows, or of rows with a value of `x`.
--- Errors: bad_expression, no_column.
--- Example: parley.frame({{n = 3}, {n = 4}}):count()
---@param ... string  an expression, or none
---@return integer
function methods:count(...)
  if select("#", ...) == 0 then return count_rows(self) end
  return self:count_values(...)
end

--- The Frame itself, so that a query's end can be asked of it too.
--- Example: parley.frame({{n = 3}}):frame():count()
---@return parley.Frame
function methods:frame() return self end

local function guarded(class) return public_call.colons(public_call.all(class), "a_frame", frame.is_frame) end

attachments.onto("parley.Frame", guarded(methods), guarded)

-- What a Frame does not have is a slip, whereas f[i] beyond the last row is nil: C asks `missing` for names only.

local function method_names()
  local names = {}
  for name in pairs(methods) do names[#names + 1] = name end
  table.sort(names)
  return names
end

function core.frame_metatable.missing(f, key)
  if suggest.contains(f:columns(), key) then
    errors.raise("bad_argument.frame_column_access", { key = key })
  end
  local call = require("parley.base.foreign_verbs")[key]
  errors.raise("no_name.frame", { name = key, known = not call and method_names() or nil,
    hint = call and { key = "use_verb", call = call } or nil })
end

-- Rows by their numbers, as ipairs() has them.
function core.frame_metatable.__pairs(f) return ipairs(f) end

core.frame_metatable.__tostring = attachments.printed "parley.Frame"

return frame
