--- Policies: which claim about a field is shown when sources differ.
-- A policy is an immutable record that parley.storage.statements.claim_weights turns into SQL; this module checks what
-- an analyst asks for and puts policies into words. Whatever claim_ranking has, a policy's module has too.

local errors = require "parley.base.errors"
local records = require "parley.base.records"
local ranking = require "parley.storage.claim_ranking"

---@class parley.Policy
---@field name string
---@field prefer string[] sources whose claims come first, the first one foremost
---@field deny string[] sources whose claims are left out
---@field coders string[] whose coding of a source is read, the first one foremost; empty: everybody's
---@field certainty? string the weakest certainty that is still considered
---@field report "latest"|"earliest" which of two equally firm reports is shown
---@field blind? string the coder whose claims are seen, beside those without one; set by ds:as_coder()
---@field recorded? string the time the file is set back to, UTC without "Z"; set by ds:as_recorded()
local policy = {}

setmetatable(policy, { __index = ranking })

--- ## Records

local OPTIONS = { "name", "prefer", "deny", "coders", "certainty", "report" }

-- What the items of an option are, and a list of them: phrases.
local ITEMS = { prefer = { "source_ids", "list_of_sources" }, deny = { "source_ids", "list_of_sources" },
  coders = { "coder_names", "list_of_coders" } }

local function names_in(given, option)
  local list = given[option]
  if list == nil then return {} end
  if type(list) == "string" then list = { list } end
  if type(list) ~= "table" then
    errors.raise("bad_type.policy_list", { option = option, items = { key = ITEMS[option][2] }, got = type(list) })
  end
  for _, name in ipairs(list) do
    if type(name) ~= "string" then
      errors.raise("bad_type.policy_item", { option = option, items = { key = ITEMS[option][1] }, got = type(name) })
    end
  end
  return table.move(list, 1, #list, 1, {})
end

local function check_overlap(record)
  local denied = {}
  for _, source in ipairs(record.deny) do denied[source] = true end
  for _, source in ipairs(record.prefer) do
    if denied[source] then errors.raise("bad_argument.preferred_and_denied", { source = source }) end
  end
  for option, items in records.by_key { prefer = "sources", coders = "coders" } do
    if #record[option] > ranking.MOST_PREFERRED then
      errors.raise("bad_argument.too_many_preferred", { option = option, items = items, count = #record[option],
        most = ranking.MOST_PREFERRED })
    end
  end
end

--- Checks an analyst's table and makes a policy of it.
---@param given table
---@return parley.Policy
function policy.new(given)
  local options = require "parley.base.options"
  options.check(given, { key = "a_policy" }, OPTIONS)
  if given.name ~= nil and type(given.name) ~= "string" then errors.raise "bad_argument.policy_name" end
  local record = {
    name = given.name or "custom",
    prefer = names_in(given, "prefer"), deny = names_in(given, "deny"), coders = names_in(given, "coders"),
    certainty = options.one_of(given.certainty, policy.CERTAINTIES, "certainty"),
    report = options.one_of(given.report, { "latest", "earliest" }, "report") or "latest",
  }
  check_overlap(record)
  return record
end


--- ## In words

local CRITERIA = {
  source = function(p) return #p.prefer > 0 and "claims of " .. table.concat(p.prefer, ", then ") or nil end,
  rank = function() return "preferred rank" end,
  certainty = function() return "firmer certainty" end,
  report = function(p) return p.report == "earliest" and "the earlier report" or "the later report" end,
}

local function order_words(p)
  local words = {}
  for _, criterion in ipairs(ranking.FIELD_ORDER) do words[#words + 1] = CRITERIA[criterion](p) end
  words[#words + 1] = "what more independent sources give"
  return table.concat(words, "; then ")
end

local function left_out_words(p)
  local words = { "retracted, deprecated and denying claims" }
  if p.certainty then words[#words + 1] = "anything weaker than " .. p.certainty end
  if #p.deny > 0 then words[#words + 1] = "claims of " .. table.concat(p.deny, ", ") end
  if #p.coders > 0 then words[#words + 1] = "what others coded than " .. table.concat(p.coders, ", ") end
  if p.blind then words[#words + 1] = "what others coded than " .. p.blind .. ", who does not see it" end
  return table.concat(words, "; ")
end

--- The same policy, set back to what the file held at a time.
---@param p parley.Policy?
---@param time string UTC without "Z", such as "2026-11-22T18:00:00.000"
---@return parley.Policy
function policy.as_recorded(p, time)
  return records.copy_of(p or policy.default, { recorded = time })
end

--- The same policy, which sees of all that was coded what one coder did.
---@param p parley.Policy?
---@param coder string
---@return parley.Policy
function policy.blind(p, coder) return records.copy_of(p or policy.default, { blind = coder }) end

--- What a policy keeps of the one that it takes the place of: the time that is set back to, and who sees nothing else.
---@param p parley.Policy
---@param before parley.Policy?
---@return parley.Policy
function policy.within(p, before)
  if not (before and (before.recorded or before.blind)) then return p end
  return records.copy_of(p, { recorded = before.recorded, blind = before.blind })
end

--- A policy in a few words, for the print-out of a dataset.
---@param p parley.Policy
---@return string
function policy.summary(p)
  p = p.report and p or policy.new(p)
  local words = {}
  if #p.prefer > 0 then words[#words + 1] = "prefers " .. table.concat(p.prefer, ", then ") end
  if #p.deny > 0 then words[#words + 1] = "leaves out " .. table.concat(p.deny, ", ") end
  if #p.coders > 0 then words[#words + 1] = "reads what was coded by " .. table.concat(p.coders, ", then ") end
  if p.certainty then words[#words + 1] = "nothing weaker than " .. p.certainty end
  if p.report == "earliest" then words[#words + 1] = "earliest report" end
  if p.blind then words[#words + 1] = "hides what others coded than " .. p.blind end
  if p.recorded then words[#words + 1] = "as recorded by " .. p.recorded .. "Z" end
  return table.concat(words, "; ")
end

--- A policy as sentences.
---@param p parley.Policy
---@return string
function policy.describe(p)
  p = p.report and p or policy.new(p)
  local coders = #p.coders > 0 and ("Of one source, what %s coded is read. "):format(table.concat(p.coders,
    " coded, else what ")) or ""
  return ("Policy '%s'. Left out: %s. %sShown first: %s. For a state that changes over time the later day comes "
    .. "before certainty."):format(p.name, left_out_words(p), coders, order_words(p))
end

return policy
