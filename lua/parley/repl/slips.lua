--- What was probably meant by a line that is no Lua: a question in SQL, a line of a shell or of another language,
-- quotes within quotes, a condition without any. It is told from the line, as a hint behind what Lua says of it.

local slips = {}

local function first_word(text) return (text:match "^%s*([%a_]+)" or ""):lower() end

local SQL = { select = true, with = true, insert = true, update = true, delete = true, create = true }

local function is_sql(text)
  local lower = text:lower()
  return SQL[first_word(text)] and (lower:find "%f[%w]from%f[%W]" or lower:find "^%s*select%s+[%w_*(]" or
    lower:find "%f[%w]into%f[%W]" or lower:find "%f[%w]table%f[%W]" or lower:find "%f[%w]set%f[%W]") ~= nil
end

-- A name that something is set equal to within parentheses: where(party = "x").
local function argument_set(text)
  return text:gsub("%b{}", "{}"):gsub('"[^"]*"', '""'):gsub("'[^']*'", "''"):match "%(%s*([%a_][%w_.]*)%s*=[^=]"
end

-- Whether a quote of the text is never closed.
local function is_open(text)
  local quote
  for c in text:gsub("\\.", ""):gmatch "[\"'\n]" do
    if not quote then quote = c ~= "\n" and c or nil elseif c == quote then quote = nil
    elseif c == "\n" then return true end
  end
  return quote ~= nil
end

-- The kinds, the first that fits; each gives a hint, or nothing.
local KINDS = {
  function(text) return is_sql(text) and { key = "sql_at_prompt" } end,
  function(text)
    local is_listing = text:find "^%s*[.\\]%a+" or text:find "^%s*show%s+%a+" or text:find "^%s*ls%s"
    return is_listing and { key = "lists_tables" }
  end,
  function(text)
    local printed = text:match "^%s*print%s+([%a_][%w_.:]*)%s*$"
    return printed and { key = "print_parentheses", inside = printed } or nil
  end,
  function(text) return (text:find "^%s*%?" or text:find "^%s*help%s+%a") and { key = "asks_help" } end,
  function(text)
    local first = first_word(text)
    if first == "import" or text:find "^%s*from%s+[%w_.]+%s+import" then return { key = "is_loaded" } end
    return first == "parley" and text:find "^%s*parley%s+[%w./_-]+" and { key = "of_shell" }
  end,
  function(text)
    return (text:find "\u{201c}" or text:find "\u{201d}" or text:find "\u{2018}" or text:find "\u{2019}"
      or text:find "\u{ab}") and { key = "straight_quotes" }
  end,
  function(text) return (text:find "%%>%%" or text:find "|>") and { key = "colon_joins" } end,
  function(text)
    local name = argument_set(text)
    return name and { key = "condition_or_braces", name = name }
  end,
  function(text) return (is_open(text) or text:find '=%s*"[^"]*""') and { key = "quote_not_closed" } end,
  function(text) return text:find "!=" and { key = "not_equal_of_lua" } end,
  function(text) return (text:find "&&" or text:find "||") and { key = "and_or_of_lua" } end,
}

--- The hint for a line that is no Lua, or nil.
---@param text string
---@return parley.Hint?
function slips.hint(text)
  for _, kind in ipairs(KINDS) do
    local hint = kind(text)
    if hint then return hint end
  end
  return nil
end

--- The call that a text ends with and that lacks its parentheses, such as `ds.demands:first`; or nil. They could come,
--- but nobody writes them on the next line.
---@param text string
---@return string?
function slips.bare_call(text)
  local bare = text:match "^%s*(.-)%s*$"
  return bare:find "[%w_%])\"}]:[%a_][%w_]*$" and load("return " .. bare .. "()", "=", "t", {}) and bare or nil
end

return slips
