--- The option --policy: which claims are shown, as `prefer=s4,s2`, `certainty=on_record_quote` or several of these.

local errors = require "parley.base.errors"

local policies = {}

local LISTS = { prefer = true, deny = true, coders = true }
local KNOWN = { "prefer", "deny", "coders", "certainty", "report" }

local function items(text)
  local list = {}
  for item in text:gmatch "[^,%s]+" do list[#list + 1] = item end
  return list
end

--- A policy, as ds:with_policy takes it, from what the command line gives.
---@param given string[]
---@return table
function policies.read(given)
  local policy = {}
  -- several may stand behind each other: a name before "=" begins one
  local text = table.concat(given, ";"):gsub("[%s,]+([%w_]+%s*=)", ";%1")
  for part in text:gmatch "[^;]+" do
    local name, value = part:match "^%s*([%w_]+)%s*=%s*(.-)%s*$"
    if not name or value == "" then errors.raise("bad_argument.command_policy", { text = part }) end
    if not require("parley.base.suggest").contains(KNOWN, name) then
      errors.raise("no_option", { what = "--policy", name = name, known = KNOWN })
    end
    policy[name] = LISTS[name] and items(value) or value
  end
  return policy
end

return policies
