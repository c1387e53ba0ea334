--- Measures the house: lengths of functions, files and lines of C, parameters, and the share of comments in C; ends
-- with status 1 over a limit.
--   lua5.4 tools/measure.lua [--list] [FOLDER]      --list names the ten longest functions of each language
-- FOLDER is the checkout, by default the one at hand.

local TOOLS = arg[0]:match "^(.*)measure%.lua$" or ""
local source = dofile(TOOLS .. "source.lua")

local list = arg[1] == "--list"
if list then table.remove(arg, 1) end
local ROOT = arg[1] or "."

-- What is measured, and the limits: one that is not given does not hold. (Functions of specs are mostly blocks of
-- describe; lines of Lua are measured by luacheck, with the same limits.)
local HOUSES = {
  { name = "Lua", root = "lua/parley", extensions = { "lua" }, language = "lua", median = 12, p90 = 30, longest = 60,
    parameters = 8, file = 500,
    skip = { "^bundled/istanbul%-2025%.lua$", "^bundled/russia%-ukraine%-talks", "^meta/", "^repl/reference%.lua$" } },
  { name = "tools", root = "tools", extensions = { "lua" }, language = "lua", median = 12, p90 = 30, longest = 60,
    parameters = 8, file = 500 },
  { name = "C", root = "csrc", extensions = { "c", "h", "def" }, language = "c", median = 12, p90 = 30, longest = 60,
    parameters = 8, file = 500, columns = 120, comments = { 0.15, 0.30 } },
  { name = "specs", root = "spec", extensions = { "lua" }, language = "lua", file = 500 },
  { name = "hosts", root = "spec", extensions = { "c", "h" }, language = "c", longest = 60, file = 500, columns = 140 },
  { name = "fuzz", root = "fuzz", extensions = { "c", "h" }, language = "c", longest = 60, file = 500, columns = 120 },
  { name = "bench", root = "bench", extensions = { "lua" }, language = "lua", longest = 60, file = 500 },
}

-- Functions -------------------------------------------------------------------------------------------------

local OPENS = { ["function"] = true, ["do"] = true, ["if"] = true, ["repeat"] = true }
local CLOSES = { ["end"] = true, ["until"] = true }

-- What a function of Lua is called, from the code before its keyword and after it; nil for one without a name.
local function lua_name(before, after)
  return after:match "^%s*([%w_.:]+)" or before:match "([%w_.%[%]\"]+)%s*=%s*$"
end

-- How many parameters a list in parentheses names.
local function parameters_in(parentheses)
  local _, commas = (parentheses or ""):gsub(",", "")
  return (parentheses or ""):find "[%w_.]" and commas + 1 or 0
end

-- Functions of Lua: { name, line, length, parameters }; those without a name have none.
local function lua_functions(lines)
  local found, open = {}, {}
  for _, line in ipairs(lines) do
    local at = 1
    while true do
      local from, to, word = line.bare:find("%f[%w_](%a+)%f[^%w_]", at)
      if not from then break end
      if OPENS[word] then
        open[#open + 1] = { word = word, line = line.number,
          name = word == "function" and lua_name(line.bare:sub(1, from - 1), line.bare:sub(to + 1)) or nil,
          parameters = parameters_in(line.bare:match("^[%s%w_.:]*(%b())", to + 1)) }
      elseif CLOSES[word] and #open > 0 then
        local block = table.remove(open)
        if block.word == "function" then
          found[#found + 1] = { name = block.name, line = block.line, length = line.number - block.line + 1,
            parameters = block.parameters }
        end
      end
      at = to + 1
    end
  end
  return found
end

-- Functions of C: a brace outside all others that follows a parameter list.
local function c_functions(lines)
  local found, depth, start, open, head = {}, 0, nil, nil, ""
  for _, line in ipairs(lines) do
    local code = line.bare:find "^%s*#" and "" or line.bare
    for character in code:gmatch "." do
      if depth == 0 and not start and character:find "[%w_]" then start = line.number end
      if character == "{" then
        if depth == 0 and head:find "%)%s*$" then
          local name, parentheses = head:match "([%w_]+)%s*(%b())%s*$"
          open = { line = start, name = name, parameters = parameters_in(parentheses) }
        end
        depth = depth + 1
      elseif character == "}" then
        depth = depth - 1
        if depth == 0 and open then
          found[#found + 1] = { name = open.name or "?", line = open.line, length = line.number - open.line + 1,
            parameters = open.parameters }
        end
        if depth == 0 then head, start, open = "", nil, nil end
      elseif depth == 0 then
        head = head .. character
        if character == ";" then head, start = "", nil end
      end
    end
    if depth == 0 then head = head .. " " end
  end
  return found
