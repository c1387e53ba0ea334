--- Correcting: claims taken back, restated or preferred, and things renamed.
-- Nothing is overwritten: the claim that was there keeps its row, taken back with the reason; the one that takes its
-- place names it in `restates`, and taking that one back restores what stood before.

local atomic = require "parley.claims.transactions"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local quantities = require "parley.claims.quantities"
local references = require "parley.claims.references"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"
local speaking = require "parley.claims.speaking"
local writing = require "parley.claims.writing"

local correcting = {}

local parts = writing.parts

--- ## A claim as it was made

local function names_of(info)
  local names, types = { "source_day" }, { "boolean" }
  local function add(name, column) names[#names + 1], types[#types + 1] = name, column.type end
  for i = 2, #info.columns do add(info.columns[i].claim_name, info.columns[i]) end
  for _, column in ipairs(codebook.provenance) do add(column.name, column) end
  return names, types
end

-- What a claim says, and who says so.
local function read(ds, info, key)
  local row = claim_lookup.row(ds.store, info, key, names_of(info))
  local values, provenance = {}, { source_day = row.source_day }
  for i = 2, #info.columns do values[info.columns[i].name] = row[info.columns[i].claim_name] end
  for _, column in ipairs(codebook.provenance) do provenance[column.name] = row[column.name] end
  return values, provenance
end

-- Who writes, where that is not who coded it.
local function by_another(ds, coder)
  local who = speaking.who(ds)
  return who ~= coder and who or nil
end

-- Stores a claim that takes the place of another, among the claims too: who said it stays, when the file took it in is
-- now.
local function put(ds, info, id, values, provenance, key, restates)
  provenance.retracted_at, provenance.retraction = nil, nil
  provenance.recorded_at, provenance.restates, provenance.retracted_by = parts.now(ds), restates, nil
  provenance.entry = provenance.entry or key
  if provenance.source_day then provenance.reported = atomic.published(ds, provenance.source) end
  return atomic.write(ds, parts.store_claim, ds, info, id, values, provenance)
end

local function take_back(ds, info, id, key, reason)
  atomic.write(ds, parts.store_retraction, ds, info.name, id, key, parts.now(ds), reason)
end

local function checked_reason(given, call)
  if type(given) ~= "string" or #given == 0 then errors.raise("bad_argument.reason", { call = call }) end
  local _, problem = parts.check_text(given)
  if problem then errors.raise_about(problem, { key = "reason" }) end
  return given
end

--- ## Amending

-- Whether any side of an amount has a value.
local function has_any(values, bounds)
  for _, name in pairs(bounds) do
    if values[name] then return true end
  end
  return false
end

local function is_exact(values, bounds)
  local best = bounds.best and values[bounds.best]
  return best and (not bounds.low or values[bounds.low] == best) and (not bounds.high or values[bounds.high] == best)
end

-- The values of a claim with those that change. A number that was exact sets all its bounds anew; the bounds of one
-- that was not stay where they are not given.
local function merged(info, values, changed, given)
  for _, bounds in ipairs(quantities.of(info)) do
    if is_exact(values, bounds) then
      for _, name in pairs(has_any(changed, bounds) and bounds or {}) do values[name] = nil end
    elseif bounds.low and values[bounds.low] or bounds.high and values[bounds.high] then
      for _, name in pairs(bounds) do changed[name] = given[name] ~= nil and changed[name] or nil end
    end
  end
  for name, value in pairs(changed) do values[name] = value end
  return values
end

local function amended(ds, key, given, reason)
  local name, id = parts.claim_of_key(ds, key)
  local info = ds.schema.by_name[name]
  local values, provenance = read(ds, info, key)
  local changed, stated = parts.checked_changes(ds, info, given)
  for field, value in pairs(stated) do provenance[field] = value end
  if stated.reported then provenance.source_day = false end
  if stated.coder then speaking.stamped(ds, { coder = stated.coder }) end          -- or refuses
  values = merged(info, values, changed, given)
  parts.check_restated(ds, info, id, values, provenance)
  provenance.entered_by = by_another(ds, provenance.coder) or provenance.entered_by
  take_back(ds, info, id, key, reason)
  return put(ds, info, id, values, provenance, key, key)
end

--- Restates a claim: it is taken back, and a new one says the same but for what is given.
---@param ds parley.Dataset
---@param key integer
---@param given table column = value, of the table and of the provenance
---@param reason string
---@return integer claim the new claim's key
function correcting.amend(ds, key, given, reason)
  local claim = writing.key(key, "amend")
  if type(given) ~= "table" or next(given) == nil then errors.raise "bad_argument.amend_fields" end
  return atomic.verb(ds, amended, ds, claim, given, checked_reason(reason, "amend"))
end

--- ## Preferring

-- Two decisions about one field would leave it open which of them holds.
local function check_undecided(ds, info, id, key, values)
  for _, other in ipairs(claim_lookup.keys_where(ds.store, info, { stored = "id" }, id)) do
    local theirs, provenance = read(ds, info, other)
    local is_hidden = speaking.policy(ds) and provenance.coder and provenance.coder ~= speaking.who(ds)
    for i = 2, not is_hidden and other ~= key and provenance.rank == "preferred" and #info.columns or 1 do
      local name = info.columns[i].name
      if values[name] ~= nil and theirs[name] ~= nil then
        errors.raise("exists.preferred", { key = other, name = name })
      end
    end
  end
end

local function preferred(ds, key, reason)
  local name, id = parts.claim_of_key(ds, key)
  local info = ds.schema.by_name[name]
  local values, provenance = read(ds, info, key)
  if provenance.rank == "preferred" then errors.raise("exists.preferred_already", { key = key }) end
  check_undecided(ds, info, id, key, values)
  provenance.rank = "preferred"
  provenance.entered_by = by_another(ds, provenance.coder) or provenance.entered_by
  provenance.note = provenance.note and provenance.note .. "; " .. reason or reason
  take_back(ds, info, id, key, reason)
  return put(ds, info, id, values, provenance, key, key)
end

--- Decides for a claim: it is restated with the rank preferred, and the reason in its note.
---@param ds parley.Dataset
---@param key integer
---@param reason string
---@return integer claim the key of the claim that decides
function correcting.prefer(ds, key, reason)
  return atomic.verb(ds, preferred, ds, writing.key(key, "prefer"), checked_reason(reason, "prefer"))
end

--- ## Renaming

-- Columns of provenance that name people and parties, beside the source.
local SPEAKERS = { people = true, parties = true }

-- What a rename changes: keys of claims, and of each its table, the changes, and whether it is about the thing itself;
-- undone: whether a thing gets back the name that it had.
local Changes = {}
Changes.__index = Changes

-- The claim whose place is taken by one that gets back its name: that from which the one of this name was renamed, so
-- that it can be undone further; or that one itself.
function Changes:restated(key)
  local before = self.undone and self.of[key].renames and self:find(key, 5)
  if not before or self:find(before, 1) ~= self.to then return key end
  return self:find(before, 5) or before
end

function Changes:find(key, at)
  local found = table.pack(claim_lookup.find(self.ds.store, self.info, key))
  return found[at]
end

-- Restates a standing claim with its changes.
function Changes:restate_one(key, reason)
  local ds, of = self.ds, self.of[key]
  local id = claim_lookup.find(ds.store, of.info, key)
  local values, provenance = read(ds, of.info, key)
  take_back(ds, of.info, id, key, reason)
  for _, change in ipairs(of) do id = change(values, provenance) or id end
  return put(ds, of.info, id, values, provenance, key, self:restated(key))
end

-- Notes what is to be changed in each claim of a table whose column has a value.
function Changes:note(info, column, value, change)
  for _, key in ipairs(claim_lookup.keys_where(self.ds.store, info, column, value)) do
    if not self.of[key] then
      self.of[key], self.keys[#self.keys + 1] = { info = info }, key
    end
    table.insert(self.of[key], change)
  end
end

-- Restates each claim once, with all that changes in it: halfway it would point at what is not there any more. Gives
-- the first new claim about the thing itself.
function Changes:restate(reason)
  local first
  table.sort(self.keys)
  for _, key in ipairs(self.keys) do
    local new = self:restate_one(key, reason)
    if not first and self.of[key].renames then first = new end
  end
  return first
end

local function note_references(changes, target, from, to)
  for _, at in ipairs(references.referring(changes.ds, target)) do
    if not at.table.claims then
      rows.replace(changes.ds.store, at.table.name, at.stored, from, to)
    else
      changes:note(at.table, at, from, function(values, provenance)
        if at.provenance then provenance.source = to
        else values[at.column] = at.several and item_lists.replaced(values[at.column], from, to) or to end
      end)
    end
  end
  for _, info in ipairs(SPEAKERS[target] and schema.tables(changes.ds.schema) or {}) do
    if info.claims then
      changes:note(info, { stored = "said_by" }, from, function(_, provenance) provenance.said_by = to end)
    end
  end
end

-- Judgements about a thing (parley.claims.judged_pairs) are about what it is called by now, and named so.
local function note_judgements(changes, target, from, to)
  local info, judged_pairs = changes.ds.schema.by_name.identities, require "parley.claims.judged_pairs"
  for _, side in ipairs { "left", "right" } do
    changes:note(info, { stored = side }, from, function(values)
      if values.table ~= target then return nil end
      values[side] = to
      if values.right < values.left then values.left, values.right = values.right, values.left end
      return judged_pairs.id(target, values.left, values.right)
    end)
  end
end

-- Has all that stands call a thing otherwise; undone: by the name that it had. It is one step for ds:undo("last").
local function call_otherwise(ds, info, from, to, reason, undone)
  local changes = setmetatable({ ds = ds, of = {}, keys = {}, info = info, to = to, undone = undone }, Changes)
  changes:note(info, { stored = "id" }, from, function(_, provenance)
    if info.name == "sources" and provenance.source == from then provenance.source = to end
    return to
  end)
  for _, key in ipairs(changes.keys) do changes.of[key].renames = true end
  note_references(changes, info.name, from, to)
  note_judgements(changes, info.name, from, to)
  return atomic.as_one(ds, { renamed = info.name, old = from, new = to }, changes.restate, changes, reason)
end

local function renamed(ds, info, from, to)
  ds:ensure_all()
  local singular = references.singular(info.name)
  references.need(ds, info.name, from, "rename()")
  if references.exists(ds, info.name, to) then errors.raise("exists.rename", { singular = singular, id = to }) end
  return to, call_otherwise(ds, info, from, to, ("%s '%s' is called '%s' now"):format(singular, from, to))
end

--- Gives a thing another id, in its claims and in all that refers to it. The claims under the old id stay, taken back.
---@param ds parley.Dataset
---@param name string table with claims
---@param from string
---@param to string
---@return string to, integer claim  whose retraction undoes it
function correcting.rename(ds, name, from, to)
  local info = parts.need_table(ds, name)
  if not info.claims then errors.raise("no_claims.table", { name = name }) end
  speaking.check_all(ds, "rename")
  return atomic.run(ds, renamed, ds, info, parts.check_id(info, from), parts.check_id(info, to))
end

--- ## Taking back

-- What is no part of what a claim says.
local ASIDE = { retracted_at = true, retraction = true, retracted_by = true, entered_by = true, recorded_at = true,
  restates = true, entry = true, reported = true }

-- A claim as it was made, but that what it refers to is called as it is by now.
local function read_by_now(ds, info, key)
  local values, provenance = read(ds, info, key)
  for _, column in ipairs(info.columns) do
    local value = column.references and values[column.name]
    for item in item_lists.each(value or nil, column.several) do
      local now = references.now(ds, column.references, item)
      if now ~= item then
        values[column.name] = column.several and item_lists.replaced(values[column.name], item, now) or now
      end
    end
  end
  provenance.source = references.now(ds, "sources", provenance.source)
  for target in pairs(SPEAKERS) do provenance.said_by = references.now(ds, target, provenance.said_by) end
  return values, provenance
end

local function says_the_same(info, values, provenance, other, others_provenance)
  for i = 2, #info.columns do
    if values[info.columns[i].name] ~= other[info.columns[i].name] then return false end
  end
  for _, column in ipairs(codebook.provenance) do
    local name = column.name
    if not ASIDE[name] and provenance[name] ~= others_provenance[name] then return false end
  end
  return true
end

-- The claim whose place one has taken by what it says: those that say the same by the names of their time are passed
-- over.
local function before(ds, info, key)
  local id, _, _, _, last = claim_lookup.find(ds.store, info, key)
  local values, provenance = read_by_now(ds, info, key)
  while last do
    local others_id, _, _, _, further = claim_lookup.find(ds.store, info, last)
    local same = info.name == "identities" or references.now(ds, info.name, others_id) == id
    if not same or not says_the_same(info, values, provenance, read_by_now(ds, info, last)) then return last end
    last = further
  end
end

-- A claim that was taken back stands again, under the name `id` of its thing, by one that restates it; unless something
-- else has restored it.
local function restore(ds, key, id)
  local info = ds.schema.by_name[claim_lookup.table_of_key(ds.store, key)]
  local of, retracted_at = claim_lookup.find(ds.store, info, key)
  if not retracted_at then return end
  id = id or info.name ~= "identities" and references.now(ds, info.name, of) or of
  local values, provenance = read_by_now(ds, info, key)
  for _, column in ipairs(info.columns) do
    if column.references and values[column.name] then
      parts.note_reference(ds, info, id, column, values[column.name])
    end
  end
  return put(ds, info, id, values, provenance, key, key)
end

-- The name that a thing had comes back, with all that the rename has changed; and what was said since by the new name
-- is said by the old one.
local function undo_rename(ds, info, to, from, key, reason)
  local singular = references.singular(info.name)
  ds:ensure_all()
  if references.exists(ds, info.name, from) then
    errors.raise("exists.rename_undone", { singular = singular, id = from, name = to, table = info.name, key = key })
  end
  call_otherwise(ds, info, to, from, reason or ("%s '%s' is called '%s' again"):format(singular, to, from), true)
  return key
end

local function retracted(ds, key, reason)
  local name, id, restated = parts.claim_of_key(ds, key)
  local info = ds.schema.by_name[name]
  local from = restated and claim_lookup.find(ds.store, info, restated)
  -- Of a judgement the id changes with what it is about: taken back, it stands under neither.
  local is_renamed = from and from ~= id and name ~= "identities"
  if is_renamed and claim_lookup.first_renamed(ds.store, info, from, id) == key then
    speaking.check_all(ds, "retract")
    return undo_rename(ds, info, id, from, key, reason)
  end
  restated = restated and not (name == "identities" and from ~= id) and before(ds, info, key)
  take_back(ds, info, id, key, reason)
  atomic.note(ds, "taken", key)
  if restated then restore(ds, restated, name ~= "identities" and id or nil) end
  return key
end

--- Takes a claim back; its row stays, with the reason. A claim whose place it has taken is restored. The claim that a
--- rename has given undoes the whole rename; the others that it has restated are taken back by themselves.
---@param ds parley.Dataset
---@param key integer
---@param reason string?
---@return integer claim
function correcting.retract(ds, key, reason)
  local claim = writing.key(key, "retract")
  if reason ~= nil then
    local _, problem = parts.check_text(reason)
    if problem then errors.raise_about(problem, { key = "reason_of_retraction" }) end
  end
  return atomic.verb(ds, retracted, ds, claim, reason)
end

--- What parley.claims.adjudicating is made of.
correcting.read, correcting.put, correcting.take_back, correcting.checked_reason = read, put, take_back, checked_reason

--- What parley.claims.undoing is made of.
correcting.retracted, correcting.restore, correcting.undo_rename = retracted, restore, undo_rename

return correcting
