-- Golden pictures: each kind of drawing and of chart is what spec/golden/pictures has, byte for byte, as SVG and in
-- characters. tools/golden_pictures.lua draws them anew.

local dataset_plot = require "parley.pictures.dataset_plot"
local golden = dofile "tools/golden_pictures.lua"
local chart_options = require "parley.pictures.chart_options"
local scratch = require "spec.support.scratch"

describe("golden pictures", function()
  local pictures, names = golden.pictures(), {}
  for name in pairs(pictures) do names[#names + 1] = name end
  table.sort(names)

  for _, name in ipairs(names) do
    it("have " .. name .. " as it is drawn", function()
      for extension, text in pairs(golden.forms(pictures[name])) do
        assert.is_true(text == scratch.read(("%s/%s.%s"):format(golden.folder, name, extension)), extension)
      end
    end)
  end

  it("are of every kind, and no others", function()
    for _, kind in ipairs(dataset_plot.KINDS) do assert.is_truthy(pictures["drawing-" .. kind], kind) end
    for _, kind in ipairs(chart_options.KINDS) do assert.is_truthy(pictures["chart-" .. kind], kind) end
    for _, extension in ipairs { "svg", "txt" } do
      local files = scratch.listing(golden.folder, "." .. extension)
      assert.same(names, files)
    end
  end)
end)
