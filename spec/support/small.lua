--- A small Frame and a small dataset whose answers can be read off, and the rows of an answer as lists.

local parley = require "parley"

local small = {}

--- Rows as lists in the order of the columns; missing values as "·".
function small.lists(source)
  local rows = {}
  local columns = source:columns()
  for row in source:rows() do
    local list = {}
    for i, name in ipairs(columns) do
      if row[name] == nil then list[i] = "·" else list[i] = row[name] end
    end
    rows[#rows + 1] = list
  end
  return rows
end

local SALES = {
  { id = "a", side = "north", n = 3, share = 0.5, open = true, note = "Été" },
  { id = "b", side = "south", n = 1, share = 2.0, open = false, note = "ete" },
  { id = "c", side = "north", n = 7, open = true },
  { id = "d", n = 1, share = -1.5, note = "" },
  { id = "e", side = "south", n = 9007199254740993, share = 0.25, open = false, note = "100%" },
}

--- A Frame with a column of every type but dates, and missing values.
function small.frame() return parley.frame(SALES, { columns = { "id", "side", "n", "share", "open", "note" } }) end

--- A small dataset: two talks, three demands, dates of every precision.
function small.dataset()
  local ds = assert(parley.open(":memory:"))
  ds:atomic(function()
    ds:add("sources", { id = "p1", outlet = "Gazette", published = "2031-03-02" })
    ds:add("sources", { id = "p2", outlet = "Courier", published = "2031-03" })
    local from = { source = "p1", certainty = "narration" }
    for _, id in ipairs { "hill", "vale" } do ds:add("parties", { id = id, name = id:upper() }, from) end
    ds:add("talks", { id = "t1", date = "2031-02-10", place = "Førde", round = 1 }, from)
    ds:add("talks", { id = "t2", date = "2031-03", place = "Bergen", round = 2, prepares = "t1" }, from)
    ds:add("demands", { id = "d1", party = "hill", topic = "ceasefire", talk = "t1", made = "2031-02-10",
      text = "Stop the shelling of Førde" }, from)
    ds:add("demands", { id = "d2", party = "vale", topic = "prisoners", talk = "t2", made = "2031-03",
      wanted = "2031-03-05/2031-03-09" }, from)
    ds:add("demands", { id = "d3", party = "vale", topic = "ceasefire", made = "2031-02-20/..", days_low = 30 }, from)
    ds:claim("demands", "d1", { made = "2031-02-11" }, { source = "p2", certainty = "on_record_quote" })
  end)
  return ds
end

return small
