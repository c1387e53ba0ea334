--- limit: at most so many rows, after leaving out the first ones; those level with the last too, if wanted.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local items = require "parley.query.items"
local options = require "parley.base.options"
local select_ = require "parley.query.steps.select"
local ties = require "parley.query.ties"

local limit = {}

--- At most `n` rows, after leaving out the first `offset`; with `ties = true`, also those that stand level with the
-- last in the order of the sort() before it, behind which there may be select(), with() and where().
--- Errors: bad_argument, bad_type, no_option.
--- See also: sort, sample, show.
--- Example: ds.talks:sort("id"):limit(2):select("id", "place")
---@param n integer
---@param offset integer|parley.LimitOptions|nil  rows left out before, or the options
---@param given parley.LimitOptions?
---@return table step
function limit.apply(_, n, offset, given)
  if type(offset) == "table" then
    options.none({ key = "takes_ties_last" }, given)
    offset, given = nil, offset
  end
  given = options.check(given, "limit()", { "ties" })
  options.switch(given.ties, "ties")
  return { verb = "limit", n = options.whole_number(n, "limit(n)"), ties = given.ties or nil,
    offset = offset ~= nil and options.whole_number(offset, { key = "offset_of_limit" }) or nil }
end

-- The columns of some rows, without the keys that had to be carried behind them.
local function without_keys(link, before)
  local list = {}
  for i, column in ipairs(before.columns) do list[i] = items.of_column(column.name) end
  return select_.bind(link, { items = list })
end

-- The rows up to those level with the last one wanted. The columns of rows that are known by their data alone cannot be
-- gone back behind.
local function with_ties(before, made)
  local sort, between = ties.sort_before(before)
  if not sort then
    errors.raise(between and "too_late.ties" or "bad_argument.ties_unsorted",
      { between = between and bound.shown(between) })
  end
  local rows
  rows, made.order = ties.keyed(before)
  if rawequal(rows, before) then return bound.after(rows, made, { limited = true }) end
  if before.walked then errors.raise("too_late.ties", { between = bound.shown(before) }) end
  return without_keys(bound.after(rows, made, { limited = true }), before)
end

-- The same step on rows that have further columns at their end.
local function carry_along(before, link) return bound.after(before, link.step, { limited = true }) end

--- Rows that are cut though they stand level with the last are told (parley.query.notes).
function limit.bind(before, step)
  local made = { verb = "limit", n = step.n, offset = step.offset, ties = step.ties, leaves_rows = true,
    carry_along = carry_along }
  if step.ties then return with_ties(before, made) end
  local cuts = ties.sort_before(before) ~= nil
  return bound.after(before, made, { limited = true, doubtful = before.doubtful or cuts })
end

--- How many rows are cut that stand level with the last.
---@param link table
---@param rows_of fun(link: table): parley.Query
---@return parley.Note[]
function limit.notes(link, rows_of) return link.step.ties and {} or ties.notes(link, rows_of) end

return limit
