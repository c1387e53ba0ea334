--- Rows of a file in a table without claims, by the loader in C: added, updated or unchanged by their id.
-- Where the mapping only copies columns, the loader takes them from the reader itself and no row passes
-- through Lua. A table that is empty is filled without its indexes, which are made at the end.

local core = require "parley.core"
local plain = require "parley.base.plain_text"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"
local values = require "parley.import.values"

local quote = schema.quote

local rows = {}

--- ## SQL

-- Names, parameters and types of the columns that are written: the id first.
local function targets_of(target)
  local list, next_parameter = {}, 1
  local function add(column, entry)
    local reading = entry and entry.reading or {}
    list[#list + 1] = { name = column.name, type = column.type, parameter = next_parameter, entry = entry,
      dates = reading.dates, short_years = reading.short_years, least = column.least, most = column.most,
      bounds = column.least and values.bounds(column) }
    next_parameter = next_parameter + (column.type == "date" and 3 or 1)
  end
  add(target.info.by_name.id, { given = target.id_given })
  for _, entry in ipairs(target.columns) do add(entry.column, entry) end
  return list
end

local function statements(info, targets)
  local names, marks, same, set = {}, {}, {}, {}
  local function add(name, parameter)
    names[#names + 1], marks[#marks + 1] = quote(name), "?" .. parameter
    if parameter > 1 then
      same[#same + 1] = ("%s IS ?%d"):format(quote(name), parameter)
      set[#set + 1] = ("%s = ?%d"):format(quote(name), parameter)
    end
  end
  for _, target in ipairs(targets) do
    add(target.name, target.parameter)
    if target.type == "date" then
      add(target.name .. "_start", target.parameter + 1)
      add(target.name .. "_end", target.parameter + 2)
    end
  end
  local name = quote(info.name)
  return {
    insert = ("INSERT INTO %s(%s) VALUES (%s) ON CONFLICT(id) DO NOTHING"):format(name, table.concat(names, ", "),
      table.concat(marks, ", ")),
    compare = ("SELECT rowid, %s FROM %s WHERE id = ?1"):format(#same > 0 and table.concat(same, " AND ") or "1", name),
    update = #set > 0 and ("UPDATE %s SET %s WHERE id = ?1"):format(name, table.concat(set, ", "))
      or ("SELECT ?1 WHERE false"),
  }
end

--- ## Plans that C can follow alone

-- Text of a constant as the engine reads it.
local function constant_text(value)
  return type(value) == "number" and plain.number(value) or tostring(value)
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
  if not given or given.map then return nil end
  if given.value ~= nil then return nil, constant_text(given.value) end
  if not (given.column or given.template) then return nil end
  local pieces = given.template and values.pieces(given.template) or { { given.column } }
  local made = {}
  for i, piece in ipairs(pieces) do
    made[i] = type(piece) == "table" and places[piece[1]] or piece
    if type(made[i]) == "table" then return nil end
  end
  return made
end

local function places_of(names)
  local places = {}
  for i, name in ipairs(names) do places[name] = i end
  return places
end

-- Words and references have to be looked up, and a type of the user's own changes what a value is.
local function is_simple_column(entry, places, types)
  local pieces, constant = simple(entry, places)
  local column, given = entry.column, long_form(entry.given)
  if not pieces then return constant ~= nil end
  if column.vocabulary or column.references then return false end
  return not types[given.column] and (#pieces == 1 or column.type == "text")
end

--- Whether a plan needs no Lua for its rows.
---@param self table a plan
---@param given table options of reading
---@param json boolean
---@return boolean
function rows.is_simple(self, given, json)
  local target = self.targets[1]
  if json or #self.targets > 1 or target.info.claims then return false end
  if target.when or target.each or target.optional_id then return false end
  local places = places_of(self.context.names)
  for _, entry in ipairs(target.columns) do
    if not is_simple_column(entry, places, given.types or {}) then return false end
  end
  return simple({ given = target.id_given }, places, true) ~= nil
end

local function set_simple(targets, names)
  local places = places_of(names)
  for i, target in ipairs(targets) do
    target.pieces, target.constant = simple(target.entry, places, i == 1)
  end
end

--- ## Indexes

-- Takes the plain indexes off an empty table; gives the statements that make them again.
local function take_indexes(store, name)
  local sql = [[SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL
    AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY name]]
  local taken, dropped = {}, {}
  for index, text in store:each(sql, { n = 1, name }) do
    taken[#taken + 1], dropped[#dropped + 1] = text, "DROP INDEX " .. quote(index)
  end
  -- a query that is being read holds the table: then they stay
  local done, problem = pcall(savepoints.run, store, "parley_indexes", store.exec, store, table.concat(dropped, ";"))
  if not done and not store:in_transaction() then error(problem, 0) end   -- all of it was undone
  return done and taken or {}
end

--- ## Loaders

local Rows = {}
Rows.__index = Rows

--- A loader for one target of a plan.
---@param store userdata
---@param self table the plan
---@param target table
---@param alone boolean whether C takes the rows from the reader itself
---@param whole boolean whether all rows come in one transaction
---@return table
function rows.open(store, self, target, alone, whole)
  local targets, info = targets_of(target), target.info
  if alone then set_simple(targets, self.context.names) end
  local before = store:values(("SELECT coalesce(max(rowid), 0) FROM %s"):format(quote(info.name)))
  local loader = setmetatable({ store = store, info = info, targets = targets, indexes = {}, params = {} }, Rows)
  loader.cache = store:values "PRAGMA cache_size"
  store:exec "PRAGMA cache_size = -16000"
  if alone and whole and before == 0 then loader.indexes = take_indexes(store, info.name) end
  local plan = statements(info, targets)
  plan.before, plan.targets = before, targets
  loader.core = core.loader(store, plan)
  return loader
end

--- Stores a row that Lua has made: "added", "updated" or "unchanged"; nil, column and reason when it is refused.
---@param made table
---@return string? how, string? column, string? reason
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
  local search = require "parley.storage.full_text"
  if self.info.bulk then search.mark_stale(self.store, self.info) else search.fill(self.store, self.info) end
end

--- Gives back what the loader holds, also after a failure.
function Rows:close()
  self.core:close()
  if self.store:is_open() then pcall(self.store.exec, self.store, ("PRAGMA cache_size = %d"):format(self.cache)) end
end

return rows
