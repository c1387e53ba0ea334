-- Functions of the user's own in random expressions: what gives its argument back changes no answer, though nothing is
-- known of the type of what it gives. PARLEY_CASES and PARLEY_SEED are as in engines_spec.
-- Holds: query.user_functions

local chance = require "spec.support.chance"
local expressions = require "spec.support.random_expressions"
local frame_queries = require "parley.query.sql.frame_queries"
local random_tables = require "spec.support.random_tables"
require "parley"

local CASES = (tonumber(os.getenv "PARLEY_CASES") or 2000) // 2
local SEED = tonumber(os.getenv "PARLEY_SEED") or 20250602
local EXPRESSIONS_OF_A_TABLE = 10

-- What comes back from Lua as it went there; dates come back as texts, and truth values as numbers. A whole number of
-- unknown type is rounded as a number, which holds no greater ones.
local UNCHANGED = { integer = true, number = true, text = true }
local GREATEST <const> = 2.0 ^ 31

local random, pick = math.random, chance.pick

-- The same expression with a call around each column that stands in it; whether there is any.
local function wrapped(made)
  if made.column and UNCHANGED[made.type] and #made.parts == 1 then
    return { type = made.type, parts = { "same(", made.parts[1], ")" } }, true
  end
  if not made.parts then return made, false end
  local copy, any = { type = made.type, parts = {} }, false
  for i, part in ipairs(made.parts) do
    local inner, has = part, false
    if type(part) == "table" then inner, has = wrapped(part) end
    copy.parts[i], any = inner, any or has
  end
  return copy, any
end

local function answer(fn)
  local done, result = pcall(fn)
  if not done then return { message = tostring(result), code = type(result) == "table" and result.code } end
  return result
end

-- What is refused since its type is known, such as an order by letters, is not refused of what nobody knows; and what
-- comes of that is a number where it may be an integer, which no text takes.
local function equal(a, b)
  if a.message or b.message then return a.message ~= nil or b.code == "bad_type" end
  if a.n ~= b.n then return false end
  for i = 1, a.n do
    if a[i] ~= b[i] then return false end
  end
  return true
end

local function shown(list)
  local parts = {}
  for i = 1, list.n or 0 do parts[i] = tostring(list[i]) end
  return list.message or table.concat(parts, " ")
end

-- Each way to use an expression gives a list of values with `n`.
local function selected(q, text) return q:select(text .. " as v"):frame():values "v" end

local function counted(q, text) return { n = 1, (q:where(text):count()) } end

local function examine(made, q, own, group)
  local kind = pick { "integer", "number", "text", "boolean" }
  local columns = {}
  for _, column in ipairs(made.columns) do
    local great = column.type == "integer" and (column.bound or math.huge) > GREATEST
    if UNCHANGED[column.type] and not great then columns[#columns + 1] = column end
  end
  local one = expressions.of({ columns = columns, rows = made.n + 0.0, ordered = true, pristine = true }, kind,
    random(1, 3))
  if not one or one.fails or one.soft then return 0 end
  local inner, any = wrapped(one)
  local text, other = expressions.text(one), expressions.text(inner)
  -- round() of what may be anything is a number, also of an integer
  if not any or text:find "hash%(" or text:find "round%(" or text:find(("%d"):rep(16)) then return 0 end
  local use = kind == "boolean" and counted or selected
  local a, b = answer(function() return use(q, text) end), answer(function() return use(own, other) end)
  assert(equal(a, b), ("%s differs (PARLEY_SEED=%d, table %d):\n%s\n%s\n%s\n%s\n%s"):format(kind, SEED, group, text,
    shown(a):sub(1, 500), other, shown(b):sub(1, 500), random_tables.code(made):sub(1, 3000)))
  return 1
end

describe("a function that gives its argument back", function()
  it("changes no answer, whatever it stands in", function()
    local compared = 0
    for group = 1, CASES // EXPRESSIONS_OF_A_TABLE do
      math.randomseed(SEED, 1 << 30 | group)
      local made = random_tables.without_dropped(random_tables.table(random(0, 30)))
      local f = random_tables.frame(made)
      local q, own = frame_queries.of(f), f:define("same", function(x) return x end)
      for _ = 1, EXPRESSIONS_OF_A_TABLE do compared = compared + examine(made, q, own, group) end
    end
    assert.is_true(compared >= CASES // 4, compared)
  end)
end)
