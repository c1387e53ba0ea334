-- The right side of `and` and `or` is not worked out for a row where the left one decides, on any engine.

local parley = require "parley"
local query_of = require "spec.support.frame_query"

local f = parley.frame { { n = 1, x = 1000.5, k = "[", d = "soon" }, { n = 7, x = 1.0, k = "a", d = "2025-06-02" },
  { x = 2.0, k = "b", d = "2025" } }

local function answer(engine, text)
  return query_of(f, engine):with(text .. " as v"):frame():values "v"
end

describe("a condition after one that decides", function()
  local ENGINES = { "sql", "columns" }

  it("is not worked out, whatever it would say", function()
    for text, expected in pairs {
      ["n > 5 and exp(x) > 1"] = { false, true, nil },
      ["n < 5 or exp(x) > 1"] = { true, true, true },
      ["n > 5 and regexp('a', k)"] = { false, true, false },
      ["not (n > 5 and exp(x) > 1)"] = { true, false, nil },
      ["n > 5 and exp(x) > 1 and n > 2"] = { false, true, nil },
      ["n > 5 and exp(x) > 1 and regexp('a', k) and exp(x) > 2"] = { false, true, false },
      ["n > 5 and (n > 6 or exp(x) > 1)"] = { false, true, nil },
      ["n < 5 or n is nil or exp(x) > 3"] = { true, false, true },
      ["n > 5 and days_high(d) > 0"] = { false, true, nil },
      ["n > 5 and (x < 5 and n * 9223372036854775807 > 1 or exp(x) > 1)"] = { false, "overflow" },
      ["exp(x) > 1 and n > 5"] = { "overflow" },
    } do
      for _, engine in ipairs(ENGINES) do
        local done, values = pcall(answer, engine, text)
        local code = expected[1] == "overflow" or expected[2] == "overflow"
        assert.equal(not code, done, engine .. ": " .. text .. ": " .. tostring(values))
        if code then
          assert.equal("overflow", values.code)
        else
          for i = 1, 3 do assert.equal(expected[i], values[i], engine .. ": " .. text) end
        end
      end
    end
  end)

  it("is worked out where it is an aggregate, as are those in if() and coalesce()", function()
    local most = math.maxinteger
    local sums = parley.frame { { k = "a", n = most, x = 1.0 }, { k = "a", n = most, x = 2.0 }, { k = "b", n = 1, x = 800.0 } }
    for _, text in ipairs { "coalesce(min(n), sum(n))", "coalesce(1, sum(n))", "if(true, 1, sum(n))", "true or sum(n) > 5",
      "false and sum(n + 1) > 5", "k = 'q' and max(n + 1) > 1", "if(nil, sum(n), 2)", "1 = 2 and sum(exp(x * 10)) > 1" } do
      for _, engine in ipairs(ENGINES) do
        local done, err = pcall(function()
          return query_of(sums, engine):by("k"):summarise(text .. " as v"):frame()
        end)
        assert.is_false(done, engine .. ": " .. text)
        assert.equal("overflow", err.code)
      end
    end
  end)
end)
