-- parley.changelog: what has changed, for a release, with numbers.

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

local function copy_of(ds)
  local path, remove = scratch.folder()
  finally(remove)
  assert(ds:save_as(path "before.db"))
  return assert(parley.open(path "before.db", { mode = "ro" }))
end

local function lines(text)
  local list = {}
  for line in text:gmatch "[^\n]+" do list[line] = true end
  return list
end

local function has(text, ...)
  local all = lines(text)
  for _, line in ipairs { ... } do assert.is_true(all[line] or false, line .. "\nin\n" .. text) end
end

describe("a changelog", function()
  it("tells claims by table, what is new, gone, renamed, changed, settled and decided", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "s1", published = "2025-06-02" })
    ds:add("sources", { id = "s2", published = "2025-06-02" })
    ds:add("talks", { id = "r1", place = "Oslo" }, { source = "s1", coder = "anna" })
    local key = ds:claim("talks", "r1", { place = "Umea" }, { source = "s2", coder = "ben" })
    ds:add("talks", { id = "r2", place = "Bern" }, { source = "s1" })
    local last = ds:add("talks", { id = "r3", place = "Lund" }, { source = "s1" })
    assert.equal(1, #ds:disagreements())
    local before <close> = copy_of(ds)
    ds:as_coder("edda"):adjudicate("talks", "r1", "place", key, "the *minutes*")
    ds:rename("talks", "r2", "b2")
    ds:retract(last, "no such round")
    ds:add("talks", { id = "r4", place = "Turku" }, { source = "s2" })
    local text = parley.changelog(before, ds)
    has(text, "| talks | 2 | 1 |", "## New (1)", "- talks r4", "## Gone (1)", "- talks r3", "## Renamed (1)",
      "- talks r2 → b2", "## Values that changed (1)", "- talks r1, place: Oslo → Umea  (says s2, ben)",
      "## Disagreements settled (1)", "- talks r1, place", "## Decisions (1)",
      "- talks r1, place: Umea, decided by edda: the \\*minutes\\*")
  end)

  it("counts apart what is missing from the later state, as its first line does", function()
    local before <close> = parley.open ":memory:"
    local ds <close> = parley.open ":memory:"
    for _, one in ipairs { before, ds } do one:add("sources", { id = "s1" }) end
    ds:add("sources", { id = "s2" })
    before:add("sources", { id = "s3" })
    has(parley.changelog(before, ds), "| table | claims added | claims retracted | claims missing |",
      "|---|---:|---:|---:|", "| sources | 1 | 0 | 1 |")
  end)

  it("has nothing to tell of a dataset and itself, and takes whole ones", function()
    for _, open in ipairs { function() return parley.open "istanbul-2025" end,
      function() return parley.open "russia-ukraine-talks" end, second.open } do
      local ds, empty = open(), parley.open ":memory:"
      assert.equal("# Changes\n\n0 claims added, 0 retracted, 0 values changed.\n", parley.changelog(ds, ds))
      local added = 0
      for n in parley.changelog(empty, ds):gmatch "\n| [%w_]+ | (%d+) | %d+ |" do added = added + tonumber(n) end
      assert.equal(parley.diff(empty, ds).counts.added, added)
      assert.is_true(added > 100)
    end
  end)

  it("of what cannot be opened is nil and a message", function()
    local text, message, code = parley.changelog("no-such.db", parley.open ":memory:")
    assert.is_nil(text)
    assert.is_truthy(message:find("no-such.db", 1, true))
    assert.equal("missing_file", code)
  end)
end)
