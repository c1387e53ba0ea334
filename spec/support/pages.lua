--- Runs the examples of Markdown pages.
-- A ```lua block with a ```text block right after it must print exactly that text; in a ```repl block each
-- "> " line is typed into a REPL and must answer what follows it, in a ```console block each "$ " line into a
-- shell. The blocks of one page share their
-- globals and run in an empty directory of their own; a ```lua block without text is run as well.

local lfs = require "lfs"
local scratch = require "spec.support.scratch"

local pages = {}

--- The text of a file.
function pages.read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

--- Fenced blocks of a page: { language, text, line }.
function pages.blocks(text)
  local blocks, block, line_number = {}, nil, 0
  for line in (text .. "\n"):gmatch("(.-)\n") do
    line_number = line_number + 1
    local fence = line:match("^```(%w*)$")
    if fence and block then
      block.text = table.concat(block.lines, "\n")
      block, blocks[#blocks + 1] = nil, block
    elseif fence then
      block = { language = fence, lines = {}, line = line_number }
    elseif block then
      block.lines[#block.lines + 1] = line
    end
  end
  return blocks
end

--- Globals of a page, whose print and io.write add to the list `out`.
function pages.environment(out)
  local env = setmetatable({}, { __index = _G })
  env._G = env
  function env.print(...)
    local parts = table.pack(...)
    for i = 1, parts.n do parts[i] = tostring(parts[i]) end
    out[#out + 1] = table.concat(parts, "\t")
  end
  env.io = setmetatable({ write = function(...)
    out[#out + 1] = (table.concat({ ... }):gsub("\n$", ""))
  end }, { __index = io })
  return env
end

--- The text without blanks at line ends and at its end, and with no time taken: how long a call runs is the machine's
-- business.
function pages.trimmed(text)
  return (text:gsub("[ \t]+\n", "\n"):gsub("%s+$", ""):gsub(" in %d+%.%d s%f[^%w]", " in 0.0 s"))
end

--- What a ```lua block prints.
function pages.run_lua(block, env, out, name)
  for i = #out, 1, -1 do out[i] = nil end
  local chunk = assert(load(block.text, "=" .. name, "t", env))
  chunk()
  return table.concat(out, "\n")
end

local function type_line(line, env, name)
  local chunk = load("return " .. line, "=" .. name, "t", env) or assert(load(line, "=" .. name, "t", env))
  local results = table.pack(pcall(chunk))
  -- the REPL's own functions are in C and have no place; those of this file stand for them
  if not results[1] then
    local told = tostring(results[2]):gsub("^[^:]*spec/support/pages%.lua:%d+: ", "")
    -- a failure that names a line of ours is a fault, and no answer to be written into a page
    if told:find "%.lua:%d+:" then error(told, 0) end
    return env.print(told)
  end
  if results.n > 1 then env.print(table.unpack(results, 2, results.n)) end
end

--- What a REPL session with the typed lines of a block looks like.
function pages.run_repl(block, env, out)
  local session = {}
  for _, line in ipairs(block.lines) do
    local typed = line:match("^> (.*)$")
    if typed then
      for i = #out, 1, -1 do out[i] = nil end
      type_line(typed, env, "stdin")
      session[#session + 1] = line
      table.move(out, 1, #out, #session + 1, session)
    end
  end
  return table.concat(session, "\n")
end

-- The checkout, while the examples of a page run elsewhere.
local ROOT = lfs.currentdir()

-- The first line of the program names Lua 5.4; another Lua that runs this runs it as well.
local PROGRAM = _VERSION == "Lua 5.4" and "" or ("parley() { '%s' '%s/bin/parley' \"$@\"; }"):format(scratch.lua(), ROOT)

--- What a session in a shell with the typed lines of a block looks like: the program stands beside its modules.
function pages.run_console(block)
  local session = {}
  for _, line in ipairs(block.lines) do
    local typed = line:match "^%$ (.*)$"
    if typed then
      local pipe = io.popen(("PATH='%s/bin':$PATH LUA_PATH='%s' LUA_CPATH='%s'; export PATH LUA_PATH LUA_CPATH; "
        .. "unset COLUMNS; %s\n{\n%s\n} 2>&1"):format(ROOT, package.path, package.cpath, PROGRAM, typed))
      session[#session + 1] = line
      for answer in pipe:lines() do session[#session + 1] = answer end
      pipe:close()
    end
  end
  return table.concat(session, "\n")
end

--- The README and the pages of doc/.
---@return string[]
function pages.list()
  local list = { "README.md" }
  for path in io.popen("ls doc/*.md"):lines() do list[#list + 1] = path end
  return list
end

--- A function that runs another one in a fresh directory, and comes back.
function pages.inside_new_directory()
  local here, there = lfs.currentdir(), os.tmpname()
  os.remove(there)
  assert(lfs.mkdir(there))
  -- modules are loaded when first needed, from wherever the page is then
  package.path = package.path:gsub("%f[^\0;]%./", here .. "/")
  package.cpath = package.cpath:gsub("%f[^\0;]%./", here .. "/")
  return function(f)
    assert(lfs.chdir(there))
    local ok, result = xpcall(f, debug.traceback)
    assert(lfs.chdir(here))
    if not ok then error(result, 0) end
    return result
  end
end

--- Each example of a page: calls visit(name, shown, run), where `shown` is the block that holds the answer (nil
-- when the page shows none) and run() gives what it answers now. All must be run, in order.
function pages.each_example(path, visit)
  local out = {}
  local env, inside = pages.environment(out), pages.inside_new_directory()
  local blocks = pages.blocks(pages.read(path))
  for i, block in ipairs(blocks) do
    local name, following = ("%s:%d"):format(path, block.line), blocks[i + 1]
    if block.language == "repl" then
      visit(name, block, function() return inside(function() return pages.run_repl(block, env, out) end) end)
    elseif block.language == "console" then
      visit(name, block, function() return inside(function() return pages.run_console(block) end) end)
    elseif block.language == "lua" then
      local shown = following and following.language == "text" and following or nil
      visit(name, shown, function() return inside(function() return pages.run_lua(block, env, out, name) end) end)
    end
  end
end

return pages
