--- The text of a bundled dataset: Lua data, run in a closed environment, the claims of a table when they are needed.

local codebook = require "parley.codebook.tables"

local data_files = {}

-- The text of a data file and its name for messages: from memory in a host program, else beside the modules.
local function read_text(file)
  if package.preload["parley.embedded"] then return require("parley.embedded")[file], "=parley/" .. file end
  local module = ("parley/" .. file):gsub("%.lua$", ""):gsub("/", ".")
  local path = assert(package.searchpath(module, package.path))
  local handle <close> = assert(io.open(path, "rb"))
  local length = handle:seek "end"
  handle:seek "set"
  return handle:read(length), "@" .. path          -- at once: read "a" would make room again and again
end

local START = '\nclaim("'

-- The claims of a table in one file, which come after those of the files before.
local function part_of(pieces, name, file, text)
  local parts = pieces[name] or {}
  pieces[name] = parts
  if not parts[1] or parts[#parts].file ~= file then parts[#parts + 1] = { file = file, text = text, keys = {} } end
  return parts[#parts]
end

-- Of each run of claims of one table: where it begins in the text of the file, and where it ends.
---@alias parley.BundledPart { file: string, text: string, keys: integer[], [integer]: integer }

--- Cuts a data file before each claim: a claim begins a line and names its table in double quotes. Gives
--- what stands before the first one, and by table and file where its claims stand, with their places among all. The
--- claims of a further file are added to those of the files before.
---@param text string
---@param file string chunk name
---@param pieces table<string, parley.BundledPart[]>?
---@param count integer?
---@return string head, table<string, parley.BundledPart[]> pieces, integer count
function data_files.cut(text, file, pieces, count)
  local last, part
  pieces, count = pieces or {}, count or 0
  local at = text:find(START, 1, true)
  local head = text:sub(1, at or -1)
  while at do
    local name = text:match('^[%w_]+', at + #START)
    if name ~= last then
      if part then part[#part + 1] = at - 1 end
      last, part = name, part_of(pieces, name, file, text)
      part[#part + 1] = at
    end
    count = count + 1
    part.keys[#part.keys + 1] = count
    at = text:find(START, at + #START, true)
  end
  if part then part[#part + 1] = #text end
  return head, pieces, count
end

-- What a data file can say: which dataset it is, and its claims.
local function environment(header, list, keys)
  return {
    dataset = function(fields)
      for key, value in pairs(fields) do header[key] = value end
    end,
    claim = function(name, id, values, provenance)
      local key = keys and keys[#list + 1] or #list + 1
      list[#list + 1] = { key = key, table = name, id = id, values = values, provenance = provenance }
    end,
  }
end

--- Runs the text of a data file, or a part of it: its header and its claims. Keys are the places of the
--- claims in the file, counted unless given.
---@param text string
---@param name string chunk name
---@param keys integer[]?
---@return table header, table[] claims
function data_files.run(text, name, keys)
  local header, list = {}, {}
  local chunk, problem = load(text, name, "t", environment(header, list, keys))
  if not chunk then error(problem, 0) end
  chunk()
  return header, list
end

local function check_tables(pieces)
  for name, parts in pairs(pieces) do
    local info = codebook.by_name[name]
    if not (info and info.claims) then
      error(("%s: no table '%s' rests on claims"):format(parts[1].file:sub(2), name), 0)
    end
  end
end

--- The data of a bundle, cut; the claims of a table are compiled when they are needed.
---@param bundle table
---@return { pieces: table, header: table, published: table, origins: table }
function data_files.of(bundle)
  local data = bundle.data
  if not data then
    local text, name = read_text(bundle.file)
    local head, pieces, count = data_files.cut(text, name)
    local header = data_files.run(head, name)
    for _, part in ipairs(header.parts or {}) do
      local file = ("%s/%s.lua"):format(bundle.file:match "^(.*)%.lua$", part)
      local more, chunk = read_text(file)
      pieces, count = select(2, data_files.cut(more, chunk, pieces, count))
    end
    check_tables(pieces)
    data = { pieces = pieces, header = header, published = {} }
    local copies, rests_on = {}, {}
    for _, claim in ipairs(data_files.claims_of(data, "sources")) do
      local id, values = claim.id, claim.values
      data.published[id] = values.published or data.published[id]
      copies[id], rests_on[id] = values.copy_of or copies[id], values.rests_on or rests_on[id]
    end
    for id, other in pairs(copies) do rests_on[id] = other end
    data.origins = next(rests_on) and require("parley.storage.statements.origins").of(rests_on) or {}
    bundle.data = data          -- whole: what ends the call before leaves none
  end
  return data
end

--- The text of the claims of a part.
---@param part parley.BundledPart
---@return string
function data_files.text_of(part)
  local runs = {}
  for i = 1, #part, 2 do runs[#runs + 1] = part.text:sub(part[i], part[i + 1]) end
  return table.concat(runs)
end

--- The claims of one table.
---@return table[]
function data_files.claims_of(data, name)
  local all = {}
  for _, part in ipairs(data.pieces[name] or {}) do
    local _, list = data_files.run(data_files.text_of(part), part.file, part.keys)
    table.move(list, 1, #list, #all + 1, all)
  end
  return all
end

return data_files
