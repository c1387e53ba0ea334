-- The pictures of doc/pictures.md are what is drawn now (make docs draws them), and each stands on the page.

local gallery = dofile "tools/gallery.lua"
local scratch = require "spec.support.scratch"

describe("doc/pictures/", function()
  local page = scratch.read "doc/pictures.md"

  for _, entry in ipairs(gallery.pictures) do
    it("has " .. entry.name .. ".svg as it is drawn", function()
      assert.is_true(entry.draw():to_svg() == scratch.read("doc/pictures/" .. entry.name .. ".svg"))
      assert.is_truthy(page:find(("](pictures/%s.svg)"):format(entry.name), 1, true))
    end)
  end

  it("has no other", function()
    local names = {}
    for i, entry in ipairs(gallery.pictures) do names[i] = entry.name end
    table.sort(names)
    assert.same(names, scratch.listing("doc/pictures", ".svg"))
  end)
end)
