--- Draws the golden pictures of spec/golden/pictures anew, each as SVG and in characters; a spec compares them.
-- Run from the checkout with the build in place, and look at what has changed before committing it:
-- lua5.4 tools/golden_pictures.lua

package.path = "./?.lua;" .. package.path
local parley = require "parley"
local second = require "spec.support.second"

local golden = { folder = "spec/golden/pictures" }

-- Rows with what pictures have to tell apart: days and months, a gap, bounds, a word of another script, a long one.
local ROWS = {
  { day = "2025-01", n = 4, low = 3, high = 6, who = "north", place = "Orvenn" },
  { day = "2025-02", n = 7, low = 7, high = 9, who = "north",
    place = "a town with a name that is too long for its place" },
  { day = "2025-04", n = -2, low = -3, who = "north", place = "תל אביב" },
  { day = "2025-01", n = 2, low = 2, high = 2, who = "south", place = "Orvenn" },
  { day = "2025-03", n = 5, high = 8, who = "south", place = "Lissa <&>" },
}

local CHARTS = {
  area = { x = "day", y = "n", by = "who" }, bar = { x = "place", y = "n", by = "who" },
  heat = { x = "day", y = "who" },
  histogram = { x = "n" }, line = { x = "day", y = "n", low = "low", high = "high", by = "who" },
  point = { x = "day", y = "n", facet = "who" }, range = { x = "place", low = "low", high = "high", by = "who" },
  step = { x = "day", y = "n", by = "who" },
}

--- The pictures by their names: every kind of drawing of a small invented dataset, and every kind of chart.
---@return table<string, parley.Picture>
function golden.pictures()
  local ds, list = second.open(), {}
  for _, kind in ipairs(require("parley.pictures.dataset_plot").KINDS) do
    local thing = kind == "evidence" and { table = "talks", id = ds.talks:sort("id"):first().id } or nil
    list["drawing-" .. kind] = ds:plot(kind, thing)
  end
  local f = parley.frame(ROWS, { columns = { "day", "n", "low", "high", "who", "place" } })
  for kind, given in pairs(CHARTS) do
    given.kind = kind
    list["chart-" .. kind] = f:plot(given)
  end
  return list
end

--- What a picture is in each of its forms, by the extension of the file.
---@param picture parley.Picture
---@return table<string, string>
function golden.forms(picture)
  return { svg = picture:to_svg(), txt = picture:text({ width = 80, ascii = false }) .. "\n\n"
    .. picture:text { width = 40, ascii = true } .. "\n" }
end

if arg and arg[0] and arg[0]:find "golden_pictures%.lua$" then
  for name, picture in pairs(golden.pictures()) do
    for extension, text in pairs(golden.forms(picture)) do
      local file = assert(io.open(("%s/%s.%s"):format(golden.folder, name, extension), "wb"))
      assert(file:write(text))
      assert(file:close())
    end
  end
end

return golden
