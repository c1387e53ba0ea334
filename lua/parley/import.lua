--- Import: the rows of a file into tables, through a mapping.
-- One transaction, or one for each batch of rows: what went wrong in the middle leaves the dataset as it was,
-- or as the last batch left it. A row that cannot be taken is set aside with its reason; what the world refuses
-- (no file, another encoding, a full disk) ends the import with nil, message, code.

local atomic = require "parley.atomic"
local claims = require "parley.import.claims"
local errors = require "parley.errors"
local input = require "parley.input"
local options = require "parley.options"
local plan = require "parley.import.plan"
local quarantine = require "parley.import.quarantine"
local report = require "parley.import.report"
local rows = require "parley.import.rows"
local suggest = require "parley.suggest"

local import = {}

local OWN = { "mapping", "key", "source", "on_error", "progress", "batch", "mirrors" }

--- ## Options

local function check_own(given)
  options.one_of(given.on_error, { "quarantine", "stop" }, "way to treat errors: on_error =")
  options.one_of(given.mirrors, { "fold", "keep" }, "way to treat mirrored rows: mirrors =")
  local batch = given.batch
  if batch ~= nil and (math.type(batch) ~= "integer" or batch < 1) then
    errors.raise("batch is a number of rows, not %s", tostring(batch))
  end
  if given.progress ~= nil and type(given.progress) ~= "boolean" then errors.raise("progress is true or false") end
end

-- What the mapping states about reading, under what the caller states.
local function merged(mapping, given)
  local all = {}
  for key, value in pairs(mapping.input or {}) do all[key] = value end
  for key, value in pairs(given) do all[key] = value end
  all.lenient = mapping.input ~= nil
  return all
end

