--- Random tables: columns of every type that are easy to get wrong, as Frames and as Lua code that makes them.
-- A column knows what is known of its values, so that queries over it can tell what must come out exactly:
-- `bound` (no number is greater in size), `bits` (the places after the point, in binary, of every value; nil
-- where sums are not exact), `length` (the longest text, in bytes), `datelike` (texts that are all dates); of the sides of
-- an amount `traits`, as parley.base.traits has them.

local core = require "parley.core"
require "parley.frame.frame"          -- gives Frames their verbs
local traits = require "parley.base.traits"
local luadata = require "parley.export.luadata"
local chance = require "spec.support.chance"

local random_tables = {}

local random, pick = math.random, chance.pick

-- What columns are made of --------------------------------------------------------------------------------

local INTEGERS = { math.mininteger, math.mininteger + 1, math.maxinteger, math.maxinteger - 1, 0, 1, -1, 2, 10,
  1 << 53, (1 << 53) + 1, (1 << 53) - 1, -(1 << 53) - 1, 1 << 31, -(1 << 31), (1 << 32) + 1, 1 << 62, -(1 << 62) }

local NUMBERS = { 0.0, -0.0, 1 / 0, -1 / 0, 0 / 0, 1e308, 5e-324, 2.0 ^ 53, 2.0 ^ 53 + 2, -2.0 ^ 53, 2.0 ^ 63, -2.0 ^ 63,
  1e15 + 0.3, 0.1, -0.1, 2.5, -2.5, 0.5, 1e-7, 123456789.125, 9.5, 1.005, 1e22, 3.0 }

local DATES = { "2025", "2025-06", "2025-06-02", "2025-06-02?", "2025-06-01~", "2025-06-30%", "2025-21", "2025-24",
  "2024-02-29", "2025-06-01/2025-06-02", "2025-06/2025-07", "2025-06-02/..", "../2025-06-02", "2025-06-02/",
  "/2025-06-02", "-0044-03-15", "-0001", "Y12025", "Y-12025", "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX",
  "2025-06-29", "2025-06-30", "2025-12-31", "2026-01-01", "2020-01", "1970-01-01", "1969-12-31", "0000-02-29",
  "2025-03/2025-05?", "9999-12-31" }

local WORDS = { "ceasefire", "Ceasefire", "CEASEFIRE", "prisoners", "Prisoner swap", "grain", "straße", "STRASSE",
  "a", "A", "b", "", " ", "kyiv", "Kyïv", "50%", "_x", "it's" }

-- Combining marks, Cyrillic, emoji with joiners, letters that grow or shrink with their case, bytes that are no
-- UTF-8, numbers as text, blanks of several kinds.
local STRANGE = { "e\u{301}te\u{301}", "été", "Київ", "КИЇВ", "ｗｉｄｅ", "👩‍👩‍👧", "🇺🇦", "İstanbul", "ıstanbul", "ß", "ẞ", "ŉ",
  "ﬁn", "Ångström", "\xff", "a\xc3", "\xe2\x82", "\xf0\x9f\x91", "x\xedz", "\u{a0}padded\u{a0} ", "\ttab\n", "12", "012",
  "1e3", " 7", "nil", "true", "%", "_", "\\", '"quoted"', "'", "日本語", "\u{200d}", "\u{feff}bom", "z\u{308}\u{323}", "nul\0inside", "\0" }

local function long_text()
  return pick { "ab", "é", "Київ ", "x\u{301}", "\xff", "🙂", "%_" }:rep(random(1000, 2500)) .. pick(WORDS)
end

local function day_text(from, to) return core.day_text(random(from, to)) end

