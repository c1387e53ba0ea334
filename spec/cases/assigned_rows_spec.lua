--- A row taken by its number or alone refuses assignment, since the next f[i] would not show it .

local parley = require "parley"

describe("a row that was handed out", function()
  local frame = parley.frame { { id = "a", best = 1 }, { id = "b" } }
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", outlet = "Post" }, { source = "s1" })
  ds:add("talks", { id = "r1", place = "Kyiv" }, { source = "s1" })
  ds:claim("talks", "r1", { place = "Oslo" }, { source = "s1" })

  local function refused(row, name)
    local ok, err = pcall(function() row[name] = 3 end)
    assert.is_false(ok)
    assert.equal("read_only", err.code)
    assert.matches("assigned_rows_spec.lua:%d+: parley: a row cannot be changed: '" .. name .. "' was assigned; "
      .. "with%(\"… as " .. name .. "\"%)", tostring(err))
  end

  it("refuses a new value, one that was missing and a name that is no column", function()
    for _, row in ipairs { frame[1], frame:first(), frame:where("id = 'a'"):first(), frame:where("id = 'a'"):one(),
      frame:sort("id"):frame()[1] } do
      refused(row, "best")
      refused(row, "mood")
      assert.equal(1, row.best)
      assert.is_nil(row.mood)
    end
    refused(frame[2], "best")
    for at = 1, 300 do refused(frame[at % 2 + 1], "best") end     -- strings of a Frame are kept from the 256th row on
  end)

  it("is so of datasets and of what analyses give", function()
    refused(ds.talks:first(), "place")
    refused(ds.talks:one(), "place")
    refused(ds.talks:frame()[1], "place")
    refused(ds:evidence("talks", "r1")[1], "claim")
    refused(ds:timeline()[1] or ds:lint()[1], "id")
    refused(ds:sql("select id from talks")[1], "id")
  end)

  it("is read as before", function()
    local seen = {}
    for name, value in pairs(frame[1]) do seen[#seen + 1] = name .. "=" .. value end
    table.sort(seen)
    assert.same({ "best=1", "id=a" }, seen)
    assert.equal("table", type(frame[1]))
    assert.equal("id    a\nbest  1", tostring(parley.frame { { id = "a", best = 1 } }:select("id", "best"):first()))
    local _, back = pcall(parley.frame, { frame[1], frame[2] })
    assert.same({ "a", "b", n = 2 }, back:values "id")
    local own = {}
    for name, value in pairs(frame[1]) do own[name] = value end
    own.best = 3
    assert.same({ id = "a", best = 3 }, own)
  end)

  it("can have columns that are called as metamethods are, and is a plain table then", function()
    local odd = parley.frame { { __index = "i", __pairs = 2, id = "x" } }
    assert.same({ __index = "i", __pairs = 2, id = "x" }, odd[1])
    assert.same({ __index = "i", __pairs = 2, id = "x" }, { __index = odd:first().__index,
      __pairs = odd:first().__pairs, id = odd:first().id })
  end)

  it("is the loop's own in a stream and in a list", function()
    for row in frame:rows() do row.mood = "good" end
    local all = frame:all()
    all[1].best = 3
    assert.equal(3, all[1].best)
    assert.equal(1, frame[1].best)
  end)
end)
