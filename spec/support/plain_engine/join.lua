-- Joins in the naive engine: every row of the left is held against every row of the right.

local core = require "parley.core"
local relations = require "spec.support.plain_engine.relations"

local made = relations.made

local function column_at(relation, name)
  for _, column in ipairs(relation.columns) do
    if column.name == name then return column.at end
  end
end

local function key_pairs(left, right, on)
  local pairs_of_places = {}
  if type(on) == "string" then on = { [on] = on } end
  for a, b in pairs(on) do pairs_of_places[#pairs_of_places + 1] = { column_at(left, a), column_at(right, b), b, a } end
  return pairs_of_places
end

local function meets(a, b, keys, missing)
  for _, key in ipairs(keys) do
    if key ~= keys.date and (a[key[1]] == nil and missing ~= "match" or a[key[1]] ~= b[key[2]]) then return false end
  end
  return true
end

-- In time: the pair of dates among the keys is no equality.
local function date_pair(left, keys)
  for _, key in ipairs(keys) do
    for _, column in ipairs(left.columns) do
      if column.at == key[1] and column.type == "date" then return key end
    end
  end
end

-- How many days lie between the dates of two rows; endless where one is not one day.
local function apart(a, b, key)
  local one, other = a[key[1]] and core.day(a[key[1]]), b[key[2]] and core.day(b[key[2]])
  return one and other and math.abs(one - other) or math.huge
end

-- The rows of the right that a row meets.
local function partners(row, right, keys, given)
  local met, least = {}, given.within or math.huge
  for _, with in ipairs(right.rows) do
    if meets(row, with, keys, given.missing) then
      met[#met + 1] = with
      if keys.date then least = math.min(least, apart(row, with, keys.date)) end
    end
  end
  if not keys.date then return met end
  local near = {}
  for _, with in ipairs(met) do
    if apart(row, with, keys.date) == least then near[#near + 1] = with end
  end
  return near
end

-- A key's column whose name is taken gets a name of its own, by a number if need be.
local function free_name(columns, name, is_key)
  local function is_taken(wanted)
    for _, column in ipairs(columns) do
      if column.name == wanted then return true end
    end
  end
  if not is_taken(name) then return name end
  local free, at = "right_" .. name, 2
  while is_key and is_taken(free) do free, at = ("right_%s_%d"):format(name, at), at + 1 end
  return free
end

-- The right columns that come along: places and records. Keys do, but where both sides have the same in one name.
local function beside(left, right, keys, kind)
  local places, columns = {}, table.move(left.columns, 1, #left.columns, 1, {})
  for i, column in ipairs(columns) do columns[i] = relations.column_like(column.name, column.type, column) end
  for _, column in ipairs(right.columns) do
    local dropped, is_key = false, false
    for _, key in ipairs(keys) do
      if key[3] == column.name then
        is_key, dropped = true, kind == "inner" and key[4] == column.name and key ~= keys.date
      end
    end
    if not dropped then
      places[#places + 1] = column.at
      local name = free_name(columns, column.name, is_key)
      columns[#columns + 1] = relations.column_like(name, column.type, column)
    end
  end
  return places, columns
end

local function join(left, right, given)
  local keys, rows = key_pairs(left, right, given.on), {}
  keys.date = given.within and date_pair(left, keys)
  local places, columns = beside(left, right, keys, given.kind or "inner")
  local function add(row, with)
    local joined = table.move(row, 1, #left.columns, 1, {})
    for i, place in ipairs(places) do joined[#left.columns + i] = with[place] end
    rows[#rows + 1] = joined
  end
  local one_side = given.kind == "semi" or given.kind == "anti"
  for _, row in ipairs(left.rows) do
    local met = partners(row, right, keys, given)
    if one_side then
      if #met > 0 == (given.kind == "semi") then rows[#rows + 1] = row end
    else
      for _, with in ipairs(met) do add(row, with) end
      if given.kind == "left" and #met == 0 then add(row, {}) end
    end
  end
  return one_side and { columns = left.columns, rows = rows } or made(columns, rows)
end

return join
