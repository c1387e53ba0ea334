-- Every case that once went wrong has a spec of its own: the numbers 1 to 91 stand in the names of the specs here.
-- Case 26, memory that grows with the file, is held here too.

local commands = require "spec.support.commands"
local lfs = require "lfs"
local pages = require "spec.support.pages"
local scratch = require "spec.support.scratch"

local CASES <const> = 91

-- The numbers in the names of specs: "case 12: …", "cases 46 and 84: …".
local function numbers_in(text, found)
  for names in text:gmatch '"cases? (%d[%d and,]*)[:," ]' do
    for number in names:gmatch "%d+" do found[math.tointeger(number)] = true end
  end
end

it("the cases all have a spec", function()
  local found, absent = {}, {}
  for name in lfs.dir "spec/cases" do
    if name:find "_spec%.lua$" and name ~= "complete_spec.lua" then numbers_in(pages.read("spec/cases/" .. name), found) end
  end
  numbers_in('"case 26: "', found)
  for number = 1, CASES do
    if not found[number] then absent[#absent + 1] = number end
  end
  assert.same({}, absent)
end)

-- An import through functions in a process of its own, since what counts is the most that it ever had.
local IMPORT = [[
  local parley = require "parley"
  local ds, count = parley.open ":memory:", 0
  ds:add("sources", { id = "s" })
  local function rows()
    count = count + 1
    if count <= math.tointeger(arg[1]) then return { n = tostring(count), d = "2020-01-01", text = "an event like any other" } end
  end
  ds:import("events", rows, { source = "s", mapping = { rows = { { table = "events", id = "e{n}",
    columns = { date = function(r) return r.d end, text = function(r) return r.text end } } } } })
  for line in io.lines "/proc/self/status" do io.write(line:match "VmHWM:%s*(%d+)" or "") end
]]

it("case 26: memory does not grow with the rows that functions map", function()
  local status = io.open "/proc/self/status"
  if not status then return pending "the system does not tell" end
  if (os.getenv "PARLEY_BUILD" or ""):find "asan" then return pending "sanitizers take memory of their own" end
  status:close()
  local at, remove = scratch.folder()
  finally(remove)
  local script = scratch.script(at "import.lua", IMPORT)
  local function most(rows)
    local printed = commands.run(("%s %s %d"):format(commands.clean, script, rows))
    return assert(tonumber(printed), printed)
  end
  -- what the file itself has in memory is some hundred bytes a row, and the import kept several times that
  local few, many = most(1000), most(11000)
  assert.is_true(many - few < 4 * 1024, ("%d kB and %d kB"):format(few, many))
end)
