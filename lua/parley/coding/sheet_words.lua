--- What a template says to who fills it: the comments above its columns, and the examples.

local sheet_words = {}

--- What the id of an example row begins with, by which it is known again.
sheet_words.EXAMPLE = "example of "

local OF_TYPE = {
  date = "A date as text: 2025-06-02, 2025-06, 2025, 2025-06-20/2025-06-30, 2025-06-02? for a doubtful one.",
  integer = "A whole number.", number = "A number; 12.5 or 12,5.", boolean = "true or false.",
}
local OF_QUANTITY = "A range may stand in one cell: 1–3, about 20, at least 5, at most 9."

--- The comment of a column.
---@param field parley.SheetField
---@return string
function sheet_words.comment(field)
  local column = field.column
  local lines = { field.of == "id" and "The key of this row; leave it as it is. A new row needs one of its own."
    or (column.meaning:gsub("^%l", string.upper)) .. "." }
  lines[#lines + 1] = OF_TYPE[column.type]
  if column.quantity then lines[#lines + 1] = OF_QUANTITY end
  if column.clock then lines[#lines + 1] = "A time: 09:30." end
  if column.vocabulary then lines[#lines + 1] = "A word of the list (" .. column.vocabulary:gsub("_", " ") .. ")." end
  if column.references then
    lines[#lines + 1] = ("The id of %s."):format(column.references)
      .. (column.several and " Several stand with ; between them." or "")
  end
  return table.concat(lines, "\n")
end

local EXAMPLES = { date = "2025-06-02", integer = "20", number = "12.5", boolean = "true" }
local OF_CLAIM = { locator = "p. 4, paragraph 2", note = "what the next reader should know", coder = "anna",
  said_by = "text" }

--- The value of a column in the example row.
---@param field parley.SheetField
---@param first string?  the first of its choices
---@param name string  the table
---@return string
function sheet_words.example(field, first, name)
  if field.of == "id" then return sheet_words.EXAMPLE .. name end
  if first then return first end
  if field.column.bound then return field.column.bound == "best" and "about 20" or "" end
  return field.of == "claim" and OF_CLAIM[field.column.name] or EXAMPLES[field.column.type]
    or field.column.clock and "09:30" or (field.column.references and "" or "…")
end

return sheet_words
