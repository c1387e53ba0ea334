--- Event codes: what a code of another scheme means in our words, by the cross-walk.
-- The rows are those of parley.codebook.crosswalks, kept apart by scheme and so by publisher. A CAMEO code stands for
-- all codes that begin with it; a PLOVER code is EVENT:mode:context, where an empty part may be anything. The most
-- telling row of a vocabulary wins: the longest CAMEO code, the PLOVER code with most parts.

local event_codes = {}

-- Loaded with the first code that is looked up.
local function crosswalks() return require "parley.codebook.crosswalks" end

local function has_parts(scheme)
  for _, known in ipairs(crosswalks().schemes) do
    if known.name == scheme then return known.codes == "parts" end
  end
  return false
end

-- rows[vocabulary][scheme] = list of { code of the scheme, our word }, the most telling first.
local rows

-- How telling a row is: characters of a CAMEO code, filled parts of a PLOVER code.
local function weight(scheme, code)
  if not has_parts(scheme) then return #code end
  local _, parts = code:gsub("[^:]+", "")
  return parts
end

local function sort_rows(scheme, list)
  table.sort(list, function(a, b)
    local first, second = weight(scheme, a[1]), weight(scheme, b[1])
    if first ~= second then return first > second end
    return a[1] < b[1]
  end)
end

local function read_rows()
  rows = {}
  for _, row in ipairs(crosswalks().rows()) do
    local by_scheme = rows[row.vocabulary] or {}
    local list = by_scheme[row.scheme] or {}
    rows[row.vocabulary], by_scheme[row.scheme] = by_scheme, list
    list[#list + 1] = { row.scheme_code, row.code }
  end
  for _, by_scheme in pairs(rows) do
    for scheme, list in pairs(by_scheme) do sort_rows(scheme, list) end
  end
end

--- The cross-walk of one vocabulary into one scheme, the most telling rows first: { code of the scheme, our word }.
---@param vocabulary string
---@param scheme string
---@return string[][]
function event_codes.rows(vocabulary, scheme)
  if not rows then read_rows() end
  return (rows[vocabulary] or {})[scheme] or {}
end

-- Whether a code of the scheme falls under the code of a row.
local function covers(scheme, row_code, code)
  if not has_parts(scheme) then return code:sub(1, #row_code) == row_code end
  local parts = (code .. "::"):gmatch "([^:]*):"
  for wanted in (row_code .. ":"):gmatch "([^:]*):" do
    local part = parts()
    if wanted ~= "" and wanted ~= part then return false end
  end
  return true
end

--- Our word for a code of another scheme, or nil where the cross-walk has none.
---@param vocabulary string such as "act" or "topic"
---@param scheme string such as "cameo-gdelt"
---@param code string?
---@return string?
function event_codes.meaning(vocabulary, scheme, code)
  if code == nil then return nil end
  for _, row in ipairs(event_codes.rows(vocabulary, scheme)) do
    if covers(scheme, row[1], code) then return row[2] end
  end
  return nil
end

-- The shape of the codes of a row, with "::" behind them: '*' where a part may be anything.
local function shape_of(row)
  local parts = {}
  for part in (row[1] .. ":"):gmatch "([^:]*):" do parts[#parts + 1] = part == "" and "*" or part end
  return { table.concat(parts, ":") .. ":*", row[2] }
end

--- The cross-walk of one vocabulary into all schemes for events that have words of it. Rows of { code, word } hold for
--- codes that begin with theirs; where `shapes`, the code stands as a shape for codes with "::" behind them. The most
--- telling rows come first.
---@param vocabulary string
---@return { scheme: string, shapes: boolean, rows: string[][] }[]
function event_codes.words(vocabulary)
  local list = {}
  for _, scheme in ipairs(crosswalks().schemes) do
    local found = scheme.codes and event_codes.rows(vocabulary, scheme.name) or {}
    local shapes, made = scheme.codes == "parts", {}
    for i, row in ipairs(found) do made[i] = shapes and shape_of(row) or row end
    if #found > 0 then list[#list + 1] = { scheme = scheme.name, shapes = shapes, rows = made } end
  end
  return list
end

local acts = {}

--- What an event code means for talks; "other" where the cross-walk does not tell.
---@param scheme string
---@param code string?
---@return string?
function event_codes.act(scheme, code)
  if code == nil then return nil end
  local known = acts[scheme] or {}
  acts[scheme] = known
  known[code] = known[code] or event_codes.meaning("act", scheme, code) or "other"
  return known[code]
end

return event_codes
