--- Import: the rows of a file into tables, through a mapping, in one transaction, or one for each batch of rows: what
-- went wrong in the middle leaves the dataset as it was, or as the last batch left it. A row that cannot be taken is
-- set aside with its reason; a failure of the system (no file, another encoding, a full disk) ends the import with nil,
-- message, code.

local atomic = require "parley.claims.transactions"
local connection = require "parley.storage.connection"
local decimal_points = require "parley.import.decimal_points"
local direct = require "parley.import.direct"
local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local input = require "parley.import.reader_options"
local lists = require "parley.base.lists"
local fixed_rows = require "parley.import.fixed_rows"
local mirrored_rows = require "parley.import.mirrored_rows"
local options = require "parley.base.options"
local pages_at_hand = require "parley.import.pages_at_hand"
local plan = require "parley.import.plan"
local progress = require "parley.base.progress"
local quarantine = require "parley.import.quarantine"
local renamed_ids = require "parley.import.renamed_ids"
local report = require "parley.import.report"
local row_text = require "parley.import.row_text"
local same_names = require "parley.import.same_names"
local season_columns = require "parley.import.season_columns"
local staging = require "parley.import.staging"
local states = require "parley.import.running_import"
local pipes = require "parley.import.pipes"
local source_block = require "parley.import.source_block"
local to_nodes = require "parley.import.to_nodes"
local values = require "parley.import.values"

-- Loaded with the first row that the loader in C does not take by itself.
local function take_row() return require "parley.import.take_row" end

local import = {}

local OWN = { "mapping", "key", "source", "on_error", "progress", "batch", "mirrors" }

--- ## Options

local function check_own(given)
  options.one_of(given.on_error, { "quarantine", "stop" }, { key = "error_handling" })
  options.one_of(given.mirrors, { "fold", "keep" }, { key = "mirror_handling" })
  local batch = given.batch
  if batch ~= nil and (math.type(batch) ~= "integer" or batch < 1) then
    errors.raise("bad_argument.batch", { batch = batch })
  end
  plan.check_key(given.key)
end

