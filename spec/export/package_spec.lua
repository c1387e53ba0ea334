-- A data package is what Frictionless Data Package v1 asks for, rule by rule, and its files read back.

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function read(name) return (assert(scratch.read(path(name)))) end

local function listing(name) return scratch.listing(path(name)) end

-- JSON as Lua tables, read by SQLite; objects with their keys, lists with 1, 2, ….
local json_store = assert(core.open(":memory:", { mode = "memory" }))

local function decode(text)
  local result = {}
  for key, kind, value in json_store:each("SELECT key, type, value FROM json_each(?)", { n = 1, text }) do
    if kind == "object" or kind == "array" then value = decode(value) end
    if kind == "true" or kind == "false" then value = kind == "true" end
    result[math.type(key) == "integer" and key + 1 or key] = value
  end
  return result
end

local function set(list)
  local members = {}
  for _, member in ipairs(list) do members[member] = true end
  return members
end

-- The rules of the specification -----------------------------------------------------------------------------

local PACKAGE = set { "profile", "name", "id", "title", "description", "homepage", "version", "created", "licenses",
  "contributors", "sources", "keywords", "image", "resources" }
local RESOURCE = set { "profile", "name", "path", "data", "title", "description", "format", "mediatype", "encoding",
  "bytes", "hash", "dialect", "schema", "sources", "licenses" }
local SCHEMA = set { "fields", "missingValues", "primaryKey", "foreignKeys" }
local FIELD = set { "name", "type", "format", "title", "description", "example", "constraints", "rdfType" }
local DIALECT = set { "delimiter", "lineTerminator", "quoteChar", "doubleQuote", "escapeChar", "nullSequence",
  "skipInitialSpace", "header", "commentChar", "caseSensitiveHeader", "csvddfVersion" }
local TYPES = set { "string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year",
  "yearmonth", "duration", "geopoint", "geojson", "any" }
