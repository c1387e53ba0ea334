--- Dates that can be read in two ways: 2020-21 is spring 2020 in EDTF, and the year that ends in 2021 in many files.
-- parley.read leaves a column of nothing but such values as text; an import, whose column is one of dates, takes them
-- for seasons, and a note says so.

local notes = require "parley.base.notes"

local season_columns = {}

-- Whether a value may be a season or two years; and whether it cannot be a month.
local function pair(value)
  local year, part = value:match "^%s*%d%d(%d%d)%-(%d%d)%s*$"
  if not year then return false end
  return (tonumber(year) + 1) % 100 == tonumber(part) or tonumber(part) > 12, tonumber(part) > 12
end

-- Whether a value leaves it open that its column is one of seasons; and whether it may be one.
local function is_open(value)
  local open, season = pair(value)
  return open or value == "" or value:find "^%d%d%d%d$" ~= nil, season
end

-- The first season, where there is nothing but values that may be two years as well, or plain years.
local function example(values)
  local first
  for _, value in ipairs(values) do
    local open, season = is_open(value)
    if season then first = first or value end
    if not open then return nil end
  end
  return first
end

--- The columns whose first cells may be seasons or pairs of years: { name, example } each.
---@param columns table<integer, string[]>  the first cells of each
---@param names string[]
---@return { name: string, example: string }[]
function season_columns.of(columns, names)
  local list = {}
  for i, name in ipairs(names) do
    local found = example(columns[i] or {})
    if found then list[#list + 1] = { name = name, example = found } end
  end
  return list
end

--- The same of the first records of a text.
---@param records string[][]
---@param names string[]
---@return { name: string, example: string }[]
function season_columns.of_records(records, names)
  local columns = {}
  for i in ipairs(names) do
    columns[i] = {}
    for j, record in ipairs(records) do
      columns[i][j] = record[i] or ""
      if not is_open(columns[i][j]) then break end       -- what follows decides nothing
    end
  end
  return season_columns.of(columns, names)
end

--- What is told of a column of dates that is read as seasons.
---@param open { name: string, example: string }
---@return parley.Note
function season_columns.note(open) return notes.new("guessed.seasons", nil, open) end

return season_columns
