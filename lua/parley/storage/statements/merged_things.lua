--- Statements that make several things of a dataset one: claims about them, and all that refers to them, get one id.
-- Claims keep their keys, and all else that they say.

local claim_keys = require "parley.storage.statements.claim_keys"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claims = require "parley.storage.statements.claims"
local dialect = require "parley.query.sql.dialect"
local full_text = require "parley.storage.full_text"
local item_lists = require "parley.base.item_lists"
local schema = require "parley.storage.schema"
local stored_rows = require "parley.storage.statements.stored_rows"

local merged_things = {}

local NAME = "parley_standing"

--- The ids that stand for others: table -> id -> the id that stands for it.
---@alias parley.Standing table<string, table<string, string>>

-- Puts them into a table of the connection's own.
local function remember(store, standing)
  local d = dialect.of(store)
  local text = d.types.text
  store:exec(d.create_temporary(NAME, { "thing_table " .. text, "id " .. text, "stands " .. text,
    "PRIMARY KEY (thing_table, id)" }, d.by_key_alone))
  local sql = ("INSERT INTO %s VALUES (%s)"):format(d.temporary(NAME), dialect.marks(d, 3))
  for name, ids in pairs(standing) do
    for id, stands in pairs(ids) do store:run(sql, { n = 3, name, id, stands }) end
  end
end

