--- Redaction: sources that a report may not name. They are told as "withheld", wherever a text names them: by their id,
-- title, address, author, or an outlet that no other source has.

local redaction = {}

local WORD = "withheld"

-- What a text has to be rid of: the longest first, so that a title goes before a word in it.
local function names_of(sources, withheld)
  local others, names, seen = {}, {}, {}
  for _, row in ipairs(sources) do
    if not withheld[row.id] then
      for _, column in ipairs { "outlet", "author", "agency" } do others[row[column] or false] = true end
    end
  end
  local function add(text)
    if text and text ~= "" and not seen[text] and not others[text] then seen[text], names[#names + 1] = true, text end
  end
  for _, row in ipairs(sources) do
    if withheld[row.id] then
      for _, column in ipairs { "id", "title", "label", "url", "author", "outlet", "agency", "note" } do
        add(row[column])
      end
    end
  end
  table.sort(names, function(a, b)
    if #a ~= #b then return #a > #b end
    return a < b
  end)
  return names
end

-- Whether what stands before and after a stretch of a text keeps it from being a word of its own.
local function is_whole(text, first, last)
  return not text:find("^[%w_]", last + 1) and not (first > 1 and text:find("^[%w_]", first - 1))
end

-- A text without a name, however its letters are written: `folded` has as many bytes as the text.
local function without(text, name)
  local folded, wanted = text:lower(), name:lower()
  local parts, from, at = {}, 1, 1
  while true do
    local first, last = folded:find(wanted, at, true)
    if not first then break end
    if is_whole(text, first, last) then
      parts[#parts + 1] = text:sub(from, first - 1) .. WORD
      from = last + 1
    end
    at = last + 1
  end
  if from == 1 then return text end
  return table.concat(parts) .. text:sub(from)
end

--- A function that takes the names of withheld sources out of a text; nil where none is withheld.
---@param sources table[]  rows of all sources, of which those in the set are withheld
---@param withheld table<string, true>
---@return (fun(text: string): string)?
function redaction.of(sources, withheld)
  if next(withheld) == nil then return nil end
  local names = names_of(sources, withheld)
  for i = 1, #names do
    local collapsed = names[i]:gsub("%s+", " ")
    if collapsed ~= names[i] then names[#names + 1] = collapsed end
  end
  return function(text)
    for _, name in ipairs(names) do text = without(text, name) end
    return text
  end
end

--- What a withheld source is called: by its place among them, so that two can be told apart.
---@param sources table[]
---@param withheld table<string, true>
---@return table<string, string>
function redaction.labels(sources, withheld)
  local labels, n = {}, 0
  for _, row in ipairs(sources) do
    if withheld[row.id] then
      n = n + 1
      labels[row.id] = ("%s-%d"):format(WORD, n)
    end
  end
  return labels
end

--- Whether a text of HTML names what is withheld: what nothing should.
---@param html string
---@param redact fun(text: string): string
---@return boolean
function redaction.leaks(html, redact)
  return redact(html) ~= html
end

return redaction
