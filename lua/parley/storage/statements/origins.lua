--- The source that a source rests on in the end: sources that copy one another are one when they are counted.
-- A source that is a copy, or rests on another one, has an origin: what it is a copy of, or else rests on, followed to
-- the end; of sources that rest on each other in a circle, the one that sorts first. It stands with their claims, as
-- `source_origin`, where it is another than the source, and is brought in step in the transaction that changes either.

local derivations = require "parley.storage.derivations"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local origins = {}

-- For each source that rests on another one: on which.
local function steps_of(store)
  local steps = {}
  for id, on in store:each("SELECT id, coalesce(copy_of, rests_on) FROM sources WHERE copy_of IS NOT NULL "
    .. "OR rests_on IS NOT NULL", nil, { "text", "text" }) do
    steps[id] = on
  end
  return steps
end

-- Where the steps from a source end.
local function end_of(steps, id)
  local seen, at = {}, id
  while steps[at] and not seen[at] do
    seen[at] = true
    at = steps[at]
  end
  if not steps[at] then return at end
  local first, start = at, at
  repeat
    at = steps[at]
    if at < first then first = at end
  until at == start
  return first
end

--- The origins of sources, where these are others.
---@param steps table<string, string> for each source that rests on another one: on which
---@return table<string, string>
function origins.of(steps)
  local found = {}
  for id in pairs(steps) do
    local origin = end_of(steps, id)
    if origin ~= id then found[id] = origin end
  end
  return found
end

-- Lists of sources by their origin, which is another; all sources that have one; the origins in order.
local function by_origin(store)
  local lists, all, order = {}, {}, {}
  for id, origin in pairs(origins.of(steps_of(store))) do
    if not lists[origin] then lists[origin], order[#order + 1] = {}, origin end
    table.insert(lists[origin], id)
    all[#all + 1] = id
  end
  table.sort(order)
  return lists, all, order
end

--- Brings claims in step with what their sources rest on.
---@param store parley.Store
---@param info table whose claims
---@param given { ids: string[]?, selected: string? }? only the claims about some things, as a list or as SQL
---@return string[] ids of the things whose claims have changed
function origins.follow(store, info, given)
  local d, changed, seen = dialect.of(store), {}, {}
  local lists, all, order = by_origin(store)
  local claims = schema.quoted_claims(d, info)
  local function update(origin, condition, list)
    local params, bind = dialect.params(d)
    local parts = { ("UPDATE %s SET source_origin = %s WHERE "):format(claims, origin and bind(origin) or "NULL") }
    parts[2] = condition(bind, list)
    if given and given.ids then parts[3] = " AND " .. d.in_list("id", bind(d.list(given.ids))) end
    if given and given.selected then parts[3] = (" AND id IN (%s)"):format(given.selected) end
    local name = (origin and "origin" or "no_origin") .. (given and "_of" or "")
    for id in derivations.each(store, name, info.name, table.concat(parts) .. " RETURNING id", params) do
      if not seen[id] then changed[#changed + 1], seen[id] = id, true end
    end
  end
  if not given then
    update(nil, function(bind)
      return ("source_origin IS NOT NULL AND NOT (%s)"):format(d.in_list("source", bind(d.list(all))))
    end)
  end
  for _, origin in ipairs(order) do
    update(origin, function(bind, list)
      return ("%s AND %s"):format(d.in_list("source", bind(d.list(list))), d.differs("source_origin", bind(origin)))
    end, lists[origin])
  end
  return changed
end

--- On which sources a source rests, as one text; nil where it rests on none.
---@param store parley.Store
---@param id string
---@return string?
function origins.basis(store, id)
  local d = dialect.of(store)
  return (store:values(("SELECT coalesce(copy_of, rests_on) FROM sources WHERE id = %s"):format(d.param(1)),
    { n = 1, id }))
end

return origins
