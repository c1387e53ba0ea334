--- Datasets read back from the Lua data files that dump() writes.
-- The files are not trusted: they are data or they are refused (parley.export.luadata), every table, column, word
-- and type is checked against the codebook, and what is wrong is named with its file and line. All of a
-- folder is taken, or nothing.
--
-- Inside, what is wrong is an error object, which `attempt` makes into results.

local atomic = require "parley.claims.transactions"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claim_keys = require "parley.storage.statements.claim_keys"
local claims = require "parley.storage.statements.claims"
local adding = require "parley.claims.add_column"
local codebook = require "parley.codebook.tables"
local dump = require "parley.export.dump"
local errors = require "parley.base.errors"
local records = require "parley.base.records"
local files = require "parley.base.files"
local folders = require "parley.export.folders"
local lists = require "parley.base.lists"
local luadata = require "parley.export.luadata"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local planned = require "parley.storage.statements.planned"
local report_days = require "parley.storage.statements.report_days"
local resolution = require "parley.storage.statements.resolution"
local stored_rows = require "parley.storage.statements.stored_rows"
local read_claims = require "parley.export.read_claims"
local rows = require "parley.storage.statements.rows"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"
local types = require "parley.base.types"

local loading = {}


local STARTS = { "claim%s*%(", "row%s*%(", "complete%s*%(" }

-- Raises a fault of a file.
local function refuse(path, line, err)
  path = plain.visible(path)
  error(errors.about(err, line and { key = "place", path = path, line = line } or path), 0)
end

-- The line of the first mark that git has left where it could not merge.
local function mark_of_git(text)
  local at = ("\n" .. text):match "\n()<<<<<<< " or ("\n" .. text):match "\n()>>>>>>> "
    or ("\n" .. text):match "\n()=======\r?\n" or ("\n" .. text):match "\n()||||||| "
  return at and luadata.count_lines(text:sub(1, at - 2)) + 1
end

-- Raises what a text of data is wrong about.
local function refuse_text(path, before, text, problem, at)
  local mark = not errors.ends_call(problem) and mark_of_git(text)
  if mark then refuse(path, before + mark, errors.new "malformed.dump_conflict") end
  refuse(path, before + (at or 1), problem)
end

-- ## Files

-- `place`: { path, line (before the piece of the file), text (of the piece) }; n: which of its statements.
local function refuse_at(place, n, fault)
  refuse(place.path, place.line + luadata.line_of(place.text, STARTS, n), fault)
end

