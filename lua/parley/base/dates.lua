--- Dates given as arguments: EDTF text checked, with the days it spans.

local errors = require "parley.base.errors"
local core = require "parley.core"

local dates = {}

--- First and last day (days since 1970-01-01) of an EDTF text; nil on an open or unknown side.
---@param text string
---@param what string|table  whose argument it is, for the message: "as_of()"; or a phrase
---@return integer? first, integer? last
function dates.days(text, what)
  if type(text) ~= "string" then
    errors.raise("bad_type.date", { what = what, got = type(text) })
  end
  local first, last = core.date(text)
  if errors.is(last) then errors.raise_about(last, what) end
  return first, last
end

--- The last day an EDTF text covers; one without an end is an error.
---@return integer
function dates.last_day(text, what)
  local _, last = dates.days(text, what)
  return last or errors.raise("bad_date.without_end", { what = what, text = text })
end

return dates
