--- The bundled datasets as a user sees them: a list of their names that prints what is in each, and gives it by name.

local datasets = require "parley.bundled.datasets"
local lists = require "parley.base.lists"

local catalogue = {}

-- What a user is told of a dataset; where its file lies is no matter of theirs.
local function told(entry)
  return { name = entry.name, title = entry.title, span = entry.span, rows = entry.rows, claims = entry.claims }
end

local Catalogue = { __name = "parley.Catalogue" }

function Catalogue.__index(_, name)
  for _, entry in ipairs(datasets) do
    if entry.name == name then return told(entry) end
  end
end

function Catalogue:__tostring()
  local date_words = require "parley.base.date_words"
  local lines = {}
  for i, name in ipairs(self) do
    local entry = self[name]
    lines[i] = ("%-20s  %s\n%22s%s: %d rows from %d claims"):format(name, entry.title, "",
      date_words.noun(entry.span), entry.rows, entry.claims)
  end
  return table.concat(lines, "\n")
end

--- The names, the default first.
---@return string[]
function catalogue.names()
  return setmetatable(lists.field(datasets, "name"), Catalogue)
end

return catalogue
