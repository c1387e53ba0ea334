-- A dataset goes out as Lua data and comes back the same. (What is refused: load_spec.)
-- Holds: export.folders, export.luadata

local lfs = require "lfs"
local codebook = require "parley.codebook.tables"
local luadata = require "parley.export.luadata"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function read(name) return (assert(scratch.read(path(name)))) end
local function listing(name) return scratch.listing(path(name)) end

local function bytes_of(folder)
  local texts = {}
  for i, name in ipairs(listing(folder)) do texts[i] = name .. "\0" .. read(folder .. "/" .. name) end
  return table.concat(texts, "\0")
end

-- What is local: keys, and what is said by keys.
local LOCAL = { claim = true, entry = true, restates = true, decides = true, import = true, claim_weight = true,
  state_weight = true }

-- Every value of every table, with its type in SQLite, as text; `keyed`: with the keys.
local function content(ds, keyed)
  local lines, store = {}, ds.store
  local function add(name, order)
    local columns = {}
    for column in store:each("SELECT name FROM pragma_table_xinfo(?) ORDER BY cid", { n = 1, name }) do
      if keyed or not LOCAL[column] then
        columns[#columns + 1] = ("typeof(%s) || ' ' || coalesce(hex(CAST(%s AS BLOB)), '')"):format(
          ("%q"):format(column), ("%q"):format(column))
      end
    end
    lines[#lines + 1] = "# " .. name
    for line in store:each(("SELECT %s FROM %s ORDER BY %s"):format(table.concat(columns, " || '|' || "), name, order)) do
      lines[#lines + 1] = line
    end
  end
  for _, info in ipairs(codebook.tables) do
    add(info.name, "id")
    if info.claims then add(info.name .. "_claims", keyed and "claim" or 1) end
  end
  if keyed then
    add("claim_keys", "claim")
    add("sqlite_sequence", "name")
  end
  for body in store:each "SELECT tbl || ' ' || id || ' ' || body FROM search_text ORDER BY tbl, id" do
    lines[#lines + 1] = body
  end
  return lines
end

-- Dumps, loads, dumps again; gives the loaded dataset.
local function round_trip(ds, keyed)
  assert(ds:dump(path "one"))
  local back = assert(parley.load(path "one"))
  assert(back:dump(path "two"))
  assert.equal(bytes_of "one", bytes_of "two")
  local before, after = content(ds, keyed), content(back, keyed)
  for i = 1, math.max(#before, #after) do assert.equal(before[i], after[i]) end
  return back
end

local function round_trip_into(ds)
  remove()
  path, remove = scratch.folder()
  return round_trip(ds)
end

-- A time of a day of January.
local function T(day) return ("2026-01-%02dT00:00:00Z"):format(day) end

-- Literals -----------------------------------------------------------------------------------------------

local function read_back(text)
  local got
  local done, message = luadata.run("claim(" .. text .. ")", { claim = function(x) got = x end })
  assert(done, message)
  return got
end

describe("a literal", function()
  it("is one line and reads back, whatever the bytes", function()
    math.randomseed(91)
    local pieces = { '"', "\\", "\n", "\r", "\r\n", "\0", "1", "\27", "\127", "é", "東", "\xff", "\xc3", "\xed\xa0\x80",
      "\u{202e}", "\u{200b}", "\u{feff}", "--", "]]", "[[", "'", "\\n", "\\z", "\u{10ffff}", "\xf4\x90\x80\x80", "}", ")" }
    for _ = 1, 3000 do
      local parts = {}
      for i = 1, math.random(0, 9) do parts[i] = pieces[math.random(#pieces)] end
      local text = table.concat(parts)
      local written = luadata.text(text)
      assert.equal(text, read_back(written))
      assert.is_nil(written:find "[\r\n%z]")
      assert.truthy(utf8.len(written))
    end
  end)

  it("shows what nobody could see", function()
    assert.equal([["a\n\t\"\\\x00\xff\u{202e}é"]], luadata.text 'a\n\t"\\\0\xff\u{202e}é')
  end)

  it("keeps numbers with their type", function()
    local numbers = { 0, -1, math.mininteger, math.maxinteger, 0.0, -0.0, 3.0, 0.1 + 0.2, 1e300, 5e-324, 1 / 0, -1 / 0 }
    for _, x in ipairs(numbers) do
      local back = read_back(luadata.literal(x))
      assert.equal(math.type(x), math.type(back))
      assert.equal(string.pack(math.type(x) == "float" and "d" or "j", x),
        string.pack(math.type(x) == "float" and "d" or "j", back))
    end
    assert.equal("0.1", luadata.literal(0.1))
    assert.equal("true", luadata.literal(true))
  end)

  it("may be a very long text", function()
    local text = ("line\n\"\\\xff"):rep(300000)
    assert.equal(text, read_back(luadata.text(text)))
  end)
end)

-- Round trips --------------------------------------------------------------------------------------------

local TEXTS = { "", " ", "x", "a,b", "line\nline", "\r\n", '"', "\\", "\1", "\0", "é", "東京", "\u{202e}", "--", "]]",
  ("long "):rep(400), "claim(\"talks\"", "\nclaim(\"talks\")", "\nrow(" }

local function random_text()
  local parts = {}
  for i = 1, math.random(1, 4) do parts[i] = TEXTS[math.random(#TEXTS)] end
  return table.concat(parts)
end

local DATES = { "2025", "2025-06", "2025-06-02", "2025-06-20/2025-06-30", "2025-06?", "../2025-06", "201X", "-0044",
  "Y17000", "2025-21" }

-- A value for a column, or nil; ids holds those of every table that are there.
local function random_value(ds, column, ids)
  if math.random(3) == 1 then return nil end
  if column.references then
    local list = ids[column.references]
    return list and list[math.random(#list)] or nil
  end
  if column.vocabulary then
    local codes = ds:term_codes(column.vocabulary)
    return codes[math.random(#codes)]
  end
  if column.clock then return ("%02d:%02d"):format(math.random(0, 23), math.random(0, 59)) end
  if column.type == "date" then return DATES[math.random(#DATES)] end
  if column.type == "integer" then return math.random(1000) end
  if column.type == "number" then return (math.random() - 0.5) * 10.0 ^ math.random(-20, 20) end
  if column.type == "boolean" then return math.random(2) == 1 end
  return random_text()
end

-- The same within the bounds of its column.
local function bounded_value(ds, column, ids)
  local value = random_value(ds, column, ids)
  if not value or not column.least then return value end
  return column.most and math.min(math.max(value, column.least), column.most) or math.max(value, column.least)
end

local BOUNDS = { best = true, low = true, high = true }

local function random_values(ds, info, ids)
  local values = {}
  for i = 2, #info.columns do
    local column = info.columns[i]
    if not (BOUNDS[column.bound] and column.bound ~= "best") then
      values[column.name] = bounded_value(ds, column, ids)
    end
  end
  for _, column in ipairs(info.columns) do          -- a plan cannot have another one beside it
    if column.planned and values[column.name] ~= nil then values[column.planned] = nil end
  end
  return values
end

local SET_BY_PARLEY = { source = true, recorded_at = true, retracted_at = true, retraction = true, import = true,
  entry = true, restates = true, decides = true, retracted_by = true, entered_by = true }

local function random_provenance(ds, ids)
  local given = { source = ids.sources[math.random(#ids.sources)] }
  for _, column in ipairs(codebook.provenance) do
    if not SET_BY_PARLEY[column.name] then
      given[column.name] = random_value(ds, column, ids)
    end
  end
  given.stated = given.reported -- words of a day after their report are refused
  if math.random(2) == 1 then given.recorded_at = "2026-01-0" .. math.random(9) .. "T00:00:00Z" end
  return given
end

-- Who belongs to whom may not go round in a circle: wholes come before their parts, and no further claim is about them.
local function avoid_circles(info, values, further)
  if info.name ~= "memberships" then return end
  if further then values.party = nil end
  if further or (values.whole or "") >= (values.party or "") then values.whole = nil end
end

local function random_dataset()
  local ds = parley.open(":memory:")
  local ids, keys = { sources = {} }, {}
  ds:add("terms", { vocabulary = "topic", code = "x-" .. math.random(9), label = random_text() })
  for i = 1, 3 do
    keys[#keys + 1] = ds:add("sources", { id = "s" .. i, title = random_text(), published = DATES[i] })
    ids.sources[i] = "s" .. i
  end
  for _, info in ipairs(codebook.tables) do
    if info.name ~= "terms" and info.name ~= "crosswalk" and info.name ~= "sources" then
      local own = {}
      for i = 1, math.random(0, 4) do
        local values = random_values(ds, info, ids)
        avoid_circles(info, values)
        values.id = info.name .. "'" .. i .. "\"\\é"
        local key = ds:add(info.name, values, info.claims and random_provenance(ds, ids) or nil)
        if info.claims then keys[#keys + 1] = key end
        -- a thing of which everything is denied or deprecated has no row to refer to
        if ds:table(info.name):where{ id = values.id }:count() == 1 then own[#own + 1] = values.id end
      end
      if #own > 0 then ids[info.name] = own end
      for _ = 1, info.claims and #own > 0 and math.random(0, 4) or 0 do
        local values = random_values(ds, info, ids)
        avoid_circles(info, values, true)
        if next(values) then
          keys[#keys + 1] = ds:claim(info.name, own[math.random(#own)], values, random_provenance(ds, ids))
        end
      end
    end
  end
  for _ = 1, math.random(0, 5) do
    pcall(ds.retract, ds, keys[math.random(#keys)], math.random(2) == 1 and random_text() or nil)
  end
  return ds
end

describe("a dump", function()
  it("of random datasets comes back equal, and the same bytes again", function()
    math.randomseed(92)
    local claims, retracted = 0, 0
    for _ = 1, 12 do
      local ds <close> = random_dataset()
      claims = claims + ds.store:values "SELECT count(*) FROM claim_keys"
      for _, info in ipairs(codebook.tables) do
        if info.claims then
          retracted = retracted + ds.store:values(("SELECT count(retracted_at) FROM %s_claims"):format(info.name))
        end
      end
      round_trip(ds):close()
      remove()
      path, remove = scratch.folder()
    end
    assert.is_true(claims > 300)
    assert.is_true(retracted > 5)
  end)

  it("of the bundled dataset comes back equal", function()
    local ds = parley.open()
    local back = round_trip(ds)
    assert.equal(ds.demands:to_csv(), back.demands:to_csv())
    assert.equal(#ds:disagreements(), #back:disagreements())
    assert.equal(28, back.demands:count())
  end)

  it("keeps terms and cross-walk rows of one's own, and none of Parley's", function()
    local ds = parley.open(":memory:")
    ds:add("terms", { vocabulary = "topic", code = "pearls", label = "Pearls" })
    ds:add("crosswalk", { vocabulary = "topic", code = "pearls", scheme = "other", scheme_code = "7" })
    assert(ds:dump(path "d"))
    assert.equal('row("terms", { id = "topic/pearls", vocabulary = "topic", code = "pearls", label = "Pearls" })\n'
      .. 'complete("terms")\n', read "d/terms.lua")
    assert.same({ "crosswalk.lua", "dataset.lua", "terms.lua" }, listing "d")
    local back = round_trip(ds)
    assert.equal("Pearls", back.terms:get("topic/pearls").label)
    assert.is_true(back:has_term("topic", "pearls"))
    assert.equal(ds.terms:count(), back.terms:count())
  end)

  it("keeps events, and bytes that are no UTF-8", function()
    local ds = scratch.dataset()
    for i = 1, 30 do
      ds:add("events", { id = ("e%02d"):format(31 - i), date = "2025-06-02", goldstein = i / 3, quad = i % 4 + 1,
        source = "s1", text = "event " .. i })
    end
    ds.store:run("INSERT INTO quarantine(id, raw, line) VALUES (?, ?, ?)", { n = 3, "q1", "caf\xe9\0\n", 7 })
    require("parley.storage.full_text").update(ds.store, codebook.by_name.quarantine, "q1")
    local back = round_trip(ds, true)
    assert.equal(1 / 3, back.events:get("e30").goldstein)
    assert.equal("caf\xe9\0\n", back.quarantine:get("q1").raw)
    assert.equal('row("quarantine", { id = "q1", line = 7, raw = "caf\\xe9\\x00\\n" })\ncomplete("quarantine")\n',
      read "one/quarantine.lua")
  end)

  it("goes on with the keys where the dataset was, while rows wait that know them", function()
    local ds = scratch.dataset()
    ds.store:run("INSERT INTO quarantine(id, raw, line) VALUES (?, ?, ?)", { n = 3, "q1", "x", 7 })
    require("parley.storage.full_text").update(ds.store, codebook.by_name.quarantine, "q1")
    local last = ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
    ds:retract(last)
    ds.store:exec(("DELETE FROM talks_claims WHERE claim = %d; DELETE FROM claim_keys WHERE claim = %d"):format(last, last))
    local back = round_trip(ds, true)
    assert.equal(last + 1, back:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" }))
  end)

  it("shows a new claim as one line", function()
    local ds = scratch.dataset()
    assert(ds:dump(path "d"))
    local before = read "d/talks.lua"
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s2", recorded_at = "2099-01-01T00:00:00Z" })
    assert(ds:dump(path "d", { overwrite = true }))
    local added = 'claim("talks", "r2", { place = "Istanbul" }, { source = "s2", certainty = "narration", '
      .. 'modality = "fact", polarity = "affirmed", recorded_at = "2099-01-01T00:00:00Z", rank = "normal" })\n'
    local after = read "d/talks.lua"
    local at = assert(after:find(added, 1, true))
    assert.equal(before, after:sub(1, at - 1) .. after:sub(at + #added))
  end)

  it("is the same whatever the keys, and keeps who restates, decides for, and was imported with whom", function()
    local function made(first)
      local ds = parley.open(":memory:")
      ds:add("sources", { id = "s1", title = "T" }, { recorded_at = T(1) })
      if first then ds:add("parties", { id = "zz", name = "Z" }, { source = "s1", recorded_at = T(1) }) end
      local a = ds:add("talks", { id = "r1", place = "Oslo" }, { source = "s1", coder = "anna", recorded_at = T(2) })
      local b = ds:claim("talks", "r1", { place = "Umea" }, { source = "s1", coder = "ben", recorded_at = T(2) })
      if not first then ds:add("parties", { id = "zz", name = "Z" }, { source = "s1", recorded_at = T(1) }) end
      ds:amend(a, { rank = "deprecated" }, "the minutes say so")
      ds:adjudicate("talks", "r1", "place", b, "the minutes")
      ds:rename("talks", "r1", "a1")
      return ds
    end
    local one <close> = made(true)
    local other <close> = made(false)
    for _, ds in ipairs { one, other } do
      for _, name in ipairs { "talks", "parties", "sources" } do
        ds.store:exec(("UPDATE %s_claims SET recorded_at = '%s' WHERE recorded_at > '2026-01-03'; "
          .. "UPDATE %s_claims SET retracted_at = '%s' WHERE retracted_at IS NOT NULL"):format(name, T(3), name, T(4)))
      end
    end
    assert(one:dump(path "one"))
    assert(other:dump(path "other"))
    assert.equal(read "one/talks.lua", read "other/talks.lua")
    assert.equal(bytes_of "one", bytes_of "other")
    local back <close> = round_trip_into(one)
    assert.same({ "a1 Umea" }, scratch.texts(back.talks, "id", "place"))
    assert.equal(1, back:adjudications():count())
    assert.is_true(parley.diff(one, back):is_empty())
  end)

  it("keeps which claim of a second came first, and imports apart", function()
    local ds <close> = parley.open(":memory:")
    ds:add("sources", { id = "s1", title = "T" }, { recorded_at = T(1) })
    ds:add("talks", { id = "r1", place = "P0" }, { source = "s1", recorded_at = T(2) })
    for i = 1, 6 do
      ds:claim("talks", "r1", { place = "P" .. i }, { source = "s1", recorded_at = T(({ 1, 3, 2, 1, 3, 2 })[i]) })
    end
    ds.store:exec "UPDATE talks_claims SET import = CASE WHEN claim < 4 THEN 2 WHEN claim < 6 THEN 4 END"
    local function places(of)
      local list = {}
      for place, import in of.store:each("SELECT place, coalesce(import, '') FROM talks_claims ORDER BY claim") do
        list[#list + 1] = place .. " " .. import
      end
      return list
    end
    local back <close> = round_trip_into(ds)
    assert.same({ "P0 1", "P1 1", "P2 2", "P3 2", "P4 ", "P5 ", "P6 " }, places(back))
    assert(back:dump(path "three"))
    assert.equal(bytes_of "two", bytes_of "three")
  end)

  it("loads into a file", function()
    local ds = scratch.dataset()
    assert(ds:dump(path "d"))
    local back = assert(parley.load(path "d", path "new.db"))
    assert.equal(path "new.db", back.path)
    assert.equal(table.concat(content(ds), "\n"), table.concat(content(back), "\n"))
    assert.equal("ok", back.store:values "PRAGMA integrity_check")
    assert.is_nil(back.store:values "PRAGMA foreign_key_check")
    back:close()
    local nothing, message, code = parley.load(path "d", path "new.db")
    assert.is_nil(nothing)
    assert.equal(("parley: cannot load '%s': '%s' exists; name a new file"):format(path "d", path "new.db"), message)
    assert.equal("exists", code)
  end)
end)

-- The folder ---------------------------------------------------------------------------------------------

describe("the folder of a dump", function()
  it("is refused when it holds something, and then left as it is", function()
    local ds = scratch.dataset()
    lfs.mkdir(path "d")
    scratch.write(path "d/README", "mine")
    local ok, message, code = ds:dump(path "d")
    assert.is_nil(ok)
    assert.equal(("parley: cannot dump to '%s': the folder is not empty; name a new one, or say {overwrite = true} to "
      .. "replace in it what is written"):format(path "d"), message)
    assert.equal("not_empty", code)
    assert.same({ "README" }, listing "d")
  end)

  it("keeps other files when it is overwritten, and loses tables that are gone", function()
    local ds = scratch.dataset()
    lfs.mkdir(path "d")
    scratch.write(path "d/README", "mine")
    scratch.write(path "d/offices.lua", "old")
    assert.is_true(ds:dump(path "d", { overwrite = true }))
    assert.same({ "README", "dataset.lua", "parties.lua", "sources.lua", "talks.lua" }, listing "d")
    assert.equal("mine", read "d/README")
    assert.same({ "d" }, listing ".")
  end)

  it("may be empty, and its name end in a slash", function()
    lfs.mkdir(path "d")
    assert.is_true(scratch.dataset():dump(path "d/"))
    assert.equal(4, #listing "d")
    assert(parley.load(path "d/"))
  end)

  it("is not there after a failure", function()
    local ds = scratch.dataset()
    local ok, message, code = scratch.on_full_disk("talks.lua", ds.dump, ds, path "d")
    assert.is_nil(ok)
    assert.equal(("parley: cannot dump to '%s': No space left on device"):format(path "d"), message)
    assert.equal("full", code)
    assert.same({}, listing ".")
    assert.is_true(ds:dump(path "d"))
  end)

  it("needs a place that is there", function()
    local ok, message, code = scratch.dataset():dump(path "no/such")
    assert.is_nil(ok)
    assert.equal(("parley: cannot dump to '%s': no directory '%s'; create it first"):format(path "no/such", path "no"),
      message)
    assert.equal("missing_folder", code)
  end)

  it("is misuse for a view, for what is no dataset of Parley's, and without a name", function()
    local ds = scratch.dataset()
    assert.equal("a view cannot be dumped; dump the dataset it was made from",
      scratch.message_of(function() ds:as_of("2025-07"):dump(path "d") end))
    assert.equal("dump() takes the name of a folder", scratch.message_of(function() ds:dump() end))
    assert.equal("dump() has no option 'overwite'; did you mean 'overwrite'?",
      scratch.message_of(function() ds:dump(path "d", { overwite = true }) end))
    assert.equal("dump() cannot write half a transaction; call it after atomic()",
      scratch.message_of(function() ds:atomic(function() ds:dump(path "d") end) end))
  end)
end)
