--- What may have been meant by a statement of a user's own that the database refuses. Its message is not read as
-- language: it names a word of the statement, and that word is held against the tables, columns and keywords there are.

local suggest = require "parley.base.suggest"

local unknown_words = {}

local KEYWORDS = { "SELECT", "FROM", "WHERE", "GROUP", "ORDER", "BY", "LIMIT", "HAVING", "JOIN", "DISTINCT", "UNION",
  "WITH", "BETWEEN", "CASE", "WHEN", "THEN", "ELSE", "DESC", "LIKE", "OFFSET" }

-- What a table stands behind.
local BEFORE_TABLE = { FROM = true, JOIN = true }

local function is_keyword(word) return suggest.contains(KEYWORDS, word:upper()) end

-- The words of a statement outside of its texts, in lower case.
local function words_of(statement)
  local words = {}
  for word in statement:gsub("'[^']*'", "''"):lower():gmatch "[%w_]+" do words[#words + 1] = word end
  return words
end

-- The place of the last word of the message that the statement has too, or nil.
local function named_word(message, words)
  local place_of, found = {}, nil
  for i, word in ipairs(words) do place_of[word] = place_of[word] or i end
  for word in message:lower():gmatch "[%w_]+" do found = place_of[word] or found end
  return found
end

local function of_table(schema, word)
  local names = table.move(schema.names, 1, #schema.names, 1, {})
  for _, name in ipairs(schema.names) do
    if schema.by_name[name].claims then names[#names + 1] = name .. "_claims" end
  end
  return suggest.meant(suggest.nearest(word, names)) or suggest.hint(word, schema.names)
end

-- The columns of the tables that a statement names; of all tables where it names none.
local function column_names(schema, words)
  local tables, names, seen = {}, {}, {}
  for _, word in ipairs(words) do tables[#tables + 1] = schema.by_name[word] and word or nil end
  for _, name in ipairs(#tables > 0 and tables or schema.names) do
    for _, column in ipairs(schema.by_name[name].columns) do
      if not seen[column.name] then names[#names + 1], seen[column.name] = column.name, true end
    end
  end
  return names
end

-- What may be meant by a word that stands where a column does: a column or a keyword; else a text without its quotes.
local function of_expression(schema, statement, words, word)
  if statement:lower():find("%f[%w_]" .. word .. "%s*%(") then return nil end
  local near = suggest.nearest(word, column_names(schema, words)) or suggest.nearest(word, KEYWORDS)
  if near == word then return nil end
  return suggest.meant(near) or { key = "text_in_quotes" }
end

--- The hint for a statement that failed, or nil.
---@param schema table  the tables there are: names, by_name
---@param statement string
---@param message string  what the database says
---@return parley.Hint?
function unknown_words.hint(schema, statement, message)
  local words = words_of(statement)
  if #words == 1 and schema.by_name[words[1]] then return { key = "sql_of_table", table = words[1] } end
  local at = named_word(message, words)
  if at and is_keyword(words[at]) then at = at - 1 end      -- "gruop by"
  local word = words[at]
  if not word or is_keyword(word) or schema.by_name[word] then return nil end
  if at > 1 and BEFORE_TABLE[words[at - 1]:upper()] then return of_table(schema, word) end
  return of_expression(schema, statement, words, word)
end

return unknown_words
