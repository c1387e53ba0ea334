--- Functions of PostgreSQL for letters: their case, and folding. The tables are made of what the C code gives for each
-- character, when a dataset is created, so that both give the same whatever Unicode and locales a server has.
-- ASCII is left to the server; of the rest the letters of Europe are mapped by translate(), which looks through its
-- list for each character: what is common stands first. Rarer characters are looked up, each one once in a text.

local core = require "parley.core"

local COMMON = 0x530          -- Latin, Greek, Cyrillic, and the marks among them, end before it
-- Where there are letters and signs that become others, or nothing; a spec looks at the rest.
local RANGES = { { 0x80, 0xD7FF }, { 0xE000, 0x1FFFF }, { 0x2F800, 0x2FA1F }, { 0xE0000, 0xE0FFF } }

local HANGUL_FIRST, HANGUL_LAST = 0xAC00, 0xD7A3

local function quote(text) return "'" .. text:gsub("'", "''") .. "'" end

-- Characters as the inside of a bracket of a regular expression: runs of them as ranges.
local function bracket(codes)
  local parts, from = {}, nil
  for i, code in ipairs(codes) do
    from = from or code
    if codes[i + 1] ~= code + 1 then
      parts[#parts + 1] = from == code and ("\\U%08x"):format(code) or ("\\U%08x-\\U%08x"):format(from, code)
      from = nil
    end
  end
  return "[" .. table.concat(parts) .. "]"
end

local LATIN <const>, CYRILLIC <const> = " aeinorstldcumhpgfbvykwjxzq.,-'()0123456789",
  "оаенитрсвлкмдпуяіизьгйчєбхжюїшщфцыэъёґ"

-- Small letters, and signs, which most texts are made of.
local function frequent(is_kept)
  local list = {}
  for _, text in ipairs { LATIN, CYRILLIC } do
    for _, code in utf8.codes(text) do
      local character = utf8.char(code)
      if is_kept(character) then list[#list + 1] = character end
    end
  end
  return table.concat(list)
end

-- What a function makes of each character: the common ones that become one character, or none, as the two lists of
-- translate(); the others as the text of a JSON object; and what tells whether a text has one of those.
local function mapped(how, map, is_cut)
  local from, to, gone, rare, codes = {}, {}, {}, {}, {}
  local function take(code, becomes)
    local character = utf8.char(code)
    if is_cut and code >= HANGUL_FIRST and code <= HANGUL_LAST then return end
    if code < COMMON and becomes == "" then
      gone[#gone + 1] = character
    elseif code < COMMON and utf8.len(becomes) == 1 then
      from[#from + 1], to[#to + 1] = character, becomes
    else
      rare[#rare + 1] = ('"%s":"%s"'):format(character, (becomes:gsub('["\\]', "\\%0")))
      codes[#codes + 1] = code
    end
  end
  for _, range in ipairs(RANGES) do
    local list = core.characters(how, range[1], range[2])
    for i = 1, #list, 2 do take(list[i], list[i + 1]) end
  end
  local first = frequent(function(character) return map(character) == character end)
  return { from = first .. table.concat(from) .. table.concat(gone), to = first .. table.concat(to),
    rare = "{" .. table.concat(rare, ",") .. "}", pattern = bracket(codes) }
end

-- Syllables are taken apart into their letters; what else normalize() takes apart is folded to the same.
local HANGUL = [[

  IF x ~ '[\uac00-\ud7a3]' COLLATE "C" THEN x := normalize(x, NFD); END IF;]]

local FUNCTION = [=[
CREATE OR REPLACE FUNCTION @NAME(x text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  found text;
BEGIN
  IF octet_length(x) = length(x) THEN RETURN @ASCII(x COLLATE "C"); END IF;@BEFORE
  x := translate(@ASCII(x COLLATE "C"), @FROM, @TO);
  IF x ~ @PATTERN COLLATE "C" THEN
    FOR found IN SELECT DISTINCT (regexp_matches(x COLLATE "C", @PATTERN, 'g'))[1] LOOP
      x := replace(x, found, @RARE::jsonb ->> found);
    END LOOP;
  END IF;
  RETURN x;
END $$;
]=]

local function made(how, map, before)
  local name, ascii = "parley_" .. how, how == "upper" and how or "lower"
  local tables = mapped(how, map, before == HANGUL)
  local values = { NAME = name, ASCII = ascii, BEFORE = before or "", FROM = quote(tables.from),
    TO = quote(tables.to), PATTERN = quote(tables.pattern), RARE = quote(tables.rare) }
  return (FUNCTION:gsub("@(%u+)", values))
end

-- A sigma at the end of a word is another letter: behind letters, what is passed over aside, and before none.
local function final_sigma()
  local letters, passed, known = {}, {}, {}
  local function take(first, last)
    local alone, behind = core.characters("lower", first, last, "", "Σ", "ς"),
      core.characters("lower", first, last, "a", "Σ", "ς")
    for i = 1, #alone, 2 do letters[#letters + 1], known[alone[i]] = alone[i], true end
    for i = 1, #behind, 2 do
      if not known[behind[i]] then passed[#passed + 1] = behind[i] end
    end
  end
  take(1, 0x7F)
  for _, range in ipairs(RANGES) do take(range[1], range[2]) end
  local letter, between = bracket(letters), bracket(passed) .. "*"
  return ([[

  IF strpos(x, 'Σ') > 0 THEN
    x := regexp_replace(x COLLATE "C", %s, 'ς', 'g');
  END IF;]]):format(quote(("(?<=%s%s)Σ(?!%s%s)"):format(letter, between, between, letter)))
end

--- The functions as SQL.
---@return string
return function()
  return made("fold", core.fold, HANGUL)
    .. made("lower", function(text) return core.cased(text, false) end, final_sigma())
    .. made("upper", function(text) return core.cased(text, true) end)
end
