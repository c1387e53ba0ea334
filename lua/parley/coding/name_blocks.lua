--- Which names are held against each other at all: those that share a key.
-- Method. The keys of a name are the skeleton of each of its words with the first consonant of each other one ("hrn.p"
-- of Petro Hurin, P. Hurin and Гурін Петро), and of a name of one word its skeleton alone, which every name with such a
-- word meets. A word that begins with a vowel has "*" as its first consonant too, as an initial has. Names of one key
-- are held against each other all, or where there are more than ALL of them, each against the WINDOW next ones in the
-- order of their letters. So time grows with the number of names, and not with its square.

local public_call = require "parley.base.public_call"

local name_blocks = {}

local ALL <const>, WINDOW <const>, WORDS <const> = 24, 8, 5

local function add(blocks, key, at)
  local block = blocks[key]
  if block then block[#block + 1] = at else blocks[key] = { at } end
end

local function add_keys(blocks, form, at)
  local words = form.words
  for i = 1, math.min(#words, WORDS) do
    for k = 1, not words[i].is_initial and math.min(#words, WORDS) or 0 do
      if k ~= i then
        add(blocks, words[i].skeleton .. "." .. words[k].first, at)
        if words[k].starts_open and words[k].first ~= "*" then add(blocks, words[i].skeleton .. ".*", at) end
      end
    end
  end
end

-- Names of one word, by it; and those of several that have it.
local function add_single(singles, with, form, at)
  if #form.words == 1 then return add(singles, form.words[1].skeleton, at) end
  for i = 1, math.min(#form.words, WORDS) do add(with, form.words[i].skeleton, at) end
end

local function in_order(forms, block)
  table.sort(block, function(a, b)
    local left, right = forms[a].plain, forms[b].plain
    return left < right or left == right and a < b
  end)
  return block
end

local function each_of(forms, block, use)
  local n = #block
  if n > ALL then in_order(forms, block) end
  for i = 1, n - 1 do
    for k = i + 1, n > ALL and math.min(n, i + WINDOW) or n do use(block[i], block[k]) end
  end
end

-- A name of one word against the names that have it: the first ones in the order of their letters.
local function each_single(forms, singles, with, use)
  for key, list in pairs(singles) do
    public_call.check()
    each_of(forms, list, use)
    local others = with[key]
    if others and #others > ALL then in_order(forms, others) end
    for _, at in ipairs(others and list or {}) do
      for k = 1, math.min(#others, ALL) do use(at, others[k]) end
    end
  end
end

--- Calls a function with the places of forms that are to be held against each other; a pair may come several times.
---@param forms parley.NameForm[]
---@param use fun(a: integer, b: integer)
function name_blocks.each(forms, use)
  local blocks, singles, with = {}, {}, {}
  for at, form in public_call.each(forms) do
    add_keys(blocks, form, at)
    add_single(singles, with, form, at)
  end
  for _, block in pairs(blocks) do
    public_call.check()
    each_of(forms, block, use)
  end
  each_single(forms, singles, with, use)
end

return name_blocks
