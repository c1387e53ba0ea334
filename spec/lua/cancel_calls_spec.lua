-- The calls that cancel_host stops (spec/host/cancel_calls.lua): every public method is among them or excused here with
-- a reason, and none begins a second record of a run.

local core = require "parley.core"
local functions = require "parley.query.functions"
local parley = require "parley"
local query = require "parley.query.query"

local FILE = "spec/host/cancel_calls.lua"

-- Reasons -------------------------------------------------------------------------------------------------------

local EXCUSES = {
  ["gives a query or a view and touches no data"] = { "Frame:frame", "Frame:select", "Frame:split",
    "Query:as", "Dataset:as_coder", "Dataset:as_recorded", "Dataset:with_provenance" },
  ["looks at one row"] = { "Frame:first", "Frame:one", "Query:get", "Query:one" },
  ["says what is known already"] = { "parley:help", "Frame:bytes", "Frame:columns", "Frame:types", "Frame:notes", "Query:columns",
    "Query:types", "Query:sql", "Frame:sql", "Frame:explain", "Dataset:tables", "Dataset:describe", "parley:datasets" },
  ["makes what runs scripts: spec/lua/sandbox_spec ends them"] = { "parley:sandbox" },
  ["an iterator: the loop is the caller's, and each statement of it ends as a call does"] = { "Frame:each",
    "Frame:rows" },
  ["changes one thing in one transaction"] = { "Dataset:adjudicate", "Dataset:assign", "Dataset:undo",
    "Dataset:add", "Dataset:add_column", "Dataset:amend", "Dataset:claim", "Dataset:judge", "Dataset:import_ftm",
    "Dataset:prefer", "Dataset:rename", "Dataset:retract" },
  ["runs a function of the user's, each of whose calls is one of its own"] = { "Dataset:atomic" },
  ["asks a server: spec/postgres stops its statements"] = { "parley:create", "Dataset:distribute" },
  ["waits for others: Ctrl-C ends that in spec/storage/others_writes_spec"] = { "Dataset:changed" },
  ["sets something"] = { "Dataset:close", "Dataset:define", "Query:define", "parley:attach", "parley:progress",
    "parley:strict", "parley:threads" },
  ["for the other rooms, within their calls"] = { "Dataset:check_open", "Dataset:claims_info", "Dataset:engine",
    "Dataset:ensure", "Dataset:ensure_all", "Dataset:has_stored_index", "Dataset:has_term", "Dataset:is_open",
    "Dataset:meant", "Dataset:row_count", "Dataset:rows_sql", "Dataset:some_word", "Dataset:table_info",
    "Dataset:term_codes", "Dataset:view",
    "Frame:count_values" },
}

-- Methods -------------------------------------------------------------------------------------------------------

local function upvalue(f, wanted)
  for i = 1, math.huge do
    local name, value = debug.getupvalue(f, i)
    if name == nil then return nil end
    if name == wanted then return value end
  end
end

-- Adds the methods of a class: name of the owner and the method, by the function. Short forms of a query are made when
-- one is asked for; they are those of a Frame.
local function add(names, owner, class)
  for name, f in pairs(class) do
    local is_short = owner == "Query" and functions.has_short_form(name)
    if type(f) == "function" and not is_short and not name:find "^_" then names[f] = owner .. ":" .. name end
  end
end

-- All public methods; those that are loaded when they are first asked for are there then.
local function methods()
  local ds, names = parley.open(), {}
  local f = ds.talks:frame()
  assert(ds.add and ds.timeline and ds.talks.show and ds.talks.to_csv and ds.talks.plot and f.to_csv and f.plot)
  add(names, "Dataset", upvalue(getmetatable(ds).__index, "Dataset"))
  add(names, "Dataset", require "parley.analysis")
  add(names, "Query", query.Query)
  add(names, "Frame", core.frame_methods)
  add(names, "parley", parley)
  ds:close()
  return names
end

-- Runs every call once. Gives the methods that the file itself calls, and the calls that begin a record of a run while
-- one is at work.
local function observed()
  local names, called, second, open, begin = methods(), {}, {}, 0, core.begin_call
  local host = assert(loadfile(FILE))(0.02)
  local closing = { __close = function(self)
    open = open - 1
    getmetatable(self.call).__close(self.call)
  end }
  core.begin_call = function()
    local call = begin()
    if not call then return nil end
    open = open + 1
    if open > 1 then second[#second + 1] = debug.traceback() end
    return setmetatable({ call = call }, closing)
  end
  debug.sethook(function()
    local name = names[debug.getinfo(2, "f").func]
    local caller = name and debug.getinfo(3, "S")
    if caller and caller.source == "@" .. FILE then called[name] = true end
  end, "c")
  local failed = {}
  for i = 1, host.count() do
    local answer, code = host.try(i)
    host.left(i)
    if answer == nil then failed[#failed + 1] = ("%s: %s"):format(host.name(i), code) end
  end
  debug.sethook()
  core.begin_call = begin
  host.finish()
  return { names = names, called = called, second = second, failed = failed }
end

describe("the calls that are cancelled", function()
  local seen
  setup(function() seen = observed() end)

  it("all answer", function() assert.same({}, seen.failed) end)

  it("have every public method among them, or it is excused", function()
    local excused, missing, needless = {}, {}, {}
    for _, list in pairs(EXCUSES) do
      for _, name in ipairs(list) do excused[name] = true end
    end
    for _, name in pairs(seen.names) do
      if not (seen.called[name] or excused[name]) then missing[#missing + 1] = name end
      if seen.called[name] and excused[name] then needless[#needless + 1] = name end
      excused[name] = nil
    end
    for name in pairs(excused) do needless[#needless + 1] = name end
    table.sort(missing)
    table.sort(needless)
    assert.same({ missing = {}, needless = {} }, { missing = missing, needless = needless })
  end)

  it("begin one record of a run each", function() assert.same({}, seen.second) end)
end)
