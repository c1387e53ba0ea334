--- The conversation of a long-lived peer with bench/run.lua, for peers in Lua; duckdb.mjs, data_table.R and worker.py
-- speak the same. A peer says "ok<TAB>name and version" when it is ready; then one line in, one line out, with tabs
-- between the words:
--
--   load TABLE FILE TYPES    reads a CSV file as TABLE (TYPES: "column=type,…", stated types)    → ok, seconds
--   drop TABLE               forgets it                                                          → ok
--   time CODE                runs a query and keeps its whole result                             → ok, seconds, rows
--   show CODE FILE           runs it and writes the result as CSV with a header                  → ok, seconds
--   memory                   what the process holds                                              → ok, bytes
--
-- or "error<TAB>message". Rubbish of what was done before is collected before the clock starts.

local clock = require "bench_clock"

local worker = {}

local function split(line)
  local words = {}
  for word in (line .. "\t"):gmatch("([^\t]*)\t") do words[#words + 1] = word end
  return words
end

local function say(...)
  io.stdout:write(table.concat({ ... }, "\t"), "\n")
  io.stdout:flush()
end

--- Seconds a call took, and what it gave.
function worker.timed(call, ...)
  collectgarbage()
  collectgarbage()
  local start = clock.now()
  local result, more = call(...)
  return clock.now() - start, result, more
end

--- Anonymous memory of this process in bytes (Linux).
function worker.memory()
  local file = io.open("/proc/self/status")
  local kib = file and file:read("a"):match("RssAnon:%s*(%d+)") or "0"
  if file then file:close() end
  return math.tointeger(kib) * 1024
end

--- Answers until the input ends. Handlers take the words after the command and give the words after "ok".
function worker.serve(about, handlers)
  say("ok", about)
  for line in io.lines() do
    local words = split(line)
    local handler = handlers[words[1]]
    local reply = table.pack(pcall(handler, table.unpack(words, 2)))
    if reply[1] then
      for i = 2, reply.n do reply[i] = tostring(reply[i]) end
      say("ok", table.unpack(reply, 2, reply.n))
    else
      say("error", (tostring(reply[2]):gsub("%s+", " ")))
    end
  end
end

return worker
