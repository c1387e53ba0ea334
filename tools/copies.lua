--- Finds code that stands twice: runs of the same words, and runs that differ in names and numbers alone, in the same
-- way throughout; ends with status 1 where there is one.
--   lua5.4 tools/copies.lua [FOLDER]      FOLDER is the checkout, by default the one at hand

local TOOLS = arg[0]:match "^(.*)copies%.lua$" or ""
local source = dofile(TOOLS .. "source.lua")

local ROOT = arg[1] or "."

-- How many words a run has that is told: as it is, and with other names. C says less with a word, and its parameters
-- say the same ones again and again. Facts, tables of words and what is generated are no code.
local HOUSES = {
  { root = "lua/parley", extensions = { "lua" }, same = 50, renamed = 75, skip = { "^bundled/istanbul%-2025%.lua$",
    "^bundled/russia%-ukraine%-talks", "^meta/", "^repl/reference%.lua$", "^codebook/", "/messages/" } },
  { root = "tools", extensions = { "lua" }, same = 50, renamed = 75 },
  { root = "csrc", extensions = { "c", "h" }, same = 100, renamed = 110 },
}

-- Words of the languages, which are not names.
local KEYWORDS = {}
for word in ([[and bool break case char const default do double else elseif end enum false float for function goto if in
  int local long nil not or repeat return short signed size_t sizeof static struct switch then true typedef union
  unsigned until void while]]):gmatch "%S+" do
  KEYWORDS[word] = true
end

-- The end of the word at a place of a line: a name or number, a string, else a mark.
local function end_of_word(code, at)
  return select(2, code:find("^[%w_]+", at)) or select(2, code:find('^(["\']).-%1', at)) or at
end

-- Every file requires and includes; lines of a long string are SQL, whose functions all have to declare what they use.
local function is_passed_over(line)
  return not line.bare:find "%S" or line.code:find "^%s*#%s*include" or line.code:find "^local [%w_]+ = require"
end

-- The words of a file, the line of each, and whether it is the first of its line.
local function words_of(path)
  local words, lines, first = {}, {}, {}
  for _, line in ipairs(source.file(path)) do
    local at = not is_passed_over(line) and line.code:find "%S"
    while at do
      local last = end_of_word(line.code, at)
      words[#words + 1], lines[#lines + 1] = line.code:sub(at, last), line.number
      first[#words] = lines[#lines - 1] ~= line.number
      at = line.code:find("%S", last + 1)
    end
  end
  return words, lines, first
end

local function as_it_is(words, from, count) return table.concat(words, " ", from, from + count - 1) end

-- Names are numbered in the order in which they come, so that runs with other names are alike.
local function without_names(words, from, count)
  local numbers, known, parts = {}, 0, {}
  for at = from, from + count - 1 do
    local word = words[at]
    if word:find "^%d" then
      word = "0"
    elseif word:find "^[%a_]" and not KEYWORDS[word] then
      if not numbers[word] then known, numbers[word] = known + 1, "n" .. known end
      word = numbers[word]
    end
    parts[#parts + 1] = word
  end
  return table.concat(parts, " ")
end

-- Tells each run of `count` words from the beginning of a line that a run before it is like.
local function find(files, count, text_of, what)
  local seen, found = {}, 0
  for _, file in ipairs(files) do
    local told = 0                     -- the last word of a run that has been told
    for from = 1, #file.words - count + 1 do
      local text = file.first[from] and text_of(file.words, from, count)
      local other = seen[text]
      if text and not other then
        seen[text] = { file = file, from = from }
      elseif text and from > told and (other.file ~= file or from - other.from >= count) then
        found, told = found + 1, from + count - 1
        print(("%s:%d: %s words are those of %s:%d%s"):format(file.path, file.lines[from], count, other.file.path,
          other.file.lines[other.from], what))
      end
    end
  end
  return found
end

local found = 0
for _, house in ipairs(HOUSES) do
  local files = {}
  for _, path in ipairs(source.files(ROOT .. "/" .. house.root, house.extensions, house.skip)) do
    local file = { path = house.root .. "/" .. path }
    file.words, file.lines, file.first = words_of(ROOT .. "/" .. file.path)
    files[#files + 1] = file
  end
  local same = find(files, house.same, as_it_is, "")
  found = found + same + find(files, house.renamed, without_names, ", with other names")
end
if found > 0 then os.exit(1) end
