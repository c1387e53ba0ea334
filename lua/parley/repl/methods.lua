--- What datasets, queries, Frames and rows look like when they are printed.

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"

-- Loaded with the first thing that is printed: these methods are looked through for any that is lent.
local function printing() return require "parley.repl.print" end

local Dataset, Query, Frame, Record, Rows, Row = {}, {}, {}, {}, {}, {}

-- Printing must not fail: what is wrong is what is printed.
function Dataset.__tostring(ds)
  if not ds.store:is_open() then return "parley.Dataset (closed)" end
  local ok, text = pcall(printing().tables, ds)
  return ok and text or ("parley.Dataset, which cannot be read: %s"):format(errors.caught(text).message)
end

local function rows_to_show(n)
  if n == "all" then return math.maxinteger - 1 end
  return n and options.whole_number(n, { key = "n_of_show" })
end

local SHOWN = { "rows", "columns", "width", "wrap" }

local function names_to_show(names)
  if type(names) == "string" then names = { names } end
  if names ~= nil and type(names) ~= "table" then
    errors.raise("bad_type.text_list", { what = options.of("show{}", "columns"), got = type(names) })
  end
  return names
end

-- What show() was asked: a number of rows, "all", or a table of options.
local function asked(given)
  if type(given) ~= "table" then return { rows = rows_to_show(given) } end
  given = options.check(given, "show{}", SHOWN)
  return { rows = rows_to_show(given.rows), columns = names_to_show(given.columns),
    width = given.width and options.whole_number(given.width, options.of("show{}", "width")),
    wrap = options.switch(given.wrap, "wrap") }
end

--- A preview of the first `n` rows, or of "all", where the REPL's own shows ten; or with options.
--- Errors: bad_argument.
--- See also: limit, columns.
--- Example: ds.talks:select("id", "place"):show(2)
---@param given integer|"all"|parley.ShowOptions|nil
---@return string
function Query:show(given)
  self:columns()          -- what cannot run says so before the number is looked at
  return printing().preview(self, asked(given))
end

--- A preview of the first `n` rows, or of "all", where the REPL's own shows ten; or with options, as of a query.
--- Example: parley.frame { { n = 1 }, { n = 2 }, { n = 3 } }:show(2)
---@param given integer|"all"|parley.ShowOptions|nil
---@return string
function Frame:show(given) return printing().preview(self, asked(given)) end

-- The same, with the query.
function Query:__tostring()
  if self.keys then return "parley.Query: groups; say what to make of them with summarise(...) or count()" end
  local ok, text = pcall(printing().preview, self)
  if ok then return text end
  local has_text, statement = pcall(self.sql, self)
  return ("parley.Query, which cannot run: %s%s"):format(errors.caught(text).message,
    has_text and statement and "\n" .. statement or "")
end

function Frame:__tostring() return printing().preview(self) end

-- Notes with each field how firm it is, and who says something else.
local function add_standing(fields, q, id)
  local home = q.home
  if not (home.claims_info and home:claims_info(q.info)) then return end
  local view = q.day and home:as_of(core.day_text(q.day)) or home
  local standing = require("parley.analysis.standing_of_fields").of(view, q.info, id, q.day)
  for _, field in ipairs(fields) do
    local found = standing[field.name] or {}
    field.certainty, field.others, field.tie = found.certainty, found.others, found.tie
  end
end

function Record:__tostring()
  local record = require "parley.query.record"
  local from = record.origin(self)
  local q, id = from.query, from.id
  if not q.home:is_open() then return ("parley.Record: %s %s (dataset closed)"):format(q.info.name, id) end
  local title = ("%s %s"):format(q.info.name, id)
  if q.day then title = title .. " as of " .. core.day_text(q.day) end
  local fields = record.fields(self)
  add_standing(fields, q, id)
  return printing().record { title = title, fields = fields }
end

local function frame_of(list)
  local columns = require("parley.base.printed_lists").columns(list)
  return require("parley.frame.from_rows").frame(list, { columns = columns })
end

function Rows:__tostring() return printing().preview(frame_of(self)) end

--- A preview of a list of rows, as of a query.
---@param given integer|"all"|parley.ShowOptions|nil
---@return string
function Rows:show(given) return printing().preview(frame_of(self), asked(given)) end

function Row:__tostring()
  local fields = {}
  for i, name in ipairs(require("parley.base.printed_lists").columns(self)) do
    fields[i] = { name = name, value = self[name] }
  end
  return printing().record { fields = fields }
end

return {
  ["parley.Dataset"] = Dataset, ["parley.Query"] = Query, ["parley.Frame"] = Frame, ["parley.Record"] = Record,
  ["parley.Rows"] = Rows, ["parley.Row"] = Row,
}
