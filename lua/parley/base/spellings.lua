--- Texts of a Frame whose characters are not composed: é of two characters equals no é of one, which nobody can see.
-- Texts of a dataset are kept composed (core.composed); a Frame keeps those it was made of, and a note tells of them.

local core = require "parley.core"
local notes = require "parley.base.notes"

local spellings = {}

local function row_of(f, name, text)
  local row = 0
  for value in f:each(name) do
    row = row + 1
    if value == text then return row end
  end
end

--- Whether all texts of a Frame are composed.
---@param f parley.Frame
---@return boolean
function spellings.are_composed(f)
  local types = f:types()
  for i = 1, #types do
    if types[i] == "text" and core.frame_uncomposed(f, i) then return false end
  end
  return true
end

--- What is to be told of the texts of a Frame that are not composed.
---@param f parley.Frame
---@return parley.Note[]
function spellings.found(f)
  local types, list = f:types(), {}
  for i, name in ipairs(f:columns()) do
    local text = types[i] == "text" and core.frame_uncomposed(f, i)
    if text then
      list[#list + 1] = notes.new("guessed.spelling", nil, { name = name, value = text, row = row_of(f, name, text) })
    end
  end
  return list
end

--- Has a Frame tell of texts that are not composed.
---@param f parley.Frame
---@return parley.Frame f
function spellings.tell(f)
  for _, note in ipairs(spellings.found(f)) do notes.add(f, note) end
  return f
end

return spellings
