-- Mistakes as an analyst makes them, over the public calls: what is said names the thing, the place and a way out.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at = scratch.folder()

describe("a mistake", function()
  local ds

  setup(function() ds = scratch.fill(assert(parley.open ":memory:")) end)

  local function said(fn)
    local done, first, message = pcall(fn)
    return done and message or not done and first.message or "nothing went wrong"
  end

  -- what was done; what is to be in the message, in this order
  local MISTAKES = {
    { "a bundled dataset misspelt", function() return parley.open "istanbul-2024" end, "'istanbul-2024'", "did you mean 'istanbul-2025'?" },
    { "a mode of other libraries", function() return parley.open("x.db", { mode = "w" }) end, "'w'", "did you mean 'rw'?" },
    { "a policy misspelt", function() return parley.open(nil, { policy = { prefr = {} } }) end, "a policy", "'prefr'", "'prefer'" },
    { "a function misspelt", function() return parley.raed "x.csv" end, "parley.raed", "did you mean 'read'?" },
    { "a file that is not there", function() return parley.read(at "none.csv") end, "none.csv", "no such file", "check the path" },
    { "a folder for a file", function() return parley.read(at "") end, "it is a folder", "name a file in it" },
    { "a file before the table", function() return ds:import("x.csv", "talks") end, "'x.csv'", 'ds:import("talks", "x.csv")' },
    { "an option of an import", function() return ds:import("talks", "x.csv", { sorce = "s1" }) end, "import()", "'sorce'", "'source'" },
    { "a mapping misspelt", function() return ds:import("events", "x.csv", { mapping = "gdelt" }) end, "'gdelt'", "'gdelt1'" },
    { "a column misspelt", function() return ds.talks:where { plcae = "x" } end, "'plcae' in talks", "did you mean 'place'?" },
    { "a name with blanks without quotes", function()
      return parley.frame { { ["share of votes"] = 3 } }:where "share of votes > 2"
    end, "'of'", 'double quotes: "share of votes"', "position 7" },
    { "a column that is there already", function() ds:add_column("talks", "place", { type = "text" }) end, "'place'",
      "choose another name" },
    { "text in double quotes", function() return ds.talks:where 'place = "oslo"' end, "'oslo'", "'single quotes'", "position 9" },
    { "a day with slashes", function() return ds.talks:where "date > '2/6/2025'" end, "'2/6/2025'", "2025-06-02", "position 8" },
    { "a day as a number", function() return ds.talks:where { date = 5 } end, "date (date)", "5 (integer)", "'2025-06-02'" },
    { "a parameter without a value", function() return ds.talks:where "place = ?" end, '"place = ?"', "0 values" },
    { "a verb of other libraries", function() return ds.talks:group_by "place" end, "'group_by'", "by(...)" },
    { "a column as a field", function() return ds.talks.place end, "'place'", "a column", 'select("place")' },
    { "an attribute of pandas", function() return ds.talks.shape end, "'shape'", "count()" },
    { "a call of the dataset, of a table", function() return ds.talks:add {} end, "'add'", "ds:add(...)" },
    { "a verb without its table", function() return ds:where {} end, "'where'", "ds.demands:where(...)" },
    { "a verb of others without its table", function() return ds:filter {} end, "'filter'", "ds.demands:where(...)" },
    { "a column without quotes", function() return ds.talks:by(nil) end, "argument 1 of by()", 'by("name")' },
    { "columns in braces", function() return ds.talks:select { "place" } end, "select()", "without braces", 'select("a", "b")' },
    { "a condition of Lua", function() return ds.talks:where("place" == "oslo") end, "a boolean", "in quotes" },
    { "a column that is none, alone", function() return ds.talks:by "nowhere" end, "'nowhere' in talks", "columns: id, process",
      " more" },
    { "an aggregate left out", function() return ds.talks:by("place"):summarise "id" end, "'id'", "first(id)", "position 1" },
    { "a limit as text", function() return ds.talks:limit "ten" end, "limit(n)", "'ten'" },
    { "a join without a column", function() return ds.talks:join(ds.sources) end, "on = " },
    { "a claim without a source", function() ds:claim("talks", "r2", { place = "x" }) end, "source", "{source = 's1'}" },
    { "a day in words", function() ds:claim("talks", "r2", { date = "June 2" }, { source = "s1" }) end, "talks.date", "'June 2'",
      "2025-06-02" },
    { "a claim with a dot", function() return ds.claim("talks", "r1", {}) end, "claim()", "x:claim(...)" },
    { "a claim that is none", function() ds:retract(999, "wrong") end, "999", ":claims()" },
    { "a format that is none", function() return ds.talks:save "x.xls" end, "'x.xls'", ".csv" },
    { "a folder that is none", function() return ds.talks:save(at "no/x.csv") end, "x.csv", "create it first" },
    { "an option of an analysis", function() return ds:timeline { topc = "x" } end, "timeline{}", "'topc'", "'topic'" },
    { "a word of an analysis", function() return ds:timeline { topic = "ceasfire" } end, "'ceasfire'", "'ceasefire'" },
    { "a day of an analysis", function() return ds:as_of "yesterday" end, "as_of()", "'yesterday'", "2025-06-02" },
    { "a thing that is not there", function() return ds.talks:get "r22" end, "'r22' in talks", "did you mean 'r2'?" },
    { "a chart that is none", function() return ds.talks:plot { kind = "pie" } end, "'pie'", "bar" },
    { "a picture misspelt", function() return ds:plot "timelin" end, "'timelin'", "'timeline'" },
    { "a country system misspelt", function() return parley.countries.iso3("fisp", "RS") end, "'fisp'", "'fips'" },
    { "a year as text", function() return parley.countries.iso3("fips", "RS", "1990") end, "1995", "'1990'" },
  }

  for _, mistake in ipairs(MISTAKES) do
    it("such as " .. mistake[1] .. " is told with the way out", function()
      local message, from = said(mistake[2]), 1
      for i = 3, #mistake do
        local _, to = message:find(mistake[i], from, true)
        assert.is_truthy(to, ("%s is not where it should be in: %s"):format(mistake[i], message))
        from = to + 1
      end
    end)
  end
end)
