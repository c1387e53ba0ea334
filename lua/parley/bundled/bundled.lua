--- The datasets that come with Parley: Lua data, read in a closed environment, in memory, read-only.
-- A table is compiled, stored and resolved when something first needs it, so that a short question costs
-- little. What comes out is the same as when all of it is stored at once (`complete`), which is also what
-- `save_as` copies.

local claims = require "parley.storage.statements.claims"
local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local errors = require "parley.base.errors"
local planned = require "parley.claims.planned"
local quantities = require "parley.claims.quantities"
local resolution = require "parley.storage.statements.resolution"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"

local bundled = {}

--- ## Reading

-- The text of a data file and its name for messages: from memory in a host program, else beside the modules.
local function read_text(file)
  if package.preload["parley.embedded"] then return require("parley.embedded")[file], "=parley/" .. file end
  local module = "parley.bundled." .. file:match "^bundled/(.*)%.lua$":gsub("/", ".")
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
function bundled.cut(text, file, pieces, count)
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
function bundled.run(text, name, keys)
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

-- The data of a bundle, cut; the claims of a table are compiled when they are needed.
local function data_of(bundle)
  local data = bundle.data
  if not data then
    local text, name = read_text(bundle.file)
    local head, pieces, count = bundled.cut(text, name)
    local header = bundled.run(head, name)
    for _, part in ipairs(header.parts or {}) do
      local file = ("%s/%s.lua"):format(bundle.file:match "^(.*)%.lua$", part)
      local more, chunk = read_text(file)
      _, pieces, count = bundled.cut(more, chunk, pieces, count)
    end
    check_tables(pieces)
    data = { pieces = pieces, header = header, published = {} }
    local copies, rests_on = {}, {}
    for _, claim in ipairs(bundled.claims_of(data, "sources")) do
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
function bundled.text_of(part)
  local runs = {}
  for i = 1, #part, 2 do runs[#runs + 1] = part.text:sub(part[i], part[i + 1]) end
  return table.concat(runs)
end

--- The claims of one table.
---@return table[]
function bundled.claims_of(data, name)
  local all = {}
  for _, part in ipairs(data.pieces[name] or {}) do
    local _, list = bundled.run(bundled.text_of(part), part.file, part.keys)
    table.move(list, 1, #list, #all + 1, all)
  end
  return all
end

--- ## Storing

-- Fills in what every claim of the file has in common, as a write would.
local function complete_provenance(data, name, claim)
  local p = claim.provenance or {}
  if name == "sources" then p.source, p.locator = p.source or claim.id, p.locator or "head" end
  for key, value in pairs(data.header.common or {}) do
    if p[key] == nil then p[key] = value end
  end
  if p.reported == nil then p.reported, p.source_day = data.published[p.source], true end
  p.source_origin = data.origins[p.source]
  p.rank, p.polarity = p.rank or "normal", p.polarity or "affirmed"
  p.modality, p.certainty = p.modality or "fact", p.certainty or "narration"
  p.recorded_at, p.coder = p.recorded_at or data.header.recorded_at, p.coder or data.header.coder
  return p
end

local function store_claims(store, data, info)
  local list = bundled.claims_of(data, info.name)
  for _, claim in ipairs(list) do
    claim.about = claim.about or quantities.take_approximate(info, claim.values)
    quantities.complete(info, claim.values, claim.about)
    claim.provenance = complete_provenance(data, info.name, claim)
    planned.move(info, claim.values, claim.provenance.modality)
  end
  claims.insert_all(store, info, list)
  resolution.fill(store, info)
end

local function store_table(store, data, info)
  schema.create_table(store, info)
  if info.claims then
    store_claims(store, data, info)
  elseif info.name == "terms" then
    require("parley.storage.file_schema").fill_terms(store)
  elseif info.name == "crosswalk" then
    require("parley.storage.file_schema").fill_crosswalk(store)
  end
end

--- Stores a table of the bundled dataset, unless it is there: all or nothing, so that a failure (of memory, say) leaves
-- no half-filled table for the next question.
---@param ds parley.Dataset
---@param name string
function bundled.ensure(ds, name)
  local bundle = ds.bundle
  local info = codebook.by_name[name]
  if bundle.stored[name] or not info then return end
  savepoints.run(ds.store, "parley_bundle", store_table, ds.store, data_of(bundle), info)
  bundle.stored[name] = true
end

--- Stores all tables.
---@param ds parley.Dataset
function bundled.ensure_all(ds)
  if ds.bundle.filled then return end
  for _, info in ipairs(codebook.tables) do bundled.ensure(ds, info.name) end
  ds.bundle.filled = true
end

local function add_rest(store, data)
  local claim_keys = require "parley.storage.statements.claim_keys"
  local file_schema = require "parley.storage.file_schema"
  local full_text = require "parley.storage.full_text"
  file_schema.create_keys(store)
  file_schema.create_indexes(store)
  for name, parts in pairs(data.pieces) do
    for _, part in ipairs(parts) do
      for _, key in ipairs(part.keys) do claim_keys.keep_key(store, key, name) end
    end
  end
  full_text.create(store)
  for _, info in ipairs(codebook.tables) do full_text.fill(store, info) end
  file_schema.mark(store)
end

--- Makes the dataset in memory complete, with all that a file has.
---@param ds parley.Dataset
function bundled.complete(ds)
  bundled.ensure_all(ds)
  if ds.bundle.complete then return end
  savepoints.run(ds.store, "parley_bundle", add_rest, ds.store, data_of(ds.bundle))
  ds.bundle.complete = true
end

--- ## Opening

local function entry_of(name)
  local datasets, names = require "parley.bundled.datasets", {}
  if name == nil then return datasets[1] end
  for i, entry in ipairs(datasets) do
    if entry.name == name then return entry end
    names[i] = entry.name
  end
  errors.raise("no_name.bundled_dataset", { name = name, known = names })
end

--- Opens a bundled dataset, the first one by default.
---@param name string?
---@param policy parley.Policy?
---@param new_dataset fun(store: userdata, schema: parley.Schema, fields: table): parley.Dataset
---@return parley.Dataset? ds, string? message, string? code
function bundled.open(name, policy, new_dataset)
  local entry = entry_of(name)
  local store, message, code = core.open(":memory:", { mode = "memory" })
  if not store then return nil, message, code end
  -- Tables are stored one by one, so a reference can be there before what it points at.
  savepoints.trust_references(store)
  local bundle = { name = entry.name, title = entry.title, file = entry.file, stored = {}, filled = false,
    complete = false }
  return new_dataset(store, schema.of_codebook(), { mode = "ro", policy = policy, bundle = bundle })
end

return bundled
