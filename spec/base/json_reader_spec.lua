-- JSON read again: what the writer makes, every escape, and texts that are none.

local chance = require "spec.support.chance"
local json = require "parley.base.json"
local json_reader = require "parley.base.json_reader"
local scratch = require "spec.support.scratch"

describe("json_reader", function()
  local function read(text) return (json_reader.read(text)) end

  it("reads values, lists and objects, with blanks between them", function()
    assert.same({ 1, -2.5, "a", true, false, {}, { x = { "y" } } },
      read ' [ 1 , -2.5 , "a" , true , false , { } , { "x" : [ "y" ] } ] ')
    assert.equal("integer", math.type(read "9007199254740993"))
    assert.equal(9007199254740993, read "9007199254740993")
    assert.same({ a = 1 }, read '{"a":1,"b":null}')
    assert.is_nil(read "null")
  end)

  it("reads escapes, also of characters that are two of UTF-16", function()
    assert.equal('"\\/\b\f\n\r\tä\u{1F600}\0', read [["\"\\\/\b\f\n\r\t\u00e4\uD83D\uDE00\u0000"]])
  end)

  it("says of another text that it is none", function()
    for _, text in ipairs { "", "[1", "[1,]", '{"a"}', '{"a":}', "{1:2}", '"a', '"\\x"', "tru", "1 2", "[1]]", "0x10", "nan",
      '"\\u12"', "[,]" } do
      assert.same({ false }, { select(2, json_reader.read(text)) }, text)
    end
  end)

  it("is refused with words where it was kept of a row set aside, and lists with names are as they were", function()
    local quarantine = require "parley.import.quarantine"
    assert.same({ "x", "y", n = 2, deep = { { a = true } } },
      quarantine.read '{"*":["x","y"],"n":2,"deep":[{"a":true}]}')
    local text = scratch.message_of(function() quarantine.read '{"a' end)
    assert.equal("what was kept of a row that was set aside is damaged ('{\"a'); import its file again, or restore this "
      .. "one from a copy", text)
  end)

  it("gives back what is written, at random", function()
    math.randomseed(9)
    local PIECES = { "a", '"', "\\", "\n", "\1", "\127", "ä", "\u{2028}", "\u{1F600}", "/", "\t" }
    local function random_value(depth)
      local kind = math.random(depth > 3 and 4 or 6)
      if kind == 1 then return math.random(-10, 10) end
      if kind == 2 then return math.random() * 1e10 end
      if kind == 3 then return chance.of(0.5) end
      if kind == 4 then return table.concat(chance.some(PIECES, 0, 6)) end
      local list, members = {}, {}
      for i = 1, math.random(0, 3) do
        list[i] = random_value(depth + 1)
        table.move({ "k" .. i, random_value(depth + 1) }, 1, 2, 2 * i - 1, members)
      end
      return kind == 5 and list or json.object(table.unpack(members))
    end
    for _ = 1, 300 do
      local text = json.write({ random_value(0) }, json.styles.compact)
      local again = read(text)
      local function rewritten(value)
        if type(value) ~= "table" or #value > 0 or next(value) == nil then
          for i, item in ipairs(type(value) == "table" and value or {}) do value[i] = rewritten(item) end
          return value
        end
        local members = {}
        for i = 1, 3 do
          if value["k" .. i] ~= nil then table.move({ "k" .. i, rewritten(value["k" .. i]) }, 1, 2, #members + 1, members) end
        end
        return json.object(table.unpack(members))
      end
      assert.equal((text:gsub("{}", "[]")), (json.write(rewritten(again), json.styles.compact):gsub("{}", "[]")))
    end
  end)
end)
