--- The expression language: text to a syntax tree.
-- Nothing here knows columns, types or SQL (parley.query.bind and parley.query.sql.compile do). Most arguments of verbs
-- are just the name of a column, and need no parser; it is loaded with the first that says more.

local errors = require "parley.base.errors"
local tree = require "parley.query.tree"

local expr = {}

local function parser_of(text, params) return require("parley.query.parser").new(text, params) end

-- The node of a text that is a column's name and nothing else, as the parser would make it; else nil.
local function plain_column(text)
  local name = text:match "^[%a_\128-\255][%w_\128-\255]*$"
  if not name or tree.keywords[name:lower()] then return nil end
  return { kind = "column", path = { name }, pos = 1 }
end

local function check_text(text, what)
  if type(text) ~= "string" then
    errors.raise("bad_type.expression", { what = what, got = type(text) })
  end
  if not text:find("%S") then errors.raise("bad_expression.empty", { what = what }) end
end

-- Default column name of an expression without `as`: `talk.date` -> talk_date.
local function default_name(node, text)
  if node.kind == "column" then return table.concat(node.path, "_") end
  return node.kind == "call" and tree.call_name(node, text) or text
end

--- Parses one expression; `params` are the values of its `?`, with their number in `n`.
---@param text string
---@param params table?
---@return table node
function expr.parse(text, params)
  check_text(text, { key = "condition" })
  local parser = parser_of(text, params)
  local node = parser:expression()
  parser:finish()
  return node
end

--- Parses "expression [as name]".
---@param text string
---@param params table?  values of its `?`, and perhaps more
---@return { node: table, name: string, text: string, unnamed: boolean? } item, integer used  of the values
function expr.parse_item(text, params)
  check_text(text, { key = "column_expression" })
  local column = plain_column(text)
  if column then return { node = column, name = text, text = text }, 0 end
  local parser = parser_of(text, params)
  local node, name = parser:expression(), nil
  if parser:accept("as") then
    local token = parser:take()
    if token.kind ~= "name" then parser:fail(token, "bad_expression.after_as") end
    name = token.value
  end
  parser:finish()
  return { node = node, name = name or default_name(node, (text:gsub("^%s+", ""):gsub("%s+$", ""))), text = text,
    unnamed = not name or nil }, parser.used
end

--- Parses "expression [asc|desc]".
---@param text string
---@param params table?  values of its `?`, and perhaps more
---@return { node: table, desc: boolean, text: string, unnamed: boolean? } item, integer used  of the values
function expr.parse_sort(text, params)
  check_text(text, { key = "sort_key" })
  local column = plain_column(text)
  if column then return { node = column, desc = false, text = text }, 0 end
  local parser = parser_of(text, params)
  local node = parser:expression()
  local desc = parser:accept("desc") ~= nil
  if not desc then parser:accept("asc") end
  parser:finish()
  return { node = node, desc = desc, text = text, unnamed = true }, parser.used
end

return expr
