--- Claims out of JSON-LD that is written with the context of to_jsonld: every node that is a claim, wherever it stands.
-- Nothing in it is trusted: tables, columns, words, dates and references are checked as those of a new claim are, and
-- what is known already (by its content id, made anew) is passed over. All or nothing. Claims keep their order among
-- each other (`place`), and what they restate and decide for.

local adding = require "parley.claims.add_column"
local atomic = require "parley.claims.transactions"
local claim_keys = require "parley.storage.statements.claim_keys"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local codebook = require "parley.codebook.tables"
local content_ids = require "parley.claims.content_ids"
local dependency_order = require "parley.base.dependency_order"
local errors = require "parley.base.errors"
local files = require "parley.base.files"
local insertion = require "parley.claims.insertion"
local json_reader = require "parley.base.json_reader"
local own_columns = require "parley.storage.own_columns"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local references = require "parley.claims.references"
local speaking = require "parley.claims.speaking"
local terms = require "parley.coding.jsonld_terms"
local writing = require "parley.claims.writing"

local reading = {}

local parts = writing.parts

local PROVENANCE_COLUMN = {}
for _, column in ipairs(codebook.provenance) do PROVENANCE_COLUMN[column.name] = column end

--- ## Nodes

-- A value by itself, out of {"@value": …}, {"@id": …} or a list of one.
local function bare(value)
  while type(value) == "table" do
    local inner = value["@value"]
    if inner == nil then inner = value["@id"] end
    if inner == nil then inner = value[1] end
    value = inner
  end
  return value
end

local function list_of(value)
  if type(value) ~= "table" then return { value } end
  local list = value["@list"] or value["@set"]
  if list then return list_of(list) end
  if value["@value"] ~= nil or value["@id"] ~= nil then return { value } end
  return value
end

