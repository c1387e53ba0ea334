--- A dataset as JSON-LD with PROV: each claim a named graph that says what is claimed, and beside it who says so.
-- A claim is called by its content id. What was taken back is there, invalidated. Things have a node each too, with
-- what is shown of them in words of others: their label, other names, and what they are the same as.

local byte_order = require "parley.base.byte_order"
local content_ids = require "parley.claims.content_ids"
local dump = require "parley.export.dump"
local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local files = require "parley.base.files"
local identities = require "parley.analysis.identities"
local item_lists = require "parley.base.item_lists"
local json = require "parley.base.json"
local options = require "parley.base.options"
local own_columns = require "parley.storage.own_columns"
local public_call = require "parley.base.public_call"
local rows = require "parley.storage.statements.rows"
local savepoints = require "parley.storage.savepoints"
local terms = require "parley.coding.jsonld_terms"

local writing = {}

local COMPACT = json.styles.compact
local MOST_EXACT = 2 ^ 53          -- integers beyond it are no numbers to most readers of JSON

local function named(prefix, id) return prefix .. ":" .. terms.encoded(id) end

--- ## Values

local FORMS = {}

function FORMS.thing(value, column) return named(column.references, value) end

function FORMS.things(value, column)
  local list = item_lists.written(value)
  for i, id in ipairs(list) do list[i] = named(column.references, id) end
  return list
end

function FORMS.texts(value) return item_lists.written(value) end

function FORMS.integer(value)
  return (value > MOST_EXACT or value < -MOST_EXACT) and ("%d"):format(value) or value
end

-- With all digits; in a text, since a whole number would be read as an integer.
function FORMS.number(value)
  if math.type(value) == "integer" then return ("%d"):format(value) end
  local short = ("%.15g"):format(value)
  local text = tonumber(short) == value and short or ("%.17g"):format(value)
  return text:find "[.e]" and text or text .. ".0"
end

function FORMS.wikidata(value)
  return value:find "^Q%d+$" and "wd:" .. value or { json.object("@value", value) }
end

local function value_of(form, value, column)
  local write = FORMS[form]
  if write then return write(value, column) end
  return value
end

--- ## Claims

-- Who says so: a person, a party, or words.
local function speaker_of(state, said_by)
  for _, name in ipairs { "people", "parties" } do
    if rows.exists(state.ds.store, name, said_by) then return named(name, said_by) end
  end
  return named("speaker", said_by)
end

local PROVENANCE = {
  coder = function(_, value) return named("coder", value) end,
  thing = function(_, value) return named("sources", value) end,
  claim = function(state, key)
    local id = state.ids.by_key[key]
    return id and "claim:" .. id or nil
  end,
}

