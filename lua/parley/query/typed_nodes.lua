--- Nodes of bound trees that nobody wrote: those that binding, the notes and the verbs put together themselves.
-- They stand at position 1, unless they are put at that of what they are made for.

local typed = {}

--- A value that is worked out as one of another type: an integer as a number, a date as the number of its first day.
---@param operand table
---@param type "number"|"integer"
---@return table node
function typed.converted(operand, type)
  return { kind = "convert", operand = operand, type = type, pos = operand.pos }
end

--- How a condition is read, turned round, as `not` does.
typed.OTHER_READING = { surely = "possibly", possibly = "surely" }

local function truth(kind, fields)
  fields.kind, fields.type, fields.pos = kind, "boolean", 1
  return fields
end

--- A node, at a position.
---@param pos integer
---@param node table
---@return table node
function typed.at(pos, node)
  node.pos = pos
  return node
end

--- A value of a type; a missing one is nil.
function typed.value(value, type) return { kind = "literal", value = value, type = type, pos = 1 } end

--- A column, as a record of a link has it; `type` where that says more than the record.
---@param column table
---@param type string?
---@return table node
function typed.column(column, type)
  return { kind = "column", path = { column.name }, column = column, place = column.place, type = type or column.type,
    pos = 1 }
end

--- The call of a function that gives a type.
function typed.call(name, type, ...) return { kind = "call", name = name, type = type, args = { ... }, pos = 1 } end

--- The call of an aggregate; an integer, unless it gives another type.
function typed.aggregate(name, arg, type)
  return { kind = "call", name = name, type = type or "integer", aggregate = true, args = { arg }, pos = 1 }
end

--- `if(condition, yes, no)`
function typed.choose(type, condition, yes, no) return typed.call("if", type, condition, yes, no) end

function typed.compare(op, left, right) return truth("compare", { op = op, left = left, right = right }) end

function typed.is_nil(operand, negated) return truth("is_nil", { operand = operand, negated = negated or false }) end

function typed.negation(operand) return truth("not", { operand = operand }) end

--- All of some conditions ("and"), or any of them ("or"), from the left; nil of none.
---@param op "and"|"or"
---@param list table[]
---@return table? node
function typed.joined(op, list)
  local all = list[1]
  for i = 2, #list do all = truth("logic", { op = op, left = all, right = list[i] }) end
  return all
end

--- The same of two, of which either may be nil.
function typed.both(left, right) return left and right and typed.joined("and", { left, right }) or left or right end
function typed.either(left, right) return left and right and typed.joined("or", { left, right }) or left or right end

--- Texts, one behind the other.
function typed.text_of(...)
  local text
  for _, node in ipairs { ... } do
    text = text and { kind = "binary", op = "..", left = text, right = node, type = "text", pos = 1 } or node
  end
  return text
end

--- That a date is there, but is not one day.
---@param date table  a node
---@return table condition
function typed.is_wide(date)
  return typed.both(typed.is_nil(typed.call("date_diff", "integer", typed.value("day", "text"), date, date)),
    typed.is_nil(date, true))
end

return typed
