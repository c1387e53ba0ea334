--- Citations: the sources behind a row, a query, a Frame, or a source itself.
-- Method. A value is cited through its claims: the sources of the claims about a row which the dataset's policy
-- considers, as of its day, with the places in them. Rows of disagreements() are cited with all readings they list, and
-- so with denials and deprecated claims too; rows with a field, with the claims about that field alone. Rows of the
-- analyses that name a demand, an answer or an outcome instead of a table are cited for these. Each source is listed
-- once, the earlier published one first (undated ones last), then by id.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local references = require "parley.claims.references"
local stored_rows = require "parley.storage.statements.rows"
local statements = require "parley.storage.statements.readings"

local cite = {}

local FORMATS = { "text", "bibtex", "csl" }

-- What has been found -----------------------------------------------------------------------------------------

-- Adds the places of a locator such as "p8, p10", each once.
local function add_places(entry, locator)
  for piece in locator:gmatch "[^,]+" do
    local place = piece:match "^%s*(.-)%s*$"
    if place ~= "" and not entry.seen[place] then
      entry.seen[place] = true
      table.insert(entry.places, place)
    end
  end
end

-- Notes a source, and where in it.
local function note(found, source, locator)
  if not source then return end
  local entry = found[source]
  if not entry then
    entry = { places = {}, seen = {} }
    found[source] = entry
    found[#found + 1] = source
  end
  if locator then add_places(entry, locator) end
end

-- Claims ------------------------------------------------------------------------------------------------------

-- Notes the sources of the claims about some rows of a table. `what`: { ids, field?, day?, all? }.
local function note_claims(ds, info, what, found)
  ds:ensure(info.name)
  local scope = claim_rows.scope(ds, { day = what.day, ids = what.ids })
  local considered = not what.all and claim_rows.policy(ds) or nil
  local names = what.field and claim_units.of_field(info, what.field).names
  for source, place in statements.places(ds.store, info, scope, considered, names) do note(found, source, place) end
end

-- Rows without claims name their source themselves, if they do.
local function note_rows(ds, info, ids, found)
  local source = info.by_name.source
  if not (source and source.references == "sources") then
    errors.raise("no_row.without_source", { name = info.name })
  end
  ds:ensure(info.name)
  for name in stored_rows.sources_of(ds.store, info.name, ids) do note(found, name) end
end

-- A source stands for itself; anything else for the sources behind it.
local function note_things(ds, name, what, found)
  if name == "sources" then
    for _, id in ipairs(what.ids) do note(found, id) end
    return
  end
  local info = ds:table_info(name)
  if not info then
    errors.raise("no_table.cite", { name = name, known = ds:tables() })
  end
  if info.claims then return note_claims(ds, info, what, found) end
  return note_rows(ds, info, what.ids, found)
end

-- What can be cited -----------------------------------------------------------------------------------------------

local HOW = "cite() takes the id of a source, a record, a query, or rows with a table and an id (or with a source)"

-- Columns in which analyses name a row, and its table.
local NAMED = { { "demand", "demands" }, { "answer", "responses" }, { "outcome", "outcomes" } }

-- Puts an id beside those of the same table and field.
local function gather(groups, name, id, field)
  local key = name .. "\0" .. (field or "")
  local group = groups[key]
  if not group then
    group = { table = name, field = field, ids = {} }
    groups[key], groups[#groups + 1] = group, group
  end
  group.ids[#group.ids + 1] = id
end

local function gather_named(groups, row)
  for _, named in ipairs(NAMED) do
    local id = row[named[1]]
    if id then gather(groups, named[2], id) end
  end
end

-- Rows of an analysis: { table =, id =, field = }, { source =, locator = } or { demand = …, outcome = … } each.
local function note_listed(ds, rows, all, found)
  local groups = {}
  for _, row in ipairs(rows) do
    if row.table and row.id then
      gather(groups, row.table, row.id, row.field)
    elseif row.source then
      if not found[row.source] then references.id(ds, "sources", row.source) end
      note(found, row.source, row.locator)
    else
      gather_named(groups, row)
    end
  end
  for _, group in ipairs(groups) do
    group.day, group.all = ds:view().as_of, all
    note_things(ds, group.table, group, found)
  end
end

-- Whether rows with these columns say what they are about.
local function can_be_cited(has)
  return (has.table and has.id or has.source or has.demand or has.outcome) ~= nil
end

local function note_frame(ds, f, found)
  local has = {}
  for _, name in ipairs(f:columns()) do has[name] = true end
  local origin = has.id and require("parley.frame.frame").origin(f)
  if origin and not has.table and not has.source then
    return note_things(ds, origin, { ids = table.move(f:values "id", 1, #f, 1, {}) }, found)
  end
  if not can_be_cited(has) then errors.raise("bad_argument.cite_frame", { how = HOW }) end
  note_listed(ds, f:all(), has.readings, found)
end

local function note_query(ds, q, found)
  if q.info.raw then return note_frame(ds, q:frame(), found) end
  if q.home.store ~= ds.store then errors.raise "bad_argument.cite_foreign_rows" end
  local has = {}
  for _, name in ipairs(q:columns()) do has[name] = true end
  if q.claims_of and has.source then
    local places = has.locator and q:select("source", "locator") or q:select("source")
    for source, place in places:each() do note(found, source, place) end
    return
  end
  if not has.id then errors.raise "bad_argument.cite_without_ids" end
  local ids = {}
  for id in q:select("id"):each() do ids[#ids + 1] = id end
  note_things(ds, q.info.name, { ids = ids, day = q.day }, found)
end

-- A record of a table, which knows where it comes from; false for anything else.
local function note_record(ds, x, found)
  local from = require("parley.query.record").origin(x)
  if not from then return false end
  note_things(ds, from.query.info.name, { ids = { from.id }, day = from.query.day }, found)
  return true
end

local function note_table(ds, x, found)
  if note_record(ds, x, found) then return end
  if x.table and x.id then
    if ds:table_info(x.table) then references.id(ds, x.table, x.id) end
    return note_listed(ds, { x }, x.readings ~= nil, found)
  end
  if can_be_cited(x) then return note_listed(ds, { x }, false, found) end
  if #x == 0 then errors.raise("bad_argument.cite_rows", { how = HOW }) end
  for _, item in ipairs(x) do cite.note(ds, item, found) end
end

--- Notes the sources behind a value; a list is cited item by item.
---@param ds parley.Dataset
---@param x any
---@param found table
function cite.note(ds, x, found)
  if type(x) == "string" then return note(found, references.id(ds, "sources", x)) end
  if require("parley.query.query").is_query(x) then return note_query(ds, x, found) end
  if require("parley.frame.frame").is_frame(x) then return note_frame(ds, x, found) end
  if type(x) ~= "table" then errors.raise("bad_type.cite_rows", { how = HOW, got = type(x) }) end
  note_table(ds, x, found)
end

-- Sources ---------------------------------------------------------------------------------------------------------

-- In reading order, as far as their numbers tell: "title, p2, p10".
local function sorted_places(places)
  local function number(place) return tonumber(place:match "%d+") or -1 end
  table.sort(places, function(a, b)
    if number(a) ~= number(b) then return number(a) < number(b) end
    return a < b
  end)
  return places
end

local DESCRIBED = { "id", "outlet", "title", "label", "author", "published", "language", "licence", "url" }

-- Which of some sources coded events come from.
local function datasets_among(ds, sources)
  local set = {}
  ds:ensure "events"
  for id in stored_rows.sources_among(ds.store, "events", sources) do set[id] = true end
  return set
end

--- The rows of the sources found, in the order of the list, with `places`. How a source is described does not depend
--- on whom one believes, so that no policy is applied.
---@param ds parley.Dataset
---@param found table
---@return table[]
function cite.sources(ds, found)
  ds:ensure "sources"
  local datasets, list = datasets_among(ds, found), {}
  for row in stored_rows.sources(ds.store, DESCRIBED, found, { policy = ds:view().policy,
    info = ds:table_info "sources" }) do
    row.places, row.is_dataset = sorted_places(found[row.id].places), datasets[row.id]
    -- What stands in square brackets is nobody's title but the coder's own.
    row.title = row.title or row.label and ("[%s]"):format(row.label)
    list[#list + 1] = row
  end
  return list
end

local WRITERS = {}

function WRITERS.text(citation, list)
  local lines = {}
  for i, source in public_call.each(list) do lines[i] = citation.text(source) end
  return table.concat(lines, "\n")
end

function WRITERS.bibtex(citation, list)
  local entries, taken = {}, {}
  for i, source in public_call.each(list) do entries[i] = citation.bibtex(source, taken) end
  return table.concat(entries, "\n\n")
end

function WRITERS.csl(citation, list)
  local items = {}
  for i, source in public_call.each(list) do items[i] = "  " .. citation.json(citation.csl(source)) end
  return #items > 0 and "[\n" .. table.concat(items, ",\n") .. "\n]" or "[]"
end

--- The sources behind `x`, as text (one line each), BibTeX or CSL-JSON.
---@param ds parley.Dataset
---@param x any  the id of a source, a record, a query, a Frame or rows with table and id or with a source, or a list
---@param format "text"|"bibtex"|"csl"|nil
---@return string
function cite.of_dataset(ds, x, format)
  if not ds.schema.parley then
    errors.raise "no_claims.cite"
  end
  format = options.one_of(format, FORMATS, { key = "citation_format" }) or "text"
  local found = {}
  cite.note(ds, x, found)
  return WRITERS[format](require "parley.analysis.citation_formats", cite.sources(ds, found))
end

return cite
