--- What would mislead about words: coded ones that no vocabulary has, and texts that are no longer in one's own words.

local wording = {}

local MOST_LETTERS, MOST_QUOTED = 200, 8

local function set_of(list)
  local set = {}
  for _, item in ipairs(list) do set[item] = true end
  return set
end

-- The rows of a query that have something in a column: its id, the value, and others.
local function each_with(q, column, ...)
  return q:where(column .. " is not nil"):sort("id"):each("id", column, ...)
end

--- Coded words that their vocabulary does not have.
function wording.words(ds, add, infos)
  for _, info in ipairs(infos) do
    for _, column in ipairs(info.columns) do
      local known = set_of(column.vocabulary and ds:term_codes(column.vocabulary) or {})
      if column.vocabulary then
        for id, word in each_with(ds:table(info.name), column.name) do
          if not known[word] then
            add(info.name, id, column.name, ("'%s' is no word of the vocabulary %s"):format(word, column.vocabulary),
              ('ds:describe("%s") lists its words'):format(info.name))
          end
        end
      end
    end
  end
end

-- Names, titles and addresses are not of the coder's making, and aliases are a list.
local AS_PRINTED = { id = true, name = true, title = true, url = true, aliases = true }

-- What the coder puts into words: columns of a table, and the note of a claim.
local function worded(info)
  local list = {}
  for _, column in ipairs(info.columns) do
    local free = column.type == "text" and not (column.references or column.vocabulary or column.clock)
    if free and not AS_PRINTED[column.name] then list[#list + 1] = column.claim_name end
  end
  list[#list + 1] = "note"
  return list
end

local function word_count(text) return select(2, text:gsub("%S+", "")) end

-- Quotations stand between marks that cannot be apostrophes.
local MARKS = { '"([^"]*)"', "\u{201C}(.-)\u{201D}", "\u{201E}(.-)[\u{201C}\u{201D}]", "\u{AB}(.-)\u{BB}" }

local function longest_quotation(text)
  local most = 0
  for _, marks in ipairs(MARKS) do
    for quoted in text:gmatch(marks) do most = math.max(most, word_count(quoted)) end
  end
  return most
end

--- Texts that are too long for a table, or quote more than a phrase.
function wording.texts(ds, add, infos)
  for _, info in ipairs(infos) do
    for _, name in ipairs(worded(info)) do
      for id, text, claim in each_with(ds:table(info.name):claims():where "rank <> 'deprecated'", name, "claim") do
        local letters, quoted = utf8.len(text) or #text, longest_quotation(text)
        local way_out = ("ds:amend(%d, {%s = …}, reason)"):format(claim, name)
        if letters > MOST_LETTERS then
          add(info.name, id, name, ("a text of %d characters, of %d at most"):format(letters, MOST_LETTERS), way_out)
        end
        if quoted > MOST_QUOTED then
          add(info.name, id, name, ("quotes %d words in a row, of %d at most"):format(quoted, MOST_QUOTED), way_out)
        end
      end
    end
  end
end

return wording
