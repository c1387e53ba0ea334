-- The table of functions: every entry has all its parts, and its example gives what it says on both engines.
-- Holds: query.functions

local core = require "parley.core"
local expr = require "parley.query.expr"
local query_of = require "spec.support.frame_query"
local functions = require "parley.query.functions"
local plain_engine = require "spec.support.plain_engine"

-- The column over which the examples of aggregates and windows stand.
local SAMPLE = { n = 5, columns = { { name = "x", type = "integer", values = { 3, 1, nil, 2, 2 } } } }

local TYPES = { any = true, number = true, integer = true, text = true, date = true, boolean = true, countable = true,
  share = true, comparison = true, scale = true, whole = true, separator = true, choice = true }
local RESULTS = { same = true, ["same number"] = true, common = true, number = true, integer = true, text = true,
  date = true, boolean = true }

local function described()
  local list = {}
  for _, entry in ipairs(functions.all()) do
    if entry.kind ~= "operator" and entry.kind ~= "measure" then list[#list + 1] = entry end
  end
  return list
end

local function sample_frame() return core.frame_new({ "x" }, { "integer" }, SAMPLE.n, { SAMPLE.columns[1].values }) end

-- The verbs in which an example stands; that of a window is over the one group of all rows.
local function steps_of(entry)
  local args = { entry.example .. " as v", n = 1 }
  if entry.kind == "window" then
    return { { verb = "by", args = { "1 as one", n = 1 } }, { verb = "with", args = args } }
  end
  return { { verb = entry.kind == "aggregate" and "summarise" or "select", args = args } }
end

local function literal(text)
  local node = expr.parse(text)
  if node.kind == "negate" then return -node.operand.value end
  return node.value
end

local function answer(entry, engine)
  local q = query_of(sample_frame(), engine)
  for _, step in ipairs(steps_of(entry)) do q = q[step.verb](q, step.args[1]) end
  return q:frame():values("v")[1]
end

local function plain_answer(entry)
  return plain_engine.answer({ table = SAMPLE, steps = steps_of(entry), columns = {} }).frame:values("v")[1]
end

local function same(a, b) return a == b and math.type(a) == math.type(b) end

describe("the table of functions", function()
  for _, entry in ipairs(described()) do
    local what = entry.kind .. " " .. entry.name

    it(what .. " has all its parts", function()
      for _, field in ipairs { "takes", "gives", "sqlite", "says", "example", "result" } do
        assert(type(entry[field]) == "string" and (entry[field] ~= "" or field == "takes"), what .. " has no " .. field)
      end
      assert(RESULTS[entry.gives], what .. " gives " .. entry.gives)
      for _, parameter in ipairs(entry.parameters) do
        assert(TYPES[parameter.type], what .. " takes " .. parameter.type)
      end
      assert(entry.says:find "^[%l%u%d]" and not entry.says:find "[%.;,]$", what .. ": a sentence without a full stop")
      assert(entry.example:find(entry.name .. "(", 1, true), what .. ": the example calls another function")
    end)

    it(what .. " gives what its example says, on every engine", function()
      local wanted = literal(entry.result)
      for engine, value in pairs { columns = answer(entry), sql = answer(entry, "sql"), plain = plain_answer(entry) } do
        assert(same(wanted, value), ("%s: %s gives %s, not %s"):format(engine, entry.example, tostring(value), entry.result))
      end
    end)
  end

  it("is what doc/expressions.md lists", function()
    local page = require "tools.functions_page"
    assert.equal(page.written(page.read()), page.read())
    assert.truthy(page.read():find("| `sqrt(x)` |", 1, true))
  end)

  it("has no name twice", function()
    local seen = {}
    for _, entry in ipairs(described()) do
      assert.is_nil(seen[entry.name], entry.name)
      seen[entry.name] = true
    end
  end)

  it("numbers the operations of the column engine one by one", function()
    local operation = 0
    for _, entry in ipairs(functions.all()) do
      if entry.kind == "operator" or entry.kind == "scalar" then
        assert.equal(operation, entry.operation, entry.name)
        operation = operation + 1
      end
    end
  end)

  it("fills SQL texts", function()
    assert.equal("f(a, b)", functions.fill("f($1, $2)", function(place) return place == "1" and "a" or "b" end))
    assert.equal("[*] [row] [day1]", functions.fill("$* $row $day1", function(place) return "[" .. place .. "]" end))
  end)

  it("knows what other tools call a function, by no name of its own", function()
    local seen = {}
    for _, entry in ipairs(functions.all()) do
      for word in (entry.elsewhere or ""):gmatch "%S+" do
        assert.is_nil(seen[word], word)
        assert.is_false(functions.is_known(word), word)
        seen[word] = true
      end
    end
    assert.equal("mean", functions.called_elsewhere("avg").name)
    assert.is_nil(functions.called_elsewhere "mean")
  end)

  it("takes argument lists apart", function()
    local substr = functions.scalars.substr
    assert.same({ 2, 3, "substr(x, from, n)" }, { substr.least, substr.most, substr.call })
    assert.same({ name = "n", type = "integer", optional = true }, functions.parameter(substr, 3))
    local coalesce = functions.scalars.coalesce
    assert.same({ 2, math.huge, "coalesce(a, b, …)" }, { coalesce.least, coalesce.most, coalesce.call })
    assert.equal("any", functions.parameter(coalesce, 9).type)
  end)
end)
