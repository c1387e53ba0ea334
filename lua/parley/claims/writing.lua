--- Writing: what an analyst states is checked against the codebook, then stored as a claim.
-- Every complaint names table and column, what was wrong with the value, and what would be right.

local atomic = require "parley.claims.transactions"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claim_keys = require "parley.storage.statements.claim_keys"
local claims = require "parley.storage.statements.claims"
local codebook = require "parley.codebook.tables"
local connection = require "parley.storage.connection"
local core = require "parley.core"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local lists = require "parley.base.lists"
local printed_lists = require "parley.base.printed_lists"
local planned = require "parley.claims.planned"
local quantities = require "parley.claims.quantities"
local references = require "parley.claims.references"
local rows = require "parley.storage.statements.rows"
local speaking = require "parley.claims.speaking"
local suggest = require "parley.base.suggest"

local writing = {}

--- ## Values of each type

local function got(value)
  return type(value) == "string" and { key = "text" } or { key = "of_type", type = type(value) }
end

-- A text is kept as one of a file is: two spellings of it are one.
local function check_text(value)
  if type(value) ~= "string" then return nil, errors.new("bad_type.text", { got = type(value) }) end
  local valid, position = core.valid_utf8(value)
  if not valid then return nil, errors.new("bad_encoding.text", { position = position }) end
  return core.clean(value)
end

-- "nan" comes with a sign on some machines.
local function number_text(value) return value ~= value and "nan" or tostring(value) end

local function check_integer(value)
  if type(value) ~= "number" then
    return nil, errors.new("bad_integer.type", { got = got(value) })
  end
  local whole = math.tointeger(value)
  if not whole then return nil, errors.new("bad_integer.fraction", { value = number_text(value) }) end
  return whole
end

local function check_number(value)
  if type(value) ~= "number" then
    return nil, errors.new("bad_number.type", { got = got(value) })
  end
  if value ~= value or value == math.huge or value == -math.huge then
    return nil, errors.new("bad_number.no_value", { value = number_text(value) })
  end
  return value
end

local function check_boolean(value)
  if type(value) == "boolean" then return value end
  return nil, errors.new("bad_boolean.type", { got = got(value) })
end

local function check_date(value)
  if type(value) ~= "string" then
    return nil, errors.new("bad_date.type", { got = type(value) })
  end
  local _, problem = core.date(value)
  if errors.is(problem) then return nil, problem end
  return value
end

local function check_clock(value)
  local time = require("parley.base.clock").read(value)
  if not time then return nil, errors.new("bad_value.clock", { value = value }) end
  return time
end

-- A text of a written type, as the number it stands for.
local function check_written(value, kind)
  if type(value) ~= "string" then return nil, errors.new("bad_type.text", { got = type(value) }) end
  local stored = core.stored(kind, value)
  if stored == nil then return nil, errors.new("bad_value.written", { value = value, type = kind }) end
  return stored
end

local CHECKS = { text = check_text, integer = check_integer, number = check_number, boolean = check_boolean,
  date = check_date }

--- ## Words of a vocabulary

-- The code whose label or alias is `given`.
local function meant(vocabulary, given)
  local wanted = core.fold(given)
  for _, code in ipairs(vocabulary.codes) do
    local term = vocabulary.terms[code]
    if core.fold(code) == wanted or core.fold(term.label) == wanted then return code end
    for _, alias in ipairs(term.aliases) do
      if core.fold(alias) == wanted then return code end
    end
  end
end

local function check_word(ds, name, value)
  if ds:has_term(name, value) then return value end
  local vocabulary = require("parley.codebook.vocabularies").by_name[name]
  local code = vocabulary and meant(vocabulary, value)
  return nil, errors.new("bad_term", { name = value, vocabulary = name:gsub("_", " "), known = ds:term_codes(name),
    hint = suggest.meant(code) })
end

local function is_outside(column, number)
  return column.least and (number < column.least or column.most and number > column.most)
end

-- A value of one column as it is stored, or nil and what is wrong with it.
local function checked_value(ds, column, value)
  if value == core.null then return nil, errors.new "bad_type.null" end
  local check = CHECKS[column.type] or check_written
  local stored, problem
  if column.several then value, problem = item_lists.given(value) end
  if not problem then stored, problem = check(value, column.type) end
  if problem then return nil, problem end
  if column.several then return item_lists.checked(stored) end
  if column.vocabulary then return check_word(ds, column.vocabulary, stored) end
  if column.clock then return check_clock(stored) end
  if not is_outside(column, stored) then return stored end
  return nil, errors.new(column.most and "out_of_range" or "out_of_range.least",
    { value = math.tointeger(stored) or stored, least = column.least, most = column.most })
