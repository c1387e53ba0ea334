--- Makes a random query that shows something smaller while it still shows it: fewer verbs, items, rows, columns.

local random_tables = require "spec.support.random_tables"

local shrink = {}

local MOST_TRIES = 400

local function changed(query, changes)
  local copy = {}
  for key, value in pairs(query) do copy[key] = value end
  for key, value in pairs(changes) do copy[key] = value end
  return copy
end

local function without(list, at, count)
  local copy = table.move(list, 1, #list, 1, {})
  for _ = 1, count or 1 do table.remove(copy, at) end
  return copy
end

-- Each gives the smaller queries to try, in turn -----------------------------------------------------------

-- The beginnings of a query, with what is known of their results.
local function beginnings(query, try)
  if query.finish then try(changed(query, { finish = false })) end
  for count = 1, #query.steps - 1 do
    local after = query.after[count]
    if after then
      local steps = table.move(query.steps, 1, count, 1, {})
      if try { table = query.table, steps = steps, columns = after.columns, order = after.order, by = after.by,
        dynamic = after.dynamic, after = query.after } then return end
    end
  end
end

-- Conditions in the middle change nothing of what is known of a result.
local function conditions(query, try)
  for at = #query.steps, 1, -1 do
    if query.steps[at].verb == "where" then
      local smaller = try(changed(query, { steps = without(query.steps, at), after = {} }))
      query = smaller or query
    end
  end
end

local ITEMS = { select = true, summarise = true, with = true, by = true, sort = true }

-- Fewer items in the last verbs. What tells how far a result may be off would no longer fit.
local function items(query, try)
  for at = #query.steps, 1, -1 do
    local step = query.steps[at]
    for i = ITEMS[step.verb] and step.args.n or 0, 1, -1 do
      if step.args.n > 1 then
        local args = without(step.args, i)
        args.n = step.args.n - 1
        local steps = table.move(query.steps, 1, #query.steps, 1, {})
        steps[at] = { verb = step.verb, args = args, names = step.names, items = step.items }
        local smaller = try(changed(query, { steps = steps, after = {} }))
        if smaller then query, step = smaller, steps[at] end
      end
    end
  end
end

local function all_rows(n)
  local rows = {}
  for row = 1, n do rows[row] = row end
  return rows
end

local function rows(query, try)
  local kept, size = all_rows(query.table.n), (query.table.n + 1) // 2
  while size > 0 and #kept > 0 do
    local at = 1
    while at <= #kept do
      local fewer = without(kept, at, math.min(size, #kept - at + 1))
      local smaller = try(changed(query, { table = random_tables.with_rows(query.table, fewer) }))
      if smaller then kept = fewer else at = at + size end
    end
    if size == 1 then break end
    size = (size + 1) // 2
  end
end

local function columns(query, try)
  if query.table.dropped then
    query = try(changed(query, { table = random_tables.without_dropped(query.table) })) or query
  end
  for at = #query.table.columns, 1, -1 do
    if #query.table.columns > 1 then
      query = try(changed(query, { table = random_tables.without_column(query.table, at) })) or query
    end
  end
end

--- The smallest query found for which `shows(query)` still holds.
---@param query table
---@param shows fun(query: table): boolean
---@return table
function shrink.query(query, shows)
  local tries = 0
  local function try(smaller)
    tries = tries + 1
    if tries > MOST_TRIES or not shows(smaller) then return nil end
    query = smaller
    return smaller
  end
  for _, way in ipairs { beginnings, conditions, rows, columns, items, rows } do way(query, try) end
  return query
end

return shrink
