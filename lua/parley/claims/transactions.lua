--- All or nothing: transactions that nest, and whose first error survives.
-- The outermost one is a real transaction, those inside it are savepoints. What a transaction has
-- touched is noted: rows to be resolved are resolved together before anything reads them, and at the
-- latest at its end; references are checked at its end, when everything they could point at is there.
--
-- What is said of sources is resolved before all else, since claims follow the day on which their source was published.
--
-- State of a dataset inside a transaction (ds.transaction): points, a savepoint for each level;
-- touched = table -> { id, …, [id] = true };
-- references = { { table, id, column, target, value }, … } still to be checked; removed = { { table, id }, … }
-- rows whose last claim was taken back; done = what ds:undo("last") undoes; published = source -> its day, as looked
-- up, or false; waiting = { source = true } of those whose day was asked for before they were resolved.

local connection = require "parley.storage.connection"
local derivations = require "parley.storage.derivations"
local errors = require "parley.base.errors"
local public_call = require "parley.base.public_call"
local savepoints = require "parley.storage.savepoints"

-- Loaded where claims are brought in step with their sources, and rows with their claims.
local function origins() return require "parley.storage.statements.origins" end
local function report_days() return require "parley.storage.statements.report_days" end
local function stored_rows() return require "parley.storage.statements.stored_rows" end

local atomic = {}

--- ## Failures of SQLite, worded

-- Codes of a store that are the world's doing, and those after which nothing of the write is left.
atomic.WORLDLY = { busy = true, locked = true, permission = true, cancelled = true, io = true, full = true,
  limit = true, corrupt = true, not_a_database = true }

-- Those that are said in words of their own already; those that are said in words of ours, by key; and those after
-- which it is said what has become of the write.
local KEPT = { ["busy.writer"] = true, ["busy.conflict"] = true }
local WORDED = { busy = "busy", locked = "locked", permission = "permission.write", cancelled = "cancelled.write",
  io = "io", full = "full", limit = "limit.write" }
local OTHERS = { ["cancelled.progress"] = true, ["cancelled.server"] = true }          -- whose fault it was is told
local UNDONE = { cancelled = true, io = true, full = true, limit = true }

--- The failure of a write, said in words of our own, with what was to be written in front.
---@param err parley.Error
---@param about parley.Phrase
---@return parley.Error
function atomic.worded(err, about)
  if KEPT[err.key] then return errors.about(err, about) end          -- who is in the way is told
  local key = OTHERS[err.key] and err.key or WORDED[err.code]
  local worded = errors.new(key, { message = err.message, cause = err, about = about, why = err.arguments.why,
    words = err.arguments.words })
  for _, part in ipairs(err.about) do
    if part.key == "on_node" then worded = errors.about(worded, part) end          -- which of several servers it was
  end
  return errors.about(worded, about)
end

-- Keys of connections that were lost when the server had been told to keep all of it: they say what they know of that.
local TOLD = { ["no_server.undone"] = true, ["no_server.unknown"] = true }

--- The failure of a write to a server that was lost: what was not told to be kept, is not.
---@param err parley.Error
---@param partly boolean?  earlier parts of the write were kept
---@return parley.Error
function atomic.lost(err, partly)
  return errors.with_outcome(err, not (partly or TOLD[err.key]) and { key = "nothing_kept" } or nil)
end

-- What somebody may not write to a dataset on a server says which right is missing.
local function missing_right(ds, err)
  if err.code ~= "permission" or not connection.rights(ds.store) then return nil end
  return require("parley.storage.server_rights").refused(ds.store)
end

-- Raises what a store has raised, with the caller's position; errors with a position are passed on.
local function reraise(ds, err)
  if not errors.is(err) or err.where then error(err, 0) end
  local missing = missing_right(ds, err)
  if missing then errors.pass(missing) end
  if err.code == "no_server" then errors.pass(atomic.lost(err)) end
  if not WORDED[err.code] then errors.pass(err) end
  local about = ds.path and { key = "cannot", what = "write", path = ds.path } or { key = "cannot_write_dataset" }
  errors.pass(errors.with_outcome(atomic.worded(err, about), UNDONE[err.code] and { key = "nothing_kept" }))
