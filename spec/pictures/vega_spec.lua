-- Charts as Vega-Lite specifications: what plot{} draws, as data and encodings; valid against the schema where that is
-- found (tools/deps.sh check).

local files = require "parley.base.files"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local frame = parley.frame {
  { party = "north", month = "2025-01", n = 3, low = 2, high = 5, amount = 1.5, topic = "truce" },
  { party = "south", month = "2025-01", n = 4, low = 4, high = 4, amount = 2.5, topic = "truce" },
  { party = "north", month = "2025-02", n = 7, low = 6, high = 9, amount = 4.0, topic = "borders" },
}

local CHARTS = {
  { kind = "bar", x = "party" }, { kind = "bar", x = "month", y = "n", by = "party" },
  { kind = "line", x = "month", y = "n", by = "party", log = true }, { kind = "area", x = "month", y = "n", by = "party" },
  { kind = "step", x = "month", y = "n", by = "party" }, { kind = "point", x = "n", y = "amount", by = "party", log = "x" },
  { kind = "histogram", x = "n" }, { kind = "heat", x = "party", y = "topic" },
  { kind = "range", x = "month", low = "low", high = "high", y = "n", by = "party" },
  { kind = "bar", x = "topic", y = "n", by = "party", facet = "month", title = "A \"title\"" },
}

-- A specification as a table, read by SQLite, which knows JSON.
local function read(text, path)
  return parley.open(":memory:"):sql("select json_extract(?, ?) as v", text, path)[1].v
end

describe("a chart as Vega-Lite", function()
  it("has its data inside, and says what stands where", function()
    local spec = frame:vega { kind = "line", x = "month", y = "n", by = "party", log = true }
    assert.equal("https://vega.github.io/schema/vega-lite/v6.json", read(spec, "$.\"$schema\""))
    assert.equal(3, read(spec, "$.data.values[0].y"))
    assert.equal("2025-01", read(spec, "$.data.values[0].label"))
    assert.equal("2025-01-16", read(spec, "$.data.values[0].x"))
    assert.equal("temporal", read(spec, "$.layer[0].encoding.x.type"))
    assert.equal("log", read(spec, "$.layer[0].encoding.y.scale.type"))
    assert.equal('["north","south"]', read(spec, "$.layer[0].encoding.color.scale.domain"))
    assert.equal('["#0072b2","#d55e00"]', read(spec, "$.layer[0].encoding.color.scale.range"))
  end)

  it("draws intervals from low to high, small multiples, and counts", function()
    local range = frame:vega(CHARTS[9])
    assert.equal("rule", read(range, "$.layer[1].mark"))
    assert.equal("high", read(range, "$.layer[1].encoding.y2.field"))
    assert.equal("panel", read(frame:vega(CHARTS[10]), "$.facet.field"))
    assert.equal(2, read(frame:vega(CHARTS[1]), "$.data.values[0].y"))
    assert.equal(1, read(frame:vega(CHARTS[8]), "$.data.values[0].value"))
  end)

  it("is what plot{} would refuse, refused", function()
    assert.has_error(function() frame:vega { kind = "bars", x = "party" } end)
    assert.has_error(function() frame:vega { kind = "bar", x = "party", y = "n" } end)
  end)

  it("is of queries too, and the same text each time", function()
    local ds = parley.open "istanbul-2025"
    local q = ds.demands:by("topic"):count()
    assert.equal(q:vega { kind = "bar", x = "topic", y = "count" }, q:vega { kind = "bar", x = "topic", y = "count" })
    assert.is_true(read(q:vega { kind = "bar", x = "topic", y = "count" }, "$.data.values[0].y") > 0)
  end)

  local modules = "build/check/node_modules"
  if not files.exists(modules .. "/vega-lite/build/vega-lite-schema.json") or not files.exists(modules .. "/ajv") then
    pending("is not held against the schema: vega-lite or ajv is missing (sh tools/deps.sh check)")
    return
  end

  it("is valid by the schema", function()
    local path, remove = scratch.folder()
    for i, chart in ipairs(CHARTS) do scratch.write(path(i .. ".json"), frame:vega(chart)) end
    local pipe = assert(io.popen(("env -u LD_PRELOAD node spec/pictures/vega_schema.js %s %s 2>&1"):format(modules, path "")))
    local output = pipe:read "a"
    pipe:close()
    remove()
    assert.equal(("valid\n"):rep(#CHARTS), output)
  end)
end)
