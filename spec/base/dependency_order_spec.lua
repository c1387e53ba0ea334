-- The order of things that need each other: stable, circles broken, chains of any length.

local dependency_order = require "parley.base.dependency_order"

-- In which order the letters of a text come, of which some need others; "-": a place in which nothing is needed.
local function order(text, needs)
  local letters = {}
  for letter in text:gmatch "." do letters[#letters + 1] = letter end
  return table.concat(dependency_order(letters, function(letter, i)
    local one = (needs[letter] or ""):sub(i, i)
    if one == "-" then return false end
    return one ~= "" and one or nil
  end))
end

describe("the order of dependencies", function()
  it("leaves what needs nothing as it is, and puts the rest behind what it needs", function()
    assert.equal("", order("", {}))
    assert.equal("cab", order("cab", {}))
    assert.equal("dcab", order("acdb", { a = "cd", c = "-d" }))
    assert.equal("xa", order("a", { a = "x" }))
  end)

  it("breaks circles where they were met", function()
    assert.equal("cba", order("abc", { a = "b", b = "c", c = "a" }))
    assert.equal("a", order("a", { a = "a" }))
  end)

  it("follows a chain of any length", function()
    local list = {}
    for i = 1, 300000 do list[i] = {} end
    for i = 1, #list do list[i].before = list[i + 1] end
    local ordered = dependency_order(list, function(item, i)
      if i == 1 then return item.before or false end
    end)
    assert.equal(#list, #ordered)
    assert.equal(list[#list], ordered[1])
    assert.equal(list[1], ordered[#ordered])
  end)
end)