end

--- A value of one column as it is stored; nil and what is wrong with it.
writing.checked_value = checked_value

--- ## Rows

local function column_names(info) return lists.field(info.columns, "name") end

-- Keys of a table given by a user, in a stable order.
local function sorted_keys(given)
  local keys = {}
  for key in pairs(given) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  return keys
end

local function check_columns(info, given)
  for _, key in ipairs(sorted_keys(given)) do
    if not info.by_name[key] then
      errors.raise("no_column.column", { name = key, table = info.name, known = column_names(info) })
    end
  end
end

local function note_reference(ds, info, id, column, value)
  local list = ds.transaction.references
  for _, one in ipairs(column.several and item_lists.of(value) or { value }) do
    list[#list + 1] = { table = info.name, id = id, column = column.name, target = column.references, value = one,
      voice = ds.speaking }
  end
end

-- low <= best <= high, as far as they are given.
local function check_bounds(info, values)
  for _, bounds in ipairs(quantities.of(info)) do
    local lower
    for _, which in ipairs { "low", "best", "high" } do
      local name = bounds[which]
      if name and values[name] then
        if lower and values[lower] > values[name] then
          errors.raise("bad_bounds.order", { table = info.name, column = lower, low = values[lower], upper = name,
            high = values[name] })
        end
        lower = name
      end
    end
  end
end

--- Raises unless low <= best <= high, as far as a row gives them.
writing.check_bounds = check_bounds

-- A number outside of its bounds is mostly a code for a missing one.
local function with_way_out(problem, info, column)
  local arguments = problem.arguments
  if problem.key == "bad_integer.fraction" and column.quantity and info.by_name.measure_best then
    return errors.new("bad_integer.measure", { value = arguments.value })
  end
  if problem.code ~= "out_of_range" then return problem end
  return errors.new(arguments.most and "out_of_range.code" or "out_of_range.least_code", arguments)
end

-- A checked copy of the values given for a row, without its id.
local function checked_values(ds, info, given)
  check_columns(info, given)
  local values, about = {}, {}
  for _, column in ipairs(info.columns) do
    local value = given[column.name]
    if value ~= nil and column.name ~= "id" then
      local number = quantities.approximate(column, value)
      about[column.name] = number ~= nil
      local stored, problem = checked_value(ds, column, number or value)
      if problem then errors.raise_about(with_way_out(problem, info, column), info.name .. "." .. column.name) end
      values[column.name] = stored
    end
  end
  check_bounds(info, values)
  if info.claims then quantities.complete(info, values, about) end
  return values
end

local function check_id(info, id)
  local stored, problem = check_text(id)
  if id == nil then
    problem = errors.new "no_id.needed"
  elseif stored == "" then
    problem = errors.new "no_id.empty"
  elseif stored and stored:find "%c" then
    problem = errors.new "bad_value.id_control"
  elseif stored and codebook.in_lists[info.name] and item_lists.is_list(stored) then
    problem = errors.new("bad_value.id_list", { id = id })
  end
  if problem then errors.raise_about(problem, info.name .. ".id") end
  return stored
end

local function need_table(ds, name)
  if type(name) ~= "string" then errors.raise("bad_type.table_name", { got = type(name) }) end
  local info = ds.schema.by_name[name]
  if info then return info end
  errors.raise("no_table.table", { name = name, known = ds.schema.names })
end

local function need_row(what, given)
  local plain = printed_lists.plain_row(given)
  if plain then return plain end
  errors.raise("bad_type.values", { what = what, got = type(given) })
end

--- ## Provenance

local provenance_by_name, provenance_names = {}, {}
for i, column in ipairs(codebook.provenance) do
  provenance_by_name[column.name], provenance_names[i] = column, column.name
end

local SET_BY_PARLEY = { retracted_at = "bad_argument.retraction_field", retraction = "bad_argument.retraction_field",
  retracted_by = "bad_argument.retraction_field", decides = "bad_argument.decides_field",
  import = "bad_argument.import_field", entry = "bad_argument.import_field",
  restates = "bad_argument.restates_field" }

local function check_provenance_names(given)
  for _, key in ipairs(sorted_keys(given)) do
    if not provenance_by_name[key] then
      errors.raise("no_name.provenance", { name = key, known = provenance_names })
    elseif SET_BY_PARLEY[key] then
      errors.raise(SET_BY_PARLEY[key], { key = key })
    end
  end
