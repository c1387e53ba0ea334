--- Runs a random query on an engine, and says in what two answers differ.
-- Values must be the same to the last bit, but for sums of numbers, which depend on the order of additions: they may
-- be off by a share of the sum of absolute values, which the SQL engine is asked for when it matters. Rows must come
-- in the same order where the query fixes it, else they are compared as a bag.

local core = require "parley.core"
local query_of = require "spec.support.frame_query"
local random_tables = require "spec.support.random_tables"

local same_answers = {}

local TOLERANCE = 1e-12

-- Running -------------------------------------------------------------------------------------------------

local apply

-- The arguments of a step, with the table of a join as what join() takes.
local function arguments(step, engine)
  local first = step.args[1]
  if type(first) ~= "table" or not first.table then return table.unpack(step.args, 1, step.args.n) end
  local f = random_tables.frame(first.table)
  local other = #first.steps > 0 and apply(query_of(f, engine), first.steps, engine) or f
  return other, table.unpack(step.args, 2, step.args.n)
end

function apply(q, steps, engine)
  for _, step in ipairs(steps) do
    q = q[step.verb](q, arguments(step, engine))
    if step.verb == "diff" then q = query_of(q, engine) end          -- it gives a Frame
  end
  return q
end

local function run(query, engine)
  local q = apply(query_of(random_tables.frame(query.table), engine), query.steps, engine)
  if not query.finish then return q:frame() end
  return q[query.finish.verb](q, arguments(query.finish, engine))
end

-- Names of tables and places are the engine's own business.
local function plain_message(message)
  return (tostring(message):gsub("^.-parley: ", ""):gsub("frame_%d+", "frame"))
end

--- The answer of an engine: { frame }, { value } or { message }.
---@param query table   as random_queries makes them
---@param engine "sql"?
function same_answers.answer(query, engine)
  local ok, result = pcall(run, query, engine)
  if not ok then return { message = plain_message(result) } end
  if query.finish then return { value = result, is_value = true } end
  return { frame = result }
end

--- The query itself, for explain().
function same_answers.query(query, engine)
  return apply(query_of(random_tables.frame(query.table), engine), query.steps, engine)
end

-- The same query with a step replaced by one that gives the scale of a soft column.
local function scaled(query, soft)
  local steps = {}
  for i, step in ipairs(query.steps) do steps[i] = step == soft.step and soft.alternative or step end
  return { table = query.table, steps = steps, finish = query.finish }
end

-- Values --------------------------------------------------------------------------------------------------

