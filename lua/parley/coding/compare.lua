--- Where two datasets contradict each other on the same thing.
-- Method. Rows are paired by their ids, by ids of other datasets that both give (pax, ucdp, iso3, wikidata, …), or by
-- columns that are stated; rows of Frames by stated columns alone. Of a pair, each field that both give a value is held
-- against the other (parley.coding.compared_values); wording is not. A key that several rows of one side have pairs
-- nothing, and is told, as is what only one side has.

local compared_values = require "parley.coding.compared_values"
local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local likeness_reasons = require "parley.coding.likeness_reasons"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local quantities = require "parley.claims.quantities"
local suggest = require "parley.base.suggest"

local compare = {}

local COLUMNS = { { "table", "text" }, { "key", "text" }, { "id_a", "text" }, { "id_b", "text" }, { "field", "text" },
  { "kind", "text" }, { "a", "text" }, { "b", "text" }, { "by", "number" } }

--- ## Sides

local function class_of(x)
  local meta = getmetatable(x)
  return type(meta) == "table" and meta.__name or nil
end

local function is_dataset(x) return class_of(x) == "parley.Dataset" end

local function need_side(x, side)
  if is_dataset(x) then return x:check_open() end
  local name = class_of(x)
  if name ~= "parley.Frame" and name ~= "parley.Query" then
    errors.raise("bad_type.compare_side", { side = side, got = name or type(x) })
  end
end

