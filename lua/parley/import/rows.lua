--- Rows of a file in a table without claims, by the loader in C: added, updated or unchanged by their id.
-- Where the mapping only copies columns, the loader takes them from the reader itself and no row passes
-- through Lua. A table of a file that is empty is filled without its indexes, which are made at the end; on a server
-- nobody could read it meanwhile.

local connection = require "parley.storage.connection"
local core = require "parley.core"
local plain = require "parley.base.plain_text"
local statements = require "parley.storage.statements.rows"
local values = require "parley.import.values"

-- Loaded with the first word of a vocabulary.
local function writing() return require "parley.claims.writing" end

local rows = {}

--- ## What is written

-- Names, parameters and types of the columns that are written: the id first.
local function targets_of(target)
  local list, next_parameter = {}, 1
  local function add(column, entry, braces)
    local reading = entry.reading or {}
    list[#list + 1] = { name = column.name, type = column.type, parameter = next_parameter, entry = entry,
      column = column, braces = braces, of_provenance = braces and column.name ~= "id",
      dates = reading.dates, short_years = reading.short_years,
      decimal = reading.decimal, thousands = reading.thousands,
      least = column.least, most = column.most }
    next_parameter = next_parameter + (column.type == "date" and 3 or 1)
  end
  add(target.info.by_name.id, { given = target.id_given }, true)
  for _, entry in ipairs(target.columns) do add(entry.column, entry) end
  for _, entry in ipairs(target.provenance) do add(entry.column, entry, true) end
  return list
end

