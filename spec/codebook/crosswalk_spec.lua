-- The cross-walks: rows that point at real words, and codes that exist in the schemes' own files.
-- Holds: codebook.crosswalks, codebook.countries, codebook.country_codes, codebook.event_codes

local crosswalk = require "parley.codebook.crosswalks"
local vocabularies = require "parley.codebook.vocabularies"

local rows = crosswalk.rows()
local DATA = "../shared/data/"

-- "code code …" of a term in a scheme, in the order of the rows.
local function codes_of(term, scheme)
  local list = {}
  for _, row in ipairs(rows) do
    if row.vocabulary .. "/" .. row.code == term and row.scheme == scheme then list[#list + 1] = row.scheme_code end
  end
  return table.concat(list, " ")
end

-- The term of `vocabulary` that a CAMEO code stands for: the longest row that begins it.
local function term_of(vocabulary, scheme, code)
  for length = #code, 2, -1 do
    for _, row in ipairs(rows) do
      if row.vocabulary == vocabulary and row.scheme == scheme and row.scheme_code == code:sub(1, length) then
        return row.code
      end
    end
  end
end

-- The text of a file beside the project; without it the running spec is reported as pending, by name.
local function data_file(path)
  local file = io.open(DATA .. path, "rb")
  if not file then return pending("needs " .. DATA .. path) end
  local text = file:read "a"
  file:close()
  return text
end

local function each_row(scheme, visit)
  local count = 0
  for _, row in ipairs(rows) do
    if row.scheme == scheme then
      visit(row)
      count = count + 1
    end
  end
  assert.is_true(count > 0, "no row of " .. scheme)
end

describe("the rows of table crosswalk", function()
  it("have ids of their own, made of word, scheme and code", function()
    local seen = {}
    for _, row in ipairs(rows) do
      assert.are.equal(("%s/%s/%s/%s"):format(row.vocabulary, row.code, row.scheme, row.scheme_code), row.id)
      assert.is_nil(seen[row.id], row.id)
      seen[row.id] = true
    end
    assert.is_true(seen["topic/ceasefire/cameo-gdelt/0871"])
  end)

  it("point at words of the vocabularies, in their order", function()
    local place, last = {}, 0
    for i, term in ipairs(vocabularies.rows()) do place[term.id] = i end
    for _, row in ipairs(rows) do
      local here = place[row.vocabulary .. "/" .. row.code]
      assert.is_truthy(here, row.id)
      assert.is_true(here >= last, row.id)
      last = here
    end
  end)

  it("name the scheme's version and give a short label", function()
    local versions = {}
    for _, scheme in ipairs(crosswalk.schemes) do versions[scheme.name] = scheme.version end
    for _, row in ipairs(rows) do
      assert.are.equal(versions[row.scheme], row.scheme_version, row.id)
      assert.matches("^%a[%a -]*%a$", row.scheme_label, row.id)
      assert.is_true(#row.scheme_label <= 32, row.id)
    end
    assert.are.same({
      ["cameo-gdelt"] = "lookup table, undated", ["cameo-icews"] = "1.1b3", plover = "0.8 (2021-09-17)",
      pax = "4-9", ["ucdp-pa"] = "22.1",
    }, versions)
  end)

  it("are what they were", function()
    assert.are.same({
      id = "topic/martial_law/cameo-icews/0814", vocabulary = "topic", code = "martial_law",
      scheme = "cameo-icews", scheme_version = "1.1b3", scheme_code = "0814", scheme_label = "lift emergency rule",
    }, (function()
      for _, row in ipairs(rows) do
        if row.id == "topic/martial_law/cameo-icews/0814" then return row end
      end
    end)())
    assert.are.equal("Ce", codes_of("topic/ceasefire", "pax"))
    assert.are.equal("ImPK SsrFf", codes_of("topic/foreign_troops", "pax"))
    assert.are.equal("pko withd", codes_of("topic/foreign_troops", "ucdp-pa"))
    assert.are.equal("RETREAT:ceasefire", codes_of("topic/ceasefire", "plover"))
    assert.are.equal("", codes_of("topic/language", "cameo-gdelt"))
  end)
end)

describe("CAMEO", function()
  it("differs between its publishers at 105 to 108", function()
    assert.are.equal("0256 0356 0871 1056 107 1246 196", codes_of("topic/ceasefire", "cameo-gdelt"))
    assert.are.equal("0256 0356 0871 1056 1246 196", codes_of("topic/ceasefire", "cameo-icews"))
    assert.are.equal("026 108", codes_of("talk_status/proposed", "cameo-gdelt"))
    assert.are.equal("026 106", codes_of("talk_status/proposed", "cameo-icews"))
    assert.are.equal("0874 106", codes_of("topic/withdrawal", "cameo-gdelt"))
    assert.are.equal("0874", codes_of("topic/withdrawal", "cameo-icews"))
    assert.are.equal("mediator", term_of("third_party_role", "cameo-gdelt", "105"))
    assert.are.equal("mediator", term_of("third_party_role", "cameo-icews", "108"))
  end)

  for _, scheme in ipairs { "cameo-gdelt", "cameo-icews" } do
    it("sorts the codes of " .. scheme .. " into acts, the longest row first", function()
      for code, act in pairs {
        ["036"] = "talk", ["046"] = "talk", ["0256"] = "demand", ["1053"] = "demand", ["139"] = "demand",
        ["125"] = "rejection", ["127"] = "rejection", ["164"] = "rejection", ["057"] = "agreement",
        ["019"] = "agreement", ["0354"] = "agreement", ["0831"] = "outcome", ["0841"] = "outcome",
        ["0863"] = "outcome", ["0871"] = "outcome", ["0874"] = "other", ["196"] = "breach",
      } do
        assert.are.equal(act, term_of("act", scheme, code), code)
      end
      assert.is_nil(term_of("act", scheme, "190"))
      assert.is_nil(term_of("act", scheme, "163"))
    end)
  end
end)

describe("the codes of the other schemes", function()
  it("stand in GDELT's table", function()
    local text = data_file "cameo/LOOKUP-CAMEO.eventcodes.txt"
    if not text then return end
    each_row("cameo-gdelt", function(row)
      local line = row.scheme_code == "106" and "\n1056\t[^\n]*106:" or "\n" .. row.scheme_code .. "\t"
      assert.is_truthy(text:find(line), row.id)
    end)
  end)

  it("stand in the original CAMEO's Goldstein scale", function()
    local text = data_file "cameo/cameo_goldstein.json"
    if not text then return end
    each_row("cameo-icews", function(row)
      assert.is_truthy(text:find(('"%s": {'):format(row.scheme_code), 1, true), row.id)
    end)
  end)

  it("stand in PLOVER's map", function()
    local text = data_file "plover/CAMEO2PLOVER-2021.txt"
    if not text then return end
    local known = {}
    for event, mode, context in text:gmatch "\n%d+: (%u+), *([%w-]*) *, *([%w_]*) *" do
      for _, code in ipairs { event, event .. ":" .. mode, event .. ":" .. mode .. ":" .. context,
        event .. "::" .. context } do known[code] = true end
    end
    each_row("plover", function(row) assert.is_true(known[row.scheme_code], row.id) end)
  end)

  it("are columns of UCDP's file", function()
    local text = data_file "ucdp/ucdp-peace-agreements-221.csv"
    if not text then return end
    local known = {}
    for name in text:match("^[^\n]*"):gmatch "[^,]+" do known[name:match "^(.-)%s*$"] = true end
    each_row("ucdp-pa", function(row) assert.is_true(known[row.scheme_code], row.id) end)
  end)

  it("are columns of PA-X that the data's own list names", function()
    local text = data_file "README.md"
    if not text then return end
    each_row("pax", function(row)
      assert.is_truthy(text:find("`" .. row.scheme_code .. "`", 1, true), row.id)
    end)
  end)
end)
