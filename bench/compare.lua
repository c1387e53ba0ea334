--- Whether two CSV files hold the same values: names of columns, forms of numbers, quotes and (unless it counts) the
-- order of rows may differ.

local compare = {}

local TOLERANCE = 1e-9

-- A quoted field from its first quote on, and the place after it.
local function quoted_field(line, at)
  local parts = {}
  repeat
    local part, after = line:match('^([^"]*)"()', at + 1)
    if not part then return line:sub(at), #line + 1 end
    parts[#parts + 1], at = part, after
  until line:sub(at, at) ~= '"'
  return table.concat(parts, '"'), at
end

local function fields(line)
  local list, at = {}, 1
  line = line:gsub("\r$", "")
  repeat
    local text
    if line:sub(at, at) == '"' then text, at = quoted_field(line, at)
    else text, at = line:match("^([^,]*)()", at)
    end
    list[#list + 1] = text
    at = at + 1
  until at > #line + 1
  return list
end

local function same_value(a, b)
  if a == b then return true end
  local x, y = tonumber(a), tonumber(b)
  return x ~= nil and y ~= nil and math.abs(x - y) <= TOLERANCE * math.max(1, math.abs(x), math.abs(y))
end

local function same_line(a, b)
  if a == b then return true end
  if not a or not b then return false end
  local ours, theirs = fields(a), fields(b)
  if #ours ~= #theirs then return false end
  for i = 1, #ours do
    if not same_value(ours[i], theirs[i]) then return false end
  end
  return true
end

local function rows_of(path, ordered)
  return assert(io.popen(("tail -n +2 %s %s"):format(path, ordered and "" or "| LC_ALL=C sort")))
end

--- The number of rows when both are the same, else nil and the first difference.
function compare.files(ours, theirs, ordered)
  local mine <close> = rows_of(ours, ordered)
  local other <close> = rows_of(theirs, ordered)
  local count = 0
  while true do
    local a, b = mine:read("l"), other:read("l")
    if not a and not b then return count end
    if not same_line(a, b) then
      return nil, ("row %d differs: '%s' and '%s'"):format(count + 1, tostring(a):sub(1, 200), tostring(b):sub(1, 200))
    end
    count = count + 1
  end
end

return compare
