--- Judgements of identity, put together: which things are one, and where judgements cannot all hold.
-- Things that are judged the same, one by one, are one cluster. A cluster two of whose things are judged different is a
-- contradiction: nothing in it is one. The judgements are those that the dataset shows under its policy, whatever day
-- it is as of: who is who is no news.

local records = require "parley.base.records"

local identities = {}

---@class parley.Cluster
---@field table string
---@field ids string[]  sorted
---@field contradictions { [1]: string, [2]: string }[]  pairs judged different, none if all hold
---@field reasons string[]  of the judgements that join it

-- The dataset without its day.
local function undated(ds)
  local shown = ds:view()
  if not shown.as_of then return ds end
  return setmetatable(records.copy_of(ds, { shown = { policy = shown.policy } }), getmetatable(ds))
end

--- The judgements, in the order of their ids.
---@param ds parley.Dataset
---@return { id: string, table: string, left: string, right: string, verdict: string, reason: string? }[]
function identities.judgements(ds)
  local list = {}
  for id, name, left, right, verdict, reason in undated(ds):table("identities"):sort("id"):each("id", "table", "left",
    "right", "verdict", "reason") do
    if name and left and right then
      list[#list + 1] = { id = id, table = name, left = left, right = right, verdict = verdict, reason = reason }
    end
  end
  return list
end

-- The one that stands for what a thing is joined to.
local function root(above, key)
  while above[key] ~= key do
    above[key] = above[above[key]]
    key = above[key]
  end
  return key
end

local function key_of(name, id) return name .. "\0" .. id end

-- Joins what is judged the same; gives who is above whom.
local function joined(list)
  local above = {}
  for _, one in ipairs(list) do
    local left, right = key_of(one.table, one.left), key_of(one.table, one.right)
    above[left], above[right] = above[left] or left, above[right] or right
    if one.verdict == "same" then
      local a, b = root(above, left), root(above, right)
      if b < a then a, b = b, a end
      above[b] = a
    end
  end
  return above
end

local function cluster_at(by_root, order, key, name)
  if not by_root[key] then
    by_root[key] = { table = name, ids = {}, seen = {}, contradictions = {}, reasons = {} }
    order[#order + 1] = key
  end
  return by_root[key]
end

local function put(cluster, id)
  if cluster.seen[id] then return end
  cluster.seen[id], cluster.ids[#cluster.ids + 1] = true, id
end

--- The clusters of things judged the same, those of one table after another, each by the thing that sorts first.
---@param list table[]  judgements
---@return parley.Cluster[]
function identities.clusters(list)
  local above, by_root, order, found = joined(list), {}, {}, {}
  for _, one in ipairs(list) do
    local left, right = key_of(one.table, one.left), key_of(one.table, one.right)
    local at = root(above, left)
    if one.verdict == "same" then
      local cluster = cluster_at(by_root, order, at, one.table)
      put(cluster, one.left)
      put(cluster, one.right)
      cluster.reasons[#cluster.reasons + 1] = one.reason
    elseif one.verdict == "different" and at == root(above, right) then
      local cluster = cluster_at(by_root, order, at, one.table)
      table.insert(cluster.contradictions, { one.left, one.right })
    end
  end
  table.sort(order)
  for i, key in ipairs(order) do
    found[i] = by_root[key]
    table.sort(found[i].ids)
  end
  return found
end

--- The clusters of a dataset.
---@param ds parley.Dataset
---@return parley.Cluster[]
function identities.of(ds) return identities.clusters(identities.judgements(ds)) end

--- Why a cluster cannot be one, in words: "a = b = c, but a ≠ c".
---@param cluster parley.Cluster
---@return string
function identities.words(cluster)
  local parts = {}
  for i, pair in ipairs(cluster.contradictions) do parts[i] = ("%s ≠ %s"):format(pair[1], pair[2]) end
  return ("%s, but %s"):format(table.concat(cluster.ids, " = "), table.concat(parts, ", "))
end

return identities
