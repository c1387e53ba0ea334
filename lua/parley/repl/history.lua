--- The lines of earlier sessions: a file in XDG_STATE_HOME, or else in ~/.local/state. Without a home, or where nothing
-- can be written, there is none.

local core = require "parley.core"

local history = {}

-- Lines kept in the file.
local MOST = 2000

local editor, path, saved     -- readline; the file; how many lines of those in memory are in it

local function state_folder()
  local state, home = os.getenv "XDG_STATE_HOME", os.getenv "HOME"
  if state and state:find "^/" then return state, { state } end
  if not home or home == "" then return nil end
  return home .. "/.local/state", { home .. "/.local", home .. "/.local/state" }
end

--- The file of the history, in a folder that is there; nil where there can be none.
---@return string?
function history.path()
  local folder, around = state_folder()
  if not folder then return nil end
  for _, each in ipairs(around) do core.make_folder(each) end
  core.make_folder(folder .. "/parley")
  return core.is_folder(folder .. "/parley") and folder .. "/parley/history" or nil
end

-- Kept in the registry of loaded modules: what Lua closes last writes what is left.
local function at_the_end()
  history.last = setmetatable({}, { __gc = function() pcall(history.save) end })
end

--- Reads the file into readline's memory; once.
---@param with table  parley.readline
function history.load(with)
  if editor then return end
  editor, path = with, history.path()
  if path then editor.load(path, MOST) end
  saved = editor.count()
  at_the_end()
end

--- Adds a line, unless it is the one before; a password in the address of a server is not kept.
---@param text string
function history.add(text)
  if text:find "postgres%l*:" or text:find("password", 1, true) then
    text = require("parley.base.server_address").without_password(text)
  end
  if not editor or editor.last() == text then return end
  editor.add(text)
  history.save()
end

--- Writes the lines that are new.
function history.save()
  if not (editor and path) then return end
  local count = editor.count()
  if count > saved and editor.save(path, count - saved) then saved = count end
end

return history
