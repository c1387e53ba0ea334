-- Expressions and chains of any depth and length mean what short ones do, whatever their SQL looks like.
-- Holds: query.tree, query.bound, query.sql.level

local parley = require "parley"
local frame_queries = require "parley.query.sql.frame_queries"
local scratch = require "spec.support.scratch"

-- A call around a call, `n` times.
local function nested(before, inner, after, n) return before:rep(n) .. inner .. after:rep(n) end

describe("the depth of expressions", function()
  local ds

  setup(function() ds = parley.open "istanbul-2025" end)
  teardown(function() ds:close() end)

  -- Demands with columns of many shapes, before which search() and claims() still know the rows.
  local function shaped()
    local doubled = ds.demands:with "text .. 'a' as z"
    for _ = 1, 11 do doubled = doubled:with "z .. z as z" end
    local chain = ds.demands
    for _ = 1, 8 do chain = chain:with("replace(text, 'a', 'b') as text"):with "lower(text) as text" end
    return { deep = ds.demands:with(nested("replace(", "text", ", 'abc', 'abd')", 12) .. " as z"),
      doubled = doubled, chain = chain, alone = chain:select "text",
      windows = ds.demands:by("made"):with "count() as n", taken = chain:with('topic as "#id"'):by("made"):with "count() as n" }
  end

  it("leaves the rows of a table known to search() and claims()", function()
    local found = ds.demands:search("ceasefire"):count()
    local claims = ds.demands:claims():count()
    assert.is_true(found > 0 and claims > ds.demands:count())
    for name, q in pairs(shaped()) do
      assert.equal(found, q:search("ceasefire"):count(), name)
      assert.equal(claims, q:claims():count(), name)
    end
    local split = ds.demands:split "topic"
    assert.equal(found, split:search("ceasefire"):distinct("id"):count())
  end)

  it("is said by claims() where the rows are not known any more, before it runs", function()
    local q = ds.demands:distinct "topic"
    assert.equal("parley: claims() needs the column id of the rows; keep it in select()",
      scratch.refusal(function() return q:claims() end))
    assert.equal(ds.demands:limit(3):claims():count(), ds.demands:limit(3):select("text"):claims():count())
  end)

  it("is that of the expression, not of the names in it", function()
    local name = ("("):rep(40)
    local f = parley.frame { { [name] = 1, b = 2 }, { [name] = 3, b = 4 } }
    for _, q in ipairs { f, frame_queries.of(f) } do
      assert.equal(4, q:with(('"%s" + 1 as z'):format(name)):where(('"%s" > 1'):format(name)):frame():all()[1].z)
    end
  end)

  it("adds up over steps without an end, on every engine", function()
    local f = parley.frame { { n = 2, x = 1.5, t = "a", d = "2022-01", b = true },
      { n = 3, x = 2.5, t = "b", d = "2022", b = false } }
    local calls = { { "coalesce(t, ", "t", ")" }, { "(n % ", "n", ")" }, { "if(b, t, ", "t", ")" },
      { "greatest(n, ", "n", ")" }, { "coalesce(d, ", "d", ")" } }
    for _, call in ipairs(calls) do
      local before, inner, after = table.unpack(call)
      local function deep(of, n) return nested(before, of, after, n) end
      local ways = {
        function(q) return q:with(deep(inner, 7) .. " as z"):with(deep("z", 14) .. " as z"):with(deep("z", 14) .. " as y") end,
        function(q) return q:with(deep(inner, 7) .. " as z"):where(deep("z", 13) .. " is not nil"):sort(deep("z", 14)) end,
        function(q)
          return q:with(deep(inner, 7) .. " as z"):by(deep("z", 14) .. " as y"):summarise("max(" .. deep("n", 3) .. ") as m")
        end,
        function(q) return q:with(deep(inner, 7) .. " as z"):by("b"):with("lag(" .. deep("z", 13) .. ") as m") end,
      }
      for i, way in ipairs(ways) do
        if pcall(way, f) then
          assert.equal(tostring(way(f):frame()), tostring(way(frame_queries.of(f)):frame()), before .. i)
        end
      end
    end
  end)
end)