-- "a" or {"a", b = "c"} as a list of two names each.
local function name_pairs(given, what)
  local list = {}
  if type(given) == "string" then given = { given } end
  if type(given) ~= "table" then errors.raise("bad_type.compare_names", { what = what, got = type(given) }) end
  for i, name in ipairs(given) do list[i] = { name, name } end
  local rest = {}
  for left, right in pairs(given) do
    if type(left) == "string" then rest[#rest + 1] = { left, right } end
  end
  table.sort(rest, function(x, y) return x[1] < y[1] end)
  for _, pair in ipairs(rest) do list[#list + 1] = pair end
  for _, pair in ipairs(list) do
    if type(pair[1]) ~= "string" or type(pair[2]) ~= "string" then
      errors.raise("bad_type.compare_names", { what = what, got = type(pair[2]) })
    end
  end
  return list
end

local function need_columns(q, names, place)
  local known = q:columns()
  for _, name in ipairs(names) do
    if name and not suggest.contains(known, name) then
      errors.raise("no_column.compare", { name = name, side = place, known = known })
    end
  end
end

--- ## Fields

local function described(info, name)
  local column = info and info.by_name[name]
  return { name = name, kind = column and column.kind or "value", is_date = column and column.type == "date",
    several = column and column.several }
end

-- The fields of a table of the codebook that can contradict each other, an amount as one.
local function fields_of_table(info_a, info_b, wanted)
  local fields, taken = {}, {}
  for _, bounds in ipairs(quantities.of(info_a)) do
    local names = { bounds.low or false, bounds.best or false, bounds.high or false }
    local first = bounds.best or bounds.low
    for _, name in pairs(bounds) do taken[name] = true end
    if info_b.by_name[first] then
      fields[#fields + 1] = { name = first, kind = info_a.by_name[first].kind, is_amount = true, a = names, b = names }
    end
  end
  for _, column in ipairs(info_a.columns) do
    if column.kind and not taken[column.name] and info_b.by_name[column.name] then
      local field = described(info_a, column.name)
      field.a, field.b = { column.name }, { column.name }
      fields[#fields + 1] = field
    end
  end
  if not wanted then return fields end
  local chosen = {}
  for _, field in ipairs(fields) do
    if suggest.contains(wanted, field.name) then chosen[#chosen + 1] = field end
  end
  return chosen
end

-- The columns of an amount: n with n_low and n_high beside it.
local function bounds_of(q, name)
  local known, names, any = q:columns(), { false, name, false }, false
  for i, ending in pairs { [1] = "_low", [3] = "_high" } do
    if suggest.contains(known, name .. ending) then names[i], any = name .. ending, true end
  end
  return names, any
end

local function type_of(q, name)
  for i, column in ipairs(q:columns()) do
    if column == name then return q:types()[i] end
  end
end

local function field_of_frames(a, b, pair)
  local type_a, type_b = type_of(a, pair[1]), type_of(b, pair[2])
  local of_a, bounds_a = bounds_of(a, pair[1])
  local of_b, bounds_b = bounds_of(b, pair[2])
  local field = { name = pair[1], kind = "value", a = { pair[1] }, b = { pair[2] },
    is_date = type_a == "date" or type_b == "date" }
  if field.is_date then field.kind = "date" end
  if bounds_a or bounds_b then field.is_amount, field.a, field.b = true, of_a, of_b end
  return field
end

local function fields_of_frames(a, b, given, on)
  local list, keys = {}, {}
  for _, pair in ipairs(on) do keys[pair[1]] = true end
  if given.fields then
    for _, pair in ipairs(name_pairs(given.fields, "fields")) do
      need_columns(a, { pair[1] }, "a")
      need_columns(b, { pair[2] }, "b")
      list[#list + 1] = field_of_frames(a, b, pair)
    end
    return list
  end
  for _, name in ipairs(a:columns()) do
    if not keys[name] and suggest.contains(b:columns(), name) then
      list[#list + 1] = field_of_frames(a, b, { name, name })
    end
  end
  return list
end

--- ## Pairs

local function key_of(row, on, side)
  local parts = {}
  for i, pair in ipairs(on) do
    if row[pair[side]] == nil then return nil end
    parts[i] = tostring(row[pair[side]])
  end
  return table.concat(parts, ", ")
end

-- Rows by their keys; those of a key in a list.
local function keyed(rows, on, side)
  local by_key, order = {}, {}
  for _, row in public_call.each(rows) do
    local key = key_of(row, on, side)
    if key and not by_key[key] then
      by_key[key], order[#order + 1] = {}, key
    end
    if key then table.insert(by_key[key], row) end
  end
  return by_key, order
end

local function hold(out, name, key, a, b, fields)
  for _, field in ipairs(fields) do
    local contradict, by = compared_values.contradict(field, a, b)
    if contradict then
      out[#out + 1] = { name, key, a.id, b.id, field.name, field.kind, compared_values.text(field, a, field.a),
        compared_values.text(field, b, field.b), by and by + 0.0 }
    end
  end
end

-- Pairs rows by a key, holds them against each other, and says which rows have met.
local function pair_rows(out, name, sides, on, fields, met)
  local of_a, order = keyed(sides[1], on, 1)
  local of_b = keyed(sides[2], on, 2)
  for _, key in public_call.each(order) do
    local left, right = of_a[key], of_b[key]
    if right and #left == 1 and #right == 1 then
      if not met[left[1]] and not met[right[1]] then hold(out, name, key, left[1], right[1], fields) end
      met[left[1]], met[right[1]] = true, true
    elseif right then
      out[#out + 1] = { name, key, nil, nil, nil, "several", ("%d"):format(#left), ("%d"):format(#right) }
      for _, list in ipairs { left, right } do
        for _, row in ipairs(list) do met[row] = true end
      end
    end
  end
end

local function tell_rest(out, name, sides, on, met)
  for side, kind in ipairs { "only_a", "only_b" } do
    for _, row in ipairs(sides[side]) do
      if not met[row] then
        local a, b = side == 1 and row.id or nil, side == 2 and row.id or nil
        out[#out + 1] = { name, key_of(row, on, side), a, b, nil, kind }
      end
    end
  end
end

local function shared_tables(a, b, given)
  local names = {}
  if given.tables then
    for _, pair in ipairs(name_pairs(given.tables, "tables")) do
      for _, ds in ipairs { a, b } do ds:table(pair[1]) end
      names[#names + 1] = pair[1]
    end
    return names
  end
  for _, name in ipairs(a.schema.names) do
    local info, other = a:table_info(name), b:table_info(name)
    if info.claims and other and other.claims and name ~= "identities" then names[#names + 1] = name end
  end
  return names
end

local function compare_table(out, a, b, name, given)
  local info_a, info_b, met = a:table_info(name), b:table_info(name), {}
  local wanted
  if given.fields then
    wanted = {}
    for i, pair in ipairs(name_pairs(given.fields, "fields")) do wanted[i] = pair[1] end
    need_columns(a:table(name), wanted, "a")
  end
  local fields = fields_of_table(info_a, info_b, wanted)
  local sides = { a:table(name):sort("id"):all(), b:table(name):sort("id"):all() }
  local ways = given.on and { name_pairs(given.on, "on") } or { { { "id", "id" } } }
  for _, pair in ipairs(given.on and ways[1] or {}) do
    need_columns(a:table(name), { pair[1] }, "a")
    need_columns(b:table(name), { pair[2] }, "b")
  end
  for _, column in ipairs(given.on and {} or likeness_reasons.external(info_a)) do
    if info_b.by_name[column] then ways[#ways + 1] = { { column, column } } end
  end
  for _, on in ipairs(ways) do
    local left = { {}, {} }
    for side = 1, 2 do
      for _, row in ipairs(sides[side]) do
        if not met[row] then table.insert(left[side], row) end
      end
    end
    pair_rows(out, name, left, on, fields, met)
  end
  tell_rest(out, name, sides, ways[1], met)
end

local function compare_frames(out, a, b, given)
  if given.on == nil then errors.raise "bad_argument.compare_on" end
  local on = name_pairs(given.on, "on")
  for _, pair in ipairs(on) do
    need_columns(a, { pair[1] }, "a")
    need_columns(b, { pair[2] }, "b")
  end
  local fields, sides, met = fields_of_frames(a, b, given, on), { a:all(), b:all() }, {}
  pair_rows(out, nil, sides, on, fields, met)
  tell_rest(out, nil, sides, on, met)
end

--- Where two datasets, or two Frames, contradict each other.
---@param a parley.Dataset|parley.Frame|parley.Query
---@param b parley.Dataset|parley.Frame|parley.Query
---@param given table?
---@return parley.Frame
function compare.of(a, b, given)
  given = options.check(given, "parley.compare()", { "on", "tables", "fields" })
  need_side(a, "a")
  need_side(b, "b")
  if is_dataset(a) ~= is_dataset(b) then errors.raise "bad_type.compare_kinds" end
  local out = {}
  if is_dataset(a) then
    for _, name in ipairs(shared_tables(a, b, given)) do compare_table(out, a, b, name, given) end
  else
    compare_frames(out, a, b, given)
  end
  return from_rows.lists(COLUMNS, out)
end

return compare