-- The columns of the table that the targets fill: a date has its two days after it.
local function columns_of(targets)
  local columns = {}
  for _, target in ipairs(targets) do
    columns[#columns + 1] = { name = target.name, parameter = target.parameter, type = target.type }
    if target.type == "date" then
      for i, day in ipairs { "_start", "_end" } do
        columns[#columns + 1] = { name = target.name .. day, parameter = target.parameter + i, of = target.parameter,
          type = "integer" }
      end
    end
  end
  return columns
end

--- ## Plans that C can follow alone

-- Text of a constant as the engine reads it, clean as cells are.
local function constant_text(value)
  return type(value) == "number" and plain.number(value) or core.clean(tostring(value))
end

-- Whether what stands between cells is clean, and stays so between them: no blanks at the ends, nothing to compose.
local function is_clean(pieces)
  for i, piece in ipairs(pieces) do
    local before, after = i > 1 and "x" or "", i < #pieces and "x" or ""
    local around = type(piece) == "string" and before .. piece .. after
    if around and core.clean(around) ~= around then return false end
  end
  return true
end

-- A VALUE in its long form; nil for a function.
local function long_form(given, braces)
  if type(given) == "table" then return given end
  if type(given) ~= "string" then return nil end
  return braces and given:find "{" and { template = given } or { column = given }
end

-- What a target is made of: pieces with places of columns, or a constant; nil where Lua is needed.
local function simple(entry, places, braces)
  local given = long_form(entry.given, braces)
  if not given or given.map or given.country then return nil end
  if given.value ~= nil then return nil, constant_text(given.value) end
  if not (given.column or given.template) then return nil end
  local pieces = given.template and values.pieces(given.template) or { { given.column } }
  local made = {}
  if not is_clean(pieces) then return nil end
  for i, piece in ipairs(pieces) do
    made[i] = type(piece) == "table" and places[piece[1]] or piece
    if type(made[i]) == "table" then return nil end
  end
  return made
end

--- The places of columns by their names.
---@param names string[]
---@return table<string, integer>
function rows.places_of(names)
  local places = {}
  for i, name in ipairs(names) do places[name] = i end
  return places
end

-- A constant that is a word of its vocabulary, and points at what is there.
local function is_good_constant(self, column, value)
  local ds = self.context.ds
  if column.vocabulary and not writing().checked_value(ds, column, value) then return false end
  return not column.references or statements.exists(ds.store, column.references, value)
end

-- Whether an id is made of days that the file writes in an order of its own.
local function has_days(self, entry)
  local given = long_form(entry.given, true)
  return given ~= nil and given.template ~= nil and values.has_order(self.context, values.pieces(given.template))
end

-- Whether C can take a column by itself. Words and references have to be looked up, and times of day read.
local function is_simple(self, one, places)
  local column = one.column
  if column.clock then return false end
  local pieces, constant = simple(one.entry, places, one.braces)
  if not pieces then return constant ~= nil and is_good_constant(self, column, constant) end
  if column.vocabulary or column.references then return false end
  if column.name == "id" then return not has_days(self, one.entry) end
  return #pieces == 1 or column.type == "text"
end

local function delimiters_of(entry)
  local given = long_form(entry.given, true)
  return given and given.template and values.delimiters(values.pieces(given.template)) or nil
end

-- Says for each target how it is filled where C takes the rows: from cells, or from what is made.
local function set_pieces(self, targets, target)
  local places = rows.places_of(self.context.names)
  for i, one in ipairs(targets) do
    one.made = not is_simple(self, one, places) or i == 1 and target.optional_id
    if not one.made then one.pieces, one.constant = simple(one.entry, places, one.braces) end
    if i == 1 and not one.made then one.delimiters = delimiters_of(one.entry) end
  end
end

--- What a loader fills, the id first: { name, type, parameter, column, entry } and how a value is read, of columns and
--- of the provenance.
---@param self table the plan
---@param target table of it
---@param alone boolean whether C takes the rows from the reader itself
---@return table[]
function rows.targets(self, target, alone)
  local list = targets_of(target)
  if alone then set_pieces(self, list, target) end
  return list
end

--- ## Loaders

local Rows = {}
Rows.__index = Rows

--- A loader for one target of a plan.
---@param store userdata
---@param self table the plan
---@param target table
---@param alone (fun(targets: table[]): table?)? where C takes the rows from the reader: gives what is made of them
---@param whole boolean whether all rows come in one transaction
---@param yielding boolean? whether rows that are there already may be newer: one with other values is refused then
---@param holding table? the import, where its rows are held and sent together
---@return table
function rows.open(store, self, target, alone, whole, yielding, holding)
  local targets, info = rows.targets(self, target, alone ~= nil), target.info
  local loader = setmetatable({ store = store, info = info, targets = targets, indexes = {}, params = {} }, Rows)
  local columns, write = columns_of(targets), self.writes and self.writes[info.name]
  if alone and (write or connection.copies(store, info) or connection.sends_on(store, info)) then
    loader.pieces = require("parley.import.piece_loader").open(store, info, columns,
      { targets = targets, make = alone(targets) }, write)
    loader.core = loader.pieces
    return loader
  end
  if holding then
    loader.core = require("parley.import.held_rows").open(holding, info, columns, targets, write)
    return loader
  end
  if write then
    loader.core = require("parley.import.part_loaders").open(write, info, columns, { targets = targets,
      yielding = yielding })
    return loader
  end
  local loading = statements.loading(store, info, columns)
  loading.targets, loading.make, loading.yielding = targets, alone and alone(targets), yielding
  if yielding then loading.before = 0 end             -- all are taken for rows of this file
  if alone and whole and loading.before == 0 then loader.indexes = statements.take_indexes(store, info.name) end
  local in_c = connection.has_loader(store, info) and not connection.copies(store, info)
  loader.core = in_c and core.loader(store, loading) or require("parley.import.row_loader").open(store, loading)
  return loader
end

--- Stores a row that Lua has made: "added", "updated" or "unchanged"; nil, column and why when it is refused.
---@param made table
---@return string? how, string? column, parley.Error? why
function Rows:put(made)
  local params = self.params
  for i, target in ipairs(self.targets) do
    local value = made.values[target.name]
    if i == 1 then value = made.id end
    params[i] = type(value) == "number" and plain.number(value) or value
    if value == nil then params[i] = false end
    if type(value) == "boolean" then params[i] = tostring(value) end
  end
  return self.core:put(params)
end

--- Makes the indexes again, and marks the words of the table as not indexed yet.
function Rows:finish()
  self.core:close()
  if #self.indexes > 0 then self.store:exec(table.concat(self.indexes, ";")) end
  local full_text = require "parley.storage.full_text"
  if self.info.bulk then full_text.mark_stale(self.store, self.info) else full_text.fill(self.store, self.info) end
end

--- Gives back what the loader holds, also after a failure.
function Rows:close() self.core:close() end

return rows
