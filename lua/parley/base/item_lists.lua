--- Lists of items that are one text, as references that take several are stored: "colombia; farc".
-- The text is canonical: each item once, in the order of their bytes, so that the same list is the same text whoever
-- wrote it. csrc/value/item_functions.c reads them in queries.

local errors = require "parley.base.errors"
local lists = require "parley.base.lists"

local item_lists = {}

local GAP <const> = "; "

--- Whether a text holds several items.
---@param text string
---@return boolean
function item_lists.is_list(text) return text:find(GAP, 1, true) ~= nil end

--- The items of a text, in its order.
---@param text string
---@return string[]
function item_lists.of(text)
  local list, from = {}, 1
  while true do
    local at = text:find(GAP, from, true)
    list[#list + 1] = text:sub(from, at and at - 1)
    if not at then return list end
    from = at + #GAP
  end
end

--- The items of a text as people write them: between semicolons or line breaks, without blanks around, none empty.
---@param text string?
---@return string[]
function item_lists.written(text)
  local list = {}
  for part in (text or ""):gmatch "[^;\n]+" do
    local item = part:match "^%s*(.-)%s*$"
    if item ~= "" then list[#list + 1] = item end
  end
  return list
end

-- The steps through one item, without a table or a closure: most texts have no more.
local function once(item, before)
  if before == nil then return item end
end

--- Goes through the items of a text that may be missing: `for item in item_lists.each(row.party) do`.
---@param text string?
---@param several boolean?  false: the text is one item, whatever it looks like
---@return (fun(state: any, before: any): string?), any state
function item_lists.each(text, several)
  if not text or several == false or not item_lists.is_list(text) then return once, text or nil end
  local list, i = item_lists.of(text), 0
  return function()
    i = i + 1
    return list[i]
  end
end

--- The text of some items: each once, sorted.
---@param list string[]
---@return string
function item_lists.text(list)
  local seen, kept = {}, {}
  for _, item in ipairs(list) do
    if not seen[item] then
      seen[item], kept[#kept + 1] = true, item
    end
  end
  table.sort(kept)
  return table.concat(kept, GAP)
end

--- What a user gave for several items, as one text: a list of texts becomes one; anything else stays. Nil and what is
--- wrong with a table that is not a list.
---@param given any
---@return any, parley.Error? problem
function item_lists.given(given)
  if type(given) ~= "table" or getmetatable(given) then return given end
  local hole, key = lists.flaw(given)
  if key ~= nil then return nil, errors.new("bad_type.list_key", { key = tostring(key) }) end
  if hole then return nil, errors.new("bad_type.list_hole", { at = hole }) end
  if #given == 0 then return nil, errors.new "bad_type.list_empty" end
  for _, item in ipairs(given) do
    if type(item) ~= "string" then return item end
  end
  return table.concat(given, GAP)
end

-- The items of a list of JSON texts; nil where it is another text, or an item has an escape.
local function of_json(text)
  local list, at = {}, 1
  local inner = text:match "^%[(.*)%]$" .. ","
  while at <= #inner do
    local item, behind = inner:match('^%s*"([^"\\]*)"%s*,()', at)
    if not item then return nil end
    list[#list + 1], at = item, behind
  end
  return list
end

--- The text as it is stored: each item once, without blanks around it, sorted; nil and what is wrong with it. A list of
--- JSON, as its readers hand it on, is one of these.
---@param text string
---@return string?, parley.Error? problem
function item_lists.checked(text)
  local is_json = text:find '^%["' and text:find '"%]$'
  if not (is_json or text:find(";", 1, true)) then return text end
  local list = is_json and of_json(text) or not is_json and item_lists.of(text)
  if not list then return nil, errors.new("bad_value.list", { value = text }) end
  for i, item in ipairs(list) do
    list[i] = item:match "^%s*(.-)%s*$"
    if list[i] == "" or list[i]:find(";", 1, true) then return nil, errors.new("bad_value.list", { value = text }) end
  end
  return item_lists.text(list)
end

--- Whether one of a text's items is a key of a set with a value; of a missing text, never.
---@param set table<string, any>
---@param text string?
---@return boolean
function item_lists.meets(set, text)
  if text == nil then return false end
  if set[text] then return true end
  if not item_lists.is_list(text) then return false end
  for _, item in ipairs(item_lists.of(text)) do
    if set[item] then return true end
  end
  return false
end

--- A text with one of its items replaced.
---@param text string
---@param from string
---@param to string
---@return string
function item_lists.replaced(text, from, to)
  local list = item_lists.of(text)
  for i, item in ipairs(list) do list[i] = item == from and to or item end
  return item_lists.text(list)
end

return item_lists
