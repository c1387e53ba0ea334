-- What Lua asks of the table of types.

local types = require "parley.base.types"

describe("types", function()
  it("are known by name, in the order of the table, without any", function()
    local names = types.names()
    assert.same({ "integer", "number", "boolean", "date", "text" }, table.move(names, 1, 5, 1, {}))
    for _, name in ipairs(names) do assert.equal(name, types.of(name).name) end
    assert.is_nil(types.of "int")
    assert.is_nil(types.kind "int")
  end)

  it("say what their values are in Lua", function()
    local kinds = { any = "text", integer = "integer", number = "number", boolean = "boolean", date = "text", text = "text" }
    for name, kind in pairs(kinds) do assert.equal(kind, types.kind(name), name) end
    assert.is_true(types.is_numeric "integer")
    assert.is_true(types.is_numeric "number")
    assert.is_false(types.is_numeric "boolean")
    assert.is_false(types.is_numeric "date")
    assert.is_false(types.is_numeric(nil) or false)
  end)

  it("of the first few have no texts of their own", function()
    for _, name in ipairs { "any", "integer", "number", "boolean", "date", "text" } do
      assert.is_false(types.is_written(name), name)
    end
    assert.is_false(types.is_written "null")
    assert.is_nil(types.stored("integer", "5"))
  end)
end)
