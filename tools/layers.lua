--- Checks that arrows point down: C includes and Lua requires, lazy ones too, against tools/floors.lua; and that what
-- points up without them, through objects that are lent, is listed there.
--   lua5.4 tools/layers.lua [FOLDER]          every line that breaks a floor, a circle, or a rule of who knows what
--   lua5.4 tools/layers.lua --lent [FOLDER]   what is lent: methods of classes, and what rooms ask of a dataset
--   lua5.4 tools/layers.lua --draw [FOLDER]   the rooms from the top floor down, each with the rooms it knows
--   lua5.4 tools/layers.lua --page [FOLDER]   the same, written into doc/architecture.md
-- FOLDER is the checkout, by default the one at hand. It ends with status 1 when something is wrong.

local TOOLS = arg[0]:match "^(.*)layers%.lua$" or ""
local source = dofile(TOOLS .. "source.lua")

local mode = (arg[1] or ""):match "^%-%-(%a+)$"
if mode then table.remove(arg, 1) end
local ROOT = arg[1] or "."
-- The table of floors is the checkout's own, so that a copy can be tried with another.
local HOUSES = dofile(ROOT .. "/tools/floors.lua")

local function files_of(house) return source.files(ROOT .. "/" .. house.root, house.extensions, house.skip) end

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

-- The file that a module of Lua is in, or nil.
local function lua_file(known, name)
  for _, path in ipairs { name .. ".lua", name .. "/init.lua" } do
    if known[path] then return path end
  end
  return nil
end

-- The file of ours that a line of C includes.
local function included(line) return line.code:match '^%s*#%s*include%s*"([^"]+)"' end

-- What a string of Lua names: a module, or the folder that a name put together from it begins with; nil for other
-- text. "parley.ROOM.FILE" is the file ROOM/FILE.lua whether or not a require stands beside it, since names are handed
-- on; "parley.ROOM." and "parley.ROOM.%s" begin a name in ROOM/.
local function module_named(text, known)
  if text == "parley" then return { to = "init.lua" } end
  local name = text:match "^parley%.([%w_.-]+)$"
  if name and not name:find "%.$" then
    local path = lua_file(known, (name:gsub("%.", "/")))
    return path and { to = path }
  end
  local folder = text:match "^parley%.([%w_.-]*)%%s" or text:match "^parley%.([%w_.-]*)$"
  if folder and (folder == "" or folder:find "%.$") then
    return { to = folder:gsub("%.", "/") .. "*", folder = true }
  end
  return nil
end

