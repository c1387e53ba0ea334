--- Why a column is text where a number or a date is wanted, and the way out: of one "n/a" in a file, as a rule.

local tree = require "parley.query.tree"

local why_text = {}

--- What the table calls a column, whatever it is called by now: so it stands in the file.
---@param node table  bound
---@return string
function why_text.name_of(node)
  local texts_of = node.column.texts_of
  return texts_of and texts_of.name or table.concat(node.path, ".")
end

--- The texts of a column in their order: a Frame's, or those a table begins with.
---@param home table
---@param of table  what bound calls `texts_of`
---@return fun(): string|userdata|nil
function why_text.texts(home, of)
  if of.frame then return of.frame:each(of.name) end
  local rows = (of.home or home):table(of.table)
  return rows:limit(require("parley.base.written_values").MOST_ROWS):each(tree.quote(of.name))
end

--- Whether a verb may look at a column's texts: at those of a Frame, or of somebody else's file when the query runs.
---@param column table
---@return boolean
function why_text.is_at_hand(column) return column.texts_of.frame ~= nil or column.looks == true end

--- A value that is not what most are, as a phrase.
function why_text.phrase(odd) return { key = "row_has", row = odd.row, value = odd.value } end

-- What to do about a value that keeps a column from being one of numbers or dates.
local function way_out(name, kind, odd)
  if odd.plain then return { key = "types_of_texts", name = name, kind = kind, value = odd.value } end
  if odd.written then return { key = kind == "date" and "written_dates" or "written_numbers" } end
  return odd.most and { key = "types_and_missing", name = name, kind = kind, value = odd.value } or nil
end

-- Whether the texts can be looked at for the sake of a failure, which there is in any case.
local function may_look(home, column)
  if why_text.is_at_hand(column) then return true end
  home = column.texts_of.home or home
  return home.is_open ~= nil and home:is_open()
end

--- Why a bound column is text, and the way out; nil where nothing is known of that.
---@param home table
---@param node table  bound
---@param kind "number"|"date"  what is wanted
---@return table? phrase, table? hint
function why_text.of(home, node, kind)
  if node.type ~= "text" then return nil end
  if node.why then return node.why, { key = "texts_by_define" } end
  local column = node.kind == "column" and node.column
  if not (column and column.texts_of and may_look(home, column)) then return nil end
  local odd = require("parley.base.written_values").in_the_way(why_text.texts(home, column.texts_of), kind)
  if not odd then return nil end
  return odd.row and why_text.phrase(odd), way_out(why_text.name_of(node), kind, odd)
end

return why_text
