-- Values that came out wrong without a word, by the numbers of the cases; of Frames, and of the same rows in SQL.

local parley = require "parley"
local frame_queries = require "parley.query.sql.frame_queries"

-- Both engines, asked the same.
local function each_engine(rows, ask)
  local f = parley.frame(rows)
  ask(f)
  ask(frame_queries.of(f))
end

it("case 52: items of a list can be told apart", function()
  each_engine({ { k = 1, x = "Smith; Doe", n = 3 }, { k = 1, x = "Lee", n = 2 }, { k = 1, x = '"so"; he', n = 1 },
    { k = 2, x = "a;b" }, { k = 2, x = "c;" }, { k = 2, x = 'say "x"' } }, function(q)
    local f = q:by("k"):summarise("list(x) as all", "string_agg(x, '; ') as joined", "top(x, 2, n) as first"):frame()
    assert.equal([["Smith; Doe"; Lee; """so""; he"]], f[1].all)
    assert.equal([["Smith; Doe"; Lee]], f[1].first)
    assert.equal([[Smith; Doe; Lee; "so"; he]], f[1].joined)
    assert.equal([[a;b; c;; say "x"]], f[2].all)
    assert.equal("3; 2; 1", q:where("k = 1"):list "n")
  end)
end)

it("cases 46 and 84: rounding to tens and of halves", function()
  each_engine({ { x = 0.5 } }, function(q)
    for call, expected in pairs {
      ["round(1234567.891, -3)"] = 1235000.0, ["round(1250, -2)"] = 1300.0, ["round(-1250, -2)"] = -1300.0,
      ["round(1249.9999999999998, -2)"] = 1200.0, ["round(44, -2)"] = 0.0, ["round(50, -2)"] = 100.0,
      ["round(1e300, -299)"] = 1e300, ["round(5, -400)"] = 0.0, ["round(9007199254740993, -1)"] = 9007199254740990.0,
      ["round(0.49999999999999994)"] = 0.0, ["round(-0.49999999999999994)"] = 0.0, ["round(2.5)"] = 3.0,
      ["round(-2.5)"] = -3.0, ["round(x)"] = 1.0, ["round(x, -1)"] = 0.0, ["round(1.25, 1)"] = 1.3,
      ["round(4503599627370495.5)"] = 4503599627370496.0, ["round(1000000000000000.5, 1)"] = 1000000000000000.5,
      ["round(-1000000000000000.5, 1)"] = -1000000000000000.5, ["round(1000000000000000.125, 2)"] = 1000000000000000.125,
      ["round(1000000000000000.125, 1)"] = 1000000000000000.125, ["round(70368744177664.25, 1)"] = 70368744177664.3,
      ["round(70368744177664.046875, 3)"] = 70368744177664.047, ["round(2251799813685249.5, 7)"] = 2251799813685249.5,
    } do
      assert.equal(expected, q:select(call .. " as r"):first().r, call)
    end
    assert.is_nil(q:select("round(x, nil) as r"):first().r)
    for _, call in ipairs { "round(9007199254740993)", "round(9007199254740993, 2)", "round(9007199254740992 + 1)" } do
      assert.equal("9007199254740993", tostring(q:select(call .. " as r"):first().r), call)
      assert.equal("integer", q:select(call .. " as r"):types()[1])
    end
  end)
end)

it("case 87: fold(x) groups as search compares", function()
  each_engine({ { x = "Zelenskyy" }, { x = "ZELENSKYY" }, { x = "ΟΔΥΣΣΕΥΣ" }, { x = "οδυσσευς" }, { x = "Straße" },
    { x = "STRASSE" }, { x = "café" }, { x = "cafe\u{301}" }, {} }, function(q)
    local f = q:by("fold(x) as word"):count():frame()
    assert.equal(5, #f)
    local counts = {}
    for row in f:rows() do counts[row.word or "none"] = row.count end
    assert.same({ zelenskyy = 2, ["οδυσσευσ"] = 2, strasse = 2, cafe = 2, none = 1 }, counts)
    assert.equal(2, q:where("contains(x, 'CAFE')"):count())
  end)
end)
