--- What datasets, queries, Frames and rows look like when they are printed.

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"

-- Loaded with the first thing that is printed: these methods are looked through for any that is lent.
local function printing() return require "parley.repl.print" end

local Dataset, Query, Frame, Record, Rows, Row = {}, {}, {}, {}, {}, {}

function Dataset.__tostring(ds)
  if not ds.store:is_open() then return "parley.Dataset (closed)" end
  return printing().tables(ds)
end

local function rows_to_show(n)
  if n == "all" then return math.maxinteger - 1 end
  return options.whole_number(n == nil and 10 or n, { key = "n_of_show" })
end

--- A preview of the first `n` rows, or of "all", where the REPL's own shows ten.
---@param n integer|"all"|nil
---@return string
function Query:show(n)
  self:columns()          -- what cannot run says so before the number is looked at
  return printing().preview(self, { rows = rows_to_show(n) })
end

--- A preview of the first `n` rows, or of "all", where the REPL's own shows ten.
---@param n integer|"all"|nil
---@return string
function Frame:show(n) return printing().preview(self, { rows = rows_to_show(n) }) end

-- Printing must not fail: what is wrong is what is printed, with the query.
function Query:__tostring()
  if self.keys then return "parley.Query: groups; say what to make of them with summarise(...) or count()" end
  local ok, text = pcall(printing().preview, self)
  if ok then return text end
  local has_text, statement = pcall(self.sql, self)
  return ("parley.Query, which cannot run: %s%s"):format(errors.caught(text).message,
    has_text and statement and "\n" .. statement or "")
end

function Frame:__tostring() return printing().preview(self) end

-- Marks the fields in which no claim is firmer, nor given by more sources, than another; all bounds of a quantity.
local function mark_ties(fields, q, id)
  local home, tied = q.home, {}
  if not (home.claims_info and home:claims_info(q.info)) then return end
  local view = q.day and home:as_of(core.day_text(q.day)) or home
  local evidence = view:evidence(q.info.name, id)
  for i = 1, #evidence do
    for name in (evidence[i].tied_fields or ""):gmatch "[^; ]+" do
      local column = q.info.by_name[name]
      tied[column.quantity or name] = true
    end
  end
  for _, field in ipairs(fields) do
    local column = q.info.by_name[field.name]
    field.tie = column ~= nil and tied[column.quantity or column.name] or nil
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
  mark_ties(fields, q, id)
  return printing().record { title = title, fields = fields }
end

function Rows:__tostring()
  local columns = require("parley.base.printed_lists").columns(self)
  return printing().preview(require("parley.frame.from_rows").frame(self, { columns = columns }))
end

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