-- A kind of column: how often, its type, what is known of it, and a function that gives its next value (of the
-- number of rows and the row).
local KINDS = {
  { 6, "integer", { bound = 5.0 }, function() return random(0, 5) end },
  { 6, "integer", { bound = 1000.0 }, function() return random(-1000, 1000) end },
  { 3, "integer", { bound = 2.0 ^ 20 }, function(n, row) return (row * 7919) % (n + 1) end },
  { 2, "integer", { bound = 2.0 ^ 40 }, function() return random(-(1 << 40), 1 << 40) end },
  { 5, "integer", { bound = 2.0 ^ 63 }, function() return pick(INTEGERS) end },
  { 2, "integer", { bound = 2.0 ^ 63 }, function() return math.maxinteger - random(0, 3) end },
  { 1, "integer", { bound = 7.0 }, function() return -7 end },
  { 6, "number", { bound = 1000, bits = 3 }, function() return random(-8000, 8000) / 8 end },
  { 4, "number", { bound = 4, bits = 1 }, function() return random(-8, 8) / 2 end },
  { 3, "number", { bound = 12, bits = 0 }, function() return random(0, 12) + 0.0 end },
  { 5, "number", { bound = 1000 }, function() return random(-10000, 10000) / 10 end },
  { 4, "number", { bound = 1 / 0 }, function() return pick(NUMBERS) end },
  { 5, "boolean", {}, function() return random(2) == 1 end },
  { 1, "boolean", {}, function() return true end },
  { 5, "date", { length = 21 }, function() return pick(DATES) end },
  { 4, "date", { length = 10 }, function() return day_text(20200, 20250) end },
  { 2, "date", { length = 13 }, function() return day_text(-700000, 700000) end },
  { 1, "date", { length = 7 }, function() return ("20%02d-%02d"):format(random(10, 30), random(12)) end },
  { 6, "text", { length = 14 }, function() return pick(WORDS) end },
  { 5, "text", { length = 40 }, function() return pick(STRANGE) end },
  { 4, "text", { length = 30 }, function(_, row) return ("%s %d"):format(pick(WORDS), row * 31 % 9973) end },
  { 3, "text", { length = 21, datelike = true }, function() return pick(DATES) end },
  { 2, "text", { length = 12000, long = true }, function() return random(3) == 1 and pick(WORDS) or long_text() end },
  { 1, "text", { length = 4 }, function() return tostring(random(0, 999)) end },
}

-- Share of missing values, and how often.
local MISSING = { { 8, 0 }, { 8, 0.2 }, { 2, 0.9 }, { 2, 1 } }

local NAMES = { "a", "b", "n", "x", "d", "topic", "made", "odd name", "Größe", "select", 'k"q', "é", "count", "z9" }

-- Making --------------------------------------------------------------------------------------------------