end

--- Calls `fn(...)`, which writes to the store; a failure of SQLite is raised in words.
function atomic.guard(ds, fn, ...)
  local results = table.pack(pcall(fn, ...))
  if not results[1] then reraise(ds, results[2]) end
  return table.unpack(results, 2, results.n)
end

--- ## Notes on what was touched

--- Notes that the row of a thing has to be resolved.
function atomic.touch(ds, name, id)
  local touched = ds.transaction.touched
  local ids = touched[name]
  if not ids then
    ids = {}
    touched[name], touched[#touched + 1] = ids, name
  end
  if not ids[id] then ids[#ids + 1], ids[id] = id, true end
end

-- Takes the ids that have been touched; nil when there are none.
local function take_touched(ds, name)
  local ids = ds.transaction.touched[name]
  if not ids or #ids == 0 then return nil end
  ds.transaction.touched[name] = {}
  return ids
end

local function resolve(ds, name, ids)
  local info, search = ds.schema.by_name[name], require "parley.storage.full_text"
  origins().follow(ds.store, info, { ids = ids })
  stored_rows().resolve_ids(ds.store, info, ids)
  search.update_all(ds.store, info, ids)
end

--- When a source was published: the day of its claims that state none. What is not resolved yet is brought in step when
--- it is.
---@param ds parley.Dataset inside a transaction
---@param source string
---@return string?
function atomic.published(ds, source)
  local t = ds.transaction
  local touched = t.touched.sources
  if touched and touched[source] then
    t.waiting[source] = true
    return nil
  end
  local day = t.published[source]
  if day == nil then
    day = report_days().published(ds.store, source) or false
    t.published[source] = day
  end
  return day or nil
end

local function touch_all(ds, name, ids)
  for _, id in ipairs(ids) do atomic.touch(ds, name, id) end
end

-- Claims follow their sources; what they are about is touched.
local function follow(ds, sources)
  for _, name in ipairs(ds.schema.names) do
    local info = ds.schema.by_name[name]
    if info.claims then touch_all(ds, name, report_days().follow(ds.store, info, sources)) end
  end
end

local function follow_origins(ds)
  for _, name in ipairs(ds.schema.names) do
    local info = ds.schema.by_name[name]
    if info.claims then touch_all(ds, name, origins().follow(ds.store, info)) end
  end
end

-- Resolves some sources; gives those whose day is another now, or was asked for by a claim.
local function resolve_sources(ds, ids)
  local t, before, bases, changed, rests_anew = ds.transaction, {}, {}, {}, false
  for i, id in ipairs(ids) do
    before[i], bases[i] = report_days().published(ds.store, id) or false, origins().basis(ds.store, id) or false
  end
  report_days().follow_own(ds.store, ids)
  resolve(ds, "sources", ids)
  for i, id in ipairs(ids) do
    local after = report_days().published(ds.store, id) or false
    if t.waiting[id] or before[i] ~= after then changed[#changed + 1] = id end
    rests_anew = rests_anew or bases[i] ~= (origins().basis(ds.store, id) or false)
  end
  if rests_anew then follow_origins(ds) end
  t.published, t.waiting = {}, {}
  return changed
end

-- Sources may say something about sources; one that has been resolved twice is not gone through again.
local function flush_sources(ds)
  local times, ids = {}, take_touched(ds, "sources")
  while ids do
    local again = {}
    for _, id in ipairs(resolve_sources(ds, ids)) do
      times[id] = (times[id] or 0) + 1
      if times[id] <= 2 then again[#again + 1] = id end
    end
    if #again > 0 then follow(ds, again) end
    ids = take_touched(ds, "sources")
  end
end

--- Resolves the rows of a table that have been touched.
function atomic.flush(ds, name)
  if not ds.transaction then return end
  flush_sources(ds)
  local ids = take_touched(ds, name)
  if ids then resolve(ds, name, ids) end
end

--- Resolves rows of a table whose claims were only added.
---@param selected string SQL that gives their ids
---@param new { columns: table[], after: integer }? where the things are new, and there is one claim about each: the
--- columns of which these say something, and the last key before theirs
function atomic.resolve(ds, name, selected, new)
  local info = ds.schema.by_name[name]
  if name == "sources" or derivations.need_ids(ds.store) then
    for id in ds.store:each(selected) do atomic.touch(ds, name, id) end
    return atomic.flush(ds, name)
  end
  origins().follow(ds.store, info, { selected = selected })
  local first
  if new then first = stored_rows().add(ds.store, info, new.columns, new.after)
  else stored_rows().resolve_selected(ds.store, info, selected) end
  require("parley.storage.full_text").update_selected(ds.store, info, selected, first)
end

--- Resolves everything that has been touched, in the order of touching.
function atomic.flush_all(ds)
  if not ds.transaction then return end
  for _, name in ipairs(ds.transaction.touched) do atomic.flush(ds, name) end
end

--- ## Begin and end

local function check_rights(ds)
  local mine = connection.rights(ds.store)
  if not (mine and mine.may == "reader") then return end
  errors.pass(require("parley.storage.server_rights").missing(ds.store, mine, "coder"))
end

local function begin_outermost(ds)
  check_rights(ds)
  -- A host may have begun a transaction of its own on the connection it lent.
  local point = atomic.guard(ds, savepoints.begin_writing, ds.store, "parley_1")
  ds.transaction = { points = { point }, touched = {}, references = {}, removed = {},
    published = {}, waiting = {}, done = {} }
end

local function check_alive(ds)
  ds:check_open()
  if not ds.store:in_transaction() then
    errors.raise "in_transaction.undone"
  end
end

local function begin_nested(ds)
  check_alive(ds)
  public_call.check()
  atomic.guard(ds, atomic.flush_all, ds)
  local points = ds.transaction.points
  points[#points + 1] = atomic.guard(ds, savepoints.begin, ds.store, "parley_" .. #points + 1)
end

-- How far a transaction has come: the lengths of its lists, and where the last entry of what was done ends.
local function marks_of(t)
  local last = t.done[#t.done]
  return { references = #t.references, removed = #t.removed, done = #t.done }, last and last.to
end

-- Undoes the innermost level.
local function undo(ds, marks, to)
  local t = ds.transaction
  for list, length in pairs(marks) do
    for i = #t[list], length + 1, -1 do t[list][i] = nil end
  end
  if to then t.done[#t.done].to = to end
  t.published, t.waiting = {}, {}
  t.points[#t.points]:undo()
end

local function keep(ds)
  check_alive(ds)
  local points = ds.transaction.points
  if #points > 1 then return points[#points]:keep() end
  atomic.flush_all(ds)
  if #ds.transaction.references + #ds.transaction.removed > 0 then require("parley.claims.references").check(ds) end
  local done, err = pcall(points[1].keep, points[1])
  if done then return end
  if errors.is(err) and err.code == "constraint" then require("parley.claims.references").name_violation(ds) end
  error(err, 0)
end

local MOST_STEPS = 200

-- Keeps what was done in a transaction, for ds:undo("last"): the latest steps of this opened dataset.
local function remember(ds, done)
  local steps = ds.steps or {}
  if #steps == MOST_STEPS then table.remove(steps, 1) end
  steps[#steps + 1], ds.steps = done, steps
end

--- Notes an import of this opened dataset by its key, for ds:undo("last").
---@param ds parley.Dataset
---@param import integer
function atomic.note_import(ds, import)
  ds.imported = ds.imported or {}
  ds.imported[import] = true
end

--- Notes what a transaction does, for ds:undo("last"). Claims that are made one after the other are one entry, from the
--- key `made` to the key `to`: there may be a million.
---@param ds parley.Dataset inside a transaction
---@param what "made"|"taken"
---@param key integer
function atomic.note(ds, what, key)
  local t = ds.transaction
  if t.is_undo then return end
  local last = t.done[#t.done]
  if what == "made" and last and last.made and last.to == key - 1 and last.voice == ds.speaking then
    last.to = key
  else
    t.done[#t.done + 1] = { [what] = key, to = key, voice = ds.speaking }
  end
end

--- Runs a function of which all that it makes is one entry for ds:undo("last"), in words of its own.
---@param ds parley.Dataset inside a transaction
---@param entry { renamed: string, old: string, new: string }  a table, and what a thing of it was and is called
function atomic.as_one(ds, entry, fn, ...)
  local t = ds.transaction
  local before = t.is_undo
  t.is_undo = true
  local results = table.pack(pcall(fn, ...))
  t.is_undo = before
  if not results[1] then error(results[2], 0) end
  if not before then
    entry.voice = ds.speaking
    t.done[#t.done + 1] = entry
  end
  return table.unpack(results, 2, results.n)
end

local function leave(ds)
  local points = ds.transaction.points
  points[#points] = nil
  if #points == 0 then ds.transaction = false end
end

-- Calls a function so that it cannot yield: a coroutine left inside a transaction would keep it open for ever.
local function unyielding(fn, ...)
  local args, results = table.pack(...), nil
  string.gsub("x", "x", function() results = table.pack(fn(table.unpack(args, 1, args.n))) end)
  return table.unpack(results, 1, results.n)
end

--- Runs `fn(...)`: either everything it writes is kept, or nothing. Its results are passed on; an error,
--- of whatever type, passes through unchanged.
function atomic.run(ds, fn, ...)
  if ds.transaction then begin_nested(ds) else begin_outermost(ds) end
  local t = ds.transaction
  local marks, to = marks_of(t)
  local results = table.pack(pcall(unyielding, fn, ...))
  local kept, err = results[1], results[2]
  if kept then
    kept, err = pcall(atomic.guard, ds, keep, ds)
  end
  if not kept then undo(ds, marks, to) end
  leave(ds)
  if kept and not ds.transaction and #t.done > 0 then remember(ds, t.done) end
  if not kept then error(err, 0) end
  return table.unpack(results, 2, results.n)
end

--- The same, `most` times at most, where others wrote to the same at the same time and the database undid it for that.
--- Within a transaction it runs once: what undoes it undoes all of that.
---@param most integer
function atomic.run_often(ds, most, fn, ...)
  if ds.transaction or most == 1 then return atomic.run(ds, fn, ...) end
  return require("parley.claims.attempts").of(ds.store, most, atomic.run, ds, fn, ...)
end

-- A verb that has a transaction for itself needs no savepoint: what fails undoes all of it.
local function alone(ds, fn, ...)
  ds.transaction.is_of_one_verb = true
  return fn(...)
end

--- Runs a verb that writes, `fn(...)`, in the transaction at hand or in one of its own, so that what it
--- looks up cannot change before it writes. Its statements may be too short to be stopped, so it asks whether to go on.
function atomic.verb(ds, fn, ...)
  if not ds.transaction then return atomic.run_often(ds, math.maxinteger, alone, ds, fn, ...) end
  check_alive(ds)
  public_call.check()
  return fn(...)
end

--- Runs the statements of one write, `fn(...)`: all of them or none. What it touches is resolved later.
function atomic.write(ds, fn, ...)
  if ds.transaction.is_of_one_verb then return atomic.guard(ds, fn, ...) end
  return atomic.guard(ds, savepoints.run, ds.store, "parley_write", fn, ...)
end

return atomic