-- Calls `fn(statements, place)` with some statements at a time, each { kind, arguments }.
local function each_piece(path, fn)
  local file, message, code = io.open(path, "rb")
  if not file then error(errors.of(message, code), 0) end
  local _ <close> = setmetatable({}, { __close = function() file:close() end })
  for text, line, read_code in luadata.pieces(file, STARTS) do
    if not text then error(errors.of(line, read_code), 0) end
    local list, place, calls = {}, { path = path, line = line, text = text }, {}
    for _, kind in ipairs { "claim", "row", "complete" } do
      calls[kind] = function(...) list[#list + 1] = { kind, table.pack(...) } end
    end
    local done, problem, at = luadata.run(text, calls)
    if not done then refuse_text(path, line, text, problem, at) end
    fn(list, place)
  end
end

-- ## Checks

local function is_of(column_type, value)
  local kind = types.kind(column_type)
  if kind == "integer" then return math.type(value) == "integer" end
  return type(value) == (kind == "text" and "string" or kind)
end

local function described(value)
  if type(value) == "string" then return { key = "quoted", value = plain.visible(value) } end
  return math.type(value) and plain.number(value) or type(value) == "boolean" and tostring(value)
    or { key = "of_type", type = type(value) }
end

-- Whether a vocabulary has a word, asked once for each word.
local function new_words(ds)
  local known = {}
  return function(vocabulary, word)
    local key = vocabulary .. "\0" .. word
    if known[key] == nil then known[key] = ds:has_term(vocabulary, word) end
    return known[key]
  end
end

-- What is wrong with one of the fields given for some columns, or nil.
local function wrong_field(name, value, columns, by_name, what, has_word)
  local column = by_name[name]
  if not column then
    return errors.new("malformed.dump_column", { name = tostring(name), what = what,
      known = lists.field(columns, "name") })
  end
  if not is_of(column.type, value) then
    return errors.new("malformed.dump_value", { what = what, column = name, expected = types.of(column.type).says,
      got = described(value) })
  end
  if has_word and column.vocabulary and not has_word(column.vocabulary, value) then
    return errors.new("malformed.dump_word", { what = what, column = name, value = plain.visible(value),
      vocabulary = column.vocabulary:gsub("_", " ") })
  end
end

-- What is wrong with all of them: of several the first by name.
local function wrong_in(given, ...)
  for name, value in pairs(given) do
    if wrong_field(name, value, ...) then
      local rest = table.pack(...)
      local first = records.first_key(given, function(key)
        return wrong_field(key, given[key], table.unpack(rest, 1, rest.n))
      end)
      return wrong_field(first, given[first], ...)
    end
  end
end

local provenance_columns, provenance_by_name = { { name = "key", type = "integer" } }, {}
for i, column in ipairs(codebook.provenance) do provenance_columns[i + 1] = column end
for _, column in ipairs(provenance_columns) do provenance_by_name[column.name] = column end

local function wrong_in_claim(state, info, id, values, provenance)
  if type(id) ~= "string" or id == "" then return errors.new "malformed.dump_claim_id" end
  if type(values) ~= "table" or type(provenance) ~= "table" then return errors.new "malformed.dump_claim" end
  if values.id ~= nil then return errors.new "malformed.dump_claim_values" end
  if state.unkeyed then
    return wrong_in(values, info.columns, info.by_name, info.name, state.has_word)
      or wrong_in(provenance, read_claims.columns, read_claims.by_name, { key = "provenance" }, state.has_word)
  end
  if math.type(provenance.key) ~= "integer" then return errors.new "malformed.dump_claim_key" end
  return wrong_in(values, info.columns, info.by_name, info.name, state.has_word)
    or wrong_in(provenance, provenance_columns, provenance_by_name, { key = "provenance" }, state.has_word)
end

-- ## Statements

local READERS = {}

function READERS.claim(state, info, arguments, list, place, n)
  local _, id, values, provenance = table.unpack(arguments, 1, 4)
  local wrong = wrong_in_claim(state, info, id, values, provenance)
  if wrong then return wrong end
  local key = provenance.key
  provenance.key = nil
  local claim = { key = key, id = id, values = values, provenance = provenance, place = place, n = n }
  if state.unkeyed then state.unkeyed:take(claim, list) else list[#list + 1] = claim end
end

function READERS.row(_, info, arguments, list)
  local values = arguments[2]
  if type(values) ~= "table" then return errors.new "malformed.dump_row" end
  if type(values.id) ~= "string" or values.id == "" then return errors.new "malformed.dump_row_id" end
  local wrong = wrong_in(values, info.columns, info.by_name, info.name)
  if wrong then return wrong end
  list[#list + 1] = values
end

-- What one statement is wrong about, or nil; what it gives is added to the list.
local function read_statement(state, info, statement, list, place, n)
  local kind, arguments = statement[1], statement[2]
  local name = arguments[1]
  if state.complete then return errors.new "malformed.dump_after_end" end
  if name ~= info.name then
    local is_unknown = type(name) == "string" and not state.schema.by_name[name]
    return errors.new("malformed.dump_table", { kind = kind, name = name, got = described(name), table = info.name,
      known = is_unknown and state.schema.names or nil })
  end
  if kind == "complete" then
    state.complete = true
  elseif (kind == "claim") ~= info.claims then
    return errors.new(info.claims and "malformed.dump_needs_claims" or "malformed.dump_without_claims",
      { table = info.name })
  else
    return READERS[kind](state, info, arguments, list, place, n)
  end
end

-- ## Storing

-- A row that comes with Parley is there already, and is replaced.
local function store_rows(ds, info, list)
  rows.insert_all(ds.store, info, list, info.name == "terms" or info.name == "crosswalk")
end

local function store_claims(ds, info, list)
  for _, claim in ipairs(list) do claim_keys.keep_key(ds.store, claim.key, info.name) end
  claims.insert_all(ds.store, info, list)
end

-- Says which of the list SQLite would not take, by trying one after another.
local function find_culprit(ds, info, list, store)
  for n, one in ipairs(list) do
    local done, err = pcall(savepoints.run, ds.store, "parley_one", store, ds, info, { one })
    if not done then return n, errors.caught(err) end
  end
end

local function reworded(info, err)
  if err.code ~= "duplicate" then
    return errors.new("malformed.dump_refused", { message = err.message, cause = err })
  end
  return errors.new(info.claims and "malformed.dump_same_key" or "malformed.dump_same_id")
end

local function store(ds, info, list, place)
  local store_list = info.claims and store_claims or store_rows
  local done, err = pcall(savepoints.run, ds.store, "parley_load", store_list, ds, info, list)
  if not done then
    if errors.ends_call(err) then error(err, 0) end
    local n, why = find_culprit(ds, info, list, store_list)
    if n then refuse_at(list[n].place or place, info.claims and list[n].n or n, reworded(info, why)) end
    error(err, 0)
  end
end

-- What of a table without keys shows at its end.
local function finish_claims(ds, info, unkeyed, path)
  store(ds, info, unkeyed:rest(), { path = path, line = 0, text = "" })
  local lost = unkeyed:bind()
  if not lost then return end
  refuse_at(lost.claim.place, lost.claim.n, errors.new("malformed.dump_no_claim", { column = lost.column,
    name = plain.visible(lost.name), table = info.name }))
end

local function load_table(ds, info, path, count, unkeyed)
  local state = { has_word = new_words(ds), schema = ds.schema, complete = false, unkeyed = info.claims and unkeyed }
  if state.unkeyed then unkeyed:begin(info) end
  each_piece(path, function(statements, place)
    local list = {}
    for n, statement in public_call.each(statements) do
      local wrong = read_statement(state, info, statement, list, place, n)
      if wrong then refuse_at(place, n, wrong) end
    end
    store(ds, info, list, place)
    count(#list)
  end)
  if not state.complete then
    refuse(path, nil, errors.new("malformed.dump_end", { table = info.name }))
  end
  if state.unkeyed then finish_claims(ds, info, unkeyed, path) end
end

-- ## The whole

-- Whether the fields of dataset{…} have the types that they should have.
local function is_head(head)
  return math.type(head.dump) == "integer" and math.type(head.schema) == "integer" and type(head.tables) == "table"
    and type(head.columns or {}) == "table" and (head.last_key == nil or math.type(head.last_key) == "integer")
end

-- Whether a file stands where a folder is to be.
local function is_file(path)
  local file <close> = io.open(path, "rb")
  return file ~= nil and select(3, file:read(0)) == nil
end

-- Fields of dataset{…}, checked.
local function read_head(path)
  local file, message, code = io.open(path, "rb")
  if not file then
    code = errors.word(code)
    if code == "missing_file" then error(errors.new "missing_file.dump", 0) end
    if is_file(path:match "^(.*)/[^/]*$" or path) then error(errors.new "malformed.dump_file", 0) end
    error(errors.of(message, code), 0)
  end
  local text = file:read(1 << 20) or ""
  file:close()
  local head
  local done, problem, line = luadata.run(text, { dataset = function(fields) head = fields end })
  if not done then refuse_text(path, 0, text, problem, line) end
  if type(head) ~= "table" or not is_head(head) then
    refuse(path, nil, errors.new "malformed.dump_head")
  end
  if head.dump > dump.version or head.schema > codebook.version then
    refuse(path, nil, errors.new "newer.dump")
  end
  return head
end

-- A file that the head does not name would be lost silently.
local function check_listed(wanted, folder)
  for _, file in ipairs(require("parley.core").list_folder(folder) or {}) do
    local name = file:match "^([%w_]+)%.lua$"
    if codebook.by_name[name] and not wanted[name] then
      refuse(folder .. "/" .. dump.HEAD, nil, errors.new("malformed.dump_unlisted", { name = name, file = file }))
    end
  end
end

-- The names of the tables to load, words and sources before what uses them.
local function tables_of(head, folder)
  local wanted, list, path = {}, {}, folder .. "/" .. dump.HEAD
  for _, name in ipairs(head.tables) do
    if not (type(name) == "string" and codebook.by_name[name]) then
      refuse(path, nil, errors.new("malformed.dump_no_table", { name = plain.visible(tostring(name)),
        known = codebook.table_names() }))
    end
    wanted[name] = true
  end
  check_listed(wanted, folder)
  for _, name in ipairs { "terms", "sources" } do
    if wanted[name] then list[#list + 1], wanted[name] = name, nil end
  end
  for _, name in ipairs(codebook.table_names()) do
    if wanted[name] then list[#list + 1] = name end
  end
  return list
end

-- Adds the columns that the user of the dumped dataset had added, one by one.
local function add_columns(ds, head, folder)
  local path = folder .. "/" .. dump.HEAD
  for i, column in ipairs(head.columns or {}) do
    if type(column) ~= "table" then refuse(path, nil, errors.new("malformed.dump_own_column", { number = i })) end
    local given = {}
    for field, value in pairs(column) do given[field] = value end
    given.table, given.name = nil, nil
    given.kind = given.kind or false
    local done, err = pcall(adding.put, ds, column.table, column.name, given)
    if not done then refuse(path, nil, errors.caught(err)) end
  end
end

-- A claim that stands has a source that is there.
local function check_sources(ds, info)
  local key, source = claim_lookup.without_source(ds.store, info)
  if not key then return end
  refuse(info.name .. ".lua", nil, errors.new(source and "malformed.dump_source" or "malformed.dump_no_source",
    { id = plain.visible(claim_lookup.find(ds.store, info, key)), source = source and plain.visible(source) }))
end

-- Claims of a dump from before they followed their source have its day as if it were their own.
local FOLLOWS_SINCE = 6

-- Until then a plan could fill a column that tells what happened.
local PLANS_APART_SINCE = 13

local function derive(ds, names, version)
  local full_text, list = require "parley.storage.full_text", {}
  for i, name in ipairs(names) do list[i] = ds.schema.by_name[name] end
  for _, info in ipairs(list) do
    if info.claims and version < FOLLOWS_SINCE then report_days.mark(ds.store, info) end
    if info.claims and version < PLANS_APART_SINCE then planned.move(ds.store, info) end
  end
  stored_rows.derive(ds.store, list, resolution.fill)
  for _, info in ipairs(list) do
    if info.claims then check_sources(ds, info) end
    full_text.fill(ds.store, info)
  end
end

local function fill(ds, folder)
  local head = read_head(folder .. "/" .. dump.HEAD)
  local names, count = tables_of(head, folder), public_call.counter()
  local unkeyed = head.dump ~= dump.keyed and read_claims.new(ds.store) or nil
  atomic.run(ds, function()
    if names[1] ~= "terms" then add_columns(ds, head, folder) end
    for _, name in ipairs(names) do
      load_table(ds, ds.schema.by_name[name], ("%s/%s.lua"):format(folder, name), count, unkeyed)
      if name == "terms" then add_columns(ds, head, folder) end          -- their words may be the user's own
    end
    if unkeyed then unkeyed:number_imports(schema.tables(ds.schema)) end
    derive(ds, names, head.schema)
    if head.last_key then claim_lookup.set_last_key(ds.store, head.last_key) end
  end)
end

local function cannot(folder, err) return errors.results(err, files.undone("load", folder)) end

-- Fills the dataset; on failure it is closed.
local function attempt(ds, folder)
  local done, err = pcall(fill, ds, folder)
  if done then return ds end
  ds:close()
  return cannot(folder, errors.caught(err))
end

local function remove_file(path)
  for _, suffix in ipairs { "", "-wal", "-shm", "-journal" } do os.remove(path .. suffix) end
end

-- A file that is whole but cannot be opened now, as the call has ended, goes too.
local function reopened(open, path)
  local done, ds, message, code = pcall(open, path)
  if done and ds then return ds end
  remove_file(path)
  if done then return nil, message, code end
  error(ds, 0)
end

local function fill_file(open, folder, path)
  local ds, message, code = open(path)
  if ds then ds, message, code = attempt(ds, folder) end
  if not ds then return nil, message, code end
  ds:close()
  return true
end

-- Into a file beside the target, which takes its name when all is in it.
local function load_file(open, folder, path)
  if files.exists(path) then
    return cannot(folder, errors.new("exists.load_target", { path = plain.visible(path) }))
  end
  local part = path .. ".part"
  remove_file(part)
  local done, ok, message, code = pcall(fill_file, open, folder, part)
  if done and ok then
    ok, message, code = os.rename(part, path)
    if ok then return reopened(open, path) end
  end
  remove_file(part)
  if not done then error(ok, 0) end
  return nil, message, code and errors.word(code)
end

--- Reads the folder that dump() has written into a dataset in memory, or into a new file.
---@param folder string
---@param path string?
---@param open fun(path: string): parley.Dataset?, string?, integer?  what opens a dataset
---@return parley.Dataset? ds, string? message, string? code
function loading.load(folder, path, open)
  folders.check(folder, "parley.load")
  if path ~= nil and (type(path) ~= "string" or path == "") then
    errors.raise("bad_type.load_target", {
      got = path == "" and { key = "empty_one" } or { key = "of_type", type = type(path) } })
  end
  folder = folder:gsub("(.)/+$", "%1")
  if path and path ~= ":memory:" then return load_file(open, folder, path) end
  local ds, message, code = open ":memory:"
  if not ds then return nil, message, code end
  return attempt(ds, folder)
end

return loading
