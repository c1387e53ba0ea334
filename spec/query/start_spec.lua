-- What a short question leaves unread: loading a module takes time, and compiling it more (doc/performance.md).

local built_copy = require "spec.support.built_copy"

local lua = arg and arg[-1] or "lua5.4"
local environment = built_copy.environment()
teardown(built_copy.remove)

-- The modules of Parley that are loaded after a program.
local function loaded_by(program)
  local code = program .. [[ for name in pairs(package.loaded) do
    if name == "parley" then print "init" else print((name:match "^parley%.(.*)")) end
  end]]
  local pipe <close> = assert(io.popen(("%s %s -e '%s'"):format(environment, lua, code)))
  local loaded = {}
  for name in pipe:lines() do loaded[name] = name ~= "nil" or nil end
  assert(loaded.core, "the program failed")
  return loaded
end

local QUESTION = 'for row in require("parley").open().demands:by("topic"):count():rows() do assert(row.topic) end'

-- Each with a program that does need it, so that a module that is renamed is noticed.
local LEFT_OUT = {
  ["bundled.storing"] = 'require("parley").open():save_as(os.tmpname() .. ".db")',
  ["bundled.data_files"] = 'require("parley").open():save_as(os.tmpname() .. ".db")',
  ["claims.planned"] = 'require("parley").open():save_as(os.tmpname() .. ".db")',
  ["claims.quantities"] = 'require("parley").open():save_as(os.tmpname() .. ".db")',
  ["storage.statements.best_reading"] = 'require("parley").open():as_of("2025-06-01").talks:count()',
  ["storage.statements.claims"] = 'require("parley").open():save_as(os.tmpname() .. ".db")',
  ["storage.statements.claim_weights"] = 'require("parley").open():with_policy{ certainty = "named_medium" }.talks:count()',
  ["storage.statements.resolution"] = 'require("parley").open():as_of("2025-06-01").talks:count()',
  ["query.parser"] = 'require("parley").open().demands:where("topic is nil"):count()',
  ["query.operators"] = 'require("parley").open().demands:where("topic is nil"):count()',
  ["query.compared"] = 'require("parley").open().demands:where("topic = ?", "ceasefire"):count()',
  ["base.item_lists"] = 'require("parley").open().demands:where("topic = ?", "ceasefire"):count()',
  ["base.notes"] = 'require("parley").open().demands:where("made > ?", "2025"):frame():notes()',
  ["query.steps.split"] = 'require("parley").open().statements:by("speaker"):count()',
  ["query.lookups"] = 'require("parley").open().demands:where("topic = ?", "ceasefire"):count()',
  ["query.scalar_calls"] = 'require("parley").open().demands:select("upper(id) as u"):count()',
  ["query.unknown_names"] = 'pcall(function() return require("parley").open().demands:select("idd") end)',
  ["query.sql.operators"] = 'require("parley").open().demands:where("topic is nil"):count()',
  ["dataset_methods"] = 'require("parley").open():tables()',
  ["frame.frame"] = 'require("parley").open().demands:frame()',
  ["query.sql.frame_copies"] = 'require("parley").frame({{a = 1}}):by("a"):count():sql()',
  ["base.suggest"] = 'pcall(function() return require("parley").open().demonds end)',
  ["base.error_objects"] = 'pcall(function() return require("parley").open().demonds end)',
  ["base.error_sentences"] = 'pcall(function() return require("parley").open().demonds end)',
  ["base.printed_lists"] = 'require("parley").open().demands:columns()',
  ["opening"] = 'require("parley").open("istanbul-2025")',
  ["query.computed_columns"] = 'require("parley").open().demands:with("topic as t"):columns()',
  ["query.explain"] = 'require("parley").open().demands:explain()',
  ["query.frame_rows"] = 'require("parley").frame({{a = 1}}):where("a > 0")',
  ["query.short_form_arguments"] = 'require("parley").open().demands:max("made")',
  ["query.sql.references"] = 'require("parley").open().demands:by("talk.round"):count():frame()',
  ["query.sql.subqueries"] = 'require("parley").open().demands:limit(2):sort("id"):frame()',
  ["query.steps.select"] = 'require("parley").open().demands:select("id")',
  ["query.typed_nodes"] = 'require("parley").open().demands:where("made > ?", "2025"):frame():notes()',
  ["query.unknown_verbs"] = 'pcall(function() return require("parley").open().demands:filter("x") end)',
  ["storage.claims_table"] = 'require("parley").open().demands:claims():count()',
  ["storage.statements.claim_keys"] = 'require("parley").open():save_as(os.tmpname() .. ".db")',
  ["storage.statements.stored_rows"] = 'require("parley").open(":memory:"):add("sources", { id = "s1" })',
  ["storage.statements.weighted_claims"] = 'require("parley").open():with_policy{ certainty = "named_medium" }.talks:count()',
}

