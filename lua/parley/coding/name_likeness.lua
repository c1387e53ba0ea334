--- How alike two forms of names are, from 0 to 1, and what makes them alike or not.
-- Method. Each word of the shorter name is held against those of the longer one, in any order, and takes the likest
-- that is left: 1 for the same word; at least .92 for the same skeleton of three consonants or more; .9 for an initial;
-- else what Jaro and Winkler give, and nothing below .75, nor where one is a third shorter (Ivan is no Ivanenko). The
-- likeness is the mean of these, less .04 for each word of the longer name that none has taken; a patronymic that only
-- one of them has counts neither way. A name of one word is like a longer one by .85 at most. Names written together or
-- apart are held against each other as a whole.

local core = require "parley.core"

local name_likeness = {}

local LEAST_OF_WORD <const> = 0.75
local OF_SKELETON <const>, OF_INITIAL <const>, OF_ONE_WORD <const>, OF_REST <const> = 0.92, 0.9, 0.85, 0.04

local function of_words_anew(a, b)
  if a.is_initial or b.is_initial then
    local same = a.first == b.first and a.text:sub(1, 1) == b.text:sub(1, 1)
    return (same or a.starts_open and b.starts_open) and OF_INITIAL or 0.0
  end
  if math.min(#a.text, #b.text) * 3 < math.max(#a.text, #b.text) * 2 and a.skeleton ~= b.skeleton then return 0.0 end
  local likeness = core.similarity(a.text, b.text)
  if #a.skeleton >= 3 and a.skeleton == b.skeleton then likeness = math.max(likeness, OF_SKELETON) end
  if #a.skeleton == 2 and a.skeleton == b.skeleton then likeness = math.max(likeness, LEAST_OF_WORD) end
  return likeness >= LEAST_OF_WORD and likeness or 0.0
end

local MOST_KEPT <const> = 400000
local kept, count = {}, 0          -- words -> words -> how alike they are

local function of_words(a, b)
  if a == b then return a.is_initial and OF_INITIAL or 1.0 end
  local of_a = kept[a]
  if not of_a then
    of_a = {}
    kept[a] = of_a
  end
  local likeness = of_a[b]
  if likeness then return likeness end
  likeness, count = of_words_anew(a, b), count + 1
  if count > MOST_KEPT then kept, count = {}, 0 end
  of_a[b] = likeness
  return likeness
end

--- Forgets what was worked out.
function name_likeness.forget() kept, count = {}, 0 end

local function without_patronymics(words)
  local list = {}
  for _, word in ipairs(words) do
    if not word.is_patronymic then list[#list + 1] = word end
  end
  return #list > 0 and list or words
end

-- Each word of the shorter name with the likest one that is left; their sum.
local function assigned(short, long, note)
  local taken, sum = 0, 0          -- a bit for each word
  for i = 1, #short do
    local best, at = 0, nil
    for k = 1, #long do
      local likeness = taken & 1 << k == 0 and of_words(short[i], long[k]) or 0
      if likeness > best then best, at = likeness, k end
    end
    if at then
      taken, sum = taken | 1 << at, sum + best
      if note then note(short[i], long[at], i == at) end
    end
  end
  return sum
end

local function whole(a, b)
  local first, second = a.plain:gsub(" ", ""), b.plain:gsub(" ", "")
  if math.abs(#first - #second) > 4 then return 0 end
  return core.similarity(first, second)
end

-- The words of two names that count, those of the shorter one first.
local function sides(a, b)
  local left, right = a.words, b.words
  local one_alone = a.has_patronymic ~= b.has_patronymic
  if one_alone then left, right = without_patronymics(left), without_patronymics(right) end
  if #right < #left then return right, left, one_alone end
  return left, right, one_alone
end

--- How alike two names are.
---@param a parley.NameForm
---@param b parley.NameForm
---@return number likeness
function name_likeness.of(a, b)
  local short, long = sides(a, b)
  local rest = #long - #short
  if #short == 0 then return 0.0 end
  local likeness = assigned(short, long) / #short - OF_REST * rest
  if rest == 0 then return likeness end
  if #short == 1 then likeness = math.min(likeness, OF_ONE_WORD) end
  local joined = whole(a, b)
  return joined > math.max(likeness, OF_SKELETON) and joined or math.max(0.0, likeness)
end

--- What makes them alike, or not: initial, order, vowels, patronymic, script.
---@param a parley.NameForm
---@param b parley.NameForm
---@return table<string, boolean>
function name_likeness.seen(a, b)
  local seen, short, long, one_alone = {}, sides(a, b)
  assigned(short, long, function(word, other, in_place)
    if word.is_initial ~= other.is_initial then seen.initial = true end
    if #short == #long and not in_place then seen.order = true end
    if word.text ~= other.text and word.skeleton == other.skeleton then seen.vowels = true end
  end)
  seen.patronymic, seen.script = one_alone or nil, a.script ~= b.script or nil
  return seen
end

return name_likeness
