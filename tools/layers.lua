--- Checks that arrows point down: C includes and Lua requires, lazy ones too, against tools/floors.lua.
--   lua5.4 tools/layers.lua [FOLDER]          every line that breaks a floor, a circle, or a rule of who knows what
--   lua5.4 tools/layers.lua --draw [FOLDER]   the floors with what stands on them, as doc/architecture.md shows them
-- FOLDER is the checkout, by default the one at hand. It ends with status 1 when something is wrong.

local draw = arg[1] == "--draw"
if draw then table.remove(arg, 1) end
local ROOT = arg[1] or "."
local HOUSES = dofile((arg[0]:match "^(.*)layers%.lua$" or "") .. "floors.lua")

-- Files -----------------------------------------------------------------------------------------------------

local function read_lines(path)
  local lines = {}
  for line in io.lines(path) do lines[#lines + 1] = line end
  return lines
end

local function shell_quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local function has_extension(path, extensions)
  for _, extension in ipairs(extensions) do
    if path:sub(-#extension - 1) == "." .. extension then return true end
  end
  return false
end

local function is_skipped(path, patterns)
  for _, pattern in ipairs(patterns or {}) do
    if path:find(pattern) then return true end
  end
  return false
end

-- Paths below the root of a house, in order.
local function files_of(house)
  local paths, root = {}, ROOT .. "/" .. house.root
  local pipe <close> = assert(io.popen("cd " .. shell_quoted(root) .. " && find . -type f"))
  for path in pipe:lines() do
    path = path:gsub("^%./", "")
    if has_extension(path, house.extensions) and not is_skipped(path, house.skip) then paths[#paths + 1] = path end
  end
  table.sort(paths)
  return paths
end

-- Rooms -----------------------------------------------------------------------------------------------------

local function floors_by_room(house)
  local floors = {}
  for number, rooms in ipairs(house.floors) do
    for _, room in ipairs(rooms) do floors[room] = number end
  end
  return floors
end

-- The listed room a file stands in: the innermost one, or nil.
local function room_of(house, floors, path)
  if house.files[path] then return house.files[path] end
  local folder = path:match "^(.*)/[^/]*$" or "."
  while folder do
    if floors[folder] then return folder end
    folder = folder:match "^(.*)/[^/]*$"
  end
  return nil
end

-- Arrows ----------------------------------------------------------------------------------------------------

-- What a line of C includes of ours, as a path below csrc/.
local function included(line) return line:match '^%s*#%s*include%s*"([^"]+)"' end

-- The modules that a line of Lua names in a require, as paths below lua/parley/. A name that is put together
-- (require("parley.x." .. name)) counts as the folder it is looked for in.
local function required(line)
  local found = {}
  local code = line:gsub("^%s*%-%-.*$", "")
  for name, more in code:gmatch "require%s*%(?%s*[\"']parley%.?([%w_.-]*)[\"'](%s*%.?%.?)" do
    if name ~= "core" and name ~= "embedded" then
      local path = name:gsub("%.$", ""):gsub("%.(%a)", "/%1")
      found[#found + 1] = { path = path == "" and "init" or path, folder = more:find "%.%." ~= nil }
    end
  end
  return found
end

local function lua_file(house_files, name)
  for _, path in ipairs { name .. ".lua", name .. "/init.lua" } do
    if house_files[path] then return path end
  end
  return nil
end

-- arrows[path] = list of { to, line, folder }
local function arrows_of(house, paths)
  local known, arrows = {}, {}
  for _, path in ipairs(paths) do known[path] = true end
  for _, path in ipairs(paths) do
    arrows[path] = {}
    for number, line in ipairs(read_lines(ROOT .. "/" .. house.root .. "/" .. path)) do
      if house.name == "C" then
        local to = included(line)
        if to then table.insert(arrows[path], { to = to, line = number }) end
      else
        for _, module in ipairs(required(line)) do
          local to = module.folder and module.path .. "/*" or lua_file(known, module.path) or module.path .. ".lua"
          table.insert(arrows[path], { to = to, line = number, folder = module.folder })
        end
      end
    end
  end
  return arrows, known
end

-- Complaints ------------------------------------------------------------------------------------------------

local complaints = {}

local function complain(house, path, line, message, ...)
  complaints[#complaints + 1] = ("%s/%s:%d: %s"):format(house.root, path, line, message:format(...))
end

local function check_arrow(house, floors, path, arrow, known)
  local from, to = room_of(house, floors, path), room_of(house, floors, arrow.to)
  if not arrow.folder and not known[arrow.to] then
    if house.name == "Lua" then complain(house, path, arrow.line, "requires %s, which is not there", arrow.to) end
  elseif from and to and from ~= to and floors[to] >= floors[from] then
    complain(house, path, arrow.line, "%s needs %s: %s (floor %d) must not know %s (floor %d)", path, arrow.to, from,
      floors[from], to, floors[to])
  end
end

-- The units a circle is looked for among: a C file and its header are one.
local function unit_of(house, path) return house.name == "C" and path:gsub("%.[ch]$", "") or path end

-- Circles of units by depth-first search; each is told once, at the line that closes it.
local function check_circles(house, paths, arrows)
  local edges, state, trail = {}, {}, {}
  for _, path in ipairs(paths) do
    local unit = unit_of(house, path)
    edges[unit] = edges[unit] or {}
    for _, arrow in ipairs(arrows[path]) do
      local to = unit_of(house, arrow.to)
      if to ~= unit and not arrow.folder then table.insert(edges[unit], { to = to, path = path, line = arrow.line }) end
    end
  end
  local function visit(unit)
    state[unit], trail[#trail + 1] = "open", unit
    for _, edge in ipairs(edges[unit] or {}) do
      if state[edge.to] == "open" then
        local at = #trail
        while trail[at] ~= edge.to do at = at - 1 end
        complain(house, edge.path, edge.line, "closes a circle: %s -> %s", table.concat(trail, " -> ", at), edge.to)
      elseif not state[edge.to] then
        visit(edge.to)
      end
    end
    trail[#trail], state[unit] = nil, "closed"
  end
  for _, path in ipairs(paths) do
    if not state[unit_of(house, path)] then visit(unit_of(house, path)) end
  end
end

-- The part of a line that stands in quotes or in a long string, or nil; `inside` carries a long string over lines.
local function string_part(line, inside)
  if inside then return line, not line:find "%]%]" end
  local code = line:gsub("^%s*%-%-.*$", "")
  local long = code:match "%[%[(.*)$"
  if long then return long, not long:find "%]%]" end
  local parts = {}
  for part in code:gmatch '"([^"]*)"' do parts[#parts + 1] = part end
  for part in code:gmatch "'([^']*)'" do parts[#parts + 1] = part end
  return table.concat(parts, "\n"), false
end

local function allowed(rule, room, path)
  for _, name in ipairs(rule.only) do
    if name == room or name == path then return true end
  end
  return false
end

local function find_any(text, patterns)
  for _, pattern in ipairs(type(patterns) == "table" and patterns or { patterns }) do
    local found = text:match(pattern)
    if found then return found end
  end
  return nil
end

local function check_knowledge(house, floors, path)
  local room, lines = room_of(house, floors, path), read_lines(ROOT .. "/" .. house.root .. "/" .. path)
  for _, rule in ipairs(house.knows) do
    local inside = false
    for number, line in ipairs(allowed(rule, room, path) and {} or lines) do
      local text = line
      if rule.strings then text, inside = string_part(line, inside) end
      local found = find_any(text, rule.pattern)
      if found then
        complain(house, path, number, "%s is for %s alone: %s", rule.what, table.concat(rule.only, ", "),
          (found:gsub("%s+$", "")))
      end
    end
  end
end

local function check(house)
  local floors, paths = floors_by_room(house), files_of(house)
  local arrows, known = arrows_of(house, paths)
  for _, path in ipairs(paths) do
    if not room_of(house, floors, path) then complain(house, path, 1, "stands in no room of tools/floors.lua") end
    for _, arrow in ipairs(arrows[path]) do check_arrow(house, floors, path, arrow, known) end
    check_knowledge(house, floors, path)
  end
  check_circles(house, paths, arrows)
end

-- Drawing ---------------------------------------------------------------------------------------------------

-- Rooms that another room has an arrow to.
local function neighbours(house, floors, paths, arrows)
  local below = {}
  for _, path in ipairs(paths) do
    local from = room_of(house, floors, path) or "?"
    below[from] = below[from] or { count = 0, rooms = {} }
    below[from].count = below[from].count + 1
    for _, arrow in ipairs(arrows[path]) do
      local to = room_of(house, floors, arrow.to)
      if to and to ~= from then below[from].rooms[to] = true end
    end
  end
  return below
end

local function sorted_by_floor(rooms, floors)
  local names = {}
  for name in pairs(rooms) do names[#names + 1] = name end
  table.sort(names, function(a, b)
    if floors[a] ~= floors[b] then return floors[a] > floors[b] end
    return a < b
  end)
  return names
end

local function draw_house(house)
  local floors, paths = floors_by_room(house), files_of(house)
  local below = neighbours(house, floors, paths, (arrows_of(house, paths)))
  print(("%s, %s/"):format(house.name, house.root))
  for number = #house.floors, 1, -1 do
    for _, room in ipairs(house.floors[number]) do
      local entry = below[room]
      if entry then
        local names = table.concat(sorted_by_floor(entry.rooms, floors), ", ")
        print(("  %2d  %-18s %3d files%s"):format(number, room == "." and "dataset, init" or room, entry.count,
          names ~= "" and "  -> " .. names or ""))
      end
    end
  end
end

for _, house in ipairs(HOUSES) do
  if draw then draw_house(house) else check(house) end
end
for _, complaint in ipairs(complaints) do print(complaint) end
os.exit(#complaints == 0)
