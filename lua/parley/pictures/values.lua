--- A field of a row or a claim on a scale: what it can be drawn on, where it stands, and what it is in words.

local core = require "parley.core"
local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"
local types = require "parley.base.types"

local values = {}

--- What a field is drawn on, and its columns: low, best and high of a quantity, or one, `best`.
---@param info table  of a table
---@param field string
---@param of_claims boolean?  as columns of claims are named
---@return "number"|"time"|"words" kind, { low: string?, best: string, high: string? } names
function values.shape_of(info, field, of_claims)
  local column = info.by_name[field]
  if not column then errors.raise("no_column.plot_field", { name = field, table = info.name }) end
  local function name_of(one) return of_claims and one.claim_name or one.name end
  local names = { best = name_of(column) }
  if column.quantity then
    for _, other in ipairs(info.columns) do
      if other.quantity == column.quantity then names[other.bound] = name_of(other) end
    end
    return "number", names
  end
  if column.type == "date" then return "time", names end
  return types.is_numeric(column.type) and "number" or "words", names
end

--- Writes the place of a value into a row of a strip: low, best, high, and which ends are open.
---@param row parley.StripRow
---@param kind string
---@param names table
---@param from table  a row, or a claim
function values.place(row, kind, names, from)
  if kind == "words" then return end
  if kind == "time" then
    local first, last = core.date(from[names.best] or "")
    row.low, row.high = first, last and last + 1
    row.best = first and last and (first + last + 1) / 2 or first or last
    row.open_low, row.open_high = not first and last ~= nil, not last and first ~= nil
    return
  end
  row.best = from[names.best]
  row.low, row.high = names.low and from[names.low], names.high and from[names.high]
  row.open_low = not row.low and not row.best and row.high ~= nil
  row.open_high = not row.high and not row.best and row.low ~= nil
end

--- The amount between two ends in words.
---@return string?
function values.amount(low, best, high)
  if low and high and low ~= high then
    local ends = ("%s–%s"):format(plain.bare(low), plain.bare(high))
    return best and ("%s (%s)"):format(plain.bare(best), ends) or ends
  end
  if best or low and high then return plain.bare(best or low) end
  if low then return "at least " .. plain.bare(low) end
  return high and "at most " .. plain.bare(high) or nil
end

--- A value in words; nil where there is none.
---@return string?
function values.text(from, kind, names)
  if kind == "number" then
    return values.amount(names.low and from[names.low], from[names.best], names.high and from[names.high])
  end
  return from[names.best]
end

return values
