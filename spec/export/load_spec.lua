-- Loading a dump: what is no data is refused with its place.
-- Holds: export.load

local lfs = require "lfs"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function read(name) return (assert(scratch.read(path(name)))) end
local function listing(name) return scratch.listing(path(name)) end

-- What is refused ----------------------------------------------------------------------------------------

-- The message about a folder whose file `name` has this text instead.
local function refused(name, text, word)
  local ds = scratch.dataset()
  assert(ds:dump(path "d"))
  scratch.write(path("d/" .. name), type(text) == "function" and text(read("d/" .. name)) or text)
  local nothing, message, code = parley.load(path "d")
  assert.is_nil(nothing)
  assert.equal(word or "malformed", code)
  local head = ("parley: cannot load '%s': "):format(path "d")
  assert.equal(head, message:sub(1, #head))
  return (message:sub(#head + 1):gsub(path "d" .. "/", ""))
end

describe("loading refuses", function()
  local hostile = {
    { "os.execute('true')", "a field of something" }, { "while true do end", "'while'" },
    { "local x = 1", "'local'" }, { "for i = 1, 9 do end", "'for'" }, { "claim((\"x\"):rep(1 << 40))", "':'" },
    { "claim((\"x\").rep(\"x\", 99999999999))", "a field of something" }, { "claim(os)", "'os'" },
    { "--[[\n]] os.exit()", "a comment in long brackets" }, { "--\\\nos.exit()", "a field of something" },
    { "--\ros.exit()", "a field of something" }, { "-- \"\nos.exit() --\"", "a field of something" },
    { "claim([[x]])", "'['" }, { "claim(\"a\\\nb\")", "a string that does not end on its line" },
    { "goto x", "'goto'" }, { "return claim", "'return'" }, { "claim(function() end)", "'function'" },
    { "\27Lua", "'\\x1b'" }, { "claim(#\"x\")", "'#'" }, { "repeat until nil", "'repeat'" },
    { "claim(\"\\z\n\" os.exit() \"\")", "a string that does not end on its line" },
  }
  for _, case in ipairs(hostile) do
    it("code: " .. case[1]:gsub("%c", "?"), function()
      assert.equal("talks.lua:1: only data may stand here, and " .. case[2] .. " is none", refused("talks.lua", case[1]))
    end)
  end

  it("what does not compile or runs wrongly, at its line", function()
    assert.equal("talks.lua:3: unexpected symbol near ')'",
      refused("talks.lua", "\n\nclaim(\"talks\",)\ncomplete(\"talks\")"))
  end)

  it("an assignment and what Lua refuses, each under its own key and at its line", function()
    local luadata = require "parley.export.luadata"
    for text, key in pairs { ["\n\nx = 1"] = "malformed.dump_assignment", ["\n\nclaim()()"] = "malformed.lua",
      ["\n\nclaim(1,)"] = "malformed.lua" } do
      local done, err, line = luadata.run(text, { claim = function() end })
      assert.same({ nil, key, 3 }, { done, err.key, line }, text)
    end
  end)

  it("an assignment, deep nesting and a call of what is no function", function()
    assert.equal("talks.lua:1: nothing can be assigned", refused("talks.lua", "x = 1"))
    remove()
    path, remove = scratch.folder()
    assert.matches("^talks.lua:1: .*overflow", refused("talks.lua", "claim(" .. ("{"):rep(5000)))
    remove()
    path, remove = scratch.folder()
    assert.matches("^talks.lua:1: attempt to call", refused("talks.lua", "claim()()"))
  end)

  local wrong = {
    { 'claim("talkz", "r2", {}, {source="s1"})', "claim() is about 'talkz' in the file of 'talks'; did you mean 'talks'?" },
    { 'claim("parties", "r2", {}, {source="s1"})', "claim() is about 'parties' in the file of 'talks'" },
    { 'claim("talks", "r2", {plaec="x"}, {source="s1"})', "no column 'plaec' in talks; did you mean 'place'?" },
    { 'claim("talks", "r2", {place=5}, {source="s1"})', "talks.place: text is expected, not 5" },
    { 'claim("talks", "r2", {round=1.5}, {source="s1"})', "talks.round: a whole number is expected, not 1.5" },
    { 'claim("talks", "r2", {kind="rond"}, {source="s1"})', "talks.kind: 'rond' is no talk kind" },
    { 'claim("talks", "r2", {date="2025-13"}, {source="s1"})', nil },
    { 'claim("talks", "r2", {id="r3"}, {source="s1"})', "the id of a claim stands before its values" },
    { 'claim("talks", "r2", {place="x"}, {sorce="s1"})', "no column 'sorce' in the provenance; did you mean 'source'?" },
    { 'claim("talks", "r2", {place="x"}, {source="s1", restates="0a"})', "restates names the claim '0a', and no claim of "
      .. 'talks has content = "0a"; put that claim back, or take restates out' },
    { 'claim("talks", "r2")', "a claim is claim(table, id, {…}, {…}), with its values and its provenance" },
    { 'claim("talks", claim, {}, {})', "a claim needs the id of what it is about" },
    { 'row("talks", {id="r2"})', "talks rests on claims: claim(…)" },
    { 'complete("talks")\nrow("talks", {id="r2"})', nil },
  }
  for _, case in ipairs(wrong) do
    it("data that are wrong: " .. case[1]:gsub("\n", " "), function()
      local message = refused("talks.lua", function(text) return (text:gsub("complete", "\n" .. case[1] .. "\ncomplete")) end)
      if case[2] then return assert.equal("talks.lua:3: " .. case[2], message) end
      assert.matches("^talks.lua:[345]: ", message)
    end)
  end

  it("a bad date, in words", function()
    assert.matches("^talks.lua:3: .*2025%-13", refused("talks.lua", function(text)
      return (text:gsub("complete", '\nclaim("talks", "r2", {date="2025-13"}, {source="s1"})\ncomplete'))
    end))
  end)

  it("the marks that git leaves, at their line and with a way out", function()
    local way_out = "git has left a conflict here; keep the lines between the marks that are to stand (both, where they are "
      .. "two claims), and take out the lines <<<<<<<, ======= and >>>>>>>; or have git merge with Parley: parley "
      .. "git-setup, git merge --abort, and merge again"
    assert.equal("talks.lua:2: " .. way_out, refused("talks.lua", function(text)
      return text:gsub("complete.*", "<<<<<<< HEAD\n%0=======\n%0>>>>>>> theirs\n", 1)
    end))
    remove()
    path, remove = scratch.folder()
    assert.equal("talks.lua:3: " .. way_out, refused("talks.lua", function(text) return text .. "=======\n" end))
    remove()
    path, remove = scratch.folder()
    assert.equal("dataset.lua:2: " .. way_out, refused("dataset.lua", function(text)
      return text:gsub("\n", "\n<<<<<<< HEAD\n", 1)
    end))
  end)

  it("a file that is cut off after a whole claim", function()
    assert.equal('talks.lua: the end is missing: the last line of a whole file is complete("talks")',
      refused("talks.lua", function(text) return (text:gsub("complete.*", "")) end))
  end)

  it("a source that is not there, and a reference to nothing", function()
    assert.matches("^talks.lua: a claim about 'r2' names 's9', which sources.lua does not have, as its source$",
      refused("talks.lua", function(text) return (text:gsub('source = "s1"', 'source = "s9"')) end))
    remove()
    path, remove = scratch.folder()
    local ds = scratch.dataset()
    assert(ds:dump(path "d"))
    scratch.write(path "d/talks.lua", (read "d/talks.lua":gsub("{ kind", '{ host = "nobody", kind')))
    local _, message = parley.load(path "d")
    assert.matches("no party 'nobody'", message)
  end)

  it("a head that is none, of a newer Parley, or that leaves out a file", function()
    assert.equal("dataset.lua: it does not say dataset { dump = …, schema = …, tables = {…} }", refused("dataset.lua", ""))
    remove()
    path, remove = scratch.folder()
    assert.equal("dataset.lua: it was written by a newer Parley; update Parley to load it",
      refused("dataset.lua", "dataset { dump = 99, schema = 1, tables = {} }", "newer"))
    remove()
    path, remove = scratch.folder()
    assert.equal("dataset.lua: no table 'talkz'; did you mean 'talks'?",
      refused("dataset.lua", 'dataset { dump = 1, schema = 1, tables = {"talkz"} }'))
    remove()
    path, remove = scratch.folder()
    assert.equal("dataset.lua: it does not name 'parties' among its tables, and there is parties.lua",
      refused("dataset.lua", 'dataset { dump = 1, schema = 1, tables = {"talks", "sources"} }'))
  end)

  it("a folder that is no dump", function()
    lfs.mkdir(path "d")
    local nothing, message, code = parley.load(path "d")
    assert.is_nil(nothing)
    assert.equal(("parley: cannot load '%s': there is no dataset.lua in it; name a folder that dump() has written")
      :format(path "d"), message)
    assert.equal("missing_file", code)
  end)

  it("all of it for one fault, and leaves no file", function()
    local ds = scratch.dataset()
    assert(ds:dump(path "d"))
    scratch.write(path "d/talks.lua", "x")
    local nothing = parley.load(path "d", path "new.db")
    assert.is_nil(nothing)
    assert.same({ "d" }, listing ".")
  end)

  it("what is wrong a long way into a file, at its line", function()
    local ds = scratch.dataset()
    ds:atomic(function()
      for i = 1, 6000 do ds:add("events", { id = ("e%05d"):format(i), text = ("word "):rep(20) }) end
    end)
    assert(ds:dump(path "d"))
    scratch.write(path "d/events.lua", (read "d/events.lua":gsub('id = "e05000"', 'id = "e05000", txet = 1')))
    local _, message = parley.load(path "d")
    assert.equal(("parley: cannot load '%s': %s:5000: no column 'txet' in events; did you mean 'text'?"):format(path "d",
      path "d/events.lua"), message)
  end)
end)

describe("loading takes", function()
  it("a dump from before claims went without their keys, with them", function()
    lfs.mkdir(path "old")
    scratch.write(path "old/dataset.lua", 'dataset { dump = 1, schema = 16, last_key = 9, tables = { "sources", "talks" } }')
    scratch.write(path "old/sources.lua",
      'claim("sources", "s1", { title = "T" },\n  { key = 2, source = "s1" })\ncomplete("sources")\n')
    scratch.write(path "old/talks.lua",
      'claim("talks", "r1", { place = "Oslo" },\n  { key = 5, source = "s1" })\ncomplete("talks")\n')
    local ds <close> = assert(parley.load(path "old"))
    assert.equal(5, ds.talks:claims():first().claim)
    assert.equal(10, ds:claim("talks", "r1", { place = "Umea" }, { source = "s1" }))
  end)

  it("comments, single quotes and joined strings", function()
    local ds = scratch.dataset()
    assert(ds:dump(path "d"))
    local text = read "d/talks.lua":gsub("complete", function()
      return "-- it's \"quoted\" \\\n"
        .. "claim('talks', \"r2\", { place = 'Istan' .. -- the town\n  \"bul\" },\n  { source = 's1' })\ncomplete"
    end)
    scratch.write(path "d/talks.lua", text)
    assert.equal("Istanbul", assert(parley.load(path "d")).talks:get("r2").place)
  end)
end)