-- Has a column call things of a table by what stands for them; gives the ids of the rows.
local function replace(store, at, column, target)
  local d = dialect.of(store)
  local from = ("FROM %s AS s WHERE s.thing_table = %s AND s.id = %s.%s"):format(d.temporary(NAME), d.param(1), at,
    d.quote(column))
  local ids = {}
  for id in store:each(("UPDATE %s SET %s = (SELECT stands %s) WHERE EXISTS (SELECT 1 %s) RETURNING id"):format(at,
    d.quote(column), from, from), { n = 1, target }, { "text" }) do
    ids[#ids + 1] = id
  end
  return ids
end

-- The same in a column that takes several.
local function replace_in_lists(store, at, column, standing)
  local d, ids, changes = dialect.of(store), {}, {}
  local name = d.quote(column)
  for id, key, text in store:each(("SELECT id, claim, %s FROM %s WHERE %s IS NOT NULL"):format(name, at, name), nil,
    { "text", "integer", "text" }) do
    local list, changed = item_lists.of(text), false
    for i, item in ipairs(list) do
      list[i], changed = standing[item] or item, changed or standing[item] ~= nil
    end
    if changed then changes[#changes + 1] = { id, key, item_lists.text(list) } end
  end
  local sql = ("UPDATE %s SET %s = %s WHERE claim = %s"):format(at, name, d.param(1), d.param(2))
  for _, change in ipairs(changes) do
    store:run(sql, { n = 2, change[3], change[2] })
    ids[#ids + 1] = change[1]
  end
  return ids
end

-- What refers to itself since it is one with what it referred to, refers to nothing.
local function forget_itself(store, info, target)
  local d, at = dialect.of(store), schema.quoted_claims(dialect.of(store), info)
  local function forget(left, right)
    store:run(("UPDATE %s SET %s = NULL WHERE %s = %s AND %s IN (SELECT stands FROM %s WHERE thing_table = %s)"):format(
      at, left, left, right, right, d.temporary(NAME), d.param(1)), { n = 1, target })
  end
  for _, column in ipairs(info.columns) do
    if column.references == info.name and not column.several and column.name ~= "id" then
      forget(d.quote(column.claim_name), "id")
    end
  end
  if info.name == "memberships" then forget(d.quote "whole", d.quote "party") end
end

local SPEAKERS = { "people", "parties" }

-- What the claims of a table refer to: columns and the tables that they are about.
local function columns_of(info)
  local list = { { "source", "sources" } }
  for _, column in ipairs(info.columns) do
    if column.references then list[#list + 1] = { column.claim_name, column.references, column.several } end
  end
  for _, target in ipairs(SPEAKERS) do list[#list + 1] = { "said_by", target } end
  return list
end

-- Has the claims of a table follow; gives the ids of what they are about, before and now.
local function follow_claims(store, info, standing)
  local at, touched = schema.quoted_claims(dialect.of(store), info), {}
  local function add(ids)
    for _, id in ipairs(ids) do touched[id] = true end
  end
  for _, entry in ipairs(columns_of(info)) do
    local column, target, several = entry[1], entry[2], entry[3]
    if standing[target] then
      add(several and replace_in_lists(store, at, column, standing[target]) or replace(store, at, column, target))
    end
  end
  for id, stands in pairs(standing[info.name] or {}) do touched[id], touched[stands] = true, true end
  replace(store, at, "id", info.name)
  forget_itself(store, info, info.name == "memberships" and "parties" or info.name)
  return touched
end

local function follow_rows(store, info, standing)
  local d, touched = dialect.of(store), {}
  for _, column in ipairs(info.columns) do
    if column.references and standing[column.references] then
      for _, id in ipairs(replace(store, d.quote(info.name), column.name, column.references)) do touched[id] = true end
    end
  end
  return touched
end

local function sorted(set)
  local list = {}
  for id in pairs(set) do list[#list + 1] = id end
  table.sort(list)
  return list
end

-- Names and aliases that claims in force give a thing, in the order of the claims, and the first day one was reported.
local function names_of(store, info, id)
  local names, seen, first = {}, {}, nil
  for name, aliases, reported in store:each(("SELECT coalesce(name, ''), coalesce(aliases, ''), coalesce(reported, '') "
    .. "FROM %s WHERE id = %s AND claim_weight IS NOT NULL ORDER BY reported_end, claim"):format(
    schema.quoted_claims(dialect.of(store), info), dialect.of(store).param(1)), { n = 1, id },
    { "text", "text", "text" }) do
    first = first or reported ~= "" and reported or nil
    for _, one in ipairs(item_lists.written(name .. ";" .. aliases)) do
      if not seen[one] then names[#names + 1], seen[one] = one, true end
    end
  end
  return names, first
end

--- Gives a thing all names of those that it stands for as its aliases, by a claim that decides; nothing where it has no
--- aliases, or one name alone. All of them: which one is its name depends on the day and the policy.
---@param store parley.Store
---@param info table
---@param id string
---@param provenance table  source, recorded_at and note of the claim
function merged_things.keep_names(store, info, id, provenance)
  if not info.by_name.aliases or not info.by_name.name then return end
  local names, first = names_of(store, info, id)
  if #names < 2 then return end
  local said = { reported = first, rank = "preferred", polarity = "affirmed", modality = "fact",
    certainty = "on_record_quote" }
  for key, value in pairs(provenance) do said[key] = value end
  claims.insert(store, info, claim_keys.new_key(store, info.name), id, { aliases = table.concat(names, "; ") }, said)
  stored_rows.resolve_ids(store, info, { id })
  full_text.update(store, info, id)
end

-- Brings rows and words in step with claims that have changed, table by table.
local function derive(store, infos, touched, sources_too)
  local list = sources_too and infos or {}
  if sources_too then stored_rows.derive(store, list, stored_rows.resolve_all) end
  for _, info in ipairs(infos) do
    local ids = sorted(touched[info.name])
    if #ids > 0 and info.claims and not sources_too then stored_rows.resolve_ids(store, info, ids) end
  end
  for _, info in ipairs(infos) do
    local ids = sorted(touched[info.name])
    if #ids > 0 then full_text.update_all(store, info, ids) end
  end
end

--- Makes things one, in a store whose references are not held.
---@param store parley.Store
---@param infos table[]  all tables
---@param standing parley.Standing
function merged_things.run(store, infos, standing)
  local touched = {}
  remember(store, standing)
  for _, info in ipairs(infos) do
    touched[info.name] = (info.claims and info.name ~= "identities" and follow_claims or follow_rows)(store, info,
      standing)
  end
  store:exec("DROP TABLE " .. dialect.of(store).temporary(NAME))
  derive(store, infos, touched, standing.sources ~= nil)
end

--- The last claim in force about a judgement: its source, and when it was recorded.
---@param store parley.Store
---@param info table  identities
---@param id string
---@return table provenance
function merged_things.judged_by(store, info, id)
  local keys = claim_lookup.keys_where(store, info, { stored = "id" }, id)
  local row = claim_lookup.row(store, info, keys[#keys], { "source", "recorded_at" }, { "text", "text" })
  return { source = row.source, recorded_at = row.recorded_at }
end

return merged_things
