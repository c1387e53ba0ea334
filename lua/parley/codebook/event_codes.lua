--- Event codes: what a code of another scheme means in our words, by the cross-walk.
-- The rows are those of parley.codebook.crosswalks, kept apart by scheme and so by publisher. A CAMEO code stands
-- for all codes
-- that begin with it; a PLOVER code is EVENT:mode:context, where an empty part may be anything. The most telling row
-- of a vocabulary wins: the longest CAMEO code, the PLOVER code with most parts.

local event_codes = {}

-- rows[vocabulary][scheme] = list of { code of the scheme, our word }, the most telling first.
local rows

-- How telling a row is: characters of a CAMEO code, filled parts of a PLOVER code.
local function weight(scheme, code)
  if scheme ~= "plover" then return #code end
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
  for _, row in ipairs(require("parley.codebook.crosswalks").rows()) do
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
  if scheme ~= "plover" then return code:sub(1, #row_code) == row_code end
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
