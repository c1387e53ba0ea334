-- JSON text, read back by SQLite.

local core = require "parley.core"
local json = require "parley.base.json"

local store = core.open(":memory:", { mode = "memory" })

local function back(text) return (store:values("SELECT json_extract(?, '$.x')", { n = 1, '{"x":' .. text .. "}" })) end

describe("JSON", function()
  it("texts read back as they were, whatever characters are in them", function()
    for _, text in ipairs { "", "plain", 'a "quoted" word', "a\\b", "tab\tline\nfeed\r", "\1\31\127", "ünï\u{2028}x\u{2029}" } do
      assert.equal(text, back(json.text(text)))
    end
  end)

  it("texts hold no character that ends a line, in JavaScript either", function()
    assert.equal('"a\\nb\\u2028c\\u2029"', json.text "a\nb\u{2028}c\u{2029}")
    assert.equal('"\\u0001\\b\\f"', json.text "\1\b\f")
  end)

  it("lists hold a part of a list of texts", function()
    assert.equal('["b","c"]', json.list({ "a", "b", "c", "d" }, 2, 3))
    assert.equal('["a\\"b"]', json.list { 'a"b' })
    assert.equal("[]", json.list {})
  end)

  it("objects keep the order of their keys and leave out what is nil", function()
    local value = json.object("b", 1, "a", nil, "c", { "x", 2.5, true }, "d", {}, "e", json.object())
    assert.equal('{"b":1,"c":["x",2.5,true],"d":[],"e":{}}', json.write(value, json.styles.compact))
    assert.equal('{"b": 1, "c": ["x", 2.5, true], "d": [], "e": {}}', json.write(value, json.styles.line))
  end)

  it("is indented but for lists of plain values", function()
    local value = json.object("a", { 1, 2 }, "b", { json.object("c", "d") })
    assert.equal('{\n  "a": [1, 2],\n  "b": [\n    {\n      "c": "d"\n    }\n  ]\n}',
      json.write(value, json.styles.indented))
  end)
end)
