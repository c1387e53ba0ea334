--- sample: some rows, drawn by a number that depends on their values and a seed alone.
-- A chain of other verbs: the number, a count of rows that are alike, the order of both, the first of them. So neither
-- the order of the rows nor the engine or its threads change what is drawn.

local errors = require "parley.base.errors"
local items = require "parley.query.items"
local limit = require "parley.query.steps.limit"
local options = require "parley.base.options"
local select_ = require "parley.query.steps.select"
local sort = require "parley.query.steps.sort"
local windows = require "parley.query.steps.windows"
local with = require "parley.query.steps.with"

local sample = {}

--- `n` rows, drawn by the seed: the same ones of the same rows, whatever their order and the engine. They come in the
--- order in which they were drawn, so that a smaller sample is the beginning of a larger one.
--- Errors: bad_argument.
--- See also: limit.
--- Example: ds.demands:sample(2, 1):select("id", "party")
---@param n integer
---@param seed integer  another one draws other rows
---@return table step
function sample.apply(_, n, seed)
  n = options.whole_number(n, "sample(n, seed)")
  if math.type(seed) ~= "integer" then
    errors.raise("bad_argument.seed", { got = seed == nil and { key = "none" }
      or { key = "of_type", type = math.type(seed) or type(seed) } })
  end
  return { verb = "sample", n = n, seed = seed }
end

local MOST_ARGUMENTS = 50          -- a function of SQL takes some hundred

local function call(name, args) return { kind = "call", name = name, args = args, pos = 1 } end

-- The number of a row: of the seed and all columns.
local function drawn(before, seed)
  local node = { kind = "literal", type = "integer", value = seed, pos = 1 }
  for from = 1, math.max(1, #before.columns), MOST_ARGUMENTS do
    local args = { node }
    for at = from, math.min(from + MOST_ARGUMENTS - 1, #before.columns) do
      args[#args + 1] = items.of_column(before.columns[at].name).node
    end
    if #args == 1 then args[2] = node end
    node = call("hash", args)
  end
  return node
end

-- A name that no column has.
local function free_name(before, name)
  while before.by_name[name] do name = "#" .. name end
  return name
end

function sample.bind(before, step)
  local number, again = free_name(before, "#drawn"), free_name(before, "#again")
  local kept = {}
  for i, column in ipairs(before.columns) do kept[i] = items.of_column(column.name) end
  local link = with.bind(before, { items = { { node = drawn(before, step.seed), text = "sample", name = number } } })
  link = windows.bind(link, { keys = { items.of_column(number) },
    items = { { node = call("row_number", {}), text = "sample", name = again } } })
  link = sort.bind(link, { items = { items.of_column(number), items.of_column(again) } })
  link = select_.bind(link, { items = kept })
  return limit.bind(link, { n = step.n })
end

return sample
