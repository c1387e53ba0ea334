--- The rows of the table for Ctrl-C in each kind of call (bench/stopping.lua presses it): from the key to the end the
-- median and the longest, which has to be within the limit.

local LIMIT = 100 -- milliseconds

-- A row of the table from a line of stopping.lua; without `most` where no point was met.
local function row_of(line)
  local name, spent, met, median, most = line:match "^([^\t]+)\t([^\t]+)\t(%d+)\t([^\t]+)\t([^\t]+)"
  assert(name, line)
  return { work = ("Ctrl-C in %s, which takes %s ms"):format(name, spent), peer = "", theirs = met .. " points met",
    ours = ("%s ms, at most %s ms"):format(median, most), goal = ("≤ %d ms"):format(LIMIT), limit = LIMIT,
    most = met ~= "0" and tonumber(most) or nil }
end

--- The rows: env has lua, dir, rows, claims (a file of generated claims), capture.
return function(env)
  local folder, rows = env.capture(("mktemp -d %s/stop-XXXXXX"):format(env.dir)), {}
  local lines = env.capture(("%s bench/stopping.lua %s %d %s"):format(env.lua, env.claims, env.rows, folder))
  os.remove(folder)
  for line in lines:gmatch "[^\n]+" do rows[#rows + 1] = row_of(line) end
  return rows
end
