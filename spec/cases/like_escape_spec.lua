--- Case 89: `like` with an escape, on every engine.

local frame_query = require "spec.support.frame_query"
local parley = require "parley"

local TEXTS = { "100%", "1000", "50_50", "50-50", "a!b", "a%b!", "", "é%", "100" }

-- Which of the texts fit, as the columns, SQL and a file say.
local function fitting(condition, ...)
  local rows = {}
  for i, text in ipairs(TEXTS) do rows[i] = { i = i, t = text } end
  local f, found = parley.frame(rows), nil
  for _, q in ipairs { f, frame_query(f, "sql") } do
    local now = {}
    for text in q:where(condition, ...):each("t") do now[#now + 1] = text end
    table.sort(now)
    assert.same(found or now, now)
    found = now
  end
  return found
end

describe("case 89: like with an escape", function()
  it("takes the signs of a pattern as themselves", function()
    assert.same({ "100%" }, fitting [[t like '100\%' escape '\']])
    assert.same({ "50_50" }, fitting [[t like '50!_50' escape '!']])
    assert.same({ "100", "100%", "1000" }, fitting [[t like '100%' escape '\']])
    assert.same({ "a!b", "a%b!" }, fitting [[t like '%!!%' escape '!']])
    assert.same({ "a%b!" }, fitting [[t like '%!%b%' escape '!']])
    assert.same({ "100%", "a%b!", "é%" }, fitting([[t LIKE ? ESCAPE ?]], "%é%%", "é"))
  end)

  it("goes back to the last % where what is escaped is not there yet", function()
    local f = parley.frame { { t = "aa%ab%" }, { t = "a%b" }, { t = "%%" }, { t = "ab" } }
    for _, q in ipairs { f, frame_query(f, "sql") } do
      assert.equal(2, q:where([[t like 'a%\%%b%' escape '\']]):count())
      assert.equal(3, q:where([[t like '%\%%' escape '\' and t not like 'b%' escape 'x']]):count())
    end
  end)

  it("may be any expression, and missing", function()
    local f = parley.frame { { t = "5%", e = "!" }, { t = "5%" } }
    for _, q in ipairs { f, frame_query(f, "sql") } do
      assert.equal(1, q:where("t like '5!%' escape e"):count())
      assert.equal(0, q:where("t not like '5!%' escape e"):count())
      assert.equal(1, q:where("(t like '5!%' escape e) is nil"):count())
    end
  end)

  it("is one character that stands before another", function()
    local f = parley.frame { { t = "5%", escape = "x" } }
    for _, q in ipairs { f, frame_query(f, "sql") } do
      assert.error_matches(function() q:where("t like '5!%' escape '!!'"):count() end, "escape of like is one character")
      assert.error_matches(function() q:where("t like '5!%' escape ''"):count() end, "escape of like is one character")
      assert.error_matches(function() q:where("t like '5%!' escape '!'"):count() end, "ends with its escape")
      assert.error_matches(function() q:where("t like '5%!!!' escape '!'"):count() end, "ends with its escape")
      assert.equal(1, q:where("escape like 'x'"):count())
    end
  end)
end)