local function shown(value)
  if type(value) == "string" and #value > 60 then
    return random_tables.literal(value:sub(1, 60)) .. ("… (%d bytes)"):format(#value)
  end
  return math.type(value) == "float" and ("%.17g"):format(value) or random_tables.literal(value)
end

-- A text that is the same for the same value only; integers and numbers are told apart, 0.0 and -0.0 too.
local function key_of(value)
  if math.type(value) == "float" then return string.pack(">n", value) end
  if math.type(value) == "integer" then return "i" .. value end
  return type(value):sub(1, 1) .. #tostring(value) .. ":" .. tostring(value)
end

local function identical(a, b)
  if a == b and a ~= 0 then return math.type(a) == math.type(b) end
  return key_of(a) == key_of(b)
end

local function near(a, b, scale)
  if type(a) ~= "number" or type(b) ~= "number" then return a == b end
  if a == b or math.type(a) ~= math.type(b) then return a == b and math.type(a) == math.type(b) end
  return math.abs(a - b) <= TOLERANCE * math.max(math.abs(a), math.abs(b), scale or 0)
end

local function same_day(a, b)
  return a == b or type(a) == "string" and type(b) == "string" and core.date(a) == core.date(b)
end

-- Rows ----------------------------------------------------------------------------------------------------

-- What is known of the columns of an answer, by name: of those of a pivot, the same of all.
local function knowledge(query, name)
  for _, column in ipairs(query.columns or {}) do
    if column.name == name then return column end
  end
  return query.dynamic or {}
end

local function plain_name(name) return (name:gsub("^frame_%d+", "frame")) end

-- The values of a Frame by column.
local function read(f, query)
  local all = { n = #f, names = {}, values = {}, known = {}, types = f:types() }
  for i, name in ipairs(f:columns()) do
    all.names[i], all.values[i], all.known[i] = plain_name(name), f:values(name), knowledge(query, name)
  end
  return all
end

-- For each row the key of what is compared exactly.
local function row_keys(all)
  local keys = {}
  for row = 1, all.n do
    local parts = {}
    for i, values in ipairs(all.values) do
      local known, value = all.known[i], values[row]
      if known.day_only and value then value = core.date(value) end
      parts[i] = known.soft and "" or key_of(value)
    end
    keys[row] = table.concat(parts, "\0")
  end
  return keys
end

local function less_soft(a, b)
  if a == nil or b == nil then return a ~= nil and b == nil end
  return a < b
end

-- The rows in an order that is the same for the same bag of rows.
local function bag_order(all)
  local order, keys = {}, row_keys(all)
  for row = 1, all.n do order[row] = row end
  table.sort(order, function(a, b)
    if keys[a] ~= keys[b] then return keys[a] < keys[b] end
    for i, values in ipairs(all.values) do
      if all.known[i].soft and values[a] ~= values[b] then return less_soft(values[a], values[b]) end
    end
    return a < b
  end)
  return order
end

local function row_order(all)
  local order = {}
  for row = 1, all.n do order[row] = row end
  return order
end

-- What is not alike in two columns of two answers, row for row: the place and both values.
local function different(a, b, at, order_a, order_b)
  local known, x, y = a.known[at], a.values[at], b.values[at]
  for i = 1, a.n do
    local left, right = x[order_a[i]], y[order_b[i]]
    local alike
    if known.day_only then alike = same_day(left, right)
    elseif known.soft then alike = near(left, right, known.scale and math.abs(known.scale[i] or 0))
    else alike = identical(left, right) end
    if not alike then return i, left, right end
  end
end

-- Scales of a soft column, in the order in which its rows are compared.
local function scale_of(query, known, name, in_order)
  local given = same_answers.answer(scaled(query, known.soft), "sql").frame
  if not given or not in_order then return nil end
  for _, other in ipairs(given:columns()) do
    if other == name then
      local all = read(given, query)
      local values, scale, order = given:values(name), {}, in_order(all)
      for i = 1, all.n do scale[i] = values[order[i]] end
      return scale
    end
  end
end

local function compare_rows(a, b, query, in_order)
  local order_a, order_b = in_order(a), in_order(b)
  for at, name in ipairs(a.names) do
    local row, left, right = different(a, b, at, order_a, order_b)
    local known = a.known[at]
    if row and known.soft then
      a.known[at] = setmetatable({ scale = scale_of(query, known, name, in_order) }, { __index = known })
      row, left, right = different(a, b, at, order_a, order_b)
    end
    if row then return ("row %d, column '%s': %s and %s"):format(row, name, shown(left), shown(right)) end
  end
end

-- The days or values rows are sorted by must come in the same sequence, whichever of equal rows comes first.
local function compare_ties(a, b, by)
  for _, name in ipairs(by) do
    for at, other in ipairs(a.names) do
      if other == name then
        for row = 1, a.n do
          local x, y = a.values[at][row], b.values[at][row]
          if not (identical(x, y) or a.types[at] == "date" and same_day(x, y)) then
            return ("row %d is out of order in '%s': %s and %s"):format(row, name, shown(x), shown(y))
          end
        end
      end
    end
  end
end

local function compare_shapes(a, b)
  local pairs_of = { { "columns", table.concat(a.names, ", "), table.concat(b.names, ", ") },
    { "types", table.concat(a.types, ", "), table.concat(b.types, ", ") }, { "rows", a.n, b.n } }
  for _, pair in ipairs(pairs_of) do
    if pair[2] ~= pair[3] then return ("%s: %s and %s"):format(pair[1], pair[2], pair[3]) end
  end
end

local function compare_frames(left, right, query)
  local a, b = read(left, query), read(right, query)
  local shape = compare_shapes(a, b)
  if shape then return shape end
  local in_order = compare_rows(a, b, query, row_order)
  if not in_order or query.order == "frame" or query.order == "fixed" then return in_order end
  return compare_rows(a, b, query, bag_order) or query.order == "ties" and compare_ties(a, b, query.by) or nil
end

local function compare_values(a, b, query)
  local finish = query.finish
  if finish.day_only and same_day(a, b) then return nil end
  if not finish.scale then
    if identical(a, b) then return nil end
  else
    local plain = { table = query.table, steps = query.steps, finish = finish.scale }
    local scale = same_answers.answer(plain, "sql").value
    if near(a, b, type(scale) == "number" and math.abs(scale) or nil) then return nil end
  end
  return ("the value: %s and %s"):format(shown(a), shown(b))
end

-- Answers -------------------------------------------------------------------------------------------------

local function outcome(answer)
  if answer.message then return "fails: " .. answer.message end
  return answer.frame and ("%d rows"):format(#answer.frame) or "the value " .. shown(answer.value)
end

-- Which of several bad texts a message is about depends on the order in which an engine goes through the rows.
local function without_text(message)
  if not message then return nil end
  return (message:gsub("^'.*' is not a date: .*", "no date"):gsub("^(the escape of like is one character), .*", "%1"))
end

local function overflows(message) return message and message:find("^integer overflow") ~= nil end

-- Whether some condition demands that a value is equal to another.
local function demands_equality(query)
  for _, step in ipairs(query.steps) do
    local names = step.verb == "where" and step.names or {}
    if names["="] or names["where{}"] then return true end
  end
  return false
end

local function has_no_rows(answer) return not answer.message and not answer.is_value and #answer.frame == 0 end

-- Whether a condition may have left no row, so that SQLite had no need to compute what overflows elsewhere.
local function leaves_no_row(answer, query)
  if not has_no_rows(answer) then return false end
  for _, step in ipairs(query.steps) do
    if step.verb == "where" then return true end
  end
  return false
end

--- The name of the freedom that engines have here, or nil: a difference that is none.
---@param sql table   the answer of SQL
---@param columns table
---@param query table
---@return string?
function same_answers.freedom(sql, columns, query)
  local a, b = sql.message, columns.message
  if a == b then return nil end
  if a == "the SQL statement holds a NUL byte" and not b then return "a pivot over a text with NUL, which is no name in SQL" end
  if without_text(a) == without_text(b) then return "which text is not a date, or no escape" end
  if overflows(a) and overflows(b) then return "which result overflows" end
  if overflows(b) and leaves_no_row(sql, query) then return "an overflow in rows that a condition drops anyway" end
  if overflows(a) and has_no_rows(columns) then return "a constant that SQLite works out before it knows of no row" end
  if a == "integer overflow" and not b then return "a sum that overflows on the way to a total that fits" end
  if without_text(a) == "no date" and not b and demands_equality(query) then
    return "SQLite puts the value that a column has to be equal to in its place, before it knows that there is no such row"
  end
end

--- In what two answers differ, in words; nil where they are the same.
---@param a table
---@param b table
---@param query table
---@return string?
function same_answers.difference(a, b, query)
  if a.message or b.message then
    if a.message == b.message or same_answers.freedom(a, b, query) then return nil end
    return ("one %s; the other %s"):format(outcome(a), outcome(b))
  end
  if a.is_value then return compare_values(a.value, b.value, query) end
  return compare_frames(a.frame, b.frame, query)
end

return same_answers
