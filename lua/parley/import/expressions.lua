--- Expressions over the row of a file: written in Parley's own language, computed by the database.
-- All expressions of a mapping are one query over a temporary table that holds the row at hand.

local errors = require "parley.base.errors"
local home = require "parley.query.home"

local expressions = {}

local counter = 0

local function engine() return require "parley.query.sql.compile" end

local function info_of(names, types)
  counter = counter + 1
  local info = { name = ("import_row_%d"):format(counter), title = "the file", meaning = "a row", raw = true,
    columns = {}, by_name = {} }
  for i, name in ipairs(names) do
    info.columns[i] = { name = name, type = types[name] or "text" }
    info.by_name[name] = info.columns[i]
  end
  return info
end

--- Begins a list of expressions over the columns of a file.
---@param ds parley.Dataset
---@param names string[]
---@param types table<string, string>
---@return table
function expressions.new(ds, names, types)
  local info = info_of(names, types or {})
  local of_row = home.new { engine = engine, store = ds.store, functions = ds.functions }
  return { store = ds.store, info = info, home = of_row, texts = {}, results = {} }
end

-- The table, and the query that computes all expressions over it.
local function prepare(self)
  local columns = self.info.columns
  self.row_table = require("parley.storage.temporary_tables").create(self.store, self.info.name, columns)
  for i, name in ipairs(self.row_table.names) do columns[i].stored = name end
  local q = require("parley.query.query").from(self.home, self.info):select(table.unpack(self.texts))
  self.plan = engine().compile(q)
end

-- Computes all expressions for a row, once.
local function compute(self, row)
  if self.row == row then return end
  if not self.plan then prepare(self) end
  local params = { n = #self.info.columns }
  for i, column in ipairs(self.info.columns) do params[i] = row[column.name] end
  self.row_table:hold(params)
  self.results = table.pack(engine().first(self.plan))
  self.row = row
end

--- Adds an expression; gives a getter for it.
---@param self table
---@param text string
---@return fun(row: table): any, parley.Error?
function expressions.add(self, text)
  if type(text) ~= "string" then errors.raise("bad_type.mapping_expression", { got = type(text) }) end
  local place = #self.texts + 1
  -- checked by itself, so that a message shows it alone
  require("parley.query.query").from(self.home, self.info):select(text .. " as v")
  self.texts[place] = ("%s as v%d"):format(text, place)
  return function(row)
    local done, err = pcall(compute, self, row)
    if not done then return nil, errors.caught(err) end
    return self.results[place]
  end
end

local function add_columns(node, list)
  if type(node) ~= "table" then return end
  if node.kind == "column" then list[#list + 1] = node.path[1] end
  for _, part in pairs(node) do add_columns(part, list) end
end

--- The columns that an expression names, in no order.
---@param text string
---@return string[]
function expressions.columns(text)
  local list = {}
  add_columns(require("parley.query.expr").parse(text), list)
  return list
end

--- Drops the temporary table.
function expressions.close(self)
  if self.row_table then self.row_table:drop() end
end

return expressions
