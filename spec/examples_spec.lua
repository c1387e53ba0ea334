-- Runs every examples/NAME.lua and holds what it prints against examples/expected/NAME.txt.
-- To write an expected output anew, in the environment of `make env`, and then read it:
--     lua5.4 examples/NAME.lua > examples/expected/NAME.txt

local scratch = require "spec.support.scratch"

local names = scratch.listing
local read = scratch.read

local lua = arg and arg[-1] or "lua5.4"

-- What an example prints, in a terminal of no stated width, and how it ends.
local function run(name)
  local pipe = io.popen(("env -u COLUMNS %s examples/%s.lua 2>&1"):format(lua, name))
  local output = pipe:read "a"
  local done, _, status = pipe:close()
  return output, done, status
end

-- Lines as a reader sees them, so that a difference is shown by its line.
local function lines(text)
  local list = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do list[#list + 1] = line end
  return list
end

-- Files an example reads that are not part of Parley: it is skipped where they are not at hand.
local READS = { corridors = "../shared/data/corridors/HC_geocoded.csv" }

describe("examples", function()
  it("are there, each with its expected output", function()
    assert.same(names("examples", ".lua"), names("examples/expected", ".txt"))
    assert.truthy(read "examples/istanbul.lua")
  end)

  for _, name in ipairs(names("examples", ".lua")) do
    local case = READS[name] and not read(READS[name]) and pending or it
    case(name .. ".lua prints what it did", function()
      local output, done, status = run(name)
      assert.is_true(done, ("it ended with status %s:\n%s"):format(status, output))
      assert.same(lines(read("examples/expected/" .. name .. ".txt") or ""), lines(output))
    end)
  end

  it("fit a terminal of 100 columns, but for addresses", function()
    local core = require "parley.core"
    for _, name in ipairs(names("examples/expected", ".txt")) do
      for i, line in ipairs(lines(read("examples/expected/" .. name .. ".txt"))) do
        local fits = core.width(line) <= 100 or line:find "^%s*https?://%S+$" ~= nil
        assert.is_true(fits, ("%s.txt:%d is %d columns wide"):format(name, i, core.width(line)))
      end
    end
  end)
end)
