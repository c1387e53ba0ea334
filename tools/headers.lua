--- Checks the names of the C house against tools/floors.lua, with a compiler and the objects of a build.
--   lua5.4 tools/headers.lua [FOLDER [OBJECTS]]   every header or name that breaks a rule; nothing when all is well
-- FOLDER is the checkout, by default the one at hand; OBJECTS holds what was built of its csrc, build/obj by default.
-- It ends with status 1 when something is wrong.
--
-- H1  A header compiles alone.
-- H2  All headers compile together, in one order and in the other: with H1 and H3 so does every pair.
-- H3  The guard of a header is its path, so that no two have the same.
-- N1  What a header defines, and what an object exports, begins with a word of its room (`prefixes`); of several words
--     the longest counts, and each word belongs to one room.
-- O1  No two objects export the same name.
-- O2  Every name that an object exports is needed by another, of csrc or of a host of the specs: what only its own file
--     sees is static.
-- O3  An object needs nothing of a floor above it, nor of another room of its floor, and no circle leads from an object
--     back to itself.

local ROOT = arg[1] or "."
local OBJECTS = arg[2] or ROOT .. "/build/obj"
local HOUSE = dofile((arg[0]:match "^(.*)headers%.lua$" or "") .. "floors.lua")[1]
local COMPILE = (os.getenv "CC" or "cc") .. " -std=c11 -fsyntax-only -x c"

