--- Voices: who is to speak through a view, checked as it is asked for (parley.claims.speaking).

local errors = require "parley.base.errors"
local options = require "parley.base.options"
local policy = require "parley.claims.policy"
local references = require "parley.claims.references"
local speaking = require "parley.claims.speaking"
local parts = require("parley.claims.writing").parts

local voices = {}

--- Whose view is one that states some provenance unless something else is stated.
---@param ds parley.Dataset
---@param given table column = value
---@return parley.Voice
function voices.with_provenance(ds, given)
  if type(given) ~= "table" or next(given) == nil then errors.raise "bad_argument.with_provenance" end
  local before = ds.speaking or { given = {} }
  local shared = {}
  for name, value in pairs(before.given) do shared[name] = value end
  for name, value in pairs(given) do shared[name] = value end
  parts.checked_provenance(ds, shared)
  local voice = { given = shared, coder = before.coder, others = before.others, blind = before.blind }
  if voice.coder and shared.coder ~= voice.coder and not voice.others then
    errors.raise("permission.view_coder", { coder = voice.coder, other = tostring(shared.coder) })
  end
  if shared.source then
    ds:ensure "sources"
    references.need(ds, "sources", shared.source, "with_provenance()")
  end
  return voice
end

local function check_name(name)
  if type(name) ~= "string" or not name:find "%S" then
    errors.raise("bad_argument.coder_name", { got = type(name) == "string" and { key = "empty_one" } or type(name) })
  end
  local checked, problem = parts.check_text(name)
  if problem then errors.raise_about(problem, "as_coder()") end
  return checked
end

-- What the view of another coder would show that this one hides, and days on which nothing can be written any more.
local function check_view(ds, name)
  if not ds.schema.parley then errors.raise("no_claims.file", { call = "as_coder()" }) end
  local blind = ds:view().policy and ds:view().policy.blind
  if blind and blind ~= name then errors.raise("permission.blind_view", { coder = blind, other = name }) end
  if ds.parent and not ds.speaking then errors.raise "read_only.view_of_day" end
end

--- What the view of a coder shows, and who speaks through it.
---@param ds parley.Dataset
---@param name string
---@param given { blind: boolean?, others: boolean? }?
---@return table shown, parley.Voice voice
function voices.as_coder(ds, name, given)
  name = check_name(name)
  given = options.check(given, "as_coder()", { "blind", "others" })
  options.switch(given.blind, "blind")
  options.switch(given.others, "others")
  check_view(ds, name)
  local shown, blind = ds:view(), speaking.policy(ds)
  if given.blind then blind = policy.blind(nil, name) end
  if blind and given.others then errors.raise "bad_argument.blind_others" end
  if blind then shown = { as_of = shown.as_of, policy = policy.blind(shown.policy, name) } end
  local shared = {}
  for key, value in pairs(ds.speaking and ds.speaking.given or {}) do shared[key] = value end
  shared.coder = name
  return shown, { given = shared, coder = name, others = given.others, blind = blind }
end

return voices
