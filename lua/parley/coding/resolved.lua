--- A dataset in which things judged the same are one.
-- Method. It is a copy in memory, whose claims keep their keys: what was claimed of any of them is claimed of the one
-- that stands for all, and what referred to any refers to it. From there on all is as ever: two names are two readings
-- of one name, chosen among and disagreed on as others. The id that stands is one that is asked for, else the one that
-- sorts first. A cluster whose judgements contradict each other is left as it is, and told.

local copying = require "parley.storage.copying"
local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local identities = require "parley.analysis.identities"
local judged_pairs = require "parley.claims.judged_pairs"
local merged_things = require "parley.storage.statements.merged_things"
local options = require "parley.base.options"
local records = require "parley.base.records"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"

local resolved = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "others", "text" }, { "state", "text" }, { "what", "text" } }

-- The ids that are to stand, as a set.
local function wanted_ids(given)
  local list = given.stands
  if list == nil then return {} end
  if type(list) == "string" then list = { list } end
  local set = {}
  for _, id in ipairs(type(list) == "table" and list or errors.raise("bad_type.stands", { got = type(list) })) do
    if type(id) ~= "string" then errors.raise("bad_type.stands", { got = type(id) }) end
    set[id] = true
  end
  return set
end

-- Those of a cluster that are there, and which of them stands.
local function standing_of(ds, cluster, wanted)
  local there, stands = {}, nil
  for _, id in ipairs(cluster.ids) do
    if require("parley.claims.references").exists(ds, cluster.table, id) then
      there[#there + 1] = id
      if wanted[id] and not stands then stands = id end
    end
  end
  return there, stands or there[1]
end

-- What is to become one: table -> id -> the id that stands; and a row of what is told of each cluster.
local function planned(ds, wanted)
  local standing, told, joins = {}, {}, {}
  for _, cluster in ipairs(identities.of(ds)) do
    local there, stands = standing_of(ds, cluster, wanted)
    local others = {}
    for _, id in ipairs(there) do
      if id ~= stands then others[#others + 1] = id end
    end
    local row = { cluster.table, stands or cluster.ids[1], table.concat(others, "; "), "one",
      table.concat(cluster.reasons, "; ") }
    if #cluster.contradictions > 0 then
      row[4], row[5] = "contradiction", identities.words(cluster)
    elseif #others > 0 then
      standing[cluster.table] = standing[cluster.table] or {}
      for _, id in ipairs(others) do standing[cluster.table][id] = stands end
      joins[#joins + 1] = { table = cluster.table, id = stands,
        judgement = judged_pairs.id(cluster.table, cluster.ids[1], cluster.ids[2]), ids = cluster.ids }
    else
      row[4], row[5] = "missing", "one of them is not there any more"
    end
    told[#told + 1] = row
  end
  return standing, told, joins
end

-- The first judgement that joins two things of a cluster.
local function provenance_of(store, info, join)
  for i, left in ipairs(join.ids) do
    for k = i + 1, #join.ids do
      local id = judged_pairs.id(join.table, left, join.ids[k])
      local keys = require("parley.storage.statements.claim_lookup").keys_where(store, info, { stored = "id" }, id)
      if #keys > 0 then return merged_things.judged_by(store, info, id) end
    end
  end
end

local function merge(store, of, standing, joins)
  merged_things.run(store, schema.tables(of), standing)
  for _, join in ipairs(joins) do
    local provenance = provenance_of(store, of.by_name.identities, join)
    provenance.note = "the names of what was judged to be one"
    merged_things.keep_names(store, of.by_name[join.table], join.id, provenance)
  end
end

-- What opening calls for a dataset: its store is enough here.
local STORE_ALONE = { new_dataset = function(store) return store end }

-- A store in memory with all that a dataset has, and what is known of its tables.
local function copy_of(ds)
  local store = assert(require("parley.storage.open_dataset").open(":memory:", {}, STORE_ALONE))
  savepoints.trust_references(store)
  savepoints.reading(ds.store, function() copying.all(ds.store, store) end)
  return store, require("parley.storage.own_columns").schema(store)
end

--- The dataset in which things judged the same are one, for reading; and what became of each cluster.
---@param ds parley.Dataset
---@param given { stands: string|string[]|nil }?
---@return parley.Dataset ds, parley.Frame told
function resolved.of_dataset(ds, given)
  if not ds.schema.parley then errors.raise("no_claims.file", { call = "resolved()" }) end
  given = options.check(given, "resolved()", { "stands" })
  local owner = ds.parent or ds
  if owner.bundle then return ds, from_rows.lists(COLUMNS, {}) end          -- nobody can judge there
  if owner.transaction then errors.raise "in_transaction.resolved" end
  ds:ensure_all()
  local standing, told, joins = planned(ds, wanted_ids(given))
  local store, of = copy_of(owner)
  savepoints.run(store, "parley_resolved", merge, store, of, standing, joins)
  local made = records.copy_of(owner, { store = store, schema = of, functions = {}, mode = "ro", path = false,
    shown = ds:view(), asked = false, resolved_of = owner })
  setmetatable(made, getmetatable(owner))
  return made, from_rows.lists(COLUMNS, told)
end

return resolved
