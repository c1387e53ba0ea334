--- Judgements whether two things of a table are one: claims about rows of `identities`.
-- The id of a judgement says what it is about, so that whoever judges a pair judges the same row: two coders who do not
-- agree disagree on its verdict, as on any field. Who judges a pair again restates what they said before.

local atomic = require "parley.claims.transactions"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local core = require "parley.core"
local correcting = require "parley.claims.correcting"
local errors = require "parley.base.errors"
local judged_pairs = require "parley.claims.judged_pairs"
local options = require "parley.base.options"
local records = require "parley.base.records"
local references = require "parley.claims.references"
local speaking = require "parley.claims.speaking"
local writing = require "parley.claims.writing"

local judging = {}

local OPTIONS = { "table", "source", "coder" }

--- The source of judgements that name none.
judging.SOURCE = "judgements"

local function check_ids(...)
  for _, id in ipairs { ... } do
    if type(id) ~= "string" then errors.raise("bad_type.judge_ids", { got = type(id) }) end
  end
end

-- The tables that have a thing of this id, of those whose things can be judged.
local function tables_with(ds, id)
  local found = {}
  for _, name in ipairs(ds.schema.names) do
    local info = ds.schema.by_name[name]
    if info.claims and name ~= "identities" and references.exists(ds, name, id) then found[#found + 1] = name end
  end
  return found
end

-- The table of both, unless it is stated: the only one that has them.
local function table_of(ds, left, right)
  local both, of_right = {}, {}
  for _, name in ipairs(tables_with(ds, right)) do of_right[name] = true end
  local of_left = tables_with(ds, left)
  for _, name in ipairs(of_left) do
    if of_right[name] then both[#both + 1] = name end
  end
  if #both == 1 then return both[1] end
  if #both > 1 then errors.raise("bad_argument.judge_table", { left = left, right = right, names = both }) end
  local missing = #of_left == 0 and left or next(of_right) == nil and right
  if not missing then
    errors.raise("bad_argument.judge_tables", { left = left, right = right, one = of_left[1], other = next(of_right) })
  end
  errors.raise("no_row.judged", { value = missing, hint = references.hint(ds, "people", missing) })
end

local function judged_table(ds, given, left, right)
  if given == nil then return table_of(ds, left, right) end
  local info = writing.parts.need_table(ds, given)
  if not info.claims or info.name == "identities" then errors.raise("no_claims.judge", { name = given }) end
  for _, id in ipairs { left, right } do references.need(ds, given, id, "judge()") end
  return given
end

-- A judgement rests on a source as all claims do: on that of the project itself, where none is named.
local function ensure_source(ds, given)
  if given ~= nil then return given end
  if not references.exists(ds, "sources", judging.SOURCE) then
    writing.add(ds, "sources", { id = judging.SOURCE, label = "judgements of this dataset's coders",
      note = "made by ds:judge()" })
  end
  return judging.SOURCE
end

-- The standing claim of a coder about a judgement, by one source.
local function earlier(ds, id, source, coder)
  local info = ds.schema.by_name.identities
  for _, key in ipairs(claim_lookup.keys_where(ds.store, info, { stored = "id" }, id)) do
    local row = claim_lookup.row(ds.store, info, key, { "source", "coder" }, { "text", "text" })
    if row.source == source and row.coder == coder then return key end
  end
end

local function judge(ds, left, right, verdict, reason, given)
  ds:ensure_all()
  local name = judged_table(ds, given.table, left, right)
  if right < left then left, right = right, left end
  local said = speaking.stamped(ds, { source = given.source, coder = given.coder }, "identities")
  local id, source = judged_pairs.id(name, left, right), ensure_source(ds, said.source)
  local values = { verdict = verdict, reason = reason }
  local before = earlier(ds, id, source, said.coder)
  if before then return correcting.amend(ds, before, values, reason) end
  local today = writing.parts.now(ds):sub(1, 10)
  local provenance = { source = source, coder = said.coder, reported = not said.source and today or nil }
  values = records.copy_of({ table = name, left = left, right = right }, values)
  if claim_lookup.is_about(ds.store, ds.schema.by_name.identities, id, true) then
    return writing.claim(ds, "identities", id, values, provenance)
  end
  return writing.add(ds, "identities", records.copy_of({ id = id }, values), provenance)
end

--- Judges whether two things are one.
---@param ds parley.Dataset
---@param left string
---@param right string
---@param verdict string
---@param reason string
---@param given table?
---@return integer claim
function judging.judge(ds, left, right, verdict, reason, given)
  given = options.check(given, "judge()", OPTIONS)
  check_ids(left, right)
  if left == right then errors.raise("bad_argument.judge_itself", { id = left }) end
  if type(verdict) ~= "string" then errors.raise("bad_type.verdict", { got = type(verdict) }) end
  local is_text = type(reason) == "string" and core.clean(reason) ~= ""
  if not is_text then errors.raise("bad_argument.reason", { call = "judge" }) end
  return atomic.run(ds, judge, ds, left, right, verdict, reason, given)
end

return judging
