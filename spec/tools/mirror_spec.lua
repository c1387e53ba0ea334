-- spec/ mirrors the rooms: a spec stands in the folder of its room, and a room of C has a folder of specs, one inside
-- another a spec there. A module has the spec of its own name, or the one whose first comment names it after "Holds:".

local lfs = require "lfs"
local pages = require "spec.support.pages"
local source = dofile "tools/source.lua"

-- Folders that are no room: what specs share, what they start, and what they expect; inputs that once went wrong.
local NO_ROOM = { "^support/", "^host/", "^golden/", "^cases/" }

-- Rooms whose modules all have a spec, and what of them are no modules.
local ROOMS = { "analysis", "base", "bundled", "claims", "codebook", "export", "frame", "import", "pictures", "query", "repl",
  "report", "storage" }
local NO_MODULE = { "^istanbul", "^russia%-ukraine%-talks", "^messages/" }

-- The modules that a spec names, one by one.
local function names_of(path)
  local comment, held = pages.read(path):match "^(.-)\n[^-]", {}
  local list = (comment or ""):match "Holds:(.*)$" or ""
  for name in list:gsub("\n%-%-", " "):gmatch "[%w_.]+" do held[#held + 1] = name end
  return held
end

-- module -> spec, for those named by a spec; and the list of specs.
local function held_modules()
  local held = {}
  for _, path in ipairs(source.files("spec", { "lua" })) do
    for _, name in ipairs(path:find "_spec%.lua$" and names_of("spec/" .. path) or {}) do held[name] = path end
  end
  return held, source.files("spec", { "lua" }, NO_ROOM)
end

local function exists(path) return lfs.attributes(path, "mode") ~= nil end

-- The rooms of C in which files stand, as tools/floors.lua lists them.
local function rooms_of_c()
  local rooms = {}
  for _, house in ipairs(dofile "tools/floors.lua") do
    for _, floor in ipairs(house.name == "C" and house.floors or {}) do
      for _, room in ipairs(floor) do rooms[#rooms + 1] = exists("csrc/" .. room) and room or nil end
    end
  end
  return rooms
end

-- Whether some spec is of a room of C: one in its folder, or one of its name in that of the room around it.
local function has_spec(specs, room)
  local around, inner = room:match "^(.*)/([^/]*)$"
  for _, path in ipairs(specs) do
    if path:sub(1, #room + 1) == room .. "/" then return true end
    local folder, name = path:match "^(.*)/([^/]*)_spec%.lua$"
    if around and folder == around and ("_" .. name .. "_"):find("_" .. inner .. "_", 1, true) then return true end
  end
  return false
end

describe("spec/ #tools", function()
  local held, specs = held_modules()

  it("has its folders from the rooms", function()
    for _, path in ipairs(specs) do
      local room = path:match "^(.*)/[^/]*$"
      assert.is_true(not room or exists("lua/parley/" .. room) or exists("csrc/" .. room) or exists(room), path)
    end
  end)

  it("has a spec for every module", function()
    for _, room in ipairs(ROOMS) do
      for _, path in ipairs(source.files("lua/parley/" .. room, { "lua" }, NO_MODULE)) do
        local module = (room .. "/" .. path):gsub("%.lua$", "")
        local name = module:gsub("/init$", ""):gsub("/", ".")
        assert.is_true(exists(("spec/%s_spec.lua"):format(module)) or held[name] ~= nil, name .. " has no spec")
      end
    end
  end)

  it("has specs for every room of C", function()
    local rooms = rooms_of_c()
    assert.is_true(#rooms >= 10, #rooms)
    for _, room in ipairs(rooms) do assert.is_true(has_spec(specs, room), "csrc/" .. room .. " has no spec") end
    assert.is_false(has_spec(specs, "engine/attic"))
    assert.is_false(has_spec(specs, "attic"))
  end)

  it("names no module that is not there", function()
    for name, path in pairs(held) do
      assert.is_truthy(package.searchpath("parley." .. name, "lua/?.lua;lua/?/init.lua"), path .. " holds " .. name)
    end
  end)
end)