local function checked_options(given)
  local known = table.move(OWN, 1, #OWN, #input.OPTIONS + 1, table.move(input.OPTIONS, 1, #input.OPTIONS, 1, {}))
  given = options.check(given, "import()", known)
  check_own(given)
  return given
end

--- ## Failures of the world

-- Raised inside the transaction, so that it is undone; caught by import.run.
local Failure = {}

local function fail(message, code) error(setmetatable({ message = message, code = code }, Failure), 0) end

-- Primary codes of SQLite that are the world's doing, not a mistake in a script.
local WORLDLY = { [5] = true, [6] = true, [8] = true, [9] = true, [10] = true, [11] = true, [13] = true, [26] = true }

-- nil, message, code of what was raised; raises what is no failure of the world.
local function refused(state, err)
  local kept = ""
  if state.batches > 0 then
    kept = ("; the rows before line %d are kept, and importing again goes on from there"):format(state.kept_line or 0)
  end
  if getmetatable(err) == Failure then return nil, err.message .. kept, err.code end
  local text = type(err) == "string" and err:match "(parley: cannot write .*)$"
  local code = state.ds.store:is_open() and state.ds.store:errcode() or 0
  if text and WORLDLY[code & 0xff] then return nil, text .. kept, code end
  error(err, 0)
end

--- ## References

local MOST_KNOWN = 100000

local function is_known(state, target, id)
  local known = state.known[target]
  if not known or known.n > MOST_KNOWN then
    if known then atomic.flush_all(state.ds) end
    known = { n = 0, ids = {} }
    state.known[target] = known
  end
  if known.ids[id] then return true end
  if not require("parley.references").exists(state.ds, target, id) then return false end
  known.n, known.ids[id] = known.n + 1, true
  return true
end

local function note_known(state, info, id)
  local known = state.known[info.name]
  if known then known.n, known.ids[id] = known.n + 1, true end
  if not known then state.known[info.name] = { n = 1, ids = { [id] = true } } end
end

local function missing_reference(state, made, column, id)
  local references = require "parley.references"
  local near = references.nearest(state.ds, column.references, id)
  return { column = column.name, value = id, is_reference = true,
    reason = ("%s.%s: no %s '%s'%s"):format(made.info.name, column.name, references.singular(column.references), id,
      near and ("; did you mean '%s'?"):format(near) or "") }
end

-- A fault when a row points at what nobody has, neither the dataset nor the rows made beside it.
local function check_references(state, list)
  local beside = {}
  for _, made in ipairs(list) do beside[made.info.name .. "\0" .. made.id] = true end
  local source_column = { name = "source", references = "sources" }
  for _, made in ipairs(list) do
    for _, column in ipairs(made.info.columns) do
      local id = column.references and made.values[column.name]
      if id and not beside[column.references .. "\0" .. id] and not is_known(state, column.references, id) then
        return missing_reference(state, made, column, id)
      end
    end
    local source = made.provenance.source
    if source and not beside["sources\0" .. source] and not is_known(state, "sources", source) then
      return missing_reference(state, made, source_column, source)
    end
  end
end

--- ## Storing the rows made of one row

local function loader_of(state, made)
  local found = state.loaders[made.target]
  if not found then
    found = rows.open(state.ds.store, state.plan, made.target, false, false)
    state.loaders[made.target], state.loaders[#state.loaders + 1] = found, found
  end
  return found
end

local function target_of(state, made)
  for _, target in ipairs(state.plan.targets) do
    if target.info == made.info then return target end
  end
end

local function put_plain(state, made)
  made.target = made.target or target_of(state, made)
  local how, column, reason = loader_of(state, made):put(made)
  if not how then return { column = column, value = column == "id" and made.id or nil, reason = reason } end
  state.report:count(made.info.name, how)
  note_known(state, made.info, made.id)
end

local function put_claims(state, made, place)
  state.report:count(made.info.name, claims.put(state, made, place))
  note_known(state, made.info, made.id)
end

-- Rows without claims come first, since they are the only ones that can still be refused.
local function store(state, list, place)
  for _, made in ipairs(list) do
    if not made.info.claims then
      local wrong = put_plain(state, made)
      if wrong then return wrong end
    end
  end
  for _, made in ipairs(list) do
    if made.info.claims then put_claims(state, made, place) end
  end
end

-- Makes and stores the rows of one row; a fault when it cannot be taken.
local function take(state, row, place)
  local list, wrong = plan.make(state.plan, row, place)
  if not list then return wrong end
  if #list == 0 then
    state.report.skipped = state.report.skipped + 1
    return nil
  end
  for _, made in ipairs(list) do
    if made.info.claims then
      local good, problem, column = claims.check(made)
      if not good then return { column = column, reason = problem } end
      if not (made.provenance.source or state.source) then
        errors.raise("a claim needs its source: source = {id = \"…\", title = \"…\"}, or the id of one in ds.sources")
      end
    end
  end
  return check_references(state, list) or store(state, list, place)
end

--- ## Setting aside

local function set_aside(state, wrong, line, raw)
  if state.given.on_error == "stop" then
    fail(("parley: %s, line %d%s: %s%s"):format(state.path, line, wrong.column and (", column '%s'"):format(wrong.column)
      or "", wrong.reason, state.given.batch and "" or "; nothing of it was kept"), 22)
  end
  local counted = state.report:set_aside(wrong, line)
  local id = quarantine.add(state, wrong, line, raw)
  if wrong.is_reference then state.later[#state.later + 1] = { id = id, counted = counted } end
end

-- Reads to the end, so that the message can name all places of bytes in another encoding.
local function refuse_bytes(state)
  repeat local line = state.reader:next() until not line
  fail(state.reader:faults())
end

local function unsound(state, line)
  local message, stray = state.reader:explain()
  if stray then refuse_bytes(state) end
  local place = message:find(": ", #state.path + 1, true)
  set_aside(state, { reason = place and message:sub(place + 2) or message }, line, state.reader:raw())
end

--- ## Mirrored rows

local function signature(parts)
  for i, part in ipairs(parts) do parts[i] = tostring(part) end
  return table.concat(parts, "\0")
end

-- Whether the row is the mirror of an earlier one that has no mirror yet.
local function is_mirror(state, row)
  local mirrored = state.mapping.mirrored
  local there, back = {}, {}
  for i, name in ipairs(mirrored.same) do there[i], back[i] = row[name] or "", row[name] or "" end
  for _, pair in ipairs(mirrored.swap) do
    local a, b = row[pair[1]] or "", row[pair[2]] or ""
    there[#there + 1], there[#there + 2] = a, b
    back[#back + 1], back[#back + 2] = b, a
  end
  local own, other = signature(there), signature(back)
  local store_ = state.ds.store
  if own ~= other and store_:run("UPDATE temp.parley_mirrors SET n = n - 1 WHERE row = ? AND n > 0", { n = 1, other }) > 0 then
    return true
  end
  store_:run("INSERT INTO temp.parley_mirrors VALUES (?, 1) ON CONFLICT(row) DO UPDATE SET n = n + 1", { n = 1, own })
  return false
end

local function begin_mirrors(state)
  state.fold = state.given.mirrors == "fold"
  if not state.fold then return end
  if not state.mapping.mirrored then errors.raise("this mapping does not say which rows are mirrored") end
  state.ds.store:exec("DROP TABLE IF EXISTS temp.parley_mirrors; "
    .. "CREATE TEMP TABLE parley_mirrors (row TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID")
end

--- ## Rows one by one

local FLUSH = 2000

local function one_row(state, line)
  local row, column, value, reason = state.reader:row()
  if not row then
    set_aside(state, { column = column, value = value, reason = reason }, line, state.reader:raw())
    return
  end
  if state.fold and is_mirror(state, row) then
    state.report.folded = state.report.folded + 1
    return
  end
  local wrong = take(state, row, { row = state.report.read, line = line, file = state.path })
  if wrong then set_aside(state, wrong, line, state.reader:raw()) end
end

-- Reads up to `most` rows; whether that was the last of them.
local function by_rows(state, most)
  for done = 1, most do
    local line, sound, failed = state.reader:next()
    if line == nil then fail(sound, failed) end
    if not line then return true end
    state.report.read, state.kept_line = state.report.read + 1, line
    if sound then one_row(state, line) else unsound(state, line) end
    if done % FLUSH == 0 then
      atomic.flush_all(state.ds)
      state.progress:tell(state.reader)
    end
  end
  return false
end

--- ## Rows at the speed of C

local PIECE = 20000

local function refused_row(state, column, reason)
  local row = state.reader:row() or {}
  local value
  for _, target in ipairs(state.alone.targets) do
    local given = target.entry.given
    local name = type(given) == "table" and given.column or given
    if target.name == column and type(name) == "string" then value = row[name] end
  end
  set_aside(state, { column = column, value = value, reason = reason }, state.line(), state.reader:raw())
end

local function by_loader(state, most)
  local last = state.report.read + most
  while state.report.read < last do
    local how, column, reason = state.alone.core:load(state.reader, math.min(PIECE, last - state.report.read))
    if how == nil then fail(column, reason) end
    local _, _, number, line = state.reader:position()
    state.report.read, state.kept_line = number, line
    state.line = function() return line end
    if how == "unsound" then unsound(state, line) end
    if how == "refused" then refused_row(state, column, reason) end
    if how == "end" then return true end
    state.progress:tell(state.reader)
  end
  return false
end

--- ## The whole

-- Rows without claims name their source in a column, unless the mapping does.
local function add_source(state)
  for _, target in ipairs(state.plan.targets) do
    local column, stated = target.info.by_name.source, target.info.claims
    for _, entry in ipairs(target.columns) do stated = stated or entry.column == column end
    if column and not stated and state.source then
      target.columns[#target.columns + 1] = { column = column, given = { value = state.source },
        get = function() return state.source end }
    end
  end
end

local function begin(state)
  local ds = state.ds
  state.recorded_at = ds.store:values "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
  state.source = claims.source(ds, state.given.source or state.mapping.source)
  atomic.flush_all(ds)
  quarantine.clear(ds, state.name, state.path)
  begin_mirrors(state)
  add_source(state)
  if not rows.is_simple(state.plan, state.given, state.json) or state.fold then return end
  state.alone = rows.open(ds.store, state.plan, state.plan.targets[1], true, state.given.batch == nil)
end

local function step(state, most)
  return (state.alone and by_loader or by_rows)(state, most)
end

local function count_loaded(state)
  if not state.alone then return end
  local added, updated, unchanged = state.alone.core:counts()
  for how, n in pairs { added = added, updated = updated, unchanged = unchanged } do
    state.report:count(state.name, how, n)
  end
end

-- Tries rows again whose references may have come after them.
local function try_later(state)
  if #state.later == 0 then return end
  atomic.flush_all(state.ds)
  for _, entry in ipairs(state.later) do
    entry.file, entry.line, entry.raw, entry.import =
      state.ds.store:values('SELECT file, line, raw, "import" FROM quarantine WHERE id = ?', { n = 1, entry.id })
  end
  import.retry(state, state.later)
end

local function finish(state)
  count_loaded(state)
  try_later(state)
  local message, code = state.reader:faults()
  if message then fail(message, code) end
  if state.alone then state.alone:finish() end
  for _, loader in ipairs(state.loaders) do loader:finish() end
  if state.fold then state.ds.store:exec "DROP TABLE temp.parley_mirrors" end
end

local function in_one(state)
  atomic.run(state.ds, atomic.guard, state.ds, function()
    begin(state)
    repeat until step(state, 1 << 60)
    finish(state)
  end)
end

local function in_batches(state)
  local ds, batch = state.ds, state.given.batch
  if ds.transaction then errors.raise("batch = n needs transactions of its own; import outside of atomic()") end
  atomic.run(ds, atomic.guard, ds, begin, state)
  local over
  repeat
    over = atomic.run(ds, atomic.guard, ds, step, state, batch)
    state.batches = state.batches + 1
  until over
  atomic.run(ds, atomic.guard, ds, finish, state)
end

local function clock(ds) return (ds.store:values "SELECT julianday('now') * 86400.0") end

local function close(state)
  state.progress:done()
  if state.alone then state.alone:close() end
  for _, loader in ipairs(state.loaders) do loader:close() end
  if state.plan.context.expressions then require("parley.import.expressions").close(state.plan.context.expressions) end
  state.reader:close()
end

local function new_state(ds, name, path, mapping, given)
  return { ds = ds, name = name, path = path, mapping = mapping, given = given, known = {}, published = {}, loaders = {},
    later = {}, batches = 0, report = report.new(name, path), progress = report.progress(given.progress) }
end

-- Columns of a JSON text are known when it has been read once.
local function json_names(path, given)
  local study, names, code = require("parley.read").study(path, given, 0)
  if not study then return nil, names, code end
  return names
end

local function open(state)
  local path, given = state.path, state.given
  state.format = input.format_of(path, given)
  state.json = state.format == "json" or state.format == "jsonl"
  local names, message, code, reader
  if state.json then
    given = input.repeatable(path, given)
    names, message, code = json_names(path, given)
    if not names then return nil, message, code end
  end
  reader, message, code = input.open(path, given, true)
  if not reader then return nil, message, code end
  if state.json then reader:rename(names) else names = message end
  state.reader = reader
  return names
end

--- Imports a file.
---@param ds parley.Dataset
---@param name string table
---@param path string
---@param given table?
---@return parley.ImportReport? report, string? message, integer? code
function import.run(ds, name, path, given)
  local info = ds.schema.by_name[name]
  if not info then errors.raise("no table '%s'%s", tostring(name), suggest.hint(tostring(name), ds.schema.names)) end
  given = checked_options(given)
  if path == nil and given.reader then path = "the function's text" end
  if type(path) ~= "string" or path == "" then errors.raise("import() takes the name of a file, not a %s", type(path)) end
  local mapping = given.mapping and plan.mapping(given.mapping) or {}
  local state = new_state(ds, name, path, mapping, merged(mapping, given))
  input.check(state.given)
  local began = clock(ds)
  local names, message, code = open(state)
  if not names then return nil, message, code end
  if not given.mapping then mapping = plan.same_names(info, names) end
  state.mapping, state.mapping_name = mapping, type(given.mapping) == "string" and given.mapping
  state.custom = type(given.mapping) == "table"
  state.plan, message, code = plan.compile(ds, name, mapping, names, state.given, path)
  if not state.plan then
    state.reader:close()
    return nil, message, code
  end
  local done, err = pcall(given.batch and in_batches or in_one, state)
  close(state)
  if not done then return refused(state, err) end
  state.report.seconds = clock(ds) - began
  state.report:finish(ds, state.plan)
  return state.report
end

--- ## Rows that were set aside

-- The record of a row that was set aside.
local function reopen(recipe, raw)
  local given = {}
  for key, value in pairs(recipe) do given[key] = value end
  given.text, given.lenient, given.encoding = raw, true, nil
  if recipe.format == "csv" or recipe.format == "tsv" then given.header = false else given.columns = nil end
  local reader, message = input.open("a row set aside", given, true)
  if not reader then return nil, message end
  local line, sound = reader:next()
  if not line or not sound then return nil, "the row cannot be read" end
  return reader
end

local function row_again(recipe, entry, fix)
  local reader, message = reopen(recipe, entry.raw)
  -- a record that cannot be taken apart stays what it was
  if not reader then return nil, { column = entry.column, value = entry.value, reason = entry.reason or message } end
  local row, column, value, reason = reader:row()
  reader:close()
  if not row then return nil, { column = column, value = value, reason = reason } end
  if fix then row = fix(row) or row end
  return row
end

local function update_reason(state, entry, wrong)
  state.path, state.recipe = entry.file, entry.import
  quarantine.add(state, wrong, entry.line, entry.raw)
end

-- One row that was set aside: whether it is taken now.
local function retry_one(state, recipe, entry, fix)
  local row, wrong = row_again(recipe, entry, fix)
  if row then
    wrong = take(state, row, { row = entry.line, line = entry.line, file = entry.file })
  end
  if not wrong then
    state.ds.store:run("DELETE FROM quarantine WHERE id = ?", { n = 1, entry.id })
    return true
  end
  update_reason(state, entry, wrong)
  return false, wrong
end

--- Tries rows of the import at hand again, until no more of them can be taken.
---@param state table
---@param list table[]
function import.retry(state, list)
  local recipe = { columns = state.plan.context.names }
  for key, value in pairs(state.given) do recipe[key] = value end
  recipe.format, recipe.reader = state.format, nil
  local path, kept = state.path, state.recipe
  repeat
    local left = {}
    for _, entry in ipairs(list) do
      if retry_one(state, recipe, entry) then
        state.report:taken_back(entry.counted)
      else
        left[#left + 1] = entry
      end
    end
    local stuck = #left == #list
    list = left
    atomic.flush_all(state.ds)
  until stuck or #list == 0
  state.path, state.recipe = path, kept
end

-- The state for rows of one recipe.
local function state_of(ds, recipe, file)
  local mapping = recipe.mapping and plan.mapping(recipe.mapping) or plan.same_names(ds.schema.by_name[recipe.table],
    recipe.columns)
  local state = new_state(ds, recipe.table, file, mapping, merged(mapping, recipe))
  state.mapping_name, state.custom = type(recipe.mapping) == "string" and recipe.mapping, type(recipe.mapping) == "table"
  local compiled, message = plan.compile(ds, recipe.table, mapping, recipe.columns, state.given, file)
  if not compiled then errors.raise("%s", (message:gsub("^parley: ", ""))) end
  state.plan, state.recorded_at = compiled, ds.store:values "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
  state.source = claims.source(ds, recipe.source or mapping.source)
  add_source(state)
  return state
end

local function try_all(ds, list, fix, total)
  local states = {}
  for _, entry in ipairs(list) do
    local state = states[entry.recipe]
    if not state then
      state = state_of(ds, entry.recipe, entry.file)
      state.report, states[entry.recipe], states[#states + 1] = total, state, state
    end
    total.read = total.read + 1
    local taken, wrong = retry_one(state, entry.recipe, entry, fix)
    if not taken then total:set_aside(wrong, entry.line) end
  end
  for _, state in ipairs(states) do
    for _, loader in ipairs(state.loaders) do
      loader:finish()
      loader:close()
    end
  end
end

--- Tries rows of the quarantine again.
---@param ds parley.Dataset
---@param list table[]
---@param fix function?
---@return parley.ImportReport
function import.again(ds, list, fix)
  local total = report.new(list[1] and list[1].recipe.table or "quarantine", "quarantine")
  local began = clock(ds)
  if #list > 0 then atomic.run(ds, atomic.guard, ds, try_all, ds, list, fix, total) end
  total:finish(ds, { context = { words = {}, names = {}, used = {} } })
  total.added, total.updated, total.unchanged = 0, 0, 0
  for _, entry in ipairs(total.tables) do
    total.added, total.updated = total.added + entry.added, total.updated + entry.updated
    total.unchanged = total.unchanged + entry.unchanged
  end
  total.seconds = clock(ds) - began
  return total
end

return import
