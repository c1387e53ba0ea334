--- What several mappings need to read a field: keys made of names, lists in one field, dates in pieces.
-- A function here that cannot read its text gives nil and the reason, as a mapping's functions do.

local core = require "parley.core"

local errors = require "parley.base.errors"

local mapping_tools = {}

--- What a function gives where the value of a column of the file cannot be taken. The report counts those of one
--- key together, whatever the value.
---@param key string of the message, whose {subject} is the column with its value
---@param column string? of the file
---@param value string?
---@param arguments table? more that the message speaks of
---@return nil, parley.Error
function mapping_tools.refused(key, column, value, arguments)
  arguments = arguments or {}
  arguments.column, arguments.value = column, value
  arguments.subject = ("%s'%s'"):format(column and column .. " " or "", value or "")
  local err = errors.new(key, arguments)
  err.column, err.value = column, value
  return nil, err
end

--- A name as part of an id: lower case letters and digits without accents, joined by "-".
---@param text string
---@return string
function mapping_tools.slug(text)
  return (core.fold(text):gsub("[^%w\128-\255]+", "-"):gsub("^%-", ""):gsub("%-$", ""))
end

-- Whether the brackets of a text close; a comma inside brackets separates nothing.
local function is_balanced(text)
  local _, opened = text:gsub("%(", "")
  local _, closed = text:gsub("%)", "")
  return opened <= closed
end

--- The entries of a list in one field, trimmed; commas inside brackets are part of an entry.
---@param text string?
---@return string[]
function mapping_tools.list(text)
  local entries, pending = {}, nil
  for part in ((text or "") .. ","):gmatch "([^,]*)," do
    pending = pending and pending .. "," .. part or part
    if is_balanced(pending) then
      local entry = pending:match "^%s*(.-)%s*$"
      if entry ~= "" then entries[#entries + 1] = entry end
      pending = nil
    end
  end
  if pending then entries[#entries + 1] = pending:match "^%s*(.-)%s*$" end
  return entries
end

--- "20191024" as "2019-10-24".
---@param text string?
---@return string? date, parley.Error? reason
function mapping_tools.compact_date(text)
  if not text then return nil end
  local year, month, day = text:match "^(%d%d%d%d)(%d%d)(%d%d)$"
  if not year then return mapping_tools.refused("bad_date.form", nil, text, { form = "YYYYMMDD" }) end
  return ("%s-%s-%s"):format(year, month, day)
end

--- Year, month and day in columns of their own, as the date known from them; 0, a negative number or nothing is
-- unknown. A day without its month is left out.
---@param year string?
---@param month string?
---@param day string?
---@return string? date
function mapping_tools.split_date(year, month, day)
  local y, m, d = math.tointeger(tonumber(year)), math.tointeger(tonumber(month)), math.tointeger(tonumber(day))
  if not y or y <= 0 then return nil end
  if not m or m <= 0 then return ("%04d"):format(y) end
  if not d or d <= 0 then return ("%04d-%02d"):format(y, m) end
  return ("%04d-%02d-%02d"):format(y, m, d)
end

--- Whether all days of one date come before all days of another; not when one of them is not a date.
---@param a string EDTF
---@param b string EDTF
---@return boolean
function mapping_tools.is_before(a, b)
  local _, last = core.date(a)
  local first = core.date(b)
  return math.type(last) == "integer" and first ~= nil and last < first
end

return mapping_tools
