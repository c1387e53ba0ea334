--- Draws the pictures of doc/pictures.md from the bundled datasets into a folder:  lua tools/gallery.lua FOLDER
-- `make docs` writes doc/pictures/ with it; a spec compares what is there with what is drawn.

local parley = require "parley"

local gallery = {}

local function talks() return parley.open "russia-ukraine-talks" end

--- The pictures: their names, and what draws each.
---@type { name: string, draw: fun(): parley.Picture }[]
gallery.pictures = {
  { name = "timeline", draw = function()
    return talks():plot("timeline", { title = "Contacts of Russia and Ukraine" })
  end },
  { name = "demands", draw = function() return parley.open():plot "demands" end },
  { name = "positions", draw = function() return talks():plot("positions", { topic = "ceasefire" }) end },
  { name = "ledger", draw = function() return parley.open():plot "ledger" end },
  { name = "disagreements", draw = function() return parley.open():plot "disagreements" end },
  { name = "known", draw = function() return talks():plot "known" end },
  { name = "evidence", draw = function()
    return parley.open():plot("evidence", { table = "talks", id = "r2", field = "place" })
  end },
  { name = "network", draw = function() return parley.open():plot "network" end },
  { name = "bar", draw = function()
    return talks().demands:by("topic"):count():sort("count desc"):plot { kind = "bar", x = "topic", y = "count",
      title = "Demands by topic" }
  end },
  { name = "histogram", draw = function()
    return talks().talks:plot { kind = "histogram", x = "date", title = "Talks over time" }
  end },
  { name = "heat", draw = function()
    return talks().demands:plot { kind = "heat", x = "party", y = "topic", title = "Who asks for what" }
  end },
}

--- Writes all of them.
---@param folder string
function gallery.write(folder)
  for _, entry in ipairs(gallery.pictures) do assert(entry.draw():save(folder .. "/" .. entry.name .. ".svg")) end
end

if arg and arg[0] and arg[0]:find "gallery%.lua$" then gallery.write(assert(arg[1], "which folder?")) end

return gallery
