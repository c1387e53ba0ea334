-- What becomes of missing values is what the table of functions says, on every engine: each scalar is asked with a
-- missing value in the place of each argument, each aggregate and window over rows that lack it.
-- Holds: query.functions

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"
local expr = require "parley.query.expr"
local functions = require "parley.query.functions"
local plain_engine = require "spec.support.plain_engine"
local query_of = require "spec.support.frame_query"

-- A column's type and a value of it, for each type that the table takes; those of settings are written out.
local COLUMNS = { any = { "integer", 1 }, number = { "number", 2.5 }, integer = { "integer", 1 }, text = { "text", "uk" },
  date = { "date", "2025-06-02" }, boolean = { "boolean", true }, countable = { "integer", 2 }, scale = { "integer", 4 },
  comparison = { "date", "2025-06-02" } }

-- Values of these are taken from the example of a function: patterns, say, and numbers that are in its range.
local FROM_EXAMPLE = { number = true, integer = true, text = true }

-- The first call of a function in its example.
local function call_in(node, name)
  if type(node) ~= "table" then return nil end
  local first = node.kind == "call" and node.name == name and node or nil
  for _, part in pairs(node) do
    local found = call_in(part, name)
    if found and (not first or found.pos < first.pos) then first = found end
  end
  return first
end

-- Settings as they are written: 2 rows, so that a window sees one row before or behind its own.
local SETTINGS = { share = "0.9", whole = "2", separator = "', '" }

local function literal(value) return type(value) == "string" and "'" .. value .. "'" or tostring(value) end