local function attributed(state, row)
  local list = {}
  if row.said_by then
    local known = state.speakers[row.said_by] or speaker_of(state, row.said_by)
    state.speakers[row.said_by], list[1] = known, known
  end
  if row.coder then list[#list + 1] = named("coder", row.coder) end
  return #list > 0 and list or nil
end

local function hops(row)
  local list = item_lists.written(row.chain)
  for i, hop in ipairs(list) do list[i] = named("hop", hop) end
  return #list > 0 and list or nil
end

local function add_provenance(state, members, row)
  local function add(term, value)
    members[#members + 1], members[#members + 2] = term, value
  end
  for _, one in ipairs(terms.provenance) do
    local value = row[one.name]
    if one.name == "entry" then value = value or row.claim end
    if value ~= nil then
      local write = PROVENANCE[one.form]
      if write then value = write(state, value) end
      if value ~= nil then add(one.term, value) end
    end
  end
  local by, from = attributed(state, row), hops(row)
  if by then add("attributed", by) end
  if from then add("derived", from) end
end

local function claim_node(state, info, row, id)
  local about = named(info.name, row.id)
  local said = { "@id", about }
  for _, one in ipairs(state.columns[info.name]) do
    local value = row[one.column.claim_name]
    if value ~= nil then
      said[#said + 1], said[#said + 2] = one.term, value_of(one.form, value, one.column)
    end
  end
  local members = { "@id", "claim:" .. id, "@type", { "prov:Entity", "v:Claim" }, "about", about, "@graph",
    { json.object(table.unpack(said)) } }
  add_provenance(state, members, row)
  return json.object(table.unpack(members))
end

--- ## Things

local LABELS = { "name", "title", "label" }

-- The other things of a table that each is, in the words of an IRI: what was judged the same.
local function same_things(ds)
  local same = {}
  for _, cluster in ipairs(identities.of(ds)) do
    for _, id in ipairs(#cluster.contradictions == 0 and cluster.ids or {}) do
      local list = {}
      for _, other in ipairs(cluster.ids) do
        if other ~= id then list[#list + 1] = named(cluster.table, other) end
      end
      same[cluster.table .. "\0" .. id] = list
    end
  end
  return same
end

-- Columns of a table that its nodes tell, in the order of `rows.each`.
local function told_columns(info)
  local list = { "id" }
  for _, name in ipairs { "name", "title", "label", "aliases", "wikidata" } do
    if info.by_name[name] then list[#list + 1] = name end
  end
  return list
end

local function thing_node(state, info, row)
  local label, same = nil, table.move(state.same[info.name .. "\0" .. row.id] or {}, 1, 1000, 1, {})
  for _, name in ipairs(LABELS) do label = label or row[name] end
  if row.wikidata and row.wikidata:find "^Q%d+$" then same[#same + 1] = "wd:" .. row.wikidata end
  local aliases = item_lists.written(row.aliases)
  return json.object("@id", named(info.name, row.id), "@type", { "v:" .. info.name, terms.classes[info.name] },
    "label", label, "alias", #aliases > 0 and aliases or nil, "same", #same > 0 and same or nil)
end

--- ## The whole

-- A row as an object whose keys are sorted.
local function sorted_object(row)
  local keys, members = {}, {}
  for key in pairs(row) do keys[#keys + 1] = key end
  byte_order.sort(keys)
  for _, key in ipairs(keys) do members[#members + 1], members[#members + 2] = key, row[key] end
  return json.object(table.unpack(members))
end

-- What there is beside claims: columns of one's own, and one's own words of vocabularies.
local function head_node(ds, iri)
  local columns, words = {}, {}
  for i, column in ipairs(own_columns.all(ds.store)) do
    local kept = { table = column.table, name = column.name }
    for _, field in ipairs(own_columns.fields) do kept[field] = column[field] end
    columns[i] = sorted_object(kept)
  end
  dump.own_rows(ds, ds.schema.by_name.terms, function(row) words[#words + 1] = sorted_object(row) end)
  return json.object("@id", iri, "@type", { "prov:Collection", "schema:Dataset" }, "v:codebook", codebook.version,
    "columns", columns, "terms", words)
end

local function write_all(ds, iri, put)
  local tables, columns = terms.columns(ds.schema)
  local state = { ds = ds, columns = columns, ids = content_ids.new(ds.store), speakers = {}, same = same_things(ds) }
  local count = public_call.counter()
  put('{"@context":' .. json.write(terms.context(iri, tables, columns), COMPACT) .. ',\n"@graph":[\n')
  put(json.write(head_node(ds, iri), COMPACT))
  -- what a claim restates or decides for may stand in no other table
  for _, info in ipairs(tables) do
    for row, id in state.ids:each(info) do
      count()
      put(",\n" .. json.write(claim_node(state, info, row, id), COMPACT))
    end
    local names = told_columns(info)
    for row in rows.all(ds.store, info.name, names) do
      count()
      put(",\n" .. json.write(thing_node(state, info, row), COMPACT))
    end
  end
  put "\n]}\n"
end

local function write_file(ds, iri, path)
  local target, in_place = files.target(path)
  local function fill(name)
    local file, message, code = io.open(name, "wb")
    if not file then return nil, message, code end
    local _ <close> = setmetatable({}, { __close = function()
      if io.type(file) == "file" then file:close() end
    end })
    local failed
    savepoints.reading(ds.store, function()
      write_all(ds, iri, function(text)
        if not failed then failed = select(3, file:write(text)) end
      end)
    end)
    if failed then return nil, "", failed end
    return file:close()
  end
  if in_place then
    local made, message, code = fill(target)
    if made then return true end
    return files.cannot("save", path, message, code)
  end
  local made, name, code = files.make_beside(target, fill)
  if not made then return files.cannot("save", path, name, code) end
  return files.take_place(name, target)
end

-- What things are named under: an absolute IRI to which a name can be added.
local function checked_iri(iri)
  if type(iri) ~= "string" or not iri:find "^%a[%w+.-]*:[^%z\1-\32<>\"{}|\\^`]*[/#]$" then
    errors.raise("bad_argument.jsonld_iri", { got = type(iri) == "string" and iri or type(iri) })
  end
  return iri
end

--- The dataset as JSON-LD; with `into`, written into a file of that name.
---@param ds parley.Dataset
---@param given { iri: string, into: string? }
---@return string|true|nil, string? message, string? code
function writing.of_dataset(ds, given)
  if not ds.schema.parley then errors.raise("no_claims.file", { call = "to_jsonld()" }) end
  given = options.check(given, "to_jsonld{}", { "iri", "into" })
  local iri, path = checked_iri(given.iri), given.into
  if ds.parent then errors.raise "read_only.jsonld_view" end
  if ds.transaction then errors.raise "in_transaction.jsonld" end
  if path ~= nil and (type(path) ~= "string" or path == "") then
    errors.raise("bad_type.jsonld_into", { got = path == "" and { key = "empty_one" } or type(path) })
  end
  if path and ds.host_read_only then errors.raise "read_only.host_files" end
  ds:ensure_all()
  if path then return write_file(ds, iri, path) end
  local parts = {}
  savepoints.reading(ds.store, function()
    write_all(ds, iri, function(text) parts[#parts + 1] = text end)
  end)
  return table.concat(parts)
end

return writing
