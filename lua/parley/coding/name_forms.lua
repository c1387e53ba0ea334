--- Forms of names: words in plain Latin letters, alike for the spellings and alphabets of one name.
-- Method. A name is folded (case, accents, vowel signs), Cyrillic and Arabic letters are written in Latin, and what the
-- usual romanisations write in several ways is written in one: kh, gh, g and h are h, sh and sch are s, w is v, a vowel
-- behind i or y stands alone, doubled letters are one. The skeleton of a word is what is left without its vowels, which
-- Arabic does not write and which romanisations of one name differ in most. Words such as al-, bin, of and the are left
-- out, patronymics are known by their ending, and case endings of Cyrillic words do not count in skeletons.

local core = require "parley.core"

local name_forms = {}

---@class parley.NameWord
---@field text string  in plain Latin letters
---@field skeleton string  its consonants
---@field first string  its first consonant, or "*"
---@field is_initial boolean
---@field is_patronymic boolean

---@class parley.NameForm
---@field text string  the name as it is written
---@field words parley.NameWord[]
---@field script "latin"|"cyrillic"|"arabic"
---@field has_patronymic boolean
---@field plain string  its words, sorted

-- After folding, which takes й, ї, ё and hamzas apart.
local LETTERS = {}
local function add_letters(pairs_of_letters)
  for from, to in pairs_of_letters:gmatch "(%S+)=(%S+)" do LETTERS[from] = to == "-" and "" or to end
end
for _, sign in utf8.codes "–—«»“”„/" do LETTERS[utf8.char(sign)] = " " end
add_letters [[а=a б=b в=v г=h ґ=h д=d е=e є=e ж=Z з=z и=i і=i й=i ј=i к=k л=l љ=l м=m н=n њ=n о=o п=p р=r с=s т=t
  у=u ў=u ф=f х=h ц=C ч=C ш=S щ=S ъ=- ы=i ь=- э=e ю=iu я=ia ћ=C џ=J ђ=J ’=- ʼ=- '=- `=-]]
add_letters [[ا=a ب=b ت=t ث=t ج=J ح=h خ=h د=d ذ=d ر=r ز=z س=s ش=S ص=s ض=d ط=t ظ=z ع=a غ=h ف=f ق=k ك=k ل=l م=m ن=n
  ه=h و=u ي=i ى=a ة=a ء=- ـ=- پ=p چ=C ژ=Z گ=h ک=k ی=i]]

-- What romanisations write in several letters, the longest first.
local GROUPS = {
  { "shch", "S" }, { "tsch", "C" }, { "sch", "S" }, { "dzh", "J" }, { "tch", "C" }, { "zh", "Z" }, { "kh", "h" },
  { "gh", "h" }, { "ch", "C" }, { "sh", "S" }, { "th", "t" }, { "dh", "d" }, { "ph", "f" }, { "ts", "C" },
  { "tz", "C" }, { "dj", "J" }, { "dZ", "J" }, { "ou", "u" }, { "oo", "u" }, { "ck", "k" }, { "c([eiy])", "s%1" },
  { "c", "k" }, { "g", "h" }, { "q", "k" }, { "x", "ks" }, { "w", "v" }, { "^j", "J" }, { "j", "i" }, { "y", "i" },
  { "J([aou])", "J%1" }, { "ff$", "v" }, { "([eo])f$", "%1v" }, { "i+([aeou])", "%1" }, { "([aeiou])h$", "%1" },
  { "ai$", "a" }, { "(%a)%1", "%1" },
}

-- A word in plain Latin letters.
local function plain(word)
  for _, group in ipairs(GROUPS) do word = word:gsub(group[1], group[2]) end
  return word:lower()
end

local LEFT_OUT = {}
for word in ([[al el ul bin ibn ben bint abu the of and for de la le du des von van der di del mr mrs dr]])
  :gmatch "%a+" do LEFT_OUT[word] = true end

local PATRONYMICS = { "ovic$", "evic$", "ivic$", "ovna$", "evna$", "ivna$", "nicna$" }

local function is_patronymic(text)
  for _, ending in ipairs(PATRONYMICS) do
    if #text > 6 and text:find(ending) then return true end
  end
  return false
end

-- Endings of cases, which Cyrillic texts put behind names.
local ENDINGS = { "oho$", "omu$", "ovi$", "evi$", "oiu$", "om$", "em$", "im$" }

local function without_case(text)
  if #text < 5 then return text end
  for _, ending in ipairs(ENDINGS) do
    local short = text:gsub(ending, "")
    if #short < #text and #short >= 3 then return short end
  end
  return text
end

local function skeleton_of(text, script)
  local bare = script == "cyrillic" and without_case(text) or text
  local skeleton = bare:gsub("[aeiou]", "")
  return skeleton == "" and text:sub(1, 1) or skeleton
end

-- Names that are one in two languages, in plain letters.
local TWINS = { nikola = "mikola", nikolai = "mikola", mikolai = "mikola" }

-- What German writes with an s.
local FIRSTS = { z = "s" }

local function word_of(text, script)
  text = TWINS[text] or text
  return { text = text, skeleton = skeleton_of(text, script),
    first = FIRSTS[text:match "[^aeiou]"] or text:match "[^aeiou]" or "*",
    starts_open = text:find "^[aeiou]" ~= nil, is_initial = #text == 1, is_patronymic = is_patronymic(text) }
end

local function script_of(folded)
  if folded:find "[\xD0-\xD3][\x80-\xBF]" then return "cyrillic" end
  return folded:find "[\xD8-\xDB][\x80-\xBF]" and "arabic" or "latin"
end

local function latin(folded, script)
  if script == "arabic" then folded = (" " .. folded):gsub("([%s%-])ال", "%1") end
  return (folded:gsub(utf8.charpattern, LETTERS))
end

local words = setmetatable({}, { __mode = "v" })

local function known_word(text, script)
  local key = script .. text
  local word = words[key]
  if not word then
    word = word_of(plain(text), script)
    words[key] = word
  end
  return word
end

--- A name as its words.
---@param name string
---@return parley.NameForm
function name_forms.of(name)
  local folded = core.fold(name)
  local script = script_of(folded)
  local form = { text = name, words = {}, script = script, has_patronymic = false }
  local texts = {}
  for text in latin(folded, script):gmatch "[^%s%p]+" do
    if not LEFT_OUT[text] then
      local word = known_word(text, script)
      if word.text ~= "" then
        form.has_patronymic = form.has_patronymic or word.is_patronymic
        form.words[#form.words + 1], texts[#texts + 1] = word, word.text
      end
    end
  end
  table.sort(texts)
  form.plain = table.concat(texts, " ")
  return form
end

return name_forms
