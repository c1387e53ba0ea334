--- Which claim about a thing a column is taken from, as SQL over the claims of a group.
-- The claim with the greatest weight; but a date or an amount that lies within that of another, and so agrees with it
-- and says more, is taken instead of it. All bounds of an amount come from one claim. What a column says of an amount
-- (its unit, what it counts) comes from that claim, or else from what its source or the same amount comes with.
-- csrc/sqlite/best.h has the rules; parley.analysis.readings does the same for claims in Lua.

local best_reading = {}

-- Bits of a weight below what an analyst prefers: a source of the policy, a rank.
best_reading.CLASS_BITS = 56

-- The bounds of each quantity of a table, as names among its claims.
local quantities = setmetatable({}, { __mode = "k" })

local function bounds_of(info, quantity)
  if not quantities[info] then
    quantities[info] = {}
    for _, column in ipairs(info.columns) do
      local name = column.quantity
      if name then
        quantities[info][name] = quantities[info][name] or {}
        quantities[info][name][column.bound] = column.claim_name
      end
    end
  end
  return quantities[info][quantity]
end

local function bounds_sql(d, info, quantity)
  local bounds, list = bounds_of(info, quantity), {}
  for i, bound in ipairs { "low", "best", "high" } do list[i] = bounds[bound] and d.quote(bounds[bound]) or "NULL" end
  return table.concat(list, ", ")
end

--- The SQL of a value of the claim that a column is taken from.
---@param d parley.Dialect
---@param info table
---@param column table  of the codebook, or the first of a unit's columns
---@param value string  SQL over one claim
---@param weight string  the same: its weight for the column
---@return string
function best_reading.sql(d, info, column, value, weight)
  local class = tostring(best_reading.CLASS_BITS)
  if column.quantity then
    return d.call("best_amount", value, weight, class, bounds_sql(d, info, column.quantity))
  elseif column.beside then
    return d.call("best_beside", value, weight, class, bounds_sql(d, info, column.beside), "source")
  elseif column.type == "date" and not column.span then
    local date = d.quote(column.claim_name)
    return d.call("best_date", value, weight, class, value ~= date and date or nil)
  end
  return d.call("best", value, weight)
end

return best_reading
