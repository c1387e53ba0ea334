--- Which claim about a thing a column is taken from, as SQL over the claims of a group.
-- The firmest claim, or of equally firm ones what most origins give; but a date or an amount that lies within that of
-- another, and so agrees with it and says more, is taken instead of it. All bounds of an amount come from one claim, or
-- are the hull of those that tie. What a column says of an amount (its unit, what it counts) comes from that claim, or
-- else from what its source or the same amount comes with.
-- csrc/value/readings.h has the rules; parley.analysis.shown_reading asks the same C for claims that are in Lua.

local best_reading = {}

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

-- A quantity with what is beside it, as it is chosen and packed into one value, and the place of each column in that.
-- The call is the same for all columns, so that it is worked out once.
local function quantity_list(d, info, quantity, more)
  local bounds, list, places = bounds_of(info, quantity), {}, {}
  for i, bound in ipairs { "low", "best", "high" } do
    list[i] = bounds[bound] and d.quote(bounds[bound]) or "NULL"
    if bounds[bound] then places[bounds[bound]] = i - 1 end
  end
  for _, column in ipairs(info.columns) do
    if column.beside == quantity then
      places[column.claim_name] = #list
      list[#list + 1] = d.quote(column.claim_name)
    end
  end
  list[#list + 1] = more
  return list, places, #list - 1
end

--- What is chosen among for a column, as the question of core.choose calls it.
---@param column table  of the codebook
---@return "amount"|"beside"|"date"|"state"|"wording"|"words"
function best_reading.kind(column)
  if column.quantity then return "amount" end
  if column.beside then return "beside" end
  if column.type == "date" and not column.span then return "date" end
  if column.over_time then return "state" end
  return column.type == "text" and not (column.references or column.vocabulary) and "wording" or "words"
end

-- How texts are compared, and whether older news count: as csrc/value/readings.h has it.
local CODES = { words = "0", wording = "1", state = "2" }

--- The SQL of a value of the claim that a column is taken from.
---@param d parley.Dialect
---@param info table
---@param column table  of the codebook, or the first of a unit's columns
---@param value string  SQL over one claim
---@param weight string  the same: its weight for the column
---@param which string?  a condition on the claims that are chosen from
---@param type string?  of the value; that of the column if absent
---@return string
function best_reading.sql(d, info, column, value, weight, which, type)
  local function of_group(...) return d.call(...) .. (which and (" FILTER (WHERE %s)"):format(which) or "") end
  local own = d.quote(column.claim_name)
  local kind, quantity = best_reading.kind(column), column.quantity or column.beside
  if quantity then
    local is_own = value == own
    local list, places, last = quantity_list(d, info, quantity, not is_own and value or nil)
    local packed = of_group("best_quantity", weight, "voice", table.unpack(list))
    return d.part_of_quantity(packed, is_own and places[column.claim_name] or last, type or column.type)
  elseif kind == "date" then
    return of_group("best_date", value, weight, "voice", value ~= own and own or nil)
  end
  return of_group("best_said", value, weight, "voice", CODES[kind])
end

return best_reading
