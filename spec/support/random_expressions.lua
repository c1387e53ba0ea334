--- Random expressions, made by type, with what is known of their values.
-- A node is { type, parts }: parts are texts and nodes, and a literal has `value` instead. Besides:
--   bound, bits   as in random_tables: how large numbers are, and whether their sums are exact
--   fails         an error is possible (integers that overflow, texts that are no dates)
--   soft          the result depends on the order of additions: `soft` is the expression of its scale
--   day_only      of equal first days, which date it is is open
-- What is soft or day_only stands alone: no condition, key or further computation is made of it.
--
-- The context: columns, rows (at most so many), params (whether `?` may stand), fails (whether an error may be
-- possible), aggregates (whether they may stand; then columns stand only inside them, or are `keys`), ordered
-- (whether the order of the rows is known), pristine (whether it is that of the Frame).

local chance = require "spec.support.chance"
local core = require "parley.core"
local nodes = require "spec.support.random_expressions.nodes"
require "spec.support.random_expressions.numbers_and_texts"
require "spec.support.random_expressions.conditions"
require "spec.support.random_expressions.table_functions"
require "spec.support.random_expressions.aggregates"
local amounts = require "spec.support.random_expressions.amounts"
local any_window = require "spec.support.random_expressions.windows"

local pick = chance.pick
local ANY, bound_of, column_of, generate, length_of, MAKERS, node = nodes.ANY, nodes.bound_of, nodes.column_of,
  nodes.generate, nodes.length_of, nodes.MAKERS, nodes.node

local random_expressions = { quote = nodes.quote }

--- A random expression of a type, or false when none came out.
---@param c table
---@param kind string
---@param depth integer
function random_expressions.of(c, kind, depth) return generate(c, kind, depth) end

--- sum() of an amount, of which summarise() makes four columns; and an amount in words, as an item alone can be. Nil or
-- false where there is none.
random_expressions.sum_of_amount, random_expressions.amount_in_words = amounts.sum, amounts.words

--- An aggregate that stands alone, or an expression over aggregates.
function random_expressions.summary(c)
  local kind = pick(ANY)
  if chance.of(0.7) then return MAKERS.aggregate(c, kind) end
  return generate(c, kind, 2)
end

--- A window function, an aggregate over a row's group, or one of them beside a column.
function random_expressions.window(c)
  local over_group = chance.of(0.3)
  local made
  if over_group then
    local with_aggregates = {}
    for key, value in pairs(c) do with_aggregates[key] = value end
    with_aggregates.aggregates = true
    made = MAKERS.aggregate(with_aggregates, pick(ANY))
  else
    made = any_window(c)
  end
  if not made or made.soft or made.fails or made.day_only or chance.of(0.7) then return made end
  local own = column_of(c, made.type)
  return own and node(c, made.type, "coalesce", { "coalesce(", made, ", ", own, ")" },
    { bound = made.bound and math.max(made.bound, bound_of(own)), length = (made.length or 0) + length_of(own) })
end

--- An aggregate that stands alone.
function random_expressions.aggregate(c) return MAKERS.aggregate(c, pick(ANY)) end

-- Writing -------------------------------------------------------------------------------------------------

local function literal_text(made)
  local value = made.value
  if value == nil then return "nil" end
  if type(value) == "string" then return "'" .. value:gsub("'", "''") .. "'" end
  if math.type(value) ~= "float" then return tostring(value) end
  if value == 1 / 0 then return "1e999" elseif value == -1 / 0 then return "-1e999" end
  local text = ("%.17g"):format(value)
  return text:find("[.e]") and text or text .. ".0"
end

local function write(made, params, parts)
  if made.literal and made.parameter and params then
    params.n = params.n + 1
    params[params.n] = made.value == nil and core.null or made.value
    parts[#parts + 1] = "?"
  elseif made.literal then
    parts[#parts + 1] = literal_text(made)
  else
    for _, part in ipairs(made.parts) do
      if type(part) == "string" then parts[#parts + 1] = part else write(part, params, parts) end
    end
  end
end

--- The text of a node; values of its `?` are added to `params`.
---@param made table
---@param params { n: integer }?
---@return string
function random_expressions.text(made, params)
  local parts = {}
  write(made, params, parts)
  return table.concat(parts)
end

--- Names of all that a node is made of: operators, functions, aggregates.
---@param names table<string, boolean>
function random_expressions.names(made, names)
  if made.name then names[made.name] = true end
  if made.literal then names[made.parameter and "?" or "literal:" .. made.type] = true end
  for _, part in ipairs(made.parts or {}) do
    if type(part) == "table" then random_expressions.names(part, names) end
  end
  return names
end

return random_expressions
