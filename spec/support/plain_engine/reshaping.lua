-- The verbs of the naive engine that put rows below each other, union, unpivot and complete; and sample, which draws
-- some.

local relations = require "spec.support.plain_engine.relations"
local traits = require "parley.base.traits"

local made = relations.made

local reshaping = {}

-- The type of a column that two come into; integers beside numbers become numbers.
local function common_type(a, b)
  assert(a == b or a ~= "text" and b ~= "text", "two types in one column")
  return a == b and a or "number"
end

-- The column that two come into: with traits where both have the same.
local function common_column(a, b)
  return relations.column_like(a.name, common_type(a.type, b.type), traits.same(a, b) and a or nil)
end

local function as(value, type) return type == "number" and value and value + 0.0 or value end

local function column_named(columns, name)
  for _, column in ipairs(columns) do
    if column.name == name then return column end
  end
end

function reshaping.union(upper, lower)
  local columns, rows = {}, {}
  for i, column in ipairs(upper.columns) do
    local met = column_named(lower.columns, column.name)
    columns[i] = met and common_column(column, met) or relations.column_like(column.name, column.type, column)
  end
  for _, column in ipairs(lower.columns) do
    if not column_named(columns, column.name) then
      columns[#columns + 1] = relations.column_like(column.name, column.type, column)
    end
  end
  for _, side in ipairs { upper, lower } do
    for _, row in ipairs(side.rows) do
      local longer = {}
      for i, column in ipairs(columns) do
        local from = column_named(side.columns, column.name)
        if from then longer[i] = as(row[from.at], column.type) end
      end
      rows[#rows + 1] = longer
    end
  end
  return made(columns, rows)
end

function reshaping.unpivot(relation, given)
  local columns, rows, value, taken = {}, {}, nil, {}
  for _, name in ipairs(given.columns) do
    local column = column_named(relation.columns, name)
    taken[column], value = true, common_column(value or column, column)
  end
  local kept = {}
  for _, column in ipairs(relation.columns) do
    if not taken[column] then
      kept[#kept + 1] = column.at
      columns[#columns + 1] = relations.column_like(column.name, column.type, column)
    end
  end
  value.name = given.values or "value"
  columns[#kept + 1], columns[#kept + 2] = { name = given.names or "name", type = "text" }, value
  for _, name in ipairs(given.columns) do
    local at = column_named(relation.columns, name).at
    for _, row in ipairs(relation.rows) do
      local longer = {}
      for i, place in ipairs(kept) do longer[i] = row[place] end
      longer[#kept + 1], longer[#kept + 2] = name, as(row[at], value.type)
      rows[#rows + 1] = longer
    end
  end
  return made(columns, rows)
end

-- The items of a list; a missing one is one.
local function items_of(list)
  local found = {}
  for item in ((list or "") .. "; "):gmatch "(.-); " do found[#found + 1] = item end
  return found
end

function reshaping.split(relation, name)
  local at, rows = column_named(relation.columns, name).at, {}
  for _, row in ipairs(relation.rows) do
    for i, item in ipairs(items_of(row[at])) do
      local copy = table.move(row, 1, #relation.columns, 1, {})
      if row[at] ~= nil then copy[at] = item end
      rows[#rows + 1] = i == 1 and row[at] == item and row or copy
    end
  end
  return { columns = relation.columns, rows = rows }
end

-- A list, or the whole numbers of a span.
local function values_of(given)
  if type(given) == "table" then return given end
  local list, first, last = {}, given:match "^(%-?%d+)/(%-?%d+)$"
  for value = math.tointeger(first), math.tointeger(last) do list[#list + 1] = value end
  return list
end

local function has(rows, wanted)
  for _, row in ipairs(rows) do
    local same = true
    for at, value in pairs(wanted) do same = same and row[at] == value end
    if same then return true end
  end
  return false
end

function reshaping.complete(relation, given)
  local grid, keys = { {} }, {}
  for _, column in ipairs(relation.columns) do
    if given[column.name] then
      local longer = {}
      for _, row in ipairs(grid) do
        for _, value in ipairs(values_of(given[column.name])) do
          local more = { [column.at] = value }
          for at, other in pairs(row) do more[at] = other end
          if not has(longer, more) then longer[#longer + 1] = more end
        end
      end
      keys[#keys + 1] = { type = column.type, value = function(row) return row[column.at] end }
      grid = longer
    end
  end
  local absent = {}
  for _, row in ipairs(grid) do
    if not has(relation.rows, row) then absent[#absent + 1] = row end
  end
  local rows = table.move(relation.rows, 1, #relation.rows, 1, {})
  absent = relations.sorted(absent, keys)
  return { columns = relation.columns, rows = table.move(absent, 1, #absent, #rows + 1, rows) }
end

-- hash() once more: FNV-1a over a byte for the kind and the bytes of each value, then the finalizer of MurmurHash3.
local function add_bytes(hash, bytes)
  for i = 1, #bytes do hash = (hash ~ bytes:byte(i)) * 0x100000001b3 end
  return hash
end

local function add_value(hash, value)
  if value == nil then return add_bytes(hash, "-") end
  if type(value) == "boolean" then value = value and 1 or 0 end
  if type(value) == "string" then return add_bytes(hash, "t" .. value .. string.pack("<I8", #value)) end
  local whole = math.tointeger(value)
  return add_bytes(hash, whole and "i" .. string.pack("<i8", whole) or "n" .. string.pack("<d", value))
end

local function hash_of(...)
  local hash, values = 0xcbf29ce484222325, table.pack(...)
  for i = 1, values.n do hash = add_value(hash, values[i]) end
  hash = (hash ~ (hash >> 33)) * 0xff51afd7ed558ccd
  hash = (hash ~ (hash >> 33)) * 0xc4ceb9fe1a85ec53
  return hash ~ (hash >> 33)
end

function reshaping.sample(relation, n, seed)
  local drawn, again, seen = {}, {}, {}
  for _, row in ipairs(relation.rows) do
    local hash = hash_of(seed, table.unpack(row, 1, #relation.columns))
    seen[hash] = (seen[hash] or 0) + 1
    drawn[row], again[row] = hash, seen[hash]
  end
  local rows = relations.sorted(relation.rows, {
    { type = "integer", value = function(row) return drawn[row] end },
    { type = "integer", value = function(row) return again[row] end } })
  return { columns = relation.columns, rows = table.move(rows, 1, math.min(n, #rows), 1, {}) }
end

return reshaping
