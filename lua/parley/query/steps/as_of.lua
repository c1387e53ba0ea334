--- as_of: the rows as they stood on what had been reported by the end of a day, with all they were drawn from before.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"

local as_of = { after_by = true }

--- The rows as they stood on what had been reported by the end of that day.
--- Errors: bad_date, bad_argument.
--- See also: claims, changes.
--- Example: ds.outcomes:as_of("2025-05-31"):count()
---@param q parley.Query
---@param date string  EDTF; its last day counts
---@return table step, table changes
function as_of.apply(q, date)
  if not (q.home.schema and q.home.schema.parley) then
    errors.raise "bad_argument.as_of"
  end
  local day = require("parley.base.dates").last_day(date, "as_of()")
  return { verb = "as_of", day = day }, { day = math.min(day, q.day or day) }
end

function as_of.bind(before, step) return bound.after(before, step) end

--- The link of the rows as they stood on a day; without a day, the rows as they are.
---@param before table
---@param day integer?
---@return table
function as_of.link(before, day) return day and bound.after(before, { verb = "as_of", day = day }) or before end

return as_of
