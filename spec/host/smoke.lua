-- A short walk through Parley for valgrind: open, ask, frame, write, disagree, close.

local parley = require "parley"

do
  local ds <close> = parley.open()
  assert(ds.talks:count() >= 2)
  assert(ds.talks:get "r2")
  for row in ds.demands:where { party = "ukraine" }:rows() do
    assert(row.party == "ukraine")
    if row.id then break end
  end
  local frame = ds.demands:by("topic"):summarise("count() as n"):frame()
  assert(#frame > 1 and frame[1].n > 0)
  assert(#tostring(ds.talks) > 0 and #ds.talks:to_csv() > 0)
  assert(#ds:disagreements() > 0)
  assert(not pcall(function() return ds.talks:where { plaice = "Istanbul" } end))
end

do
  local ds <close> = parley.open ":memory:"
  ds:add("sources", { id = "s1", outlet = "Gazette", published = "2025-06-03" }, { source = "s1" })
  ds:add("talks", { id = "r1", date = "2025-05-16", place = "İstanbul" }, { source = "s1" })
  assert(ds.talks:where("contains(place, 'istanbul')"):count() == 1)
end