-- What an IRI names: the prefix of its kind (a table, "claim", "coder", …) and the name behind it.
local function name_in(state, value)
  local text = bare(value)
  if type(text) ~= "string" then return nil end
  if text:sub(1, #state.iri) == state.iri then
    local prefix, rest = text:sub(#state.iri + 1):match "^([^/]*)/(.*)$"
    return prefix, rest and terms.decoded(rest)
  end
  local prefix, rest = text:match "^([^:]*):(.*)$"
  return prefix, rest and terms.decoded(rest)
end

local function is_claim(node)
  for _, one in ipairs(list_of(node["@type"])) do
    if one == "v:Claim" then return true end
  end
  return false
end

-- The nodes of a document, as far as they are in lists of nodes.
local function each_node(document, fn)
  for _, node in public_call.each(list_of(document["@graph"])) do
    if type(node) == "table" then fn(node) end
  end
end

--- ## Values

local FORMS = {}

function FORMS.thing(state, value, column)
  local prefix, name = name_in(state, value)
  if prefix == column.references then return name end
  return bare(value)
end

function FORMS.things(state, value, column)
  local list = {}
  for i, one in ipairs(list_of(value)) do list[i] = FORMS.thing(state, one, column) end
  return table.concat(list, "; ")
end

function FORMS.texts(_, value)
  local list = {}
  for i, one in ipairs(list_of(value)) do list[i] = tostring(bare(one)) end
  return table.concat(list, "; ")
end

function FORMS.integer(_, value)
  value = bare(value)
  return math.tointeger(tonumber(value)) or value
end

function FORMS.number(_, value)
  value = bare(value)
  return tonumber(value) or value
end

function FORMS.wikidata(_, value)
  local text = bare(value)
  return type(text) == "string" and (text:match "^wd:(Q%d+)$" or text:match "/entity/(Q%d+)$") or text
end

local function put_checked(state, claim, column, at, value, place)
  local stored, problem = writing.checked_value(state.ds, column, value)
  if problem then
    errors.raise_about(problem, { key = "jsonld_place", iri = plain.visible(claim.iri), place = place })
  end
  claim.row[at] = stored
end

local function take_values(state, claim, said)
  local info, by_term = claim.info, state.by_term[claim.info.name]
  for term, value in pairs(said) do
    local one = by_term[term]
    if one then
      local read = FORMS[one.form]
      local given = read and read(state, value, one.column)
      if not read then given = bare(value) end
      put_checked(state, claim, one.column, one.column.claim_name, given, info.name .. "." .. one.column.name)
    elseif term ~= "@id" and term ~= "@type" then
      state.report.unread = state.report.unread + 1
    end
  end
end

--- ## Claims

-- Who a claim is attributed to: coders by their IRIs, all others speak.
local function take_speakers(state, row, value)
  for _, one in ipairs(list_of(value)) do
    local prefix, name = name_in(state, one)
    if prefix == "coder" then row.coder = name else row.said_by = name or bare(one) end
  end
end

local function take_provenance(state, claim, node)
  for _, one in ipairs(terms.provenance) do
    local value, column = node[one.term], PROVENANCE_COLUMN[one.name]
    if value ~= nil then
      if one.form == "claim" then
        claim[one.name] = select(2, name_in(state, value)) or bare(value)
      elseif one.form == "integer" then
        claim.place = tonumber(bare(value))
      else
        local given = bare(value)
        if one.form == "thing" or one.form == "coder" then given = select(2, name_in(state, value)) or given end
        put_checked(state, claim, column, one.name, given, one.term)
      end
    end
  end
  if node.attributed ~= nil then take_speakers(state, claim.row, node.attributed) end
  local row = claim.row
  for _, name in ipairs { "coder", "said_by" } do
    if row[name] ~= nil then put_checked(state, claim, PROVENANCE_COLUMN[name], name, row[name], "attributed") end
  end
  row.source_day = row.reported == nil
  row.rank, row.polarity = row.rank or "normal", row.polarity or "affirmed"
  row.modality, row.certainty = row.modality or "fact", row.certainty or "narration"
  row.recorded_at = row.recorded_at or parts.now(state.ds)
end

local function about_of(state, node)
  local about = node.about
  if about == nil and type(node["@graph"]) == "table" then about = list_of(node["@graph"])[1] end
  local prefix, id = name_in(state, about)
  local info = prefix and state.ds.schema.by_name[prefix]
  if not (info and info.claims and id) then
    errors.raise("bad_value.jsonld_about", { iri = plain.visible(tostring(node["@id"])) })
  end
  return info, id
end

local function claim_of(state, node)
  local info, id = about_of(state, node)
  local claim = { info = info, iri = tostring(node["@id"]), id = select(2, name_in(state, node)), row = {} }
  claim.row.id = parts.check_id(info, id)
  for _, said in ipairs(list_of(node["@graph"])) do
    if type(said) == "table" then take_values(state, claim, said) end
  end
  take_provenance(state, claim, node)
  writing.check_bounds(info, state.values_of(claim))
  if state.ds.speaking then speaking.stamped(state.ds, { coder = claim.row.coder }) end          -- or refuses
  return claim
end

--- ## Order and identity

-- Sources first, else as they came; each behind what it restates and decides for.
local function stands_before(a, b)
  local a_first, b_first = a.info.name == "sources", b.info.name == "sources"
  if a_first ~= b_first then return a_first end
  if a.place and b.place and a.place ~= b.place then return a.place < b.place end
  return a.at < b.at
end

local function in_order(claims)
  local by_id = {}
  for at, claim in ipairs(claims) do
    claim.at = at
    if claim.id then by_id[claim.id] = claim end
  end
  public_call.sort(claims, stands_before)
  return dependency_order(claims, function(claim, i)
    if i == 1 then return claim.restates and by_id[claim.restates] or false end
    if i == 2 then return claim.decides and by_id[claim.decides] or false end
  end)
end

-- Content ids that the dataset has, with the keys of the claims.
local function known_ids(ds, tables)
  local keys, count = {}, public_call.counter()
  local ids = content_ids.new(ds.store)
  for _, info in ipairs(tables) do
    ids:each_state(info, function(id, key)
      count()
      keys[id] = key
    end)
  end
  return keys
end

-- Gives each claim its content id; those that are not known here. An id that another claim refers to keeps meaning it.
local function identified(ordered, keys)
  local new, seen, now = {}, {}, {}
  for _, claim in public_call.each(ordered) do
    local restates = claim.restates and (now[claim.restates] or claim.restates)
    local decides = claim.decides and (now[claim.decides] or claim.decides)
    local id = content_ids.of(claim.info, claim.row, restates, decides)
    seen[id] = (seen[id] or 0) + 1
    claim.content, claim.before, claim.decided = content_ids.again(id, seen[id]), restates, decides
    if claim.id then now[claim.id] = claim.content end
    if not keys[claim.content] then new[#new + 1] = claim end
  end
  return new
end

--- ## Storing

local function note_references(ds, claim)
  if claim.row.retracted_at then return end
  for i = 2, #claim.info.columns do
    local column = claim.info.columns[i]
    local value = claim.row[column.claim_name]
    if column.references and value then parts.note_reference(ds, claim.info, claim.row.id, column, value) end
  end
end

-- Keys in the order in which they are put, places in the order in which they were.
local function store(ds, new, keys)
  local places, at = {}, {}
  for i, claim in ipairs(new) do
    claim.row.claim = claim_keys.new_key(ds.store, claim.info.name)
    keys[claim.content], places[i], at[i] = claim.row.claim, claim.row.claim, claim
  end
  table.sort(places)
  public_call.sort(at, stands_before)
  local last
  for i, claim in ipairs(at) do
    local shares = last and claim.place and last.place == claim.place
    claim.entry = shares and last.entry or places[i]
    last = claim
  end
  for _, claim in public_call.each(new) do
    local row = claim.row
    row.entry = claim.entry ~= row.claim and claim.entry or nil
    row.restates, row.decides = keys[claim.before], keys[claim.decided]
    insertion.put(ds, claim.info, row)
    atomic.note(ds, "made", row.claim)
    note_references(ds, claim)
  end
end

-- What the document says was taken back, of claims that stand here.
local function take_back(ds, ordered, new, keys, report)
  local is_new = {}
  for _, claim in ipairs(new) do is_new[claim] = true end
  for _, claim in public_call.each(ordered) do
    local key = not is_new[claim] and claim.row.retracted_at and keys[claim.content]
    if key and not select(2, claim_lookup.find(ds.store, claim.info, key)) then
      atomic.write(ds, parts.store_retraction, ds, claim.info.name, claim.row.id, key, claim.row.retracted_at,
        claim.row.retraction)
      report.retracted = report.retracted + 1
    end
  end
end

local function check_sources(ds, tables)
  atomic.flush_all(ds)
  for _, info in ipairs(tables) do
    local _, source = claim_lookup.without_source(ds.store, info)
    if source then references.need(ds, "sources", source, { key = "provenance_of", column = "source" }) end
  end
end

--- ## The document

local function add_columns(ds, node)
  local known = {}
  for _, column in ipairs(own_columns.all(ds.store)) do known[column.table .. "." .. column.name] = true end
  for _, beside in ipairs { false, true } do
    for _, column in ipairs(list_of(node.columns)) do
      local info = type(column) == "table" and ds.schema.by_name[column.table]
      local is_new = info and not info.by_name[column.name] and not known[column.table .. "." .. column.name]
      if is_new and (column.beside ~= nil) == beside then adding.put_kept(ds, column) end
    end
  end
end

local function add_terms(ds, node)
  for _, row in ipairs(list_of(node.terms)) do
    if type(row) == "table" and type(row.id) == "string" and not references.exists(ds, "terms", row.id) then
      writing.add(ds, "terms", row)
    end
  end
end

local function take_head(ds, document)
  each_node(document, function(node)
    if node.terms ~= nil then add_terms(ds, node) end          -- first: a column may take its words from them
    if node.columns ~= nil then add_columns(ds, node) end
  end)
end

local function by_terms(tables, columns)
  local by_term = {}
  for _, info in ipairs(tables) do
    by_term[info.name] = {}
    for _, one in ipairs(columns[info.name]) do by_term[info.name][one.term] = one end
  end
  return by_term
end

local function values_of(claim)
  local values = {}
  for i = 2, #claim.info.columns do
    local column = claim.info.columns[i]
    values[column.name] = claim.row[column.claim_name]
  end
  return values
end

local function take_all(ds, document, iri, report)
  take_head(ds, document)
  local tables, columns = terms.columns(ds.schema)
  local state = { ds = ds, iri = iri, by_term = by_terms(tables, columns), report = report, values_of = values_of }
  local claims = {}
  each_node(document, function(node)
    if is_claim(node) then claims[#claims + 1] = claim_of(state, node) end
  end)
  local keys = known_ids(ds, tables)
  local ordered = in_order(claims)
  local new = identified(ordered, keys)
  store(ds, new, keys)
  take_back(ds, ordered, new, keys, report)
  check_sources(ds, tables)
  report.read, report.claims, report.known = #claims, #new, #claims - #new
end

-- The document, and what its things are named under; false and why where it is none of ours.
local function parsed(text)
  local done, document = pcall(json_reader.read, text)
  if not done and errors.is(document) then error(document, 0) end
  local context = done and type(document) == "table" and document["@context"]
  local claim = type(context) == "table" and context.claim
  local iri = type(claim) == "string" and claim:match "^(.*)claim/$"
  if not iri then return false, done and document ~= nil and "malformed.jsonld_context" or "malformed.jsonld" end
  return document, iri
end

local function text_of(given)
  if type(given) ~= "string" or given == "" then
    errors.raise("bad_type.jsonld", { got = given == "" and { key = "empty_one" } or type(given) })
  end
  if given:find "^%s*[{%[]" then return given end
  local file, message, code = io.open(given, "rb")
  local text
  if file then
    text, message, code = file:read "a"
    file:close()
  end
  if text then return text end
  return files.cannot("read", given, message, code)
end

--- Takes the claims of a document in.
---@param ds parley.Dataset
---@param given string a path, or the text itself
---@return table? report, string? message, string? code
function reading.import(ds, given)
  local text, message, code = text_of(given)
  if not text then return nil, message, code end
  local document, iri = parsed(text)
  if not document then return errors.fail(iri) end
  local report = { read = 0, claims = 0, known = 0, retracted = 0, unread = 0 }
  ds:ensure_all()
  local before = {}
  for _, name in ipairs(ds.schema.names) do before[name] = ds.schema.by_name[name] end
  local done, err = pcall(atomic.run, ds, atomic.guard, ds, take_all, ds, document, iri, report)
  if done then return report end
  for name, info in pairs(before) do ds.schema.by_name[name] = info end          -- without the columns it would add
  error(err, 0)
end

return reading