end

local function checked_provenance(ds, given)
  check_provenance_names(given)
  local checked = {}
  for _, column in ipairs(codebook.provenance) do
    if given[column.name] ~= nil then
      local stored, problem = checked_value(ds, column, given[column.name])
      if problem then errors.raise_about(problem, { key = "provenance_of", column = column.name }) end
      checked[column.name] = stored
    end
  end
  return checked
end

local function now(ds) return connection.now(ds.store) end

-- The day of a claim that states none: its source's.
local function source_day(ds, info, id, values, source)
  if info.name == "sources" and source == id and values.published then return values.published end
  return atomic.published(ds, source)
end

local function need_source(ds, info, id, source)
  if source == nil then errors.raise "no_source.claim" end
  if info.name == "sources" and source == id then return end
  ds:ensure("sources")
  references.need(ds, "sources", source, { key = "provenance_of", column = "source" })
end

--- Raises when somebody is said to have spoken after the report of it. A misprint may stand, deprecated.
---@param stated string?
---@param reported string?
---@param rank string?
function writing.check_days(stated, reported, rank)
  if not (stated and reported) or rank == "deprecated" then return end
  local first, last = core.date(stated), select(2, core.date(reported))
  if first and math.type(last) == "integer" and first > last then
    errors.raise("bad_date.stated_late", { column = "stated", stated = stated, reported = reported })
  end
end

-- Provenance as it is stored. A row of `sources` is its own source unless another is named.
local function complete_provenance(ds, info, id, values, given)
  local p = checked_provenance(ds, speaking.stamped(ds, given, info.name) or {})
  if info.name == "sources" and p.source == nil then p.source = id end
  if connection.rights(ds.store) then require("parley.claims.coders_rights").complete(ds.store, p) end
  need_source(ds, info, id, p.source)
  if info.name == "coding" then p.reported = p.reported or now(ds):sub(1, 10) end
  if p.reported == nil then p.reported, p.source_day = source_day(ds, info, id, values, p.source), true end
  writing.check_days(p.stated, p.reported, p.rank)
  p.rank, p.polarity = p.rank or "normal", p.polarity or "affirmed"
  p.modality, p.certainty = p.modality or "fact", p.certainty or "narration"
  p.recorded_at = p.recorded_at or now(ds)
  return p
end

--- ## Storing

-- Whether there are claims about the thing that have not been taken back.
local function is_known(ds, info, id) return claim_lookup.is_about(ds.store, info, id, true, speaking.policy(ds)) end

local function store_claim(ds, info, id, values, provenance)
  local key = claim_keys.new_key(ds.store, info.name)
  claims.insert(ds.store, info, key, id, values, provenance)
  atomic.touch(ds, info.name, id)
  atomic.note(ds, "made", key)
  for _, column in ipairs(info.columns) do
    if column.references and values[column.name] then note_reference(ds, info, id, column, values[column.name]) end
  end
  return key
end

local function new_claim(ds, info, id, given, provenance)
  local values = checked_values(ds, info, given)
  local complete = complete_provenance(ds, info, id, values, need_row({ key = "provenance" }, provenance or {}))
  planned.move(info, values, complete.modality)
  return atomic.write(ds, store_claim, ds, info, id, values, complete)
end

local function store_row(ds, info, id, values)
  local row = { id = id }
  for i = 2, #info.columns do
    local column = info.columns[i]
    row[column.name] = values[column.name]
    if column.references and values[column.name] then
      note_reference(ds, info, id, column, values[column.name])
    end
  end
  rows.insert_all(ds.store, info, { row })
  require("parley.storage.full_text").update(ds.store, info, id)
end

-- Terms and cross-walk rows are named by what they are about.
local function row_id(info, given)
  local vocabulary, code = given.vocabulary, given.code
  if given.id == nil and type(vocabulary) == "string" and type(code) == "string" then
    local other = given.scheme and ("/%s/%s"):format(given.scheme, given.scheme_code) or ""
    return vocabulary .. "/" .. code .. other
  end
  return check_id(info, given.id)
end

local function add_row(ds, info, given, provenance)
  if provenance ~= nil then
    errors.raise("no_claims.provenance", { name = info.name })
  end
  local id = check_id(info, row_id(info, given))
  local values = checked_values(ds, info, given)
  if references.exists(ds, info.name, id) then
    errors.raise("exists.row", { singular = references.singular(info.name), id = id, name = info.name })
  end
  atomic.write(ds, store_row, ds, info, id, values)
  return id
end

--- ## Verbs

