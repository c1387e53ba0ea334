-- The table of types (csrc/value/types.def): each entry has all its parts, and Lua sees the whole table.

local core = require "parley.core"

local WRITTEN = {}          -- a key that is no name
local LAYOUTS = { none = true, integer = true, number = true, truth = true, dated = true, text = true }

describe("the table of types", function()
  it("says of each type what readers, Arrow and SQL need", function()
    local seen = {}
    for _, entry in ipairs(core.types()) do
      assert.is_nil(seen[entry.name], entry.name .. " stands twice")
      seen[entry.name] = true
      assert.is_truthy(entry.name:find "^%l[%l_]*$", entry.name)
      assert.is_true(#entry.name <= 40, entry.name)          -- the metadata of Arrow have room for so many bytes
      assert.is_true(LAYOUTS[entry.layout], entry.name)
      assert.is_truthy(entry.says:find "^%l.*[%l%u%d]$", entry.name)
      assert.equal(entry.name ~= "any", entry.arrow ~= nil, entry.name)
      assert.equal(entry.name ~= "any", entry.sqlite ~= nil, entry.name)
      assert.is_true(entry.written or not seen[WRITTEN], entry.name .. " stands behind a type with texts of its own")
      if entry.written then seen[WRITTEN] = true end
      if entry.written then assert.is_true(entry.layout == "integer" or entry.layout == "number", entry.name) end
    end
    for _, name in ipairs { "any", "integer", "number", "boolean", "date", "text" } do assert.is_true(seen[name], name) end
  end)

  it("is what a wrong name of a type is told", function()
    local names = {}
    for i, entry in ipairs(core.types()) do names[i] = entry.name end
    table.insert(names, table.remove(names, 1))          -- any stands last
    local store = core.open(":memory:")
    local done, message = pcall(store.frame, store, "SELECT 1 AS a", nil, { "a" }, { "int" })
    store:close()
    assert.is_false(done)
    assert.is_truthy(tostring(message):find("one of " .. table.concat(names, ", "), 1, true), message)
  end)
end)
