--- Lets busted and what it stands on run under a Lua newer than they know: what they load of C is not made for it, and
--- they assign to variables of loops, which Lua 5.5 refuses.

-- What busted takes of two modules of C; the third, LuaFileSystem, tools/lua55.sh builds.
local function stand_in()
  package.preload["system"] = function()
    return { gettime = os.time, monotime = os.clock, sleep = function() end }
  end
  package.preload["term"] = function() return { isatty = function() return false end } end
end

-- The text with a local variable of the same name in each loop whose variable is assigned.
local function mended(text, refused)
  while true do
    local chunk, problem = load(text, "@" .. refused)
    local line, name = (problem or ""):match ":(%d+): attempt to assign to const variable '([%w_]+)'"
    if chunk or not line then return chunk, problem end
    local lines, at = {}, tonumber(line)
    for each in (text .. "\n"):gmatch "(.-)\n" do lines[#lines + 1] = each end
    repeat at = at - 1 until at == 0 or lines[at]:find("for .*%f[%w_]" .. name .. "%f[^%w_].* do%s*$")
    if at == 0 then return nil, problem end
    lines[at] = ("%s local %s = %s"):format(lines[at], name, name)
    text = table.concat(lines, "\n")
  end
end

-- A searcher for what Lua's own refuse.
local function search(name)
  local path = package.searchpath(name, package.path)
  if not path or name:find "^parley%f[.\0]" then return end
  local file <close> = assert(io.open(path, "rb"))
  local chunk, problem = mended(file:read "a", path)
  if not chunk then error(problem, 0) end
  return chunk, path
end

return function()
  stand_in()
  table.insert(package.searchers, 2, search)
end