local function checked_options(given)
  local known = table.move(OWN, 1, #OWN, #input.OPTIONS + 1, table.move(input.OPTIONS, 1, #input.OPTIONS, 1, {}))
  given = options.check(given, "import()", known)
  check_own(given)
  return given
end

--- ## Failures of the world

-- Raised inside the transaction, so that it is undone; what import.run tells is kept in the state, whatever those who
-- undo it make of what was raised.
local function fail(state, message, code)
  state.failure = errors.of(message, code)
  error(state.failure, 0)
end

-- What was raised, as an error object that says what is kept; raises what is no failure of the world.
local function refused(state, err)
  local kept = state.batches > 0 and { key = "rows_kept", line = state.kept_line or 0 } or nil
  local why = state.failure
  if not why and errors.is(err) and err.code == "no_server" then why = atomic.lost(err, kept ~= nil) end
  if not why then
    if not (errors.is(err) and atomic.WORLDLY[err.code] and err.arguments.about) then error(err, 0) end
    -- some of it was kept, so the sentence does not say that nothing was
    why = kept and atomic.worded(err.arguments.cause, err.arguments.about) or err
  end
  return errors.results(errors.with_outcome(why, kept))
end

--- ## Setting aside

-- What is staged is claimed first, as the row has a place among the claims.
local function set_one_aside(state, wrong, line, raw, row)
  staging.flush(state)
  if fixed_rows.meet(state, raw) then
    state.report:count(state.name, "unchanged")
    return
  end
  if state.given.on_error == "stop" then
    local err = errors.about(wrong.err, { key = wrong.column and "line_and_column" or "line", path = state.path,
      line = line, column = wrong.column })
    fail(state, errors.with_outcome(err, not state.given.batch and { key = "nothing_kept" } or nil))
  end
  local counted = state.report:set_aside(wrong, line)
  local id = quarantine.add(state, wrong, { line = line, row = row, entry = quarantine.place_for(state, raw) }, raw)
  if wrong.is_reference then state.later[#state.later + 1] = { id = id, counted = counted, code = wrong.code } end
end

local function pieces_of(state) return state.alone and state.alone.pieces or state.held end

-- Sends the piece at hand, of rows that go to a server together, and sets aside what has been refused of it.
local function settle(state)
  local pieces = pieces_of(state)
  for _, one in ipairs(pieces and pieces:settle() or {}) do
    set_one_aside(state, one.wrong, one.line, one.raw, one.row)
  end
end

-- Of rows that go to a server in pieces, all that is refused is set aside when the piece is there, in its order.
local function set_aside(state, wrong, line, raw)
  local pieces, row = pieces_of(state), state.report.read
  if not pieces then return set_one_aside(state, wrong, line, raw, row) end
  pieces:refuse { wrong = wrong, line = line, raw = raw, row = row }
  if state.given.on_error == "stop" then settle(state) end
end

-- Reads to the end, so that the message can name all places of bytes in another encoding.
local function refuse_bytes(state)
  repeat local line = state.reader:next() until not line
  fail(state, state.reader:faults())
end

local function unsound(state, line)
  local why, stray = state.reader:explain()
  if stray then refuse_bytes(state) end
  set_aside(state, fault.of(nil, nil, why), line, state.reader:raw())
end

--- ## Rows one by one

local FLUSH = 2000

local function one_row(state, line)
  local row, column, value, why = state.reader:row()
  if not row then
    set_aside(state, fault.of(column, value, why), line, state.reader:raw())
    return
  end
  if state.fold and mirrored_rows.is_mirror(state, row) then
    state.report.folded = state.report.folded + 1
    return
  end
  if state.count_mirrors then mirrored_rows.count(state, row) end
  local wrong = take_row().take(state, row, { row = state.report.read, line = line, file = state.path,
    dates = state.dates })
  if wrong then set_aside(state, wrong, line, state.reader:raw()) end
end

-- Reads up to `most` rows; whether that was the last of them.
local function by_rows(state, most)
  for done = 1, most do
    local line, sound, failed = state.reader:next()
    if line == nil then fail(state, sound, failed) end
    if not line then
      staging.flush(state)
      settle(state)
      return true
    end
    state.report.read, state.read_line = state.report.read + 1, line
    if sound then one_row(state, line) else unsound(state, line) end
    if done % FLUSH == 0 then
      take_row().flush(state)
      settle(state)
      pages_at_hand.look(state, FLUSH)
      progress.of_reader(state.reader)
    end
  end
  staging.flush(state)
  settle(state)
  return false
end

--- ## Rows at the speed of C

local PIECE = 20000

-- The value of a column that the loader has refused; what was made is not made again.
local function refused_value(state, row, column)
  local made = direct.made_text(state, column)
  if made then return made end
  local place = { file = state.path, line = state.line(), dates = state.dates }
  if column == "id" then return (state.plan.targets[1].id(row, place)) end
  for _, target in ipairs(state.alone.targets) do
    if target.name == column then return target.entry.get(row, place) end
  end
end

local function refused_row(state, column, why)
  local row, wrong, value = state.reader:row() or {}, direct.wrong(state), nil
  if not (wrong or state.alone.targets[1].made) then
    wrong = select(2, plan.id_of(state.plan.targets[1], row, { line = state.line(), file = state.path }))
  end
  if wrong then
    set_aside(state, wrong, state.line(), state.reader:raw())
    return
  end
  if column then value = refused_value(state, row, column) end
  set_aside(state, fault.of(column, value, why), state.line(), state.reader:raw())
end

-- Whether a piece is sent now: a row that was refused ends none.
local function is_settled(state, how)
  local pieces = state.alone.pieces
  return how == "more" or how == "end" or not pieces or pieces:is_full(PIECE)
end

local function by_loader(state, most)
  local last = state.report.read + most
  while state.report.read < last do
    local piece = math.min(state.alone.staged and FLUSH or PIECE, last - state.report.read)
    local how, column, why = direct.load(state, piece)
    if how == nil then fail(state, column, why) end
    if state.alone.staged then state.alone:note() end
    local _, _, number, line = state.reader:position()
    state.report.read, state.read_line = number, line
    state.line = function() return line end
    if how == "unsound" then unsound(state, line) end
    if how == "refused" then refused_row(state, column, why) end
    if state.alone.staged then take_row().flush(state) end
    pages_at_hand.look(state, piece)
    if is_settled(state, how) then
      settle(state)
      if how == "end" then return true end
      progress.of_reader(state.reader)
    end
  end
  settle(state)
  return false
end

-- While a piece is on its way, nobody else can use the connection.
local function by_pieces(state, most)
  local done, over = pcall(by_loader, state, most)
  if done then return over end
  state.alone.pieces:abandon()
  error(over, 0)
end

--- ## The whole

local function begin(state)
  local ds = state.ds
  to_nodes.join(state)
  pages_at_hand.begin(state)
  state.recorded_at = connection.now(ds.store, true)
  state.import = require("parley.storage.statements.claim_keys").next_key(ds.store)
  atomic.note_import(ds, state.import)
  state.source, state.report.source = source_block.put(ds, renamed_ids.source(state, state.given.source
    or state.mapping.source))
  atomic.flush_all(ds)
  state.file = quarantine.file_name(ds, state.name, state.path)
  state.places = quarantine.clear(state)
  state.any_mended = fixed_rows.any(ds)
  mirrored_rows.begin(state)
  states.add_source(state)
  if direct.fits(state) then state.alone = direct.open(state) end
end

local function step(state, most)
  local alone = state.alone
  return (alone and (alone.pieces and by_pieces or by_loader) or by_rows)(state, most)
end

local function count_loaded(state)
  if not state.alone or state.alone.staged then return end
  local added, updated, unchanged, bare = state.alone.core:counts()
  state.report.bare = bare
  for how, n in pairs { added = added, updated = updated, unchanged = unchanged } do
    state.report:count(state.name, how, n)
  end
end

-- Tries rows again whose references may have come after them.
local function try_later(state)
  if #state.later == 0 then return end
  if state.held then state.held, state.is_over, state.loaders[state.plan.targets[1]] = nil, true, nil end
  atomic.flush_all(state.ds)
  for _, entry in ipairs(state.later) do
    entry.file, entry.line, entry.row, entry.entry, entry.raw, entry.import =
      require("parley.storage.statements.quarantine").find(state.ds.store, entry.id)
  end
  require("parley.import.retry").rows(state, state.later)
end

-- Rows after which a server's plans may no longer fit.
local MANY = 10000

local function finish(state)
  count_loaded(state)
  try_later(state)
  local message, code = state.reader:faults()
  if message then fail(state, message, code) end
  if state.format == "xlsx" then
    for _, note in ipairs(require("parley.import.sheets").notes(state.reader, state.given)) do
      table.insert(state.report.notes, note)
    end
  end
  if state.followed or #state.histories > 0 then require("parley.import.claims").finish(state) end
  quarantine.finish(state)
  pages_at_hand.give_back(state)
  if state.alone then state.alone:finish() end
  for _, loader in ipairs(state.loaders) do loader:finish() end
  mirrored_rows.finish(state)
  renamed_ids.finish(state)
  if state.report.read >= MANY then connection.analyze(state.ds.store, state.name) end
end

local function in_one(state)
  to_nodes.open(state)
  atomic.run(state.ds, atomic.guard, state.ds, function()
    begin(state)
    repeat until step(state, 1 << 60)
    finish(state)
  end)
end

local function joined(state, fn, ...)
  to_nodes.join(state)
  return fn(state, ...)
end

local function in_batches(state)
  local ds, batch = state.ds, state.given.batch
  if ds.transaction then errors.raise "in_transaction.batch" end
  to_nodes.open(state)
  atomic.run(ds, atomic.guard, ds, begin, state)
  local over
  repeat
    over = atomic.run(ds, atomic.guard, ds, joined, state, step, batch)
    state.batches, state.kept_line = state.batches + 1, state.read_line
  until over
  atomic.run(ds, atomic.guard, ds, joined, state, finish)
end

-- Gives back the text.
local function drop(state)
  state.reader:close()
  pipes.forget(state.stored)
end

local function close(state)
  if state.ds.store:is_open() then pcall(staging.close, state) end
  if state.alone then state.alone:close() end
  for _, loader in ipairs(state.loaders) do loader:close() end
  to_nodes.close(state)
  if state.ds.store:is_open() then pcall(pages_at_hand.give_back, state) end
  if state.plan.context.expressions then require("parley.import.expressions").close(state.plan.context.expressions) end
  drop(state)
end

-- Columns of a JSON text are known when it has been read once.
local function json_names(path, given)
  local profile, names, code = require("parley.import.read").profile(path, given, 0)
  if not profile then return nil, names, code end
  if #names > 0 then
    profile.notes.seasons = season_columns.of(lists.field(profile.columns, "examples"), names)
    return names, profile.notes
  end
  if profile.problem and profile.rows == 0 then return errors.results(profile.problem) end
  local arguments = { path = input.name_of(path, given), rows = profile.rows }
  return errors.fail(profile.rows > 0 and "empty.fields" or "empty.text", arguments)
end

local function open_json(state)
  local names, message, code = json_names(state.path, state.stored)
  if not names then return nil, message, code end
  table.move(message, 1, #message, 1, state.report.notes)
  state.seasons = message.seasons
  state.reader, message, code = input.open(state.path, state.stored, true)
  if not state.reader then return nil, message, code end
  state.reader:rename(names)
  return names
end

local function open_text(state)
  local reader, names, found = input.open(state.path, state.stored, true)
  if not reader then return nil, names, found end
  table.move(found, 1, #found, 1, state.report.notes)
  state.decimals = decimal_points.of(found.first, names, state.given)
  state.seasons = season_columns.of_records(found.first, names)
  state.reader, state.given.delimiter = reader, reader:source() or state.given.delimiter
  return names
end

-- Opens the reader; the names of its columns. `state.stored` is what can be read as often as it takes.
local function open(state)
  local path, given = state.path, state.given
  local is_file, message, code = input.check_file(path, given)
  if not is_file then return nil, message, code end
  state.format = input.format_of(path, given)
  input.check_format(given, state.format)
  state.json = state.format == "json" or state.format == "jsonl"
  local stored = given
  if state.json or state.format == "xlsx" then stored, message, code = pipes.spooled(path, given) end
  if not stored then return nil, message, code end
  state.stored = stored
  local names
  names, message, code = (state.json and open_json or open_text)(state)
  if not names then pipes.forget(state.stored) end
  return names, message, code
end

-- The mapping, and the plan that follows from it and the columns of the file.
local function plan_of(state, info, names)
  if not state.given.mapping then
    state.mapping, state.same_names = same_names.mapping(info, names), info
    local good, message, code = same_names.check(state.mapping, info, names, state.path)
    if not good then return nil, message, code end
  end
  return plan.compile(state.ds, state.name, state.mapping, names, state.given, state.path)
end

-- Tells of columns whose values can be read in two ways, where one of a type takes them.
local function tell_open(state, columns, type, note_of)
  local stated = state.given.types or {}
  for _, open_column in ipairs(columns or {}) do
    for _, target in ipairs(state.plan.targets) do
      for _, entry in ipairs(target.columns) do
        local takes = entry.column.type == type and values.column_of(entry.given) == open_column.name
        if takes and not stated[open_column.name] then
          table.insert(state.report.notes, note_of(open_column))
        end
      end
    end
  end
end

-- Makes the plan; without one, the text is given back.
local function make_plan(state, info, names)
  local done, made, message, code = pcall(plan_of, state, info, names)
  if done and made then
    state.plan = made
    tell_open(state, state.decimals, "number", decimal_points.note)          -- whole ones of that form are set aside
    tell_open(state, state.seasons, "date", season_columns.note)
    return true
  end
  drop(state)
  if not done then error(made, 0) end
  return nil, message, code
end

local function need_info(ds, name, path)
  local info = ds.schema.by_name[name]
  if info then return info end
  if ds.schema.by_name[path] then
    errors.raise("no_table.import", { name = name, path = ("%q"):format(path),
      other = ("%q"):format(name) })
  end
  errors.raise("no_table.table", { name = name, known = ds.schema.names })
end

local function check_path(path)
  if type(path) == "string" and path ~= "" then return end
  local is_file = io and io.type and io.type(path)
  local what = is_file and { key = "open_file" } or path == "" and { key = "empty_one" }
    or { key = "of_type", type = type(path) }
  local hint = is_file and "reader_of_file" or type(path) == "table" and "add_row"
  errors.raise("bad_argument.import_path", { what = what, hint = hint and { key = hint } or nil })
end

--- Imports a file, or rows that are none.
---@param ds parley.Dataset
---@param name string table
---@param path string|parley.Frame|parley.Query|fun(): table?
---@param given table?
---@return parley.ImportReport? report, string? message, string? code
function import.run(ds, name, path, given)
  local info = need_info(ds, name, path)
  given = checked_options(given)
  plan.check_table(name)
  if path == nil and given.reader then path = "the function's text" end
  local rows_name, reader = row_text.of(path)
  if rows_name then path, given.format, given.reader = rows_name, "jsonl", reader end
  check_path(path)
  local _ <close> = progress.during(given.progress, options.of("import()", "progress"))
  local mapping = given.mapping and require("parley.import.given_mapping").of(given.mapping) or {}
  local state = states.new(ds, name, path, mapping, states.merged(mapping, given))
  state.of_rows = rows_name and {}          -- those that were set aside, by their text
  if rows_name then
    for _, option in ipairs(row_text.OF_FILES) do state.given[option] = nil end
  end
  state.mapping_name, state.custom = type(given.mapping) == "string" and given.mapping, type(given.mapping) == "table"
  state.report.keyed = given.key ~= nil
  input.check(state.given)
  local began = report.clock(ds)
  local names, message, code = open(state)
  if not names then return nil, message, code end
  local planned
  planned, message, code = make_plan(state, info, names)
  if not planned then return nil, message, code end
  local done, err = pcall(given.batch and in_batches or in_one, state)
  close(state)
  if not done then return refused(state, err) end
  state.report.seconds = report.clock(ds) - began
  state.report:finish(ds, state.plan, state.same_names)
  return state.report
end

return import
