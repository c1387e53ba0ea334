--- Undoing: what was claimed is taken back, what was taken back stands again, each with a trace.
-- By key, it is that claim. "last" is the last step of who speaks: all that one call, or one atomic(), wrote in this
-- opened dataset; one import; else, of an earlier day, the last claim in force of a coder who is named. What somebody
-- wrote on an earlier day is not taken back unasked. It goes back further each time; an undo is undone by the key of
-- what it took back.

local atomic = require "parley.claims.transactions"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local correcting = require "parley.claims.correcting"
local errors = require "parley.base.errors"
local references = require "parley.claims.references"
local schema = require "parley.storage.schema"
local speaking = require "parley.claims.speaking"
local writing = require "parley.claims.writing"

local undoing = {}

local function words_of(reason) return reason and "undo: " .. reason or "undo" end

local function info_of(ds, key)
  local name = claim_lookup.table_of_key(ds.store, key)
  if not name then errors.raise("no_row.claim", { key = key }) end
  return ds.schema.by_name[name]
end

-- Takes a claim back, or has one that was taken back stand again: what became of it.
local function undo_one(ds, key, reason, done)
  local info = info_of(ds, key)
  local id, at, _, _, _, coder, by, decides = claim_lookup.find(ds.store, info, key)
  if not at then
    correcting.retracted(ds, key, words_of(reason))
    done[#done + 1] = { key, info.name, id, "retracted", nil }
    return
  end
  if ds.speaking then speaking.check_own(ds, key, coder, by, decides) end
  local standing = claim_lookup.keys_where(ds.store, info, { stored = "restates" }, key)[1]
  if standing then errors.raise("exists.restated", { key = key, by = standing }) end
  done[#done + 1] = { key, info.name, id, "restored", correcting.restore(ds, key) }
end

local function stands(ds, key)
  local _, at = claim_lookup.find(ds.store, info_of(ds, key), key)
  return at == nil
end

-- The keys of an entry of a step that there is something of to undo, the greatest first.
local function keys_to_undo(ds, one)
  local key = one.to + 1
  return function()
    repeat key = key - 1 until key < (one.made or one.taken) or stands(ds, key) == (one.made ~= nil)
    return key >= (one.made or one.taken) and key or nil
  end
end

-- The claim that stands for a rename, where the thing is called so still.
local function key_of_rename(ds, one)
  local info = ds.schema.by_name[one.renamed]
  if not references.exists(ds, one.renamed, one.new) then return nil end
  return claim_lookup.first_renamed(ds.store, info, one.old, one.new)
end

-- Whether a step is of who speaks, and there is anything of it to undo: its greatest key.
local function key_of_step(ds, step, who)
  local last
  for _, one in ipairs(step) do
    local voice = one.voice and (one.voice.coder or one.voice.given.coder) or nil
    if who and voice ~= who then return nil end
    local key = one.renamed and key_of_rename(ds, one) or not one.renamed and keys_to_undo(ds, one)()
    if key then last = math.max(last or 0, key) end
  end
  return last
end

local function last_step(ds, who)
  local steps = ds.steps or {}
  for at = #steps, 1, -1 do
    local key = key_of_step(ds, steps[at], who)
    if key then return at, key end
  end
end

local function undo_rename(ds, one, reason, done)
  local key = key_of_rename(ds, one)
  if not key then return end
  correcting.undo_rename(ds, ds.schema.by_name[one.renamed], one.new, one.old, key, words_of(reason))
  done[#done + 1] = { key, one.renamed, one.new, "retracted", nil }
end

local function undo_step(ds, at, reason, done)
  local step = table.remove(ds.steps, at)
  for i = #step, 1, -1 do
    if step[i].renamed then
      undo_rename(ds, step[i], reason, done)
    else
      for key in keys_to_undo(ds, step[i]) do undo_one(ds, key, reason, done) end
    end
  end
end

-- Raises for what nobody who is named here has written: it is told what stands last, and by which key it is undone.
local function refuse_unnamed(ds, key)
  local info = info_of(ds, key)
  local id, _, _, _, _, coder, by = claim_lookup.find(ds.store, info, key)
  local who = by or coder
  errors.raise(who and "empty.undo_of" or "empty.undo_nobodys", { key = key, table = info.name, id = id, who = who })
end

local function undo_last(ds, reason, done)
  local who = speaking.who(ds)
  local infos = {}
  for _, info in ipairs(schema.tables(ds.schema)) do infos[#infos + 1] = info.claims and info or nil end
  local key, import = claim_lookup.last_in_force(ds.store, infos, who)
  local at, of_step = last_step(ds, who)
  if at and (not key or not import or of_step >= key) then return undo_step(ds, at, reason, done) end
  if not key then errors.raise("empty.undo", { who = who or "anybody" }) end
  if not (who or import and ds.imported and ds.imported[import]) then refuse_unnamed(ds, key) end
  for _, one in ipairs(import and claim_lookup.of_import(ds.store, infos, import, who) or { key }) do
    if stands(ds, one) then undo_one(ds, one, reason, done) end
  end
end

local function undone(ds, what, reason)
  local done = {}
  local before = ds.transaction.is_undo
  ds.transaction.is_undo = true
  if what == "last" then undo_last(ds, reason, done) else undo_one(ds, what, reason, done) end
  ds.transaction.is_undo = before
  return done
end

--- Undoes a claim, or what was last done: rows of claim, table, id, what became of it, and the claim that stands again.
---@param ds parley.Dataset
---@param what integer|"last"
---@param reason string?
---@return any[][]
function undoing.run(ds, what, reason)
  if what ~= "last" then what = writing.key(what, "undo") end
  if reason ~= nil then correcting.checked_reason(reason, "undo") end
  return atomic.run(ds, undone, ds, what, reason)
end

return undoing
