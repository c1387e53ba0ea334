--- Parley as a peer: Frames of CSV files, and the queries of bench/cases.lua. CODE is "ID" or "ID@SUFFIX", the id of a
-- case, whose tables are then those loaded as "name@SUFFIX".

local parley = require "parley"
local worker = dofile "bench/peers/worker.lua"
local cases = dofile "bench/cases.lua"

local tables, result = {}, nil

local function tables_of(suffix)
  return setmetatable({}, { __index = function(_, name) return tables[name .. suffix] end })
end

local function run(code)
  local id, suffix = code:match("^([^@]+)(.*)$")
  local case = cases.by_id[id]
  result = nil
  return worker.timed(case.parley, tables_of(suffix))
end

local function types_of(text)
  local types
  for column, name in text:gmatch("([^,=]+)=([^,]+)") do
    types = types or {}
    types[column] = name
  end
  return types
end

worker.serve("Parley " .. parley.version, {
  load = function(name, path, types)
    tables[name], result = nil, nil
    local seconds, frame, message = worker.timed(parley.read, path, { types = types_of(types or "") })
    tables[name] = assert(frame, message)
    return seconds, #frame
  end,
  drop = function(name) tables[name], result = nil, nil end,
  time = function(code)
    local seconds
    seconds, result = run(code)
    return seconds, type(result) == "number" and 1 or #result
  end,
  show = function(code, path)
    local seconds, answer, more = run(code)
    if type(answer) ~= "number" then
      assert(answer:save(path))
      return seconds
    end
    local file <close> = assert(io.open(path, "w"))
    assert(file:write("rows,total\n", answer, ",", more, "\n"))
    return seconds
  end,
  bytes = function(name) return tables[name]:bytes() end,
  memory = function()
    collectgarbage()
    collectgarbage()
    return worker.memory()
  end,
})
