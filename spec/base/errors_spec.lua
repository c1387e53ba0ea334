-- Holds: base.errors, base.error_objects, base.error_sentences

local errors = require "parley.base.errors"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local function caught(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return err
end

describe("an error object", function()
  local function fault() return caught(function() return parley.open().demands:where { prty = "x" } end) end

  it("has its parts, and is its text", function()
    local e = caught(errors.raise, "no_option", { what = "x{}", name = "tpoic", known = { "topic", "party" } })
    assert.is_true(errors.is(e))
    assert.equal("no_option", e.code)
    assert.equal("x{} has no option 'tpoic'; did you mean 'topic'?", e.message)
    assert.equal("did you mean 'topic'?", e.hint)
    assert.same({ key = "did_you_mean", meant = "topic" }, e.suggestion)
    assert.equal("tpoic", e.arguments.name)
    assert.equal(e.where .. ": parley: " .. e.message, tostring(e))
    assert.matches("^[^:]+errors_spec.lua:%d+$", fault().where)
  end)

  it("keeps all its parts when it is passed on, or told with what became of the call", function()
    local e = errors.new("no_option", { what = "x{}", name = "tpoic", known = { "topic", "party" } })
    local passed = caught(errors.pass, e)
    assert.same({ e.key, e.sentence, e.hint, e.message }, { passed.key, passed.sentence, passed.hint, passed.message })
    assert.equal("did you mean 'topic'?; gone", errors.with_outcome(e, "gone").hint)
  end)

  it("speaks of things by names, numbers and phrases, which are data", function()
    local f = parley.frame { { name = "x", n = 1 } }
    local e = caught(f.where, f, "name + 1 > 2")
    assert.same({ key = "side_of", operator = "+" }, e.arguments.what)
    assert.same({ key = "a_number" }, e.arguments.wanted)
    assert.same({ key = "operand", shown = "name", type = "text" }, e.arguments.shown)
    assert.equal("each side of '+' must be a number, but name (text) is not", e.sentence)
    local function told(n) return errors.fill("{n} {n:row|rows} {n:is|are} in {on = {n}}", { n = n }) end
    assert.same({ "1 row is in {on = 1}", "0 rows are in {on = 0}" }, { told(1), told(0) })
    assert.equal("lists ids of sources", errors.fill("lists {items}", { items = { key = "source_ids" } }))
    assert.equal("reason: text is expected, not a table", errors.about(errors.new("bad_type.text", { got = "table" }),
      "reason").message)
    assert.equal("the reason: x", errors.about(errors.of("x", "io"), { key = "reason" }).message)
  end)

  it("has the places of bytes that do not read as numbers", function()
    local e = errors.of_parts("bad_encoding", { { key = "bad_encoding.bytes", arguments = { path = "a.csv", sound_line = 0,
      encoding = "UTF-8", reason = "encoding_other", more = 0,
      places = "fault_in_field 2 4 3  a, 'b'\\xFC\tfault_in_text 3 9 0 " } } })
    assert.same({ { key = "fault_in_field", line = 2, byte = 4, field = 3, excerpt = " a, 'b'\\xFC" },
      { key = "fault_in_text", line = 3, byte = 9, excerpt = "" } }, e.arguments.places)
    assert.equal("a.csv is not UTF-8: line 2 byte 4 field 3 ' a, 'b'\\xFC', byte 9 (line 3) ''; it is another encoding, "
      .. "or several are mixed", e.message)
  end)

  it("says where the fault stands as data: a line of a file, a place in an expression, a statement's parameter", function()
    local path = os.tmpname()
    finally(function() os.remove(path) end)
    scratch.write(path, "id,name\np1,a\n\"p3\n")
    local reader = assert(require("parley.import.reader_options").open(path, { format = "csv" }))
    reader:next()
    local _, said = reader:next()
    assert.same({ { key = "line", path = path, line = 3 } }, said.about)
    assert.equal(path .. ", line 3: " .. said.words, said.message)
    local outer = errors.about(said, { key = "cannot", what = "read", path = "x" })
    assert.same({ "cannot", "line" }, { outer.about[1].key, outer.about[2].key })
    assert.equal("cannot read 'x': " .. said.message, outer.message)
    local e = caught(function() return parley.open().demands:where "made > 1" end)
    assert.same({ key = "position", position = 6, text = "made > 1" }, e.place)
    e = errors.with_outcome(said, { key = "nothing_kept" })
    assert.same({ key = "nothing_kept" }, e.outcome)
  end)

  it("carries what was meant as data, wherever a name was wrong", function()
    local ds <close> = parley.open(":memory:")
    ds:add("sources", { id = "s1" })
    ds:add("parties", { id = "turkiye", name = "Türkiye", aliases = "Turkey" }, { source = "s1" })
    local topic = ds:term_codes("topic")[1]
    local f, counts = ds.parties:frame(), ds.parties:by("name"):summarise "count() as n"
    local function row(party) return { id = "d1", party = party, topic = topic } end
    for meant, call in pairs {
      turkiye = function() ds:add("demands", row "Turkey", { source = "s1" }) end,
      [topic] = function() ds.demands:where { topic = topic .. "x" }:count() end,
      party = function() return ds.demands:where("prty = 'x'") end,
      [".csv"] = function() return f:save "x.cvs" end,
      [".svg"] = function() return counts:plot { kind = "bar", x = "name", y = "n" }:save "x.svgg" end,
      lower = function() return ds.parties:where("lowr(id) = 'x'") end,
    } do
      local e = caught(call)
      assert.same({ key = "did_you_mean", meant = meant }, e.suggestion, e.message)
      assert.is_truthy(e.message:find(("; did you mean '%s'?"):format(meant), 1, true), e.message)
    end
    assert.same({ key = "did_you_mean", meant = "turkiye" },
      caught(function() return ds.parties:get "turkiy" end).suggestion)
    local e = caught(function() ds:add("demands", row "nobody_at_all", { source = "s1" }) end)
    assert.same({ key = "add_first", table = "parties", id = "nobody_at_all" }, e.suggestion)
    e = caught(function() return ds.demands:filter("x") end)
    assert.equal("use_verb", e.suggestion.key)
  end)

  it("is used like the text it was", function()
    local e = fault()
    assert.is_truthy(e:find("no column 'prty'", 1, true))
    assert.equal("parley: ", e:match "(parley: )no column")
    assert.equal("! " .. tostring(e) .. " !", "! " .. e .. " !")
    assert.equal(#tostring(e), e:len())
  end)

  it("of an expression has a code word, and its place after the hint", function()
    local demands = parley.open().demands
    local function fault_of(text) return caught(function() return demands:where(text):count() end) end
    local e = fault_of "prty = 'x'"
    assert.equal("no column 'prty' in demands", e.sentence)
    assert.equal("did you mean 'party'?", e.hint)
    assert.equal("no column 'prty' in demands; did you mean 'party'? (position 1 of \"prty = 'x'\")", e.message)
    local codes = { ["prty = 'x'"] = "no_column", ["made = '31/05/2025'"] = "bad_date", ["lenght(id)"] = "unknown_function",
      ["days_best = 'x'"] = "bad_type", ["topic = 'truce'"] = "bad_term", ["(made"] = "bad_expression",
      ["contains(topic)"] = "bad_argument", ["9223372036854775808 = 1"] = "bad_integer" }
    for text, code in pairs(codes) do assert.equal(code, fault_of(text).code, text) end
  end)

  it("is made by C as well", function()
    local e = caught(parley.open().store.exec, parley.open().store, {})
    assert.is_false(errors.is(e))          -- a bad argument is Lua's own matter
    e = caught(parley.open().store.values, parley.open().store, "SELECT * FROM nowhere")
    assert.is_true(errors.is(e))
    assert.equal("parley: no such table: nowhere", tostring(e))
    assert.same({ "no such table: nowhere", "sql", "sql" }, { e.sentence, e.code, e.key })
  end)

  it("of C has the word on which a program can act", function()
    local store = parley.open().store
    store:close()
    local frame = parley.frame { { a = 1 } }
    assert.equal("closed", caught(store.values, store, "SELECT 1").code)
    assert.equal("read_only", caught(function() frame.x = 1 end).code)
    assert.equal("no_option", caught(frame.arrow, frame, { btach = 1 }).code)
    assert.equal("bad_argument", caught(frame.arrow, frame, { batch = 0 }).code)
    assert.equal("bad_type", caught(parley.from_arrow, true).code)
  end)

  it("shows no traceback at the stock prompt", function()
    local shell = io.popen(([[printf '%%s\n' 'parley = require "parley"' 'parley.open().demands:where{prty = "x"}' |
      LUA_PATH='%s' LUA_CPATH='%s' %s -i 2>&1]]):format(package.path, package.cpath, scratch.lua()))
    local said = shell:read "a"
    shell:close()
    assert.is_truthy(said:find("parley: no column 'prty' in demands", 1, true), said)
    assert.is_nil(said:find("traceback", 1, true), said)
  end)

  it("names the same fault of several, whatever the order of a table", function()
    local function named(fn) return caught(fn).arguments.name end
    local path, text = os.tmpname(), "a,b\n1,2\n"
    finally(function() os.remove(path) end)
    scratch.write(path, text)
    local ds = parley.open ":memory:"
    for _ = 1, 5 do
      -- a fresh table has another order each time
      local names = {}
      for i = 1, 40 do names[("x%02d"):format(41 - i)] = {} end
      local sums = {}
      for name in pairs(names) do sums[name] = 1 end
      local columns = {}
      for name in pairs(names) do columns[name] = "integer" end
      assert.equal("x01", named(function() return parley.frame({ sums }, { columns = { "a" } }) end))
      local message = select(2, parley.read(path, { format = "csv", types = columns }))
      assert.matches("no column 'x01'", message)
      assert.equal("x01", named(function()
        ds:import("events", path, { format = "csv", mapping = { rows = { { table = "events", id = sums } } } })
      end))
    end
  end)

  it("names the same unknown option, whatever the order of a table", function()
    for _ = 1, 5 do
      local e = caught(function() return parley.open().store and parley.open { zz = 1, aa = 2, mm = 3, qq = 4 } end)
      assert.equal("aa", e.arguments.name)
    end
  end)
end)
