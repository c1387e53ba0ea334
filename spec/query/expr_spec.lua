-- Holds: query.parser, query.tree

local scratch = require "spec.support.scratch"
local expr = require "parley.query.expr"

local message = scratch.refusal

-- A tree as text with every grouping spelled out.
local show
local function show_all(nodes)
  local parts = {}
  for i, node in ipairs(nodes) do parts[i] = show(node) end
  return table.concat(parts, ", ")
end

function show(node)
  local kind = node.kind
  if kind == "literal" then return type(node.value) == "string" and ("%q"):format(node.value) or tostring(node.value) end
  if kind == "column" then return table.concat(node.path, ".") end
  if kind == "call" then return ("%s(%s)"):format(node.name, show_all(node.args)) end
  if node.left then return ("(%s %s %s)"):format(show(node.left), node.op, show(node.right)) end
  local name = (node.negated and "not " or "") .. kind
  if kind == "between" then return ("[%s %s %s %s]"):format(name, show(node.operand), show(node.low), show(node.high)) end
  if kind == "in" then return ("[%s %s: %s]"):format(name, show(node.operand), show_all(node.list)) end
  if kind == "like" then return ("[%s %s %s]"):format(name, show(node.operand), show(node.pattern)) end
  return ("[%s %s]"):format(name, show(node.operand))
end

local function tree(text, ...) return show(expr.parse(text, table.pack(...))) end

