-- parley.strict(): a misspelt global is an error.
-- Holds: base.strict

local parley = require "parley"

-- A script run with globals of its own, which are strict.
local function run(text, globals)
  globals = globals or setmetatable({}, { __index = { parley = parley, pcall = pcall } })
  parley.strict(globals)
  return pcall(assert(load(text, "=script", "t", globals)))
end

describe("parley.strict", function()
  it("has a misspelt name raise where it is read, with the one that was meant", function()
    local rows = { parley = parley, f = parley.frame { { party = "a" }, { party = "b" } } }
    local ok, err = run("party_wanted = 'a' return f:where{ party = party_wantd }:count()", rows)
    assert.is_false(ok)
    assert.equal("no_name", err.code)
    assert.truthy(tostring(err):find("no global variable 'party_wantd' has been assigned; did you mean 'party_wanted'?", 1,
      true), tostring(err))
    assert.same({ true, 1 }, { run("party_wanted = 'a' return f:where{ party = party_wanted }:count()", rows) })
  end)

  it("leaves names that were assigned nil, and what the globals' metatable gave before", function()
    assert.same({ true, nil }, { run "x = nil return x" })
    assert.same({ true, "table" }, { run "return (function() y = 1 return parley.null ~= nil and 'table' end)()" })
    local kept = {}
    local globals = setmetatable({}, { __newindex = kept, __index = kept })
    assert.same({ true, 3 }, { run("z = 3 return z", globals) })
    assert.same({ z = 3 }, kept)
    assert.is_nil(rawget(globals, "z"))
  end)

  it("changes nothing when it is called again, and takes a table only", function()
    local globals = {}
    parley.strict(globals)
    local index = getmetatable(globals).__index
    parley.strict(globals)
    assert.equal(index, getmetatable(globals).__index)
    assert.is_false((pcall(parley.strict, 3)))
  end)

  it("guards the globals of the Lua state, in which all of Parley still works", function()
    local pipe = assert(io.popen([[lua5.4 -e 'local p = require "parley" p.strict() local ds = p.open()
      print(ds.demands:where{party = "ukraine"}:by("topic"):count():count() > 0, pcall(load "return missing_name"))' 2>&1]]))
    local said = pipe:read "a"
    pipe:close()
    assert.truthy(said:find("true\tfalse\t", 1, true), said)
    assert.truthy(said:find("no global variable 'missing_name'", 1, true), said)
  end)
end)
