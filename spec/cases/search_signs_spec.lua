-- Signs and numbers in what is searched: cousins of case 56, in memory, in a file, in views and through a table.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local function fill(ds)
  ds:add("sources", { id = "s", published = "2020-01-01" })
  local texts = { a = "Kyiv – Moscow talks ☮ on § 5", b = "about 1 000 men", c = "about 1\u{202f}000 men", d = "1.000 men",
    e = "1'000 men", f = "1,000 men", g = "1000 men", h = "in 1 and 000", i = "12 345 678 shells", k = "2 022 people" }
  for id, text in pairs(texts) do ds:add("statements", { id = id, text = text }, { source = "s" }) end
  return ds
end

local function ids(q)
  local list = {}
  for row in q:rows() do list[#list + 1] = row.id end
  table.sort(list)
  return table.concat(list, " ")
end

local FOUND = { ["Kyiv – Moscow"] = "a", ["kyiv —"] = "a", ["☮ talks"] = "a", ["§ 5"] = "a", ["🙂 kyiv …"] = "a",
  ["\"Kyiv – Moscow\""] = "a", ["1000"] = "b c d e f g", ["1,000"] = "b c d e f g", ["1000 men"] = "b c d e f g",
  ["12345678"] = "i", ["2022"] = "k", ["000"] = "b c d e f h" }

local function check(ds)
  for text, expected in pairs(FOUND) do
    assert.equal(expected, ids(ds:search(text)), text)
    assert.equal(expected, ids(ds.statements:search(text)), text)
  end
  for _, text in ipairs { "☮", "•", "– … §", "\"—\"", "🙂*" } do
    for _, search in ipairs { function() return ds:search(text) end, function() return ds.statements:search(text) end } do
      local ok, err = pcall(search)
      assert.is_false(ok)
      assert.matches("needs at least one word to look for", tostring(err), 1, true)
    end
  end
end

describe("case 56: a search", function()
  it("passes over signs, and finds a number however its thousands are parted", function()
    check(fill(parley.open ":memory:"))
  end)

  it("does so in files, and as of a day", function()
    local ds <close> = fill(parley.open(at "signs.db"))
    check(ds)
    check(ds:as_of "2021-01-01")
    ds:close()
    local again <close> = parley.open(at "signs.db")
    check(again)
  end)
end)