local function kinds_of(accepts)
  local entries = {}
  for _, kind in ipairs(KINDS) do
    if accepts == nil or accepts(kind) then entries[#entries + 1] = { kind[1], kind } end
  end
  return entries
end

local function fill(kind, rows, missing)
  local values = { n = rows }
  for row = 1, rows do
    if not (missing > 0 and (missing == 1 or chance.of(missing))) then values[row] = kind[4](rows, row) end
  end
  return values
end

-- Some of the values, to be met again in conditions.
local function samples_of(values)
  local samples = {}
  for _ = 1, 12 do
    local value = values.n > 0 and values[random(values.n)]
    if value ~= nil and value ~= false and value == value then samples[#samples + 1] = value end
  end
  return samples
end

local function column_of(name, kind, rows, missing)
  local values = fill(kind, rows, missing or chance.weighted(MISSING))
  local column = { name = name, type = kind[2], values = values, samples = samples_of(values), kind = kind }
  for key, value in pairs(kind[3]) do column[key] = value end
  return column
end

local function rows_of_a_table()
  return chance.weighted {
    { 4, 0 }, { 6, 1 }, { 20, random(2, 10) }, { 40, random(10, 100) }, { 25, random(100, 500) }, { 4, random(500, 2000) },
  }
end

-- Long texts make short tables.
local function fitting(rows)
  return kinds_of(rows > 60 and function(kind) return not kind[3].long end or nil)
end

-- Kinds of numbers that the sides of an amount are.
local AMOUNTS = { { 1, "integer", { bound = 6.0 }, function() return random(0, 6) end },
  { 1, "integer", { bound = 4000.0 }, function() return random(0, 40) * 100 end },
  { 1, "number", { bound = 10, bits = 3 }, function() return random(0, 80) / 8 end } }

-- Which sides of an amount a row has; most of them nothing that is missing.
local PRESENT = { { 4, { low = true, best = true, high = true } }, { 3, { low = true, high = true } },
  { 2, { low = true } }, { 2, { high = true } }, { 2, { best = true } }, { 1, { low = true, best = true } },
  { 1, { best = true, high = true } }, { 2, {} } }

-- The columns of an amount: its least, its best and its greatest value, or the first and the last of these.
local function add_amount(made)
  local kind, columns = pick(AMOUNTS), {}
  for _, side in ipairs(chance.of(0.7) and { "low", "best", "high" } or { "low", "high" }) do
    columns[side] = column_of(side, kind, made.n, 1)
    columns[side].traits = { quantity = "amount", bound = side, origin = "frame" }
    table.insert(made.columns, random(#made.columns + 1), columns[side])
  end
  for row = 1, made.n do
    local three, present = { kind[4](), kind[4](), kind[4]() }, chance.weighted(PRESENT)
    table.sort(three)
    if chance.of(0.2) then three = { three[1], three[1], three[1] } end
    for at, side in ipairs { "low", "best", "high" } do
      if columns[side] and present[side] then columns[side].values[row] = three[at] end
    end
  end
  for _, column in pairs(columns) do column.samples = samples_of(column.values) end
end

-- Values of rows that the Frame is made with, and which are filtered out again: what they leave behind (texts in
-- dictionaries, ranges of integers) must not be seen.
local function add_dropped(made)
  made.dropped = random(1, 20)
  for _, column in ipairs(made.columns) do column.dropped = fill(column.kind, made.dropped, 0) end
end

--- A random table: { n, columns }, and dropped, a number of rows that its Frame had once.
---@param rows integer?
function random_tables.table(rows)
  rows = rows or rows_of_a_table()
  local made, names = { n = rows, columns = {} }, chance.some(NAMES, 1, 7)
  for i, name in ipairs(names) do made.columns[i] = column_of(name, chance.weighted(fitting(rows)), rows) end
  if chance.of(0.4) then add_amount(made) end
  if chance.of(0.25) then add_dropped(made) end
  return made
end

--- A table of many rows: enough for several threads, and keys on both sides of what is an array and what a hash.
function random_tables.large(rows)
  local made = { n = rows, columns = {} }
  local kinds = { { "few", "text", 14 }, { "code", "integer", 5 }, { "near", "text", 30 }, { "day", "date", 10 },
    { "x", "number", 1000 }, { "wide", "integer", 2.0 ^ 40 }, { "yes", "boolean" } }
  for i, wanted in ipairs(chance.some(kinds, 4, 7)) do
    local kind = chance.weighted(kinds_of(function(kind)
      return kind[2] == wanted[2] and (kind[3].bound or kind[3].length) == wanted[3] and kind[3].bits ~= 0
    end))
    made.columns[i] = column_of(wanted[1], kind, rows, chance.weighted { { 3, 0 }, { 2, 0.1 } })
  end
  return made
end

-- A key column with values of the other side and some of its own.
local function key_like(column, name, rows)
  local key = column_of(name, column.kind, rows, chance.weighted { { 3, 0 }, { 2, 0.2 } })
  for row = 1, rows do
    if #column.samples > 0 and chance.of(0.7) then key.values[row] = pick(column.samples) end
  end
  return key
end

local function has_column(made, name)
  for _, column in ipairs(made.columns) do
    if column.name == name then return true end
  end
  return false
end

--- A small table to be joined with: some columns have values of `columns`. Gives it and the pairs of names
-- that go together.
function random_tables.partner(columns, rows)
  local made, pairs_of_names = { n = rows, columns = {} }, {}
  for i, column in ipairs(chance.some(columns, 1, 2)) do
    local name = chance.of(0.6) and column.name or "key" .. i
    made.columns[i] = key_like(column, name, rows)
    pairs_of_names[i] = { column.name, name }
  end
  for i = 1, random(0, 3) do
    local name = "right" .. i
    if not has_column(made, name) then
      made.columns[#made.columns + 1] = column_of(name, chance.weighted(fitting(rows)), rows)
    end
  end
  return made, pairs_of_names
end

-- Frames and Lua code ---------------------------------------------------------------------------------------

-- What core.frame_new() takes: with the rows that are dropped in front, and a last column that tells which.
local function parts_of(made)
  local names, types, lists, dropped = {}, {}, {}, made.dropped or 0
  for i, column in ipairs(made.columns) do
    names[i], types[i] = column.name, column.type
    lists[i] = table.move(column.values, 1, made.n, dropped + 1, table.move(column.dropped or {}, 1, dropped, 1, {}))
  end
  if dropped > 0 then
    local at = #names + 1
    names[at], types[at], lists[at] = "kept", "boolean", {}
    for row = 1, made.n + dropped do lists[at][row] = row > dropped end
  end
  return names, types, made.n + dropped, lists
end

-- The names of the columns, as select() takes them.
local function selection(made)
  local names = {}
  for i, column in ipairs(made.columns) do names[i] = '"' .. column.name:gsub('"', '""') .. '"' end
  return names
end

-- The traits of the columns that have some, as records of columns; nil where none has.
local function traits_of(made)
  local records
  for _, column in ipairs(made.columns) do
    if column.traits then
      records = records or {}
      records[#records + 1] = traits.copy({ name = column.name }, column.traits)
    end
  end
  return records
end

--- The table as a Frame, made once.
function random_tables.frame(made)
  if not made.frame then
    made.frame = core.frame_new(parts_of(made))
    if made.dropped then
      made.frame = made.frame:where("kept"):select(table.unpack(selection(made))):frame()
    end
    traits.keep(made.frame, traits_of(made) or {})
  end
  return made.frame
end

local function literal(value)
  if value == nil then return "nil" end
  if value ~= value then return "0/0" end
  if value == 0 and 1 / value < 0 then return "-0.0" end
  return luadata.literal(value)
end
random_tables.literal = literal

local function all_literal(list, n)
  local texts = {}
  for i = 1, n do texts[i] = literal(list[i]) end
  return table.concat(texts, ", ")
end

-- The call that makes the Frame, without traits.
local function frame_code(made)
  local names, types, rows, lists = parts_of(made)
  local lines = {}
  for i, list in ipairs(lists) do lines[i] = "  { " .. all_literal(list, rows) .. " }" end
  local call = ("core.frame_new({ %s }, { %s }, %d, {\n%s })"):format(all_literal(names, #names),
    all_literal(types, #types), rows, table.concat(lines, ",\n"))
  if not made.dropped then return call end
  return ("%s\n  :where('kept'):select(%s):frame()"):format(call, all_literal(selection(made), #made.columns))
end

--- The call that makes the Frame.
function random_tables.code(made)
  local records = traits_of(made)
  if not records then return frame_code(made) end
  local texts = {}
  for i, record in ipairs(records) do
    texts[i] = ("{ name = %q, quantity = %q, bound = %q, origin = %q }"):format(record.name, record.quantity, record.bound,
      record.origin)
  end
  return ('require "parley.base.traits".keep(%s, { %s })'):format(frame_code(made), table.concat(texts, ", "))
end

--- The same table with only these rows.
function random_tables.with_rows(made, rows)
  local copy = { n = #rows, columns = {}, dropped = made.dropped }
  for i, column in ipairs(made.columns) do
    local values = { n = #rows }
    for at, row in ipairs(rows) do values[at] = column.values[row] end
    copy.columns[i] = { name = column.name, type = column.type, values = values, dropped = column.dropped,
      traits = column.traits }
  end
  return copy
end

--- The same table, made at once.
function random_tables.without_dropped(made)
  return { n = made.n, columns = made.columns }
end

--- The same table without one of its columns.
function random_tables.without_column(made, at)
  local copy = { n = made.n, dropped = made.dropped, columns = table.move(made.columns, 1, #made.columns, 1, {}) }
  table.remove(copy.columns, at)
  return copy
end

return random_tables