end

-- Figures ---------------------------------------------------------------------------------------------------

local complaints = {}

local function complain(message, ...) complaints[#complaints + 1] = message:format(...) end

local function share_of(lengths, share) return lengths[math.max(1, math.ceil(#lengths * share))] or 0 end

-- Lines that are too wide, in characters: a Cyrillic letter is one.
local function check_columns(house, full)
  local number = 0
  for line in io.lines(ROOT .. "/" .. full) do
    number = number + 1
    local columns = utf8.len(line) or #line
    if columns > house.columns then
      complain("%s:%d: the line has %d columns, and one at most %d", full, number, columns, house.columns)
    end
  end
end

local function measure(house)
  local totals = { lengths = {}, functions = {}, lines = 0, comments = 0, files = 0 }
  for _, path in ipairs(source.files(ROOT .. "/" .. house.root, house.extensions, house.skip)) do
    local full = house.root .. "/" .. path
    local lines = source.file(ROOT .. "/" .. full)
    totals.files, totals.lines = totals.files + 1, totals.lines + #lines
    if #lines > house.file then
      complain("%s has %d lines, and a file at most %d", full, #lines, house.file)
    end
    if house.columns then check_columns(house, full) end
    for _, line in ipairs(lines) do totals.comments = totals.comments + (line.comment and 1 or 0) end
    for _, f in ipairs((house.language == "lua" and lua_functions or c_functions)(lines)) do
      f.path = full
      if f.name then
        totals.lengths[#totals.lengths + 1], totals.functions[#totals.functions + 1] = f.length, f
      end
      if house.longest and f.length > house.longest then
        complain("%s:%d: the function %s has %d lines, and one at most %d", full, f.line, f.name or "here",
          f.length, house.longest)
      end
      if house.parameters and f.parameters > house.parameters then
        complain("%s:%d: the function %s has %d parameters, and one at most %d", full, f.line, f.name or "here",
          f.parameters, house.parameters)
      end
    end
  end
  table.sort(totals.lengths)
  return totals
end

local function check(house, totals)
  local median, p90 = share_of(totals.lengths, 0.5), share_of(totals.lengths, 0.9)
  local comments = totals.comments / math.max(totals.lines, 1)
  if house.median and median > house.median then
    complain("%s: half the functions have over %d lines", house.name, house.median)
  end
  if house.p90 and p90 > house.p90 then
    complain("%s: a tenth of the functions have %d lines or more", house.name, p90)
  end
  -- comments are counted as the lines that one stands on
  if house.comments and totals.lines > 0 and (comments < house.comments[1] or comments > house.comments[2]) then
    complain("%s: comments stand on %.0f %% of the lines, not on %.0f to %.0f", house.name, comments * 100,
      house.comments[1] * 100, house.comments[2] * 100)
  end
  print(("%-6s %3d files %6d lines %5d functions of %d lines, nine of ten up to %d, longest %d; comments %.0f %%")
    :format(house.name, totals.files, totals.lines, #totals.lengths, median, p90, totals.lengths[#totals.lengths] or 0,
      comments * 100))
end

local function print_longest(totals)
  table.sort(totals.functions, function(a, b)
    if a.length ~= b.length then return a.length > b.length end
    return a.path .. a.line < b.path .. b.line
  end)
  for i = 1, math.min(10, #totals.functions) do
    local f = totals.functions[i]
    print(("  %3d  %s:%d %s"):format(f.length, f.path, f.line, f.name))
  end
end

for _, house in ipairs(HOUSES) do
  local totals = measure(house)
  check(house, totals)
  if list then print_longest(totals) end
end
for _, complaint in ipairs(complaints) do print(complaint) end
os.exit(#complaints == 0)
