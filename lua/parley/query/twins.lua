--- Twins: texts that only case, accents or blanks tell apart, which groups and counts of different values keep apart.
-- The answer stays what the data say; a note names one pair. Ids and words of a vocabulary are what they are.

local as_of = require "parley.query.steps.as_of"
local bound = require "parley.query.bound"
local core = require "parley.core"
local notes = require "parley.base.notes"
local summarise = require "parley.query.steps.summarise"
local why_text = require "parley.query.why_text"

local twins = {}

-- Of more different texts than this, a pair is looked for among the first ones.
local LOOKED_AT <const> = 20000

-- The first pair among different texts.
local function pair_in(values)
  local seen, row = {}, 0
  local following, state, control, closing = values:each()
  local _ <close> = closing
  while row < LOOKED_AT do
    control = following(state, control)
    if control == nil then return nil end
    row = row + 1
    if type(control) == "string" then
      local folded = core.fold((control:gsub("%s+", " "):match "^ ?(.-) ?$"))
      if seen[folded] then return seen[folded], control end
      seen[folded] = control
    end
  end
end

--- The notes of a link whose step tells texts apart: one for each column with twins.
---@param link table
---@param day integer?
---@param rows_of fun(link: table): parley.Query
---@return parley.Note[]
function twins.notes(link, day, rows_of)
  local found = {}
  for _, node in ipairs(link.step.told_apart) do
    local item = { node = node, text = node.column.name, name = "value", type = "text",
      column = bound.copy_of(node.column, { name = "value" }) }
    local one, other = pair_in(rows_of(summarise.link(as_of.link(link.before, day), { item }, {}, link.lookups)))
    if other then
      found[#found + 1] = notes.new("guessed.twins", nil, { name = why_text.name_of(node),
        one = one, other = other })
    end
  end
  return found
end

return twins