-- The code of a module, without comments and the white space around its lines: compiling takes as long as it is.
local function code_of(name)
  local path = assert(package.searchpath(name, package.path))
  local file <close> = assert(io.open(path))
  local code = {}
  for line in file:lines() do code[#code + 1] = line:gsub("%s*%-%-.*$", ""):gsub("^%s+", "") end
  return table.concat(code)
end

-- The most that a short question may load. Whoever needs more finds a module that can wait for its first use
-- (LEFT_OUT), or has a reason to raise these.
local MOST_MODULES, MOST_CODE = 40, 100200

-- What a program loads: how many modules, the length of their code, and a line for each, the longest first.
local function weight_of(program)
  local list, total = {}, 0
  for name in pairs(loaded_by(program)) do
    if name ~= "core" then list[#list + 1] = { name, #code_of("parley." .. name) } end
  end
  table.sort(list, function(a, b) return a[2] > b[2] or a[2] == b[2] and a[1] < b[1] end)
  for i, one in ipairs(list) do list[i], total = ("%6d %s"):format(one[2], one[1]), total + one[2] end
  return #list, total, table.concat(list, "\n")
end

describe("a short question", function()
  it("loads no parser, no Frames, no hints", function()
    local loaded = loaded_by(QUESTION)
    for name in pairs(LEFT_OUT) do assert.is_nil(loaded[name], name) end
  end)

  it("loads few modules, and little code", function()
    local count, code, list = weight_of(QUESTION)
    assert.is_true(count > 20 and code > 50000, list)
    assert.is_true(count <= MOST_MODULES, ("%d modules, at most %d:\n%s"):format(count, MOST_MODULES, list))
    assert.is_true(code <= MOST_CODE, ("code of %d bytes, at most %d:\n%s"):format(code, MOST_CODE, list))
  end)

  -- The memory that a program has for itself at its end, in KB, where the system tells. What is mapped from files is
  -- shared, and how much of it depends on how they were written; `make bench` measures all.
  local function memory_of(program)
    local pipe <close> = assert(io.popen(("%s %s -e '%s for line in io.lines \"/proc/self/status\" do print(line) end'")
      :format(environment, lua, program)))
    return tonumber(pipe:read("a"):match "RssAnon:%s*(%d+)")
  end

  -- A sanitizer has memory of its own, and another Lua reads no compiled modules.
  local plain = not os.getenv "LD_PRELOAD" and _VERSION == "Lua 5.4" and os.execute "grep -q RssAnon /proc/self/status"
  local measured = plain and it or pending
  measured("has little memory of its own above a bare Lua", function()
    local bare, ours = memory_of "", memory_of(QUESTION)
    assert.is_true(ours > bare, "nothing was measured")
    assert.is_true(ours - bare <= 1100, ("%d KB, %d above a bare Lua"):format(ours, ours - bare))
  end)

  local names = {}
  for name in pairs(LEFT_OUT) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    it("would load " .. name .. " where it is needed", function()
      assert.is_true(loaded_by(LEFT_OUT[name])[name])
    end)
  end
end)

describe("methods of a dataset that come later", function()
  it("have no name of a table of the codebook, which is asked for without them", function()
    local codebook = require "parley.codebook.tables"
    for name in pairs(require "parley.dataset_methods") do assert.is_nil(codebook.by_name[name], name) end
  end)

  for name, method in pairs(require "parley.dataset_methods") do
    if type(method) == "function" then
      it("have " .. name .. " among them, whichever is called first", function()
        assert.is_true(loaded_by(('assert(require("parley").open().%s)'):format(name))["dataset_methods"])
      end)
    end
  end
end)
