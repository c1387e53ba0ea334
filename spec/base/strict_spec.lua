-- parley.strict(): a misspelt global is an error.
-- Holds: base.strict

local parley = require "parley"
local scratch = require "spec.support.scratch"

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
    local pipe = assert(io.popen(scratch.lua() .. [[ -e 'local p = require "parley" p.strict() local ds = p.open()
      print(ds.demands:where{party = "ukraine"}:by("topic"):count():count() > 0, pcall(load "return missing_name"))' 2>&1]]))
    local said = pipe:read "a"
    pipe:close()
    assert.truthy(said:find("true\tfalse\t", 1, true), said)
    assert.truthy(said:find("no global variable 'missing_name'", 1, true), said)
  end)

  it("leaves errors whole where the debug library is gone, though what makes them is read at the first one", function()
    local pipe = assert(io.popen(scratch.lua() .. [[ -e 'local p = require "parley" debug, package.loaded.debug = nil, nil
      p.strict() print(pcall(function() return p.open().demonds end))' 2>&1]]))
    local said = pipe:read "a"
    pipe:close()
    assert.truthy(said:find("did you mean 'demands'?", 1, true), said)
  end)
end)

describe("Parley's own tables of functions", function()
  local function refused(fn)
    local done, err = pcall(fn)
    assert.is_false(done)
    return { err.code, err.message }
  end

  it("refuse what they have not, with what was meant", function()
    assert.same({ "unknown_function", "no function 'parley.opne'; did you mean 'open'?" },
      refused(function() return parley.opne() end))
    assert.same({ "unknown_function", "no function 'parley.countries.iso2'; did you mean 'iso3'?" },
      refused(function() return parley.countries.iso2("RU") end))
    assert.same({ "bad_type", 'parley.countries.iso3 takes the system of a code first, as in iso3("fips", "RS"), not a table' },
      refused(function() return parley.countries:iso3("fips", "RS") end))
    assert.equal("RUS", parley.countries.iso3("fips", "RS"))
  end)

  it("have nothing under names that Lua itself asks for", function()
    assert.same({}, { parley._NAME, parley[1], parley.countries.__name })
  end)
end)