-- The modules that a line of Lua names: { to, folder }.
local function named_modules(line, known)
  local found = {}
  for _, text in ipairs(line.strings) do
    local module = module_named(text, known)
    -- the name of the whole library is a word as well, and what the names of classes begin with, unless it is required
    local is_word = text:find "^parley%.?$" and not line.bare:find "%f[%w_]require%f[^%w_]"
    if module and not is_word then found[#found + 1] = module end
  end
  return found
end

local IN_C = { core = true, postgres = true, readline = true, embedded = true }

-- A module that is required by a name it is not known by.
local function unknown_module(line, known)
  local name, more = line.code:match "%f[%w_]require%s*[%(,]?%s*[\"']parley%.([%w_.-]+)[\"']%s*(%.?)"
  if not name or IN_C[name] or name:find "%.$" or more ~= "" then return nil end
  local path = name:gsub("%.", "/")
  return not lua_file(known, path) and path .. ".lua" or nil
end

-- arrows[path] = list of { to, line, folder, missing }
local function arrows_of(house, paths)
  local known, arrows = {}, {}
  for _, path in ipairs(paths) do known[path] = true end
  for _, path in ipairs(paths) do
    arrows[path] = {}
    local function add(line, arrow)
      arrow.line = line.number
      table.insert(arrows[path], arrow)
    end
    for _, line in ipairs(source.file(ROOT .. "/" .. house.root .. "/" .. path)) do
      if house.name == "C" then
        local to = included(line)
        if to then add(line, { to = to, missing = not known[to] }) end
      else
        for _, module in ipairs(named_modules(line, known)) do add(line, module) end
        local missing = unknown_module(line, known)
        if missing then add(line, { to = missing, missing = true }) end
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

local function check_arrow(house, floors, path, arrow)
  local from, to = room_of(house, floors, path), room_of(house, floors, arrow.to)
  if arrow.missing then
    complain(house, path, arrow.line, "needs %s, which is not there", arrow.to)
  elseif from and to and from ~= to and floors[to] >= floors[from] then
    complain(house, path, arrow.line, "%s needs %s: %s (floor %d) must not know %s (floor %d)", path, arrow.to, from,
      floors[from], to, floors[to])
  end
end

-- The units a circle is looked for among: a C file and its header are one.
local function unit_of(house, path) return house.name == "C" and path:gsub("%.[ch]$", "") or path end

-- The files an arrow leads to: itself, or each file below the folder that a name put together begins with.
local function targets_of(arrow, paths)
  if not arrow.folder then return { arrow.to } end
  local found, folder = {}, arrow.to:gsub("%*$", "")
  for _, path in ipairs(paths) do
    if path:sub(1, #folder) == folder then found[#found + 1] = path end
  end
  return found
end

-- edges[unit] = list of { to, path, line }
local function edges_of(house, paths, arrows)
  local edges = {}
  for _, path in ipairs(paths) do
    local unit = unit_of(house, path)
    edges[unit] = edges[unit] or {}
    for _, arrow in ipairs(arrows[path]) do
      for _, target in ipairs(targets_of(arrow, paths)) do
        local to = unit_of(house, target)
        if to ~= unit then table.insert(edges[unit], { to = to, path = path, line = arrow.line }) end
      end
    end
  end
  return edges
end

-- Circles of units by depth-first search; each is told once, at the line that closes it.
local function check_circles(house, paths, arrows)
  local edges, state, trail = edges_of(house, paths, arrows), {}, {}
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

-- Where a rule looks on a line: in its strings, or in its code; the names in quotes after #include are code.
local function looked_at(rule, line)
  if rule.strings then return table.concat(line.strings, "\n") end
  return line.bare:find "^%s*#%s*include" and line.code or line.bare
end

local function check_knowledge(house, floors, path)
  local room, lines = room_of(house, floors, path), source.file(ROOT .. "/" .. house.root .. "/" .. path)
  for _, rule in ipairs(house.knows) do
    for _, line in ipairs(allowed(rule, room, path) and {} or lines) do
      local found = find_any(looked_at(rule, line), rule.pattern)
      if found then
        complain(house, path, line.number, "%s is for %s alone: %s", rule.what, table.concat(rule.only, ", "),
          (found:gsub("%s+$", "")))
      end
    end
  end
end

-- Lent objects ----------------------------------------------------------------------------------------------

-- uses[owner][name] = { path, line } where it is lent or asked first: classes with the rooms that have methods for
-- them, rooms with the methods they ask of a dataset that they are handed.
local function note_use(uses, owner, name, path, line)
  uses[owner] = uses[owner] or {}
  uses[owner][name] = uses[owner][name] or { path = path, line = line.number }
end

local function lent_by(house, floors, paths)
  local supplied, asked, known = {}, {}, {}
  for _, path in ipairs(paths) do known[path] = true end
  for _, path in ipairs(paths) do
    local room = room_of(house, floors, path)
    for _, line in ipairs(source.file(ROOT .. "/" .. house.root .. "/" .. path)) do
      local modules = line.bare:find "attachments%.supply%(" and named_modules(line, known) or {}
      if #modules > 0 then
        local class = line.code:match "%f[%w](parley%.%u%w*)" or "all"          -- a loop's, over the names of classes
        note_use(supplied, class, room_of(house, floors, modules[#modules].to), path, line)
      end
      for object, method in line.bare:gmatch "%f[%w_]([%l_]+):([%l_]+)%f[^%w_]" do
        if room ~= "." and house.lent.names[object] then note_use(asked, room, method, path, line) end
      end
    end
  end
  return supplied, asked
end

-- Complains of what is lent and not listed, and of what is listed and not lent.
local function check_list(house, uses, lists, words)
  for owner, names in pairs(uses) do
    for name, at in pairs(names) do
      if not (" " .. (lists[owner] or "") .. " "):find(" " .. name .. " ", 1, true) then
        complain(house, at.path, at.line, words .. " tools/floors.lua (lent) has to list", owner, name)
      end
    end
  end
  for owner, list in pairs(lists) do
    for name in list:gmatch "%S+" do
      if not (uses[owner] and uses[owner][name]) then
        complain(house, "init.lua", 1, words .. " tools/floors.lua (lent) lists, and nobody does", owner, name)
      end
    end
  end
end

local function check_lent(house, floors, paths)
  local supplied, asked = lent_by(house, floors, paths)
  check_list(house, supplied, house.lent.supplied, "%s gets methods of the room %s, which")
  check_list(house, asked, house.lent.asked, "%s asks a dataset that it was handed for %s(), which")
end

local function check(house)
  local floors, paths = floors_by_room(house), files_of(house)
  local arrows = arrows_of(house, paths)
  for _, path in ipairs(paths) do
    if not room_of(house, floors, path) then complain(house, path, 1, "stands in no room of tools/floors.lua") end
    for _, arrow in ipairs(arrows[path]) do check_arrow(house, floors, path, arrow) end
    check_knowledge(house, floors, path)
  end
  check_circles(house, paths, arrows)
  if house.lent then check_lent(house, floors, paths) end
end

-- Drawing ---------------------------------------------------------------------------------------------------

-- rooms[name] = the rooms it has an arrow to, as a set
local function neighbours(house, floors, paths, arrows)
  local rooms = {}
  for _, path in ipairs(paths) do
    local from = room_of(house, floors, path)
    if from then rooms[from] = rooms[from] or {} end
    for _, arrow in ipairs(from and arrows[path] or {}) do
      local to = room_of(house, floors, arrow.to)
      if to and to ~= from then rooms[from][to] = true end
    end
  end
  return rooms
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

-- Words in lines of at most so many columns, those after the first moved in.
local function wrapped(words, width, indent)
  local lines, line = {}, ""
  for _, word in ipairs(words) do
    if line ~= "" and #line + 1 + #word > width then lines[#lines + 1], line = line, "" end
    line = line == "" and word or line .. " " .. word
  end
  lines[#lines + 1] = line
  return table.concat(lines, "\n" .. (" "):rep(indent))
end

local function drawing_of(house)
  local floors, paths = floors_by_room(house), files_of(house)
  local rooms = neighbours(house, floors, paths, (arrows_of(house, paths)))
  local lines = { ("%s, %s/"):format(house.name, house.root) }
  for number = #house.floors, 1, -1 do
    for _, room in ipairs(house.floors[number]) do
      if rooms[room] then
        local known = wrapped(sorted_by_floor(rooms[room], floors), 72, 30)
        lines[#lines + 1] = (("  %2d  %-18s %s %s"):format(number, room == "." and "dataset, init" or room,
          known ~= "" and "-->" or "", known):gsub("%s+$", ""))
      end
    end
  end
  return table.concat(lines, "\n")
end

local function drawing()
  local parts = {}
  for i, house in ipairs(HOUSES) do parts[i] = drawing_of(house) end
  return table.concat(parts, "\n\n") .. "\n"
end

-- What is lent, by class and by room, in order.
local function lent_text(house)
  local lines = {}
  for i, uses in ipairs { lent_by(house, floors_by_room(house), files_of(house)) } do
    local owners = {}
    for owner, names in pairs(uses) do
      local list = {}
      for name in pairs(names) do list[#list + 1] = name end
      table.sort(list)
      owners[#owners + 1] = ("  %-16s %s"):format(owner, wrapped(list, 96, 19))
    end
    table.sort(owners)
    lines[#lines + 1] = i == 1 and "Rooms with methods for a class:" or "Methods of a dataset that a room asks for:"
    table.move(owners, 1, #owners, #lines + 1, lines)
  end
  return table.concat(lines, "\n") .. "\n"
end

-- The page with the drawing in place of the block after the mark.
local function write_page(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  local before, after = text:match "^(.-<!%-%- tools/layers%.lua draws this %-%->\n+```text\n).-(```\n.*)$"
  assert(before, path .. " has no block for the drawing")
  file = assert(io.open(path, "wb"))
  file:write(before, drawing(), after)
  file:close()
end

if mode == "draw" then
  io.write(drawing())
elseif mode == "page" then
  write_page(ROOT .. "/doc/architecture.md")
elseif mode == "lent" then
  for _, house in ipairs(HOUSES) do io.write(house.lent and lent_text(house) or "") end
else
  for _, house in ipairs(HOUSES) do check(house) end
  for _, complaint in ipairs(complaints) do print(complaint) end
end
os.exit(#complaints == 0)
