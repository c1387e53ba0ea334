-- Pictures in characters: bars, marks and axes of a terminal, in blocks and braille or in ASCII.
-- Holds: pictures.terminal, pictures.palette

local parley = require "parley"

local function frame(columns, ...)
  local rows = {}
  for i, values in ipairs { ... } do
    rows[i] = {}
    for j, name in ipairs(columns) do rows[i][name] = values[j] end
  end
  return parley.frame(rows, { columns = columns })
end

local PARTIES = frame({ "party", "n" }, { "ukraine", 10 }, { "russia", 20 }, { "usa", 5 })

describe("a picture in a terminal", function()
  it("is drawn in a terminal", function()
    assert.equal([[
 n by party
 party
 ukraine ████████████████
  russia ████████████████████████████████
     usa ████████
         ────────────────────────────────
         0       5      10      15      20
                                        n]], PARTIES:plot({ kind = "bar", x = "party", y = "n" }):text { width = 42 })
  end)

  it("is drawn in ASCII where it is asked for", function()
    local text = PARTIES:plot({ kind = "bar", x = "party", y = "n" }):text { width = 42, ascii = true }
    assert.is_nil(text:find "[\x80-\xff]")
    assert.is_truthy(text:find("ukraine ################\n", 1, true))
  end)

  it("tells hollow marks from filled ones, in ASCII too", function()
    local palette = require "parley.pictures.palette"
    for _, ascii in ipairs { false, true } do
      local seen = {}
      for _, shape in ipairs { "circle", "square", "triangle", "diamond", "cross", "plus", "down", "star" } do
        for _, hollow in ipairs { false, true } do
          local character, line = palette.mark(shape, ascii, hollow), shape == "cross" or shape == "plus"
          assert.is_falsy(seen[character] and not (hollow and line), character)
          seen[character] = true
        end
      end
    end
  end)

  it("keeps to the width of the terminal", function()
    for _, kind in ipairs { "bar", "line", "point", "histogram", "area", "step" } do
      local options = { kind = kind, x = "year", y = kind ~= "histogram" and "n" or nil }
      local rows = frame({ "year", "n" }, { 2020, 5 }, { 2021, 7 }, { 2022, 1 })
      for _, width in ipairs { 40, 61, 132 } do
        for line in rows:plot(options):text({ width = width }):gmatch "[^\n]+" do
          assert.is_true(require("parley.core").width(line) <= width, kind .. ": " .. line)
        end
      end
    end
  end)
end)

describe("a terminal", function()
  local function text(picture, width) return picture:text { width = width, ascii = false } end

  it("shows every bar, however thin or small", function()
    local dates = frame({ "d", "n" }, { "2025-01-05", 3 }, { "2025-03-09", 5 }, { "2025-06-01", 4 })
    local top = 0
    for line in text(dates:plot { kind = "bar", x = "d", y = "n" }, 80):gmatch "[^\n]+" do
      local _, bars = line:gsub("█", "")
      top = math.max(top, bars)
    end
    assert.equal(3, top)
    local small = frame({ "w", "n" }, { "much", 12000 }, { "little", 10 })
    assert.is_truthy(text(small:plot { kind = "bar", x = "w", y = "n" }, 80):find("little ▏", 1, true))
  end)

  it("cuts no number of an axis to another one", function()
    for width = 41, 90 do
      local picture = frame({ "a", "n" }, { "x", 100 }, { "y", 60 }):plot { kind = "bar", x = "a", y = "n" }
      assert.is_truthy(text(picture, width):find "%f[%d]100\n", width)
    end
  end)
end)
