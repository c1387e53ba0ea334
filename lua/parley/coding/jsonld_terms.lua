--- What things, claims and columns are called in JSON-LD: IRIs below the dataset's own, and the @context that says so.
-- Terms of PROV-O, schema.org and OWL stand where they say the same; all else is of the dataset's own vocabulary. A
-- column has its name for a term where it means one form in all tables, else "table.column".

local json = require "parley.base.json"
local schema = require "parley.storage.schema"

local terms = {}

local PREFIXES = { "prov", "http://www.w3.org/ns/prov#", "schema", "http://schema.org/", "owl",
  "http://www.w3.org/2002/07/owl#", "rdfs", "http://www.w3.org/2000/01/rdf-schema#", "xsd",
  "http://www.w3.org/2001/XMLSchema#", "wd", "http://www.wikidata.org/entity/" }

local EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

--- Fields of a claim's provenance, by their columns: the term, the vocabulary's word for it, and the form of its value.
-- `coder` and `said_by` are both what a claim is attributed to; their IRIs tell which is which.
terms.provenance = {
  { name = "source", term = "source", iri = "prov:hadPrimarySource", form = "thing", target = "sources" },
  { name = "locator", term = "locator" }, { name = "chain", term = "chain" },
  { name = "certainty", term = "certainty" },
  { name = "modality", term = "modality" }, { name = "polarity", term = "polarity" },
  { name = "stated", term = "stated", form = "date" }, { name = "reported", term = "reported", form = "date" },
  { name = "recorded_at", term = "recorded_at", iri = "prov:generatedAtTime", form = "time" },
  { name = "retracted_at", term = "retracted_at", iri = "prov:invalidatedAtTime", form = "time" },
  { name = "retraction", term = "retraction" }, { name = "rank", term = "rank" },
  { name = "note", term = "note", iri = "rdfs:comment" },
  { name = "restates", term = "restates", iri = "prov:wasRevisionOf", form = "claim" },
  { name = "decides", term = "decides", form = "claim" },
  { name = "entered_by", term = "entered_by", form = "coder" },
  { name = "retracted_by", term = "retracted_by", form = "coder" },
  { name = "entry", term = "place", form = "integer" },
}

-- Columns that others have a word for.
local SHARED = { name = "schema:name", url = "schema:url" }

--- What things of a table are to others.
terms.classes = { people = "schema:Person", parties = "schema:Organization", talks = "schema:Event",
  documents = "schema:CreativeWork", sources = "schema:CreativeWork" }

-- What stands before the name of who is no row, and before the content id of a claim.
local OTHERS = { "claim", "coder", "speaker", "hop" }

--- ## Ids in IRIs

local function escaped(byte) return ("%%%02X"):format(byte:byte()) end

--- An id as the end of an IRI: letters of all alphabets stand for themselves.
---@param id string
---@return string
function terms.encoded(id)
  return (id:gsub("[^%w_\128-\255-]", escaped))
end

---@param text string
---@return string
function terms.decoded(text)
  return (text:gsub("%%(%x%x)", function(code) return string.char(tonumber(code, 16)) end))
end

--- ## Forms

-- "things" for a list of references, "texts" for one of words; a date, a number of either kind, or a plain value.
local function form_of(column)
  if column.name == "wikidata" and column.type == "text" then return "wikidata" end
  if column.references then return column.several and "things" or "thing" end
  if column.several then return "texts" end
  if column.type == "date" or column.type == "integer" or column.type == "number" then return column.type end
  return "plain"
end

-- A form as the context tells it.
local TOLD = {
  thing = { "@type", "@id" }, things = { "@type", "@id", "@container", "@list" }, texts = { "@container", "@list" },
  date = { "@type", EDTF }, integer = { "@type", "xsd:integer" }, number = { "@type", "xsd:double" },
  time = { "@type", "xsd:dateTime" }, claim = { "@type", "@id" }, coder = { "@type", "@id" },
  wikidata = { "@type", "@id" },
}

local function told(iri, form)
  local as = TOLD[form]
  if not as then return iri end
  return json.object("@id", iri, table.unpack(as))
end

---@class parley.JsonldColumn
---@field column table
---@field term string
---@field form string

-- The form of each column's name where all tables with one of that name have the same; false where they differ.
local function forms_by_name(tables, taken)
  local forms = {}
  for _, info in ipairs(tables) do
    for i = 2, #info.columns do
      local name, form = info.columns[i].name, form_of(info.columns[i])
      if forms[name] == nil then forms[name] = not taken[name] and form end
      if forms[name] ~= form then forms[name] = false end
    end
  end
  return forms
end

local function taken_terms(tables)
  local taken = {}
  for _, name in ipairs(OTHERS) do taken[name] = true end
  for i = 1, #PREFIXES, 2 do taken[PREFIXES[i]] = true end
  for _, one in ipairs(terms.provenance) do taken[one.term] = true end
  for _, name in ipairs { "v", "about", "attributed", "derived", "label", "alias", "same", "columns", "terms" } do
    taken[name] = true
  end
  for _, info in ipairs(tables) do taken[info.name] = true end
  return taken
end

--- The tables that go out, and what their columns are called there.
---@param of parley.Schema
---@return table[] tables, table<string, parley.JsonldColumn[]> columns  by table
function terms.columns(of)
  local tables, columns = {}, {}
  for _, info in ipairs(schema.tables(of)) do
    if info.claims then tables[#tables + 1] = info end
  end
  local forms = forms_by_name(tables, taken_terms(tables))
  for _, info in ipairs(tables) do
    local list = {}
    for i = 2, #info.columns do
      local column = info.columns[i]
      local term = forms[column.name] and column.name or info.name .. "." .. column.name
      list[i - 1] = { column = column, term = term, form = form_of(column) }
    end
    columns[info.name] = list
  end
  return tables, columns
end

--- ## The context

--- The @context of a dataset.
---@param iri string what its things are named under
---@param tables table[]
---@param columns table<string, parley.JsonldColumn[]>
---@return table object
function terms.context(iri, tables, columns)
  local members, seen = { "@version", 1.1, "v", iri .. "vocabulary#" }, {}
  local function add(term, value)
    if seen[term] then return end
    seen[term] = true
    table.move({ term, value }, 1, 2, #members + 1, members)
  end
  for i = 1, #PREFIXES, 2 do add(PREFIXES[i], PREFIXES[i + 1]) end
  for _, name in ipairs(OTHERS) do add(name, iri .. name .. "/") end
  for _, info in ipairs(tables) do add(info.name, iri .. info.name .. "/") end
  add("about", json.object("@id", "schema:about", "@type", "@id"))
  add("attributed", json.object("@id", "prov:wasAttributedTo", "@type", "@id"))
  add("derived", json.object("@id", "prov:wasDerivedFrom", "@type", "@id"))
  add("same", json.object("@id", "owl:sameAs", "@type", "@id"))
  add("label", "rdfs:label")
  add("alias", "schema:alternateName")
  for _, name in ipairs { "columns", "terms" } do add(name, json.object("@id", "v:" .. name, "@type", "@json")) end
  for _, one in ipairs(terms.provenance) do add(one.term, told(one.iri or "v:" .. one.term, one.form)) end
  for _, info in ipairs(tables) do
    for _, one in ipairs(columns[info.name]) do
      local name = one.column.name
      local iri_of = one.form == "wikidata" and "owl:sameAs" or one.term == name and SHARED[name] or "v:" .. one.term
      add(one.term, told(iri_of, one.form))
    end
  end
  return json.object(table.unpack(members))
end

return terms
