--- diff in the naive engine: every row of one side is held against every row of the other.

local plain = require "parley.base.plain_text"
local relations = require "spec.support.plain_engine.relations"

local OWN = { "change", "column", "before", "after" }

local function column_named(relation, name)
  for _, column in ipairs(relation.columns) do
    if column.name == name then return column end
  end
end

local function text_of(value)
  if value == nil or type(value) == "string" then return value end
  return plain.bare(value)
end

-- The row of a relation whose keys are those of a row of the other; places are { here, there } each.
local function met(row, rows, places)
  for _, other in ipairs(rows) do
    local same = true
    for _, place in ipairs(places) do same = same and row[place[1]] == other[place[2]] end
    if same then return other end
  end
end

-- Places of the columns that both have: the keys, and the others.
local function common_places(left, right, names)
  local is_key, keys, others = {}, {}, {}
  for _, name in ipairs(names) do is_key[name] = true end
  for _, name in ipairs(names) do keys[#keys + 1] = { column_named(left, name).at, column_named(right, name).at } end
  for _, column in ipairs(left.columns) do
    local there = column_named(right, column.name)
    if there and not is_key[column.name] then others[#others + 1] = { column.at, there.at, column.name } end
  end
  return keys, others
end

local function diff(left, right, given)
  local keys, others = common_places(left, right, given.key)
  local back, columns, rows = {}, {}, {}
  for i, name in ipairs(given.key) do
    back[i], columns[i] = { keys[i][2], keys[i][1] }, { name = name, type = column_named(left, name).type }
  end
  for i, name in ipairs(OWN) do columns[#keys + i] = { name = name, type = "text" } end
  local function add(row, side, ...)
    local made = {}
    for i, place in ipairs(keys) do made[i] = row[place[side]] end
    for i = 1, select("#", ...) do made[#keys + i] = (select(i, ...)) end
    rows[#rows + 1] = made
  end
  for _, row in ipairs(left.rows) do
    local other = met(row, right.rows, keys)
    if not other then add(row, 1, "gone") end
    for _, place in ipairs(other and others or {}) do
      local before, after = row[place[1]], other[place[2]]
      if before ~= after then add(row, 1, "changed", place[3], text_of(before), text_of(after)) end
    end
  end
  for _, row in ipairs(right.rows) do
    if not met(row, left.rows, back) then add(row, 2, "added") end
  end
  return relations.made(columns, rows)
end

return diff