local function add_thing(ds, info, given, provenance)
  local id = check_id(info, given.id)
  if is_known(ds, info, id) then
    errors.raise("exists.row_to_claim", { singular = references.singular(info.name), id = id,
      name = info.name })
  end
  return new_claim(ds, info, id, given, provenance)
end

--- Adds a thing, by the first claim about it.
---@param ds parley.Dataset
---@param name string
---@param given table column = value, with `id`
---@param provenance table? column = value, with `source`
---@return integer|string claim the claim's key; of a row without claims, its id
function writing.add(ds, name, given, provenance)
  local info = need_table(ds, name)
  need_row({ key = "a_row" }, given)
  return atomic.verb(ds, info.claims and add_thing or add_row, ds, info, given, provenance)
end

local function need_known(ds, info, id)
  if is_known(ds, info, id) then return end
  ds:ensure(info.name)
  local near = references.nearest(ds, info.name, id)
  errors.raise("no_row.to_claim", { singular = references.singular(info.name), id = id,
    hint = suggest.meant(near) or { key = "add_thing", table = info.name, id = id } })
end

local function need_values(info, given)
  need_row({ key = "the_values" }, given)
  if given.id ~= nil then
    errors.raise "bad_argument.claim_changes_id"
  end
  if next(given) == nil then errors.raise("bad_argument.empty_claim", { name = info.name }) end
end

local function claim_thing(ds, info, id, given, provenance)
  need_known(ds, info, id)
  return new_claim(ds, info, id, given, provenance)
end

--- States something about a thing that is there.
---@param ds parley.Dataset
---@param name string
---@param id string
---@param given table column = value
---@param provenance table column = value, with `source`
---@return integer claim
function writing.claim(ds, name, id, given, provenance)
  local info = need_table(ds, name)
  if not info.claims then errors.raise("no_claims.table", { name = name }) end
  check_id(info, id)
  need_values(info, given)
  return atomic.verb(ds, claim_thing, ds, info, id, given, provenance)
end

--- ## Claims that are there

local function claim_of_key(ds, key)
  local name = claim_lookup.table_of_key(ds.store, key)
  if not name then errors.raise("no_row.claim", { key = key }) end
  local id, at, why, _, restated, coder, by, decides = claim_lookup.find(ds.store, ds.schema.by_name[name], key)
  if ds.speaking then speaking.check_own(ds, key, coder, by, decides) end
  if at then
    errors.raise("exists.retracted", { key = key, at = at, why = why and (" (%s)"):format(why) or "" })
  end
  return name, id, restated
end

local function store_retraction(ds, name, id, key, at, reason)
  local info = ds.schema.by_name[name]
  if claims.retract(ds.store, info, key, at, reason, speaking.who(ds)) == 0 then
    require("parley.claims.coders_rights").refuse_retraction(ds.store, info, key)
  end
  atomic.touch(ds, name, id)
  local removed = ds.transaction.removed
  removed[#removed + 1] = { name, id, voice = ds.speaking }
end

--- The key of a claim that a call is given.
---@param key any
---@param call string
---@return integer
function writing.key(key, call)
  local claim = math.tointeger(key)
  if type(key) ~= "number" or not claim then
    errors.raise("bad_argument.claim_key", { key = key, call = call })
  end
  return claim
end

--- ## What corrections are made of

-- Values and provenance that take the place of a claim's, checked: fields given by one name are a value's if the table
-- has such a column.
local function checked_changes(ds, info, given)
  local values, provenance = {}, {}
  for name, value in pairs(given) do
    if info.by_name[name] or not provenance_by_name[name] then values[name] = value else provenance[name] = value end
  end
  if values.id ~= nil then errors.raise "bad_argument.amend_id" end
  return checked_values(ds, info, values), checked_provenance(ds, provenance)
end

-- Raises unless a claim that takes another's place could have been made as it is now.
local function check_restated(ds, info, id, values, provenance)
  planned.move(info, values, provenance.modality)
  check_bounds(info, values)
  need_source(ds, info, id, provenance.source)
  if provenance.source_day then provenance.reported = source_day(ds, info, id, values, provenance.source) end
  writing.check_days(provenance.stated, provenance.reported, provenance.rank)
end

--- What parley.claims.correcting is made of.
writing.parts = { check_id = check_id, checked_changes = checked_changes, check_restated = check_restated,
  check_text = check_text, checked_provenance = checked_provenance, claim_of_key = claim_of_key, now = now,
  need_table = need_table, store_claim = store_claim, store_retraction = store_retraction,
  note_reference = note_reference }

return writing
