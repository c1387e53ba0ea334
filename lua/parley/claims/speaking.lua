--- Who speaks: views that stamp what is written through them with a coder, or more of its provenance.
-- A view writes to the dataset that it is of, which knows while a call runs who speaks (`speaking`). Through the view
-- of a coder only that coder's own claims are taken back or restated, unless it was made with `others`. A blind one
-- sees of what was coded only what its coder did, by its policy; whatever is looked up for a message honours that.

local errors = require "parley.base.errors"

local speaking = {}

---@class parley.Voice who speaks through a view
---@field given table<string, any> provenance of what is written, unless stated otherwise
---@field coder string? whose view it is
---@field others boolean? claims of other coders may be taken back and restated
---@field blind parley.Policy? what a blind view sees

--- Runs a call that writes, `fn(ds, ...)`, as who speaks through a dataset or a view.
---@param ds parley.Dataset
function speaking.run(ds, fn, ...)
  local voice = ds.speaking
  if not ds.parent then return fn(ds, ...) end
  local owner = ds.parent
  local before = owner.speaking
  owner.speaking = voice
  local results = table.pack(pcall(fn, owner, ...))
  owner.speaking = before
  if not results[1] then error(results[2], 0) end
  return table.unpack(results, 2, results.n)
end

--- Provenance as who speaks has it, where it states nothing else.
---@param ds parley.Dataset
---@param own table?
---@param name string?  the table; who is to code what is nobody's coding
---@return table?
function speaking.stamped(ds, own, name)
  local voice = ds.speaking
  if not voice then return own end
  local given = {}
  for key, value in pairs(voice.given) do given[key] = value end
  for key, value in pairs(own or {}) do given[key] = value end
  if name == "coding" then
    given.entered_by, given.coder = given.entered_by or given.coder, own and own.coder
    return given
  end
  if voice.coder and given.coder ~= voice.coder and not voice.others then
    errors.raise("permission.view_coder", { coder = voice.coder, other = tostring(given.coder) })
  end
  return given
end

--- What a mapping states of the provenance of a table's rows, with what who speaks states; the source of an import is
--- an option of its own.
---@param ds parley.Dataset
---@param own table<string, any>?
---@return table<string, any>?
function speaking.of_import(ds, own)
  local voice = ds.speaking
  if not voice then return own end
  if voice.coder and own and own.coder ~= nil and not voice.others then
    errors.raise("permission.view_coder", { coder = voice.coder, other = { key = "coder_of_mapping" } })
  end
  local stated = {}
  for name, value in pairs(voice.given) do stated[name] = name ~= "source" and { value = value } or nil end
  for name, given in pairs(own or {}) do stated[name] = given end
  return stated
end

--- Who speaks, by name; nil where nobody is named.
---@param ds parley.Dataset
---@return string?
function speaking.who(ds) return ds.speaking and (ds.speaking.coder or ds.speaking.given.coder) or nil end

--- What is seen of the claims: the policy, where that is blind.
---@param ds parley.Dataset
---@return parley.Policy?
function speaking.policy(ds)
  if ds.speaking then return ds.speaking.blind end
  local policy = ds:view().policy
  return policy and policy.blind and policy or nil
end

--- Raises where a claim is not to be touched by who speaks; one that is not seen is not there.
---@param ds parley.Dataset
---@param key integer
---@param coder string?
---@param entered_by string?
---@param decides integer?  a decision is of who decided, and not of who coded what it is for
function speaking.check_own(ds, key, coder, entered_by, decides)
  local voice = ds.speaking
  if not (voice and voice.coder) or voice.others or entered_by == voice.coder then return end
  if coder == voice.coder and not decides then return end
  if coder == voice.coder then coder = entered_by end
  if voice.blind and coder then errors.raise("no_row.claim", { key = key }) end
  errors.raise(coder and "permission.view_claim" or "permission.view_nobodys", { key = key, coder = voice.coder,
    other = coder })
end

--- Raises where a call of a blind view, or of one made from it, would tell what that hides.
---@param ds parley.Dataset
---@param call string
function speaking.check_blind(ds, call)
  local policy = speaking.policy(ds)
  if policy then errors.raise("permission.blind_call", { call = call, coder = policy.blind }) end
end

--- Raises where a call reaches beyond what one coder did.
---@param ds parley.Dataset
---@param call string
function speaking.check_all(ds, call)
  local voice = ds.speaking
  if voice and voice.coder and not voice.others then
    errors.raise("permission.view_call", { coder = voice.coder, call = call })
  end
end

return speaking