local faults = {}
local function report(place, fmt, ...)
  faults[#faults + 1] = ("%s: " .. fmt):format(place, ...)
end

-- Files and commands ----------------------------------------------------------------------------------------

local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local function lines_of(command)
  local lines = {}
  local pipe <close> = assert(io.popen(command))
  for line in pipe:lines() do lines[#lines + 1] = line end
  return lines
end

-- Paths below a folder, in order.
local function files_of(folder, extension)
  local paths = lines_of(("cd %s && find . -type f -name '*.%s'"):format(quoted(folder), extension))
  for i, path in ipairs(paths) do paths[i] = path:gsub("^%./", "") end
  table.sort(paths)
  return paths
end

local function read(path)
  local file <close> = assert(io.open(path))
  return file:read "a"
end

-- Floors and rooms ------------------------------------------------------------------------------------------

local floor_of = {}
for number, rooms in ipairs(HOUSE.floors) do
  for _, room in ipairs(rooms) do floor_of[room] = number end
end

-- The room of a path: the innermost folder that has a floor; files beside the rooms are listed.
local function room_of(path)
  local stem = path:gsub("%.o$", ".h")
  if HOUSE.files[stem] then return HOUSE.files[stem] end
  local room = path
  repeat room = room:match "^(.*)/[^/]*$" until room == nil or floor_of[room]
  return room
end

local word_room, words = {}, {}
for room, list in pairs(HOUSE.prefixes) do
  for word in list:gmatch "%S+" do
    if word_room[word] then report("tools/floors.lua", "the prefix '%s' belongs to two rooms", word) end
    word_room[word] = room
    words[#words + 1] = word
  end
end
table.sort(words, function(a, b) return #a > #b or #a == #b and a < b end)

-- The room that a name says it is of: by the longest word that it begins with.
local function claimed_room(name)
  local rest = name:lower():match "^parley_(.*)$"
  if not rest then return nil end
  for _, word in ipairs(words) do
    if rest == word or rest:sub(1, #word + 1) == word .. "_" then return word_room[word] end
  end
end

local function check_name(place, room, name)
  local claimed = claimed_room(name)
  if claimed == nil then report(place, "%s begins with no prefix of the room %s", name, room)
  elseif claimed ~= room then report(place, "%s has a prefix of the room %s, not of %s", name, claimed, room) end
end

-- Headers ---------------------------------------------------------------------------------------------------

local function guard_of(path)
  if path == "parley.h" then return "PARLEY_H" end
  return "PARLEY_" .. path:gsub("[/.]", "_"):upper()
end

local function check_guard(path, text)
  local guard = text:match "#ifndef ([%w_]+)\n#define %1\n"
  if guard ~= guard_of(path) then report("csrc/" .. path, "the guard is %s, not %s", guard, guard_of(path)) end
end

-- Where lua.h and the like are.
local flags = table.concat(lines_of("pkg-config --cflags lua5.4 sqlite3 libutf8proc zlib 2>/dev/null"), " ")

local function compile(place, headers)
  local source = os.tmpname()
  local file <close> = assert(io.open(source, "w"))
  for _, path in ipairs(headers) do file:write(('#include "%s"\n'):format(path)) end
  file:close()
  local command = ("%s -I%s %s %s 2>&1"):format(COMPILE, quoted(ROOT .. "/csrc"), flags, source)
  for _, line in ipairs(lines_of(command)) do
    if line:find "error:" then report(place, "does not compile: %s", (line:match "error:.*$")) break end
  end
  os.remove(source)
end

-- Comments, texts and the attribute of formats define no names for others and are blanked out.
local function bare(text)
  return (text:gsub("/%*.-%*/", " "):gsub("//[^\n]*", " "):gsub('"[^"\n]*"', '""'):gsub("%)%s+PARLEY_PRINTF%b()", ")"))
end

-- Names that a header defines: macros, constants, types, functions.
local function names_of(text)
  local names, seen = {}, {}
  local function add(name)
    if name and name:find "^[Pp][Aa][Rr][Ll][Ee][Yy]_" and not seen[name] then
      seen[name] = true
      names[#names + 1] = name
    end
  end
  for name in text:gmatch "#define%s+([%w_]+)" do add(name) end
  text = text:gsub("\\\n", " "):gsub("#[^\n]*", "")
  for body in text:gmatch "enum%s*[%w_]*%s*(%b{})" do
    for constant in body:sub(2, -2):gsub("=[^,]*", ""):gmatch "[%w_]+" do add(constant) end
  end
  text = text:gsub("%b{}", "{}")
  for tag in text:gmatch "struct%s+([%w_]+)%s*{" do add(tag) end
  for name in text:gmatch "typedef[^;{]*{?}?%s*([%w_]+)%s*;" do add(name) end
  for name in text:gmatch "([%w_]+)%s*%b()%s*[;{]" do add(name) end
  return names
end

local function check_headers()
  local headers = files_of(ROOT .. "/csrc", "h")
  local backwards = {}
  for i, path in ipairs(headers) do
    local text = read(ROOT .. "/csrc/" .. path)
    backwards[#headers + 1 - i] = path
    check_guard(path, text)
    compile("csrc/" .. path, { path })
    text = bare(text):gsub("#ifndef [%w_]+\n#define [%w_]+\n", "", 1)
    for _, name in ipairs(names_of(text)) do check_name("csrc/" .. path, room_of(path), name) end
  end
  compile("all headers together", headers)
  compile("all headers together, backwards", backwards)
end

-- Objects ---------------------------------------------------------------------------------------------------

-- Name → object that exports it, and object → names it needs.
local function symbols_of(objects)
  local owner, needs = {}, {}
  for _, path in ipairs(objects) do
    needs[path] = {}
    for _, line in ipairs(lines_of("nm -g " .. quoted(OBJECTS .. "/" .. path))) do
      local kind, name = line:match "(%a) _?([%w_]+)$"
      if kind == "U" or kind == "w" then          -- w: needed where it is there
        table.insert(needs[path], name)
      elseif name and owner[name] then
        report(path, "exports %s, as %s does", name, owner[name])
      elseif name then
        owner[name] = path
      end
    end
  end
  return owner, needs
end

local function check_exports(owner)
  local names = {}
  for name in pairs(owner) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    if not HOUSE.exports[name] then check_name(owner[name], room_of(owner[name]), name) end
  end
end

local function check_arrow(from, to, name)
  local room, needed = room_of(from), room_of(to)
  if room ~= needed and floor_of[needed] >= floor_of[room] then
    report(from, "needs %s of %s: %s (floor %d) must not know %s (floor %d)", name, to, room, floor_of[room], needed,
      floor_of[needed])
  end
end

-- A circle from an object back to itself, shown once, from its first object in order.
local function check_circles(objects, arrows)
  local state, path = {}, {}
  local function visit(object)
    state[object] = "open"
    path[#path + 1] = object
    for _, to in ipairs(arrows[object]) do
      if state[to] == "open" then
        local first = #path
        while path[first] ~= to do first = first - 1 end
        report(object, "closes a circle: %s", table.concat(path, " -> ", first) .. " -> " .. to)
      elseif not state[to] then
        visit(to)
      end
    end
    path[#path] = nil
    state[object] = "done"
  end
  for _, object in ipairs(objects) do
    if not state[object] then visit(object) end
  end
end

-- A build keeps objects whose source has gone.
local function has_source(object)
  local file = io.open(ROOT .. "/csrc/" .. object:gsub("%.o$", ".c"))
  if file then file:close() end
  return file ~= nil
end

-- Words of the programs that use the library: hosts of the specs, fuzzing, benchmarks, examples, and the public header.
local function words_outside()
  local words_of = {}
  for _, folder in ipairs { "spec", "fuzz", "bench", "examples" } do
    for _, path in ipairs(lines_of(("find %s -name '*.[ch]' 2>/dev/null"):format(quoted(ROOT .. "/" .. folder)))) do
      for word in read(path):gmatch "[%a_][%w_]*" do words_of[word] = true end
    end
  end
  return words_of
end

local function check_needed(owner, needs)
  local used, names = words_outside(), {}
  for _, list in pairs(needs) do
    for _, name in ipairs(list) do used[name] = true end
  end
  for name in pairs(owner) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    if not (used[name] or HOUSE.exports[name]) then
      report(owner[name], "exports %s, which nothing else needs", name)
    end
  end
end

local function check_objects()
  local objects, arrows = {}, {}
  for _, path in ipairs(files_of(OBJECTS, "o")) do
    if room_of(path) and has_source(path) then objects[#objects + 1] = path end
  end
  if #objects == 0 then report(OBJECTS, "no objects: build first") end
  local owner, needs = symbols_of(objects)
  check_exports(owner)
  check_needed(owner, needs)
  for _, object in ipairs(objects) do
    local seen = {}
    arrows[object] = {}
    for _, name in ipairs(needs[object]) do
      local to = owner[name]
      if to and to ~= object then
        check_arrow(object, to, name)
        if not seen[to] then table.insert(arrows[object], to) end
        seen[to] = true
      end
    end
  end
  check_circles(objects, arrows)
end

check_headers()
check_objects()
for _, fault in ipairs(faults) do print(fault) end
os.exit(#faults == 0)
