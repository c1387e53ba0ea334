--- Notes: what an answer left out, undecided, cut or guessed, with counts. They are data beside a query or a Frame,
-- read under its preview and from its notes(); nothing writes them anywhere by itself.
-- A room that leaves something out says so with notes.add(frame, notes.new("cut.rows", 3)), or gives a function that
-- counts when somebody asks. The sentences stand in parley.base.messages.notes.

local core = require "parley.core"
local errors = require "parley.base.errors"
local printed_lists = require "parley.base.printed_lists"

local notes = {}

--- What a Frame, a query or a picture tells of its rows: what notes() lists.
---@class parley.Note
---@field kind "left out"|"undecided"|"cut"|"guessed"|"repeated"|"wider"
---@field count integer?  rows or values; nil where that is not known
---@field note string  the sentence

local KINDS = { left_out = "left out" }
local COLUMNS = { "kind", "count", "note" }

-- Frame -> notes, and functions that give lists of them; beside the Frames' metatable, of which there is one, however
-- often this is loaded.
local kept = core.frame_metatable.notes or setmetatable({}, { __mode = "k" })
core.frame_metatable.notes = kept

local function words(key, arguments) return errors.fill(errors.template("notes", key), arguments) end

--- A note. `key` is a kind ("left_out", "undecided", "cut", "guessed", "repeated", or "wider" for more than a view
--- shows) with the variant of its words after a dot.
---@param key string
---@param count integer?
---@param arguments table?  what the sentence speaks of, beside the count
---@return parley.Note
function notes.new(key, count, arguments)
  local all = { count = count }
  for name, value in pairs(arguments or {}) do all[name] = value end
  local kind = key:match "^[^.]+"
  return { kind = KINDS[kind] or kind, count = count, note = words(key, all) }
end

--- The note of the other side of a join or a union.
---@param note parley.Note
---@param verb string
---@return parley.Note
function notes.of_other_side(note, verb)
  return { kind = note.kind, count = note.count, note = words("of_other_side", { note = note.note, verb = verb }) }
end

--- Adds a note to a Frame, or a function that gives a list of notes when they are first asked for.
---@param f parley.Frame
---@param note parley.Note|fun(): parley.Note[]
---@return parley.Frame f
function notes.add(f, note)
  kept[f] = kept[f] or {}
  table.insert(kept[f], note)
  return f
end

--- Whether a Frame has notes, or may have some.
---@param f parley.Frame
---@return boolean
function notes.has(f) return kept[f] ~= nil end

--- A list of notes as notes() gives it: it prints as a table.
---@param list parley.Note[]
---@return parley.Note[]
function notes.listed(list) return printed_lists.rows(list, COLUMNS) end

--- The notes of a Frame.
---@param f parley.Frame
---@return parley.Note[]
function notes.of(f)
  local list = {}
  for _, note in ipairs(kept[f] or {}) do
    local found = type(note) == "function" and note() or { note }
    table.move(found, 1, #found, #list + 1, list)
  end
  if kept[f] then kept[f] = list end          -- counted once
  return notes.listed(table.move(list, 1, #list, 1, {}))
end

return notes
