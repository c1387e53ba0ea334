-- Window functions of the naive engine: the value for a row of a group, the at-th.

local semantics = require "spec.support.plain_engine.semantics"
local evaluate = require "spec.support.plain_engine.expressions"

local clean, arithmetic, days, comparable = semantics.clean, semantics.arithmetic, semantics.days, semantics.comparable
local exact_sum = semantics.exact_sum

local WINDOWS = {}

local function counted(node, row)
  local value = evaluate(node.args[1], row)
  if type(value) == "boolean" then return value and 1 or 0 end
  return value
end

function WINDOWS.row_number(_, _, at) return at end

function WINDOWS.lag(node, rows, at)
  local from = rows[at - (node.args[2] and node.args[2].value or 1)]
  return from and evaluate(node.args[1], from)
end

function WINDOWS.lead(node, rows, at)
  local from = rows[at + (node.args[2] and node.args[2].value or 1)]
  return from and evaluate(node.args[1], from)
end

function WINDOWS.cumsum(node, rows, at)
  if counted(node, rows[at]) == nil then return nil end
  local sum, list = 0, {}
  for i = 1, at do table.insert(list, counted(node, rows[i])) end
  if node.type == "number" then return clean(exact_sum(#list, function(i) return list[i] + 0.0 end)) end
  for _, value in ipairs(list) do sum = arithmetic("+", sum, value) end
  return sum
end

function WINDOWS.share(node, rows, at)
  local list = {}
  for _, row in ipairs(rows) do
    local value = counted(node, row)
    -- an integer in two parts, of which each is a float to the last bit
    if math.type(value) == "integer" then
      table.move({ (value >> 32 << 32) + 0.0, (value & 0xffffffff) + 0.0 }, 1, 2, #list + 1, list)
    elseif value then
      table.insert(list, value)
    end
  end
  local own, unit = counted(node, rows[at]), 1.0
  local function whole() return exact_sum(#list, function(i) return list[i] * unit end) end
  local finite = true
  for _, value in ipairs(list) do finite = finite and math.abs(value) < math.huge end
  if finite and math.abs(whole()) == math.huge then unit = 2.0 ^ -100 end
  return own ~= nil and whole() ~= 0 and clean(own * unit / whole()) or nil
end

function WINDOWS.rolling_mean(node, rows, at)
  local n, list = node.args[2].value, {}
  if at < n then return nil end
  for i = at - n + 1, at do
    local value = counted(node, rows[i])
    if value ~= nil then list[#list + 1] = value end
  end
  return #list > 0 and clean(exact_sum(2 * #list, function(i)
    local value = list[(i + 1) // 2]
    if math.type(value) == "float" then return i % 2 == 0 and value or 0.0 end
    return (i % 2 == 0 and value & 0xffffffff or value >> 32 << 32) + 0.0
  end, #list)) or nil
end

function WINDOWS.rank(node, rows, at)
  local function keys(row)
    local value = evaluate(node.args[1], row)
    if node.args[1].type ~= "date" or value == nil then return comparable(value), 0, value end
    local first, last = days(value)
    return first or math.huge, last or math.huge, value
  end
  local own, own_last, value = keys(rows[at])
  local rank = 1
  if value == nil then return nil end
  for _, row in ipairs(rows) do
    local other, last, other_value = keys(row)
    if other_value ~= nil and (other < own or other == own and last < own_last) then rank = rank + 1 end
  end
  return rank
end

return WINDOWS