-- The arguments of a call: { text } of what has to be written out, else a column of its own { text, name, type, value },
-- with a value that its example has, where it has one.
local function arguments_of(entry)
  local call, list = call_in(expr.parse(entry.example), entry.name), {}
  for at = 1, math.min(entry.most, entry.least + 1, math.max(#entry.parameters, entry.least)) do
    local parameter, written = functions.parameter(entry, at), call.args[at]
    if parameter.words or functions.is_setting(entry, at) then
      list[at] = { text = parameter.words and literal(parameter.words[1]) or SETTINGS[parameter.type] }
    else
      local name, column = "x" .. at, COLUMNS[parameter.type]
      local known = FROM_EXAMPLE[parameter.type] and written and written.kind == "literal" and written.value
      list[at] = { text = parameter.type == "comparison" and name .. " < '2025-07'" or name, name = name,
        type = column[1], value = known or column[2] }
    end
  end
  return list
end

local function call_of(entry, args)
  local texts = {}
  for i, arg in ipairs(args) do texts[i] = arg.text end
  return ("%s(%s)"):format(entry.name, table.concat(texts, ", "))
end

-- The columns of the arguments, in rows that each lack the arguments of a set: { [place] = true }.
local function sample_of(args, rows)
  local sample = { n = #rows, columns = { { name = "row", type = "integer", values = {} } } }
  for row in ipairs(rows) do sample.columns[1].values[row] = row end
  for at, arg in ipairs(args) do
    if arg.name then
      local values = {}
      for row, lacks in ipairs(rows) do
        if not lacks[at] then values[row] = arg.value end
      end
      sample.columns[#sample.columns + 1] = { name = arg.name, type = arg.type, values = values }
    end
  end
  return sample
end

local function frame_of(sample)
  local names, types, values = {}, {}, {}
  for i, column in ipairs(sample.columns) do names[i], types[i], values[i] = column.name, column.type, column.values end
  return core.frame_new(names, types, sample.n, values)
end

-- The values that a call gives, by engine; in the order of the rows.
local function answers(kind, call, sample)
  local verbs = kind == "window" and { { "by", "1 as one" }, { "with", call .. " as v" } }
    or { { kind == "aggregate" and "summarise" or "select", call .. " as v" } }
  local found, steps = {}, {}
  for i, verb in ipairs(verbs) do steps[i] = { verb = verb[1], args = { verb[2], n = 1 } } end
  for _, engine in ipairs { "columns", "sql" } do
    local q = query_of(frame_of(sample), engine)
    for _, verb in ipairs(verbs) do q = q[verb[1]](q, verb[2]) end
    found[engine] = q:frame():values "v"
  end
  local plain = plain_engine.answer { table = sample, steps = steps, columns = {} }
  assert(plain.frame, plain.message)
  found.plain = plain.frame:values "v"
  return found
end

-- Rows that lack one argument each, then one that lacks all, between two that lack none: windows see those.
local function lacking(args)
  local rows, none = { {}, {} }, {}
  for at, arg in ipairs(args) do
    if arg.name then rows[#rows + 1], none[at] = { [at] = true }, true end
  end
  table.move({ none, {}, {} }, 1, 3, #rows + 1, rows)
  return rows, #rows - 2
end

-- In how many rows that lack one argument there is a value, and whether there is one in that which lacks all.
local function told(values, last)
  local there = 0
  for row = 3, last - 1 do there = there + (values[row] ~= nil and 1 or 0) end
  return there, values[last] ~= nil
end

-- Whether a sentence says what comes of missing values.
local function speaks_of_missing(entry) return entry.says:find("missing", 1, true) ~= nil end

-- What contradicts a rule of the table in what was told of so many rows that lack one argument; nil where nothing does.
local RULES = {
  spreads = function(there, at_end) return (there > 0 or at_end) and "gives a value where an argument is missing" or nil end,
  skipped = function(there, at_end, count)
    if at_end then return "gives a value where all arguments are missing" end
    return there < count and "gives none where one argument is missing" or nil
  end,
  stated = function(there, at_end, _, entry)
    if not speaks_of_missing(entry) then return "says nothing of missing values in its sentence" end
    return there == 0 and not at_end and "is missing wherever an argument is" or nil
  end,
}

local function check_by_row(entry)
  local args = arguments_of(entry)
  local rows, last = lacking(args)
  if next(rows[last]) == nil then return end          -- no arguments, which could be missing
  for engine, values in pairs(answers(entry.kind, call_of(entry, args), sample_of(args, rows))) do
    local there, at_end = told(values, last)
    assert(values[2] ~= nil or entry.kind == "window", engine .. ": no value for arguments that are all there")
    local fault = RULES[entry.missing](there, at_end, last - 3, entry)
    assert(not fault, ("%s: %s(), said to be %s, %s"):format(engine, entry.name, entry.missing, tostring(fault)))
  end
end

-- Whether an engine gives another answer for three rows when there are more between them that lack an argument.
local function answer_changes(entry, args)
  local wanted = answers("aggregate", call_of(entry, args), sample_of(args, { {}, {}, {} }))
  for _, lacks in ipairs((lacking(args))) do
    local rows = next(lacks) and { lacks, {}, lacks, {}, {}, lacks } or { {}, {}, {} }
    for engine, values in pairs(answers("aggregate", call_of(entry, args), sample_of(args, rows))) do
      if values[1] ~= wanted[engine][1] then return true end
    end
  end
  return false
end

local function check_by_group(entry)
  local args = arguments_of(entry)
  local changes = answer_changes(entry, args)
  if args[1].type == "boolean" then          -- one of the two values settles an answer, whatever is missing
    args[1].value = not args[1].value
    changes = answer_changes(entry, args) or changes
  end
  if entry.missing == "stated" then
    assert(speaks_of_missing(entry), entry.name .. " says nothing of missing values in its sentence")
    return assert(changes, entry.name .. " passes over what is missing")
  end
  assert.is_false(changes, entry.name .. " does not pass over rows in which an argument is missing")
  local rows, last = lacking(args)
  for engine, values in pairs(answers("aggregate", call_of(entry, args), sample_of(args, { rows[last], rows[last] }))) do
    assert.equal(entry.counts and 0 or nil, values[1], engine)
  end
end

describe("a missing argument", function()
  for _, entry in ipairs(functions.all()) do
    local check = entry.kind == "aggregate" and check_by_group
      or (entry.kind == "scalar" or entry.kind == "window") and check_by_row
    if check then
      it(("of %s() is what the table says: %s"):format(entry.name, entry.missing), function() check(entry) end)
    end
  end

  it("fails where the table says another rule", function()
    for name, rule in pairs { abs = "skipped", coalesce = "spreads", hash = "spreads", lower = "stated", ["if"] = "skipped" } do
      local entry = functions.scalars[name]
      assert.has_error(function() check_by_row(setmetatable({ missing = rule }, { __index = entry })) end)
    end
    for name, rule in pairs { sum = "stated", any = "spreads", count = "stated" } do
      local entry = functions.aggregates[name]
      assert.has_error(function() check_by_group(setmetatable({ missing = rule }, { __index = entry })) end)
    end
  end)
end)
