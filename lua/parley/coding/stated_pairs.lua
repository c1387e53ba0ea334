--- Stated pairs: what somebody says about which things of several coders are one, and which are not.
-- Pairs hold together: who says that a1 is b1 and b1 is c1 has said that a1 is c1.

local coded_claims = require "parley.storage.statements.coded_claims"
local errors = require "parley.base.errors"

local stated_pairs = {}

-- The ids that each coder has, of a table.
local function ids_of(ds, info, coders, scope)
  local sides = {}
  for i, coder in ipairs(coders) do sides[i] = { coder = coder, [coder] = {} } end
  ds:ensure(info.name)
  for coder, id in coded_claims.ids(ds.store, info, scope) do
    for _, side in ipairs(sides) do
      if side.coder == coder then side[coder][id] = true end
    end
  end
  return sides
end

local function has(side, id) return side[side.coder][id] end

-- An id of a pair has been coded by the coder on its side, or by any of them where there are no sides.
local function check_id(id, at, option, sides, is_sided)
  for i, side in ipairs(sides) do
    if has(side, id) and (i == at or not is_sided) then return end
  end
  local names = {}
  for i, side in ipairs(sides) do names[i] = side.coder end
  errors.raise("no_row.coded", { id = id, option = option,
    coder = is_sided and sides[at].coder or table.concat(names, " or ") })
end

-- The pairs of an option, checked.
local function checked(list, option, sides, is_sided)
  if list == nil then return {} end
  if type(list) ~= "table" then errors.raise("bad_argument.coder_pairs", { option = option }) end
  for _, pair in ipairs(list) do
    local left, right = type(pair) == "table" and pair[1], type(pair) == "table" and pair[2]
    if type(left) ~= "string" or type(right) ~= "string" or pair[3] ~= nil then
      errors.raise("bad_argument.coder_pairs", { option = option })
    end
    check_id(left, 1, option, sides, is_sided)
    check_id(right, 2, option, sides, is_sided)
  end
  return list
end

-- Of each id, all that it is one with.
local function together(list)
  local of = {}
  for _, pair in ipairs(list) do
    local one, other = of[pair[1]] or { pair[1] }, of[pair[2]] or { pair[2] }
    if one ~= other then table.move(other, 1, #other, #one + 1, one) end
    for _, id in ipairs(one) do of[id] = one end
  end
  return of
end

local function apart_of(list, paired)
  local of = {}
  for _, pair in ipairs(list) do
    local left, right = pair[1], pair[2]
    if paired[left] and paired[left] == paired[right] then
      errors.raise("bad_argument.paired_and_apart", { left = left, right = right })
    end
    of[left], of[right] = of[left] or {}, of[right] or {}
    of[left][right], of[right][left] = true, true
  end
  return of
end

--- What a call states, by the names of tables: of an id the ids that it is one with, and those that it is not.
---@param ds parley.Dataset
---@param infos table[] the tables of the call
---@param coders string[]
---@param scope parley.CodedScope
---@param given { pairs: string[][]?, apart: string[][]? }
---@param is_sided boolean whether the first id of a pair is the first coder's, and the second the second's
---@return table<string, table<string, string[]>> paired, table<string, table<string, table<string, true>>> apart
function stated_pairs.of(ds, infos, coders, scope, given, is_sided)
  if not (given.pairs or given.apart) then return {}, {} end
  if #infos ~= 1 then errors.raise "bad_argument.coder_pairs_table" end
  local info = infos[1]
  local sides = ids_of(ds, info, coders, scope)
  local paired = together(checked(given.pairs, "pairs", sides, is_sided))
  local apart = apart_of(checked(given.apart, "apart", sides, is_sided), paired)
  return { [info.name] = paired }, { [info.name] = apart }
end

return stated_pairs
