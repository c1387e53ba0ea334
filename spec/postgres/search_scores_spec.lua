-- Words looked for on a server and in a file: the same hits in the same order, with the same scores to the last digit,
-- and the same words marked. PARLEY_SEARCHES says how many searches of random texts (60 unless set), PARLEY_SEED which.
-- Holds: query.sql.dialect.postgres_words

local parley = require "parley"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"

local needed = server.needed(describe, it, pending)

local SEARCHES = tonumber(os.getenv "PARLEY_SEARCHES") or 60
local SEED = tonumber(os.getenv "PARLEY_SEED") or 20251130

local WORDS = { "war", "warring", "ward", "peace", "cease-fire", "ceasefire", "fire", "1,000", "1000", "Çırağan",
  "ciragan", "Straße", "停战协议", "协议", "สันติภาพ", "prisoners", "prisoner", "of", "the", "exchange", "1990-1995", "–", "…",
  "x\u{301}y", "日本語", "'s", "fire.", "(of)", "\"the", "a", "a", "a", "٣٤", "ﬁsh", "B-52", "co-op-er", "שָׁלוֹם", "حَرْب",
  "e\u{301}te\u{301}", "हिन्दी", "½", "x²", "🙂", "\u{200b}", "I'm", "M.", "12.5", "1 000" }
local TYPED = { "war", "war*", "peace", "cease-fire", "ceasefire", "cease-f*", "fire", "1000", "1,000", "ciragan", "strasse",
  "停战", "协议", "สันติ", "prison*", "\"of the\"", "\"the of\"", "\"a a\"", "\"a a a\"", "a", "a*", "\"war peace\"", "1990",
  "\"1990-1995\"", "日*", "fish", "b-52", "coop*", "שלום", "حرب", "ete", "हिन्दी", "½", "x", "i'm", "m", "12", "nothing",
  "\"exchange of prisoners\"", "the*" }

-- Half of the texts are in ASCII, in which a server marks hits by a pattern.
local ASCII = {}
for _, word in ipairs(WORDS) do ASCII[#ASCII + 1] = not word:find "[\128-\255,]" and not word:find "%-" and word or nil end

local function texts_of(n)
  local list = {}
  for i = 1, n do
    local parts, words = {}, i % 2 == 0 and ASCII or WORDS
    for k = 1, math.random(1, math.random(2, 40)) do parts[k] = words[math.random(#words)] end
    list[i] = table.concat(parts, " ")
  end
  return list
end

local function fill(ds, texts)
  ds:add("sources", { id = "s", published = "2025-01-01" })
  ds:atomic(function()
    for i, text in ipairs(texts) do
      local name = i % 3 == 0 and "statements" or "demands"
      ds:add(name, { id = ("d%03d"):format(i), text = text, label = i % 5 == 0 and texts[i // 2] or nil },
        { source = "s" })
    end
  end)
  return ds
end

local function asked()
  local parts = {}
  for i = 1, math.random(1, 3) do parts[i] = TYPED[math.random(#TYPED)] end
  return table.concat(parts, " ")
end

-- All that a search gives, scores to the last bit.
local function hits(ds, text, given)
  local list = {}
  for name, id, column, words, score in ds:search(text, given):each("table", "id", "column", "text", "score") do
    list[#list + 1] = ("%s/%s %s %a %s"):format(name, id, column, score, words)
  end
  return table.concat(list, "\n")
end

local function rows(q)
  local list = {}
  for id in q:each "id" do list[#list + 1] = id end
  return table.concat(list, " ")
end

needed("a search on a server #server", function()
  local made, here, there

  setup(function()
    math.randomseed(SEED, 1)
    local texts = texts_of(90)
    made = server_dataset.new()
    here, there = fill(parley.open ":memory:", texts), fill(made.ds, texts)
  end)
  teardown(function() made:drop() end)

  local function differences(searches)
    local list = {}
    for _ = 1, searches do
      local text = asked()
      local given = math.random(4) == 1 and { limit = math.random(9), tables = "demands" } or nil
      if hits(here, text, given) ~= hits(there, text, given) then
        list[#list + 1] = ("%s\n%s\n---\n%s"):format(text, hits(here, text, given), hits(there, text, given))
      end
      if rows(here.demands:search(text)) ~= rows(there.demands:search(text)) then
        list[#list + 1] = text .. ": rows"
      end
    end
    return table.concat(list, "\n\n")
  end

  it("gives the hits of a file in their order, with their scores and marks", function()
    assert.equal("", differences(SEARCHES))
    assert.is_true(#hits(here, "war*") > 500)
  end)

  it("does so when rows were changed and taken away, and as of a day", function()
    for _, ds in ipairs { here, there } do
      ds:atomic(function()
        for i = 1, 20 do
          local name = i % 3 == 0 and "statements" or "demands"
          ds:claim(name, ("d%03d"):format(i), { text = WORDS[i] .. " war of the fire" },
            { source = "s", rank = "preferred" })
        end
        ds:retract(40, "wrong")
      end)
    end
    assert.equal("", differences(SEARCHES // 3))
    local then_here, then_there = here:as_of "2025-01-02", there:as_of "2025-01-02"
    for _, text in ipairs { "war*", "\"of the\" fire", "停战" } do
      assert.equal(hits(then_here, text), hits(then_there, text), text)
      assert.equal(rows(then_here.demands:search(text)), rows(then_there.demands:search(text)), text)
    end
  end)

  -- The index of a server holds no long words, no more than a mebibyte of words, and no places.
  it("does so for texts that an index of the server does not hold whole", function()
    local long = ("x"):rep(300)
    local many, counted = {}, {}
    for i = 1, 9000 do counted[i] = i % 50 == 0 and "needle thread" or "hay" .. i % 7 end
    for i = 1, 6000 do many[i] = i .. ("w"):rep(200) end
    local texts = { long .. "a and peace", long .. "b and peace", table.concat(counted, " ") .. " needle eye",
      table.concat(many, " ") .. " needle eye", "a needle thread" }
    for _, ds in ipairs { here, there } do
      for i, text in ipairs(texts) do
        ds:add("documents", { id = "long" .. i, contents = text }, { source = "s" })
      end
    end
    for _, text in ipairs { long .. "a", long .. "*", ("x"):rep(299) .. "*", "needle", "\"needle eye\"", "needl*",
      "\"needle thread\"", "7www*", "80*", "\"hay1 hay2\"", "\"eye needle\"", "n* eye" } do
      assert.equal(hits(here, text), hits(there, text), text:sub(1, 40))
    end
    assert.matches("long4", hits(there, "\"needle eye\""), 1, true)
    assert.equal("", hits(there, "\"eye needle\""))
  end)
end)