local CONSTRAINTS = set { "required", "unique", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength" }
local ROLES = set { "author", "publisher", "maintainer", "wrangler", "contributor" }

local function only(known, given, where)
  for key in pairs(given) do assert.is_true(known[key], ("%s has '%s'"):format(where, tostring(key))) end
end

local function check_field(field, seen)
  only(FIELD, field, "field " .. field.name)
  assert.is_nil(seen[field.name])
  assert.is_true(#field.name > 0)
  assert.is_true(TYPES[field.type])
  assert.equal("default", field.format)
  only(CONSTRAINTS, field.constraints or {}, "constraints of " .. field.name)
  if field.constraints and field.constraints.enum then
    local words = field.constraints.enum
    assert.is_true(#words > 0)
    assert.equal("string", field.type)
    local distinct = 0
    for _ in pairs(set(words)) do distinct = distinct + 1 end
    assert.equal(#words, distinct)
  end
end

local function check_keys(resource, by_name, fields)
  local schema = resource.schema
  for _, name in ipairs(schema.primaryKey or {}) do assert.is_true(fields[resource.name][name]) end
  for _, key in ipairs(schema.foreignKeys or {}) do
    only(set { "fields", "reference" }, key, "foreign key")
    only(set { "resource", "fields" }, key.reference, "reference")
    assert.equal(#key.fields, #key.reference.fields)
    for _, name in ipairs(key.fields) do assert.is_true(fields[resource.name][name]) end
    local target = key.reference.resource == "" and resource or by_name[key.reference.resource]
    assert.truthy(target)
    for _, name in ipairs(key.reference.fields) do assert.is_true(fields[target.name][name]) end
  end
end

local function check_table(resource, fields, folder)
  only(SCHEMA, resource.schema, "schema of " .. resource.name)
  only(DIALECT, resource.dialect, "dialect of " .. resource.name)
  assert.equal("tabular-data-resource", resource.profile)
  assert.same({ "" }, resource.schema.missingValues)
  assert.is_true(#resource.schema.fields > 0)
  local header = {}
  fields[resource.name] = {}
  for i, field in ipairs(resource.schema.fields) do
    check_field(field, fields[resource.name])
    fields[resource.name][field.name], header[i] = true, field.name
  end
  assert.equal(table.concat(header, ","), read(folder .. "/" .. resource.path):match "^[^\n]*")
end

local function check_resource(resource, by_name, fields, folder)
  only(RESOURCE, resource, "resource " .. resource.name)
  assert.matches("^[a-z0-9._-]+$", resource.name)
  assert.is_nil(by_name[resource.name])
  assert.matches("^[%w_-]+%.%w+$", resource.path)
  assert.matches("^.+/.+$", resource.mediatype)
  assert.equal("utf-8", resource.encoding)
  assert.equal(#read(folder .. "/" .. resource.path), resource.bytes)
  by_name[resource.name] = resource
  if resource.schema then check_table(resource, fields, folder) else assert.equal("data-resource", resource.profile) end
end

-- Checks the package in a folder; gives its descriptor, and its resources by name.
local function checked(folder)
  local descriptor = decode(read(folder .. "/datapackage.json"))
  only(PACKAGE, descriptor, "the package")
  assert.equal("data-package", descriptor.profile)
  assert.matches("^[a-z0-9._-]+$", descriptor.name)
  assert.is_true(#descriptor.resources > 0)
  for _, licence in ipairs(descriptor.licenses or {}) do assert.truthy(licence.name or licence.path) end
  for _, one in ipairs(descriptor.contributors or {}) do
    assert.is_true(#one.title > 0)
    assert.truthy(one.role == nil or ROLES[one.role])
  end
  for _, source in ipairs(descriptor.sources or {}) do
    assert.is_true(#source.title > 0)
    assert.truthy(source.path == nil or source.path:find "^https?://")
  end
  local by_name, fields, files = {}, {}, { "datapackage.json" }
  for _, resource in ipairs(descriptor.resources) do
    check_resource(resource, by_name, fields, folder)
    files[#files + 1] = resource.path
  end
  for _, resource in ipairs(descriptor.resources) do
    if resource.schema then check_keys(resource, by_name, fields) end
  end
  table.sort(files)
  assert.same(files, listing(folder))
  return descriptor, by_name
end

local BACK = { string = "text", integer = "integer", number = "number", boolean = "boolean" }

-- The file of a resource, read back as its schema says: the same bytes when it is written again.
local function assert_reads_back(folder, resource)
  local types = {}
  for _, field in ipairs(resource.schema.fields) do types[field.name] = BACK[field.type] end
  local frame = assert(parley.read(path(folder .. "/" .. resource.path), { types = types }))
  assert.equal(read(folder .. "/" .. resource.path), frame:to_csv())
  return frame
end

local function foreign_keys(resource)
  local found = {}
  for _, key in ipairs(resource.schema.foreignKeys or {}) do
    found[#found + 1] = ("%s -> %s"):format(key.fields[1], key.reference.resource)
  end
  return table.concat(found, ", ")
end

-- Packages ---------------------------------------------------------------------------------------------------

describe("a data package", function()
  it("of the bundled dataset keeps the rules and reads back", function()
    local ds = parley.open()
    assert.is_true(ds:save_package(path "istanbul", { licence = "CC-BY-4.0", title = "Istanbul", description = "Talks",
      contributors = { "A", { title = "B", role = "maintainer", email = "b@example.org" } } }))
    local descriptor, by_name = checked "istanbul"
    assert.equal("istanbul", descriptor.name)
    assert.equal("Istanbul", descriptor.title)
    assert.same({ { name = "CC-BY-4.0" } }, descriptor.licenses)
    assert.same({ { title = "A" }, { title = "B", role = "maintainer", email = "b@example.org" } }, descriptor.contributors)
    assert.equal(5, #descriptor.sources)
    assert.equal(28, #assert_reads_back("istanbul", by_name.demands))
    assert.equal(ds.demands:sort("id"):to_csv(), read "istanbul/demands.csv")
    assert.equal(ds.demands:claims():sort("claim"):to_csv(), read "istanbul/demands_claims.csv")
    for _, resource in pairs(by_name) do
      if resource.schema then assert_reads_back("istanbul", resource) end
    end
    assert.equal(ds:cite(ds.sources, "bibtex") .. "\n", read "istanbul/citations.bib")
    assert.equal(5, #decode(read "istanbul/citations.json"))
    assert.is_nil(by_name.crosswalk)
  end)

  it("says which columns refer to which file, and which hold dates or words", function()
    assert(parley.open():save_package(path "p"))
    local _, by_name = checked "p"
    assert.equal("talk -> talks, party -> parties, person -> people", foreign_keys(by_name.participants))
    assert.equal("parent -> ", foreign_keys(by_name.parties))
    assert.equal("id -> talks, source -> sources", foreign_keys(by_name.talks_claims))
    assert.same({ "id" }, by_name.talks.schema.primaryKey)
    assert.same({ "claim" }, by_name.talks_claims.schema.primaryKey)
    local fields = {}
    for _, field in ipairs(by_name.talks.schema.fields) do fields[field.name] = field end
    assert.equal("string", fields.date.type)
    assert.equal("http://id.loc.gov/datatypes/edtf/EDTF-level1", fields.date.rdfType)
    assert.matches("EDTF level 1", fields.date.description)
    assert.same({ required = true, unique = true }, fields.id.constraints)
    assert.same(parley.open():term_codes "talk_kind", fields.kind.constraints.enum)
    assert.equal("integer", fields.round.type)
  end)

  it("has the codebook as a file", function()
    assert(parley.open():save_package(path "p", { tables = { "talks" } }))
    local _, by_name = checked "p"
    local rows = assert_reads_back("p", by_name.codebook)
    local talks = codebook.by_name.talks
    assert.equal(2 * #talks.columns + 1 + #codebook.provenance, #rows)
    assert.equal("talks", rows[2].table)
    assert.equal("process", rows[2].column)
    assert.equal("processes", rows[2].references)
    assert.same({ "citations.bib", "citations.json", "citations.txt", "codebook.csv", "datapackage.json", "talks.csv",
      "talks_claims.csv" }, listing "p")
    assert.equal("prepares -> , part_of -> ", foreign_keys(by_name.talks))
    assert.equal("id -> talks", foreign_keys(by_name.talks_claims))
  end)

  it("keeps hostile text, words of one's own and events", function()
    local ds = scratch.dataset()
    ds:add("terms", { vocabulary = "topic", code = "pearls", label = "Pearls" })
    ds:add("demands", { id = 'd"1,', topic = "pearls", text = 'a "b",\n=c\r\n\u{202e}', party = "ukraine" }, { source = "s1" })
    ds:add("sources", { id = "s9", url = "https://example.org/a?b=1", title = 'T "x"\n' })
    ds:add("events", { id = "e1", date = "2025-06", goldstein = -2.5, quad = 3, source = "s1" })
    ds.store:exec "UPDATE events SET act = 'no word'"
    assert(ds:save_package(path "My talks, 2025", {}))
    local descriptor, by_name = checked "My talks, 2025"
    assert.equal("my-talks-2025", descriptor.name)
    local demands = assert_reads_back("My talks, 2025", by_name.demands)
    assert.equal('a "b",\n=c\n\u{202e}', demands[1].text)
    assert.equal(-2.5, assert_reads_back("My talks, 2025", by_name.events)[1].goldstein)
    local enums = {}
    for _, resource in ipairs { "demands", "events" } do
      for _, field in ipairs(by_name[resource].schema.fields) do
        enums[resource .. "." .. field.name] = field.constraints and field.constraints.enum
      end
    end
    assert.equal("pearls", enums["demands.topic"][#enums["demands.topic"]])
    assert.is_nil(enums["events.act"])
    local sources = {}
    for i, source in ipairs(descriptor.sources) do sources[i] = source.path or "" end
    assert.same({ "", "", "", "https://example.org/a?b=1" }, sources)
  end)

  it("of a view holds what the view shows, and no reference that leads nowhere", function()
    local ds = scratch.dataset()
    ds:add("demands", { id = "d1", party = "ukraine", talk = "r2" }, { source = "s1" })
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s3" })
    ds:add("talks", { id = "r3" }, { source = "s3" })
    ds:claim("demands", "d1", { revises = "d1" }, { source = "s2" })
    local view = ds:as_of "2025-06-02"
    assert(view:save_package(path "v"))
    local _, by_name = checked "v"
    assert.equal(1, #assert_reads_back("v", by_name.talks))
    assert.is_nil(read("v/talks.csv"):find("Istanbul", 1, true))
    assert.equal(view.talks:sort("id"):to_csv(), read "v/talks.csv")
    -- who takes several is told by a table of links
    assert.equal("talk -> talks, requires -> , revises -> ", foreign_keys(by_name.demands))
    local denied = ds:with_policy { deny = { "s3" } }
    ds:claim("demands", "d1", { talk = "r3" }, { source = "s2", rank = "preferred" })
    assert(denied:save_package(path "w", { tables = { "talks", "demands" } }))
    _, by_name = checked "w"
    assert.equal("requires -> , revises -> ", foreign_keys(by_name.demands))
  end)

  it("is the same bytes every time", function()
    local ds = parley.open()
    assert(ds:save_package(path "a", { name = "x" }))
    assert(ds:save_package(path "b", { name = "x" }))
    for _, name in ipairs(listing "a") do assert.equal(read("a/" .. name), read("b/" .. name)) end
    assert.same(listing "a", listing "b")
  end)
end)

describe("the folder of a package", function()
  it("is refused when it holds something, unless told otherwise", function()
    local ds = scratch.dataset()
    assert(ds:save_package(path "p"))
    local before = read "p/talks.csv"
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
    local ok, message, code = ds:save_package(path "p")
    assert.is_nil(ok)
    assert.equal(("parley: cannot save the package '%s': the folder is not empty; name a new one, or say {overwrite = "
      .. "true} to replace in it what is written"):format(path "p"), message)
    assert.equal("not_empty", code)
    assert.equal(before, read "p/talks.csv")
    scratch.write(path "p/notes.txt", "mine")
    assert.is_true(ds:save_package(path "p", { overwrite = true, tables = { "talks" } }))
    assert.truthy(read("p/talks.csv"):find("Istanbul", 1, true))
    assert.same({ "citations.bib", "citations.json", "citations.txt", "codebook.csv", "datapackage.json", "notes.txt",
      "talks.csv", "talks_claims.csv" }, listing "p")
    assert.same({ "p" }, listing ".")
  end)

  it("is not there after a failure of the disk", function()
    local ds = scratch.dataset()
    local ok, message, code = scratch.on_full_disk("datapackage", ds.save_package, ds, path "p")
    assert.is_nil(ok)
    assert.equal(("parley: cannot save the package '%s': No space left on device"):format(path "p"), message)
    assert.equal("full", code)
    assert.same({}, listing ".")
  end)

  it("is not there after a full disk in the middle of a table", function()
    if not io.open("/dev/full", "wb") then return pending "no /dev/full here" end
    local ds, open = scratch.dataset(), io.open
    io.open = function(name, mode)   -- luacheck: ignore 122
      return open(mode == "wb" and name:find "parties.csv" and "/dev/full" or name, mode)
    end
    local ok, message, code = ds:save_package(path "p")
    io.open = open   -- luacheck: ignore 122
    assert.is_nil(ok)
    assert.equal(("parley: cannot save the package '%s': No space left on device"):format(path "p"), message)
    assert.equal("full", code)
    assert.same({}, listing ".")
  end)
end)

describe("save_package refuses", function()
  local cases = {
    { { table = "x" }, "save_package() has no option 'table'; did you mean 'tables'?" },
    { { tables = { "talkz" } }, "no table 'talkz'; did you mean 'talks'?" },
    { { tables = {} }, 'the option tables is a list of names, such as {"talks", "demands"}' },
    { { name = "My Talks" }, "the name of a package has lower case letters, digits, '.', '_' and '-' only, unlike 'My Talks'" },
    { { licence = "all rights reserved" }, 'the option licence is a short name, such as "CC-BY-4.0", or {name = …, path = '
      .. '"https://…", title = …}' },
    { { contributors = "A" }, "the option contributors is a list of names, or of {title = …, role = …, email = …}" },
    { { title = 5 }, "the option title is text" },
  }
  for _, case in ipairs(cases) do
    it(case[2], function()
      local ds = scratch.dataset()
      assert.equal(case[2], scratch.message_of(function() ds:save_package(path "p", case[1]) end))
      assert.same({}, listing ".")
    end)
  end

  it("a file that is no dataset of Parley's", function()
    local store = assert(core.open(path "x.db"))
    store:exec "CREATE TABLE t (a)"
    store:close()
    local ds <close> = parley.open(path "x.db", { schema = false })
    assert.equal("save_package() needs Parley's tables, and this file was opened as it is ({schema = false})",
      scratch.message_of(function() ds:save_package(path "p") end))
  end)
end)