describe("expressions", function()
  it("bind by precedence, loosest first: or, and, not, comparison, .., sums, products, minus", function()
    assert.equal("(a or (b and [not (c = (d .. (e + (f * [negate g]))))]))", tree "a or b and not c = d .. e + f * -g")
    assert.equal("((a - b) - c)", tree "a - b - c")
    assert.equal("((a / b) % c)", tree "a / b % c")
    assert.equal("((a or b) and c)", tree "(a or b) and c")
  end)

  it("read every literal exactly", function()
    assert.equal(9223372036854775807, expr.parse("9223372036854775807").value)
    assert.equal(-9223372036854775807, expr.parse("-9223372036854775807").value)
    assert.equal(1500.0, expr.parse("1.5e3").value)
    assert.equal("it's", expr.parse("'it''s'").value)
    assert.equal("", expr.parse("''").value)
    assert.is_true(expr.parse("TRUE").value)
    assert.equal("null", expr.parse("nil").type)
    assert.equal("(1 .. 2)", tree "1..2")
  end)

  it("take the spellings of Lua and of SQL alike", function()
    for _, text in ipairs { "a == 1", "a = 1" } do assert.equal("(a = 1)", tree(text)) end
    for _, text in ipairs { "a != 1", "a ~= 1", "a <> 1" } do assert.equal("(a != 1)", tree(text)) end
    assert.equal("[not is_nil talk.date]", tree "talk.date IS NOT NULL")
    assert.equal("[not in a: 1, \"x\"]", tree "a not in (1, 'x')")
    assert.equal("([not between a 1 2] and b)", tree "a not between 1 and 2 and b")
    assert.equal("[not like a \"x%\"]", tree "a not like 'x%'")
    assert.equal("(odd name = 1)", tree '"odd name" = 1')
  end)

  it("take parameters in order, as values of their own type", function()
    assert.equal('((a >= "2025-06") and (b = 3))', tree("a >= ? and b = ?", "2025-06", 3))
    assert.equal("(a = true)", tree("a = ?", true))
  end)

  it("name columns of items", function()
    assert.equal("talk_date", expr.parse_item("talk.date").name)
    assert.equal("d", expr.parse_item("talk.date as d").name)
    assert.equal("count", expr.parse_item("count()").name)
    assert.equal("sum_best", expr.parse_item("sum(best)").name)
    assert.equal("high - low", expr.parse_item("high - low").name)
    local item = expr.parse_sort("made desc")
    assert.same({ true, "made" }, { item.desc, show(item.node) })
    assert.is_false(expr.parse_sort("made asc").desc)
  end)

  it("are read alike, whether a column stands alone or not", function()
    for _, name in ipairs { "topic", "_a1", "größe" } do
      local alone, parsed = expr.parse_item(name), expr.parse_item(name .. " as " .. name)
      assert.same(parsed.node, alone.node)
      assert.equal(name, alone.name)
      assert.same({ node = parsed.node, desc = false, text = name }, expr.parse_sort(name))
    end
    for _, word in ipairs { "nil", "TRUE", "False" } do assert.equal("literal", expr.parse_item(word).node.kind) end
    for _, word in ipairs { "desc", "NOT", "1a", "a b" } do assert.has_error(function() expr.parse_item(word) end) end
  end)

  it("say what is wrong, and where", function()
    local cases = {
      ["made >= "] = "parley: expected a value after '>=' (position 9 of \"made >= \")",
      ["a = b = c"] = "parley: comparisons cannot be chained; join two with 'and' (position 7 of \"a = b = c\")",
      ["(a"] = "parley: expected ')' to close the parenthesis (position 3 of \"(a\")",
      ["'abc"] = "parley: the ' that opens here is never closed (position 1 of \"'abc\")",
      ["a b"] = "parley: unexpected 'b' after a complete expression; a name with blanks in it is written in double "
        .. "quotes: \"a b\" (position 3 of \"a b\")",
      ["x = a b c"] = "parley: unexpected 'b' after a complete expression; a name with blanks in it is written in "
        .. "double quotes: \"a b c\" (position 7 of \"x = a b c\")",
      ["1 b"] = "parley: unexpected 'b' after a complete expression (position 3 of \"1 b\")",
      ["a = $"] = "parley: unexpected character '$' (position 5 of \"a = $\")",
      ["12abc"] = "parley: a number cannot be followed by a letter (position 3 of \"12abc\")",
      ["a in 3"] = "parley: expected '(' after 'in', as in: topic in ('ceasefire', 'prisoners') (position 6 of \"a in 3\")",
      ["a is 3"] = "parley: expected 'nil' or 'not nil' after 'is' (position 6 of \"a is 3\")",
      ["9223372036854775808"] = "parley: the integer 9223372036854775808 does not fit 64 bits (position 1 of \"9223372036854775808\")",
    }
    for text, expected in pairs(cases) do assert.equal(expected, message(expr.parse, text)) end
  end)

  it("count parameters and refuse values that are none", function()
    assert.equal('parley: the expression "a = ?" has 1 parameter (?), but 0 values were given',
      message(expr.parse, "a = ?", { n = 0 }))
    assert.equal('parley: the expression "a = 1" has 0 parameters (?), but 1 value was given; conditions are joined with '
      .. "'and', or stand in a where() each",
      message(expr.parse, "a = 1", { n = 1, 5 }))
    assert.equal('parley: parameter 1 of the expression "a = ?" is a table; give text, a number, a boolean or nil',
      message(expr.parse, "a = ?", { n = 1, {} }))
    assert.equal("parley: a condition is an empty expression", message(expr.parse, "  "))
    assert.equal("parley: a column must be an expression (text), not a nil", message(expr.parse_item))
  end)

  it("stay finite on hostile text", function()
    assert.truthy(message(expr.parse, ("("):rep(100000)):find("nested more than 15 deep", 1, true))
    assert.truthy(message(expr.parse, ("-"):rep(100000) .. "1"):find("nested more than 15 deep", 1, true))
    assert.truthy(message(expr.parse, ("not "):rep(100000) .. "a"):find("nested more than 15 deep", 1, true))
    assert.truthy(message(expr.parse, "a" .. (" or a"):rep(100000)):find("more than 800 operators", 1, true))
    assert.is_true(#message(expr.parse, ("x "):rep(100000)) < 400)
  end)

  it("never fail in any other way on random bytes", function()
    local pieces = { "a", "talk.date", "1", "1.5", "'x'", "(", ")", ",", "and", "or", "not", "in", "is", "nil", "like",
      "between", "=", "<", "..", "+", "-", "*", "/", "%", "?", ".", "\"", "'", "\0", "é", "as", "desc", "\255" }
    math.randomseed(20250602)
    for _ = 1, 3000 do
      local parts = {}
      for i = 1, math.random(1, 12) do parts[i] = pieces[math.random(#pieces)] end
      local ok, err = pcall(expr.parse, table.concat(parts, " "))
      assert.is_true(ok or tostring(err):find("parley: ", 1, true) ~= nil, tostring(err))
    end
  end)

  it("tells integers from numbers by how they are written", function()
    for text, kind in pairs { ["2"] = "integer", ["2.0"] = "float", ["1e18"] = "float", ["9223372036854775807"] = "integer" } do
      assert.equal(kind, math.type(expr.parse(text).value), text)
    end
  end)
end)
