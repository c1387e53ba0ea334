--- Workbooks beside openpyxl, and how memory grows with them:  lua5.4 bench/workbooks.lua [ROWS [--write]]   (200,000)
--
-- Ten columns of ids, days, words, whole numbers and decimals. Programs take turns, ROUNDS times (3); seconds are those
-- of the processor, ratios the median of the rounds' own. Memory is the peak of a process of its own, at a tenth of the
-- rows and at all of them. --write puts what is printed into doc/performance.md.

local tools = dofile "bench/tools.lua"

local ROWS = math.tointeger(arg[1] or "200000")
local ROUNDS = math.tointeger(os.getenv "ROUNDS" or "3")
local DIR = "build/bench/data"
local LUA, PYTHON = arg[-1], os.getenv "PYTHON" or "/usr/bin/python3"

-- What each program ends with: seconds of the processor, and MiB at the most.
local ENDING = [[
local status <close> = assert(io.open "/proc/self/status")
print(os.clock() - began, status:read "a":match "VmHWM:%s*(%d+)" / 1024)]]

local OURS = {
  write = [[local began = os.clock()
local core, workbook = require "parley.core", require "parley.export.workbook"
local file <close> = assert(io.open(PATH, "wb"))
local heads = {"id", "date", "place", "kind", "a", "b", "c", "v", "w", "note"}
assert(workbook.write({ sheets = { { name = "data", widths = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, rows = function(archive)
  assert(archive:row(heads, 10, 1))
  for i = 1, ROWS do
    local done, message = archive:row({"e" .. i, ("2025-06-%02d"):format(i % 28 + 1), "place " .. i % 200, "kind " .. i % 7,
      i, i % 1000, i * 7, i / 4, (i % 977) / 8, "a note on " .. i % 5000}, 10, i + 1)
    if not done then return nil, message end
  end
  return true
end } } }, file))
]],
  frame = [[local began = os.clock()
local frame = assert(require "parley".read(PATH))
assert(#frame == ROWS)
]],
  rows = [[local began = os.clock()
local reader <close>, names = require "parley.import.reader_options".open(PATH, {})
local count = 0
while reader:next() do count = count + 1 end
assert(count == ROWS and #names == 10)
]],
}

local THEIRS = [[
import openpyxl, time
book = openpyxl.load_workbook("PATH", read_only=True)
count = 0
for row in book.worksheets[0].iter_rows(values_only=True):
    count += 1
assert count == ROWS + 1, count
status = open("/proc/self/status").read()
print(time.process_time(), int(status.split("VmHWM:")[1].split()[0]) / 1024)
]]

-- Runs a program; seconds and MiB.
local function run(program, name, rows)
  local path = ("%s/workbook-%d.xlsx"):format(DIR, rows)
  local text = program:gsub("PATH", program == THEIRS and path or ("%q"):format(path)):gsub("ROWS", tostring(rows))
  local file = ("%s/%s"):format(DIR, name)
  local out <close> = assert(io.open(file, "w"))
  out:write(text, program ~= THEIRS and ENDING or "")
  out:close()
  local said = tools.capture(("%s %s"):format(program == THEIRS and PYTHON or LUA, file))
  local seconds, mib = said:match "(%S+)%s+(%S+)"
  return assert(tonumber(seconds), said), tonumber(mib)
end

local lines = {}
local function put(...)
  lines[#lines + 1] = "| " .. table.concat({ ... }, " | ") .. " |"
  print(lines[#lines])
end

-- Ratios of reading, in turn, and the peak of theirs.
local function beside(rows)
  local ours, theirs, ratios, peak = {}, {}, {}, 0
  for i = 1, ROUNDS do
    ours[i] = run(OURS.frame, "frame.lua", rows)
    theirs[i], peak = run(THEIRS, "peer.py", rows)
    ratios[i] = ours[i] / theirs[i]
  end
  return tools.median(ours), tools.median(theirs), tools.median(ratios), peak
end

os.execute("mkdir -p " .. DIR)
local small = ROWS // 10
put("work", "seconds", "beside", "ratio", "peak at a tenth", "peak")
put("---", "---", "---", "---", "---", "---")
for _, name in ipairs { "write", "rows" } do
  local _, before = run(OURS[name], name .. ".lua", small)
  local seconds, after = run(OURS[name], name .. ".lua", ROWS)
  put(("%s %d × 10 as they come"):format(name == "write" and "write" or "read", ROWS), ("%.2f"):format(seconds), "", "",
    ("%.1f MiB"):format(before), ("%.1f MiB"):format(after))
end
local ours, theirs, ratio, peak = beside(ROWS)
local _, mib = run(OURS.frame, "frame.lua", ROWS)
put(("read %d × 10 into a Frame"):format(ROWS), ("%.2f"):format(ours), ("openpyxl, read-only: %.2f (%.0f MiB)"):format(
  theirs, peak), ("%.2f, goal .50"):format(ratio), "", ("%.1f MiB"):format(mib))
if arg[2] == "--write" then tools.write_page("doc/performance.md", "bench/workbooks.lua", lines) end
