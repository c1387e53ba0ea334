-- parley.analysis.brief: what an account says, what stands behind it, and that it reads well, in three formats.
-- Holds: analysis.brief.field_sentences, analysis.brief.brief, analysis.brief.coverage, analysis.brief.demands,
--   analysis.brief.clashes, analysis.brief.markup, analysis.brief.footnoted_text, analysis.brief.results,
--   analysis.brief.sourcing, analysis.brief.talks, analysis.brief.wording

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"
local wording = require "parley.analysis.brief.wording"
local xml = require "spec.support.xml"

local istanbul, orvenn = parley.open(), second.open()

-- A brief as plain text, its lines joined: what is asserted does not depend on where they break.
local function account(ds, given)
  local options = { format = "text" }
  for key, value in pairs(given or {}) do options[key] = value end
  return (ds:brief(options):gsub("\n +([^%- ])", " %1"):gsub("([^\n])\n([^\n%-%[= ])", "%1 %2"))
end

local function assert_says(text, wanted)
  assert.is_true(text:find(wanted, 1, true) ~= nil, ("not said: %s\nin:\n%s"):format(wanted, text))
end

local function assert_silent(text, unwanted)
  assert.is_nil(text:find(unwanted, 1, true), ("said: %s\nin:\n%s"):format(unwanted, text))
end

-- The part of an account under a heading.
local function part(text, heading)
  local _, from = text:find("\n" .. heading .. " ?\n?%-+\n")
  assert(from, ("no part '%s' in:\n%s"):format(heading, text))
  return text:sub(from + 1):match "^(.-)\n[A-Z][^\n]* ?\n?%-%-%-+\n" or text:sub(from + 1)
end

describe("a brief of a talk", function()
  it("tells all there is, in order, with its sources", function()
    local file = assert(io.open("spec/golden/brief-o1.txt", "rb"))
    local golden = file:read "a"
    file:close()
    assert.equal(golden, orvenn:brief { talk = "o1", format = "text" })
  end)

  it("tells what was held, when, where and by whom", function()
    local text = account(istanbul, { talk = "r2" })
    assert_says(text, "Second round, Istanbul talks")
    assert_says(text, "on 2 June 2025[1][3] in Istanbul[4][5], planned for 13:00 (UTC+03:00)[6] at Çırağan "
      .. "Palace[6][7], with Turkey as host (inferred)[8][9].")
    assert_says(text, "Something was agreed, but neither a ceasefire nor a settlement[2][3].")
    assert_says(text, "Preparatory meeting. It was held on 1 June 2025[12] in Kyiv[13].")
    assert_says(text, "It prepared the second round[12].")
  end)

  it("tells how far a talk has come that was not held", function()
    assert_says(account(istanbul, { talk = "r3" }), "What is planned")
    assert_says(account(istanbul, { talk = "r3" }), "Third round. It has been proposed in Istanbul, with Turkey as "
      .. "host (inferred)[1], and another side is in favour[2]. These are to be direct talks[1].")
    assert_says(account(orvenn, { talk = "o4" }), "Fourth round. It has been postponed[1]; the date given is 10 "
      .. "September 2024[2] (one source says November 2024[1]), with Kestria as host[2].")
    assert_says(account(orvenn, { talk = "o-tech" }), "Experts' meeting. It has been called off[1]; it was to be in "
      .. "May 2024[1].")
    assert_says(account(orvenn, { talk = "o-leaders" }), "It has been proposed for October 2024 (from one anonymous "
      .. "report)[1].")
  end)

  it("tells who came, with roles and statuses", function()
    local text = part(account(istanbul, { talk = "r2" }), "Who came")
    assert_says(text, "- Russia: delegation[11][15], attended[11]; Vladimir Medinsky, head of delegation, "
      .. "attended[16][17]; Sergey Lavrov, absent[18]; Vladimir Putin, absent[19].")
    assert_says(text, "Serhiy Kyslytsia, spokesperson (inferred)[22].")
    assert_says(text, "- Turkey: host (inferred)[8][23].")
    assert_says(account(orvenn, { talk = "o3" }), "- The League of Nine Ports: guarantor, attended[1].")
  end)

  it("tells demands by party with the answers, silence as such", function()
    local text = part(account(istanbul, { talk = "r2" }), "What was asked, and what was answered")
    assert_says(text, "- Ceasefire. A complete ceasefire without conditions, thirty days at the least[21]. Asked of "
      .. "Russia[21][36] on 1 June 2025[36][37], first on its own list[36]. It is to last at least 30 days[21][38], "
      .. "and can be extended[38].")
    assert_says(text, "Russia rejected it on 2 June 2025[22][40]. Russia offered something else in its place[8][32] "
      .. "on 2 June 2025[32]: A truce of a few days instead[8][32].")
    assert_says(text, "Russia had given no answer by 3 June 2025[50]: No word on the leaders' meeting so far[50].")
    assert_says(text, "No answer is recorded to: territory.")
    assert_says(text, "Answered only with the paper they stand in: alliances, force limits, foreign troops and "
      .. "security guarantees.")
    assert_says(account(orvenn, { talk = "o3" }), "The Orvenn Shore Front accepted it on a condition on 20 June "
      .. "2024[1]; the condition: if the boats are gone first[1].")
    assert_says(account(orvenn, { talk = "o2" }), "It has been withdrawn[1].")
  end)

  it("tells amounts as intervals, with what others say", function()
    local text = part(account(istanbul, { talk = "r2" }), "What was agreed")
    assert_says(text, "The amount is 12,000 bodies[54], basis: total[54].")
    assert_says(text, "The amount is 1,000 to 1,200 prisoners of war[51]. It covers two categories[52]")
    assert_says(text, "Those meant are aged 18 to 25[55] (one source says at most 25[54]).")
    assert_says(text, "- Ceasefire. No agreement on this[8][9].")
    assert_says(account(orvenn, { talk = "o3" }), "The amount is 30 to 80 monitors, most likely 50, from the League "
      .. "of Nine Ports to Tárvia[1].")
    assert_says(account(orvenn, { talk = "o2" }), "The amount is at least 40 water carts, from Kestria to the Cantons "
      .. "of Høyfjell[1].")
  end)

  it("does not say what a number counts on the word of another source than the number's", function()
    local text = part(account(istanbul, { talk = "r2" }), "What was agreed")
    assert_says(text, "6,000 bodies, from Russia to Ukraine[16][17].")
    assert_silent(text, "1,200 prisoners of war[51], basis")
    assert_says(account(istanbul, { talk = "r1" }), "1,000 prisoners of war[2], basis: per side[2].")
  end)

  it("tells what is due, what came and what is late", function()
    local text = part(account(istanbul, { talk = "r2" }), "What is due")
    assert_says(text, "Judged by 21 July 2025 (uncertain), when the latest source was published[56].")
    assert_says(text, "Due between 9 and 15 June 2025[16][17]. No delivery is recorded. Its day has passed, and nothing "
      .. "has been reported since.")
    assert_says(text, "Procedure. Time named by Ukraine (expectation)[48]: by 30 June 2025[48].")
    assert_says(text, "For the other outcomes no day is recorded.")
    local o2 = part(account(orvenn, { talk = "o2" }), "What is due")
    assert_says(o2, "Delivered: at least 40 on 2 June 2024[2]. All of it has come, late by 13 days[1].")
    assert_says(o2, "It is done, as its status says[1].")
    local o3 = part(account(orvenn, { talk = "o3" }), "What is due")
    assert_says(o3, "Delivered: 12 on 12 August 2024[3]. Outstanding: 18 to 68, most likely 38[1][3]. The time for it "
      .. "is running.")
    assert_says(o3, "No day is set for it. Delivered: at least 20 between July and August 2024[3].")
  end)

  it("tells open disagreements, and none that the coder has settled", function()
    local text = part(account(istanbul, { talk = "r2" }), "Where the sources disagree")
    assert_says(text, "Days: 2[33] or 2 to 3[8][32].")
    assert_says(text, "Nature: unilateral[17] or reciprocal[16].")
    assert_says(text, "Place: “Istanbul”[4][5] or “the Turkish capital”[6].")
    assert_says(account(orvenn, { talk = "o3" }), "- Third round. Place: “Øster Mole”[1] (denied by one source[2]).")
    assert_silent(account(orvenn, { talk = "o1" }), "Where the sources disagree")
    assert_says(account(orvenn, { talk = "o1" }), "400 people[1][2] (one source says 410[3])")
  end)

  it("says how weak a value is that rests on weak claims alone", function()
    local text = account(istanbul, { talk = "r2" })
    assert_says(text, "Its purpose: a ceasefire and a way to lasting peace (from one anonymous report)[10].")
    assert_says(text, "seen by media (from one source, at second hand)[30].")
    assert_says(text, "It has been met in part (inferred)[41].")
    assert_says(account(orvenn, { talk = "o3" }), "The League stands for both shores (from one anonymous report)[2].")
    -- a firm source takes the words away
    local ds = second.open()
    ds:claim("outcomes", "o3-guarantee", { text = "The League stands for both shores." },
      { source = "gazette", certainty = "narration" })
    assert_silent(account(ds, { talk = "o3" }), "The League stands for both shores (from")
  end)

  it("lists each place once, with terms, and says when a link is wanting", function()
    local text = account(istanbul, { talk = "r2" })
    assert_says(text, "[3] “Negotiations between Ukraine and russia in Istanbul: what did the parties agree on?”. "
      .. "Visit Ukraine, 3 June 2025, p1-p2. Terms: all rights reserved; use only with a hyperlink to the publisher. "
      .. "No address is recorded: add the link before "
      .. "publishing.")
    assert_says(text, "[54] As note 2, p2.")
    assert_says(account(orvenn, { talk = "o1" }), "[1] Nkẹ́mi Adé: “First round at the lake”. Daily Beacon, 11 March "
      .. "2024. https://beacon.example/first-round")
  end)
end)

describe("a brief of what was delivered", function()
  it("names what is counted where the promise does not, and tells a running count as one", function()
    local ds <close> = scratch.dataset()
    ds:add("outcomes", { id = "grain", talk = "r2", kind = "agreement", topic = "grain", text = "Grain is let out." },
      { source = "s1" })
    ds:add("deliveries", { id = "ship", outcome = "grain", best = 26, unit = "tonnes", category = "corn",
      date = "2025-06-10" }, { source = "s2" })
    ds:add("deliveries", { id = "so-far", outcome = "grain", best = 110, unit = "tonnes", counting = "cumulative",
      date = "2025-06-20" }, { source = "s2" })
    local text = part(account(ds, { talk = "r2" }), "What is due"):gsub("%[%d+%]", ""):gsub(" %(from one source[^)]*%)", "")
    assert_says(text, "Delivered: 26 tonnes (corn) on 10 June 2025 and 110 tonnes in all on 20 June 2025.")
  end)
end)

describe("a brief of a span", function()
  it("tells what lies in it, and what is due in it from elsewhere", function()
    local text = account(istanbul, { from = "2025-06-03", to = "2025-07-31" })
    assert_says(text, "Istanbul talks, 3 June 2025 to 31 July 2025")
    assert_says(text, "Leaders' meeting. It was proposed for 20 to 30 June 2025[1]. Whether it was held is not recorded.")
    assert_silent(text, "What was agreed")
    assert_says(text, "Judged by the last day of the span named above.")
    assert_says(text, "Its day has passed, and nothing has been reported since.")
    assert_silent(text, "Second round")
  end)

  it("tells demands answered in it, and answers up to its end", function()
    local ds = second.open()
    ds:add("responses", { id = "late", demand = "fr-amnesty-1", party = "tarvia", kind = "reject",
      date = "2024-07-02" }, { source = "gazette", certainty = "narration" })
    assert_says(account(ds, { from = "2024-07" }), "Amnesty for all fighters (from one source, at second hand)")
    assert_says(account(ds, { from = "2024-07" }), "Tárvia rejected it on 2 July 2024")
    assert_silent(account(ds, { to = "2024-06" }), "2 July 2024")
    assert_says(account(ds, { to = "2024-06" }), "Amnesty for all fighters")
  end)

  it("groups participants by talk", function()
    local text = part(account(orvenn, { from = "2024-03", to = "2024-04" }), "Who came")
    assert_says(text, "First round\n\n- The Cantons of Høyfjell: delegation, attended[1].")
    assert_says(text, "- The Grey Sisters of Weißwasser: İşbel Taş, relay, attended[2].")
  end)

  it("can be open on a side, or be everything", function()
    assert_says(account(orvenn, { from = "2024-08-30" }), "Orvenn talks, since 30 August 2024")
    assert_says(account(orvenn, { to = "2024-03" }), "Orvenn talks, up to March 2024")
    local all = account(orvenn)
    for _, name in ipairs { "First round. It was", "Second round. It was", "Third round. It was", "Monitors on both" } do
      assert_says(all, name)
    end
  end)
end)

describe("a brief follows", function()
  it("the day of a view", function()
    local before, after = istanbul:as_of "2025-06-01", istanbul:as_of "2025-06-10"
    assert_says(account(before, { talk = "r2" }), "As reported by 1 June 2025.")
    assert_says(account(before, { talk = "r2" }), "It is scheduled[1][2] for 2 June 2025")
    assert_silent(account(before, { talk = "r2" }), "6,000")
    assert_silent(account(before, { talk = "r2" }), "What is due")
    assert_says(account(after, { talk = "r2" }), "Judged by the day named above.")
    assert_says(account(after, { talk = "r2" }), "No delivery is recorded. The time for it is running.")
    assert_says(account(istanbul:as_of "2025-06-15", { talk = "r2" }), "The time for it is running.")
    assert_says(account(istanbul:as_of "2025-06-16", { talk = "r2" }), "Its day has passed, and nothing has been reported since.")
  end)

  it("names of people that were told later", function()
    assert_says(account(istanbul:as_of "2025-06-01", { talk = "r2" }), "Rustem Umerov, head of delegation")
  end)

  it("the policy", function()
    local preferring = istanbul:with_policy { prefer = { "s3" } }
    assert_says(account(preferring, { talk = "r2" }), "Policy: prefers s3.")
    assert_says(account(preferring, { talk = "r2" }), "12,000 bodies")
    assert_silent(account(istanbul:with_policy { deny = { "s3" } }, { talk = "r2" }), "12,000")
  end)

  it("what is retracted and what the file had at a time", function()
    local ds = second.open()
    local key = ds:add("outcomes", { id = "new", talk = "o3", topic = "children", best = 77 }, { source = "gazette" })
    assert_says(account(ds, { talk = "o3" }), "The amount is 77")
    ds:retract(key, "misread")
    assert_silent(account(ds, { talk = "o3" }), "77")
    assert_says(account(ds, { talk = "o4" }), "(one source says November 2024")
    assert_silent(account(ds:as_recorded "2024-09-30", { talk = "o4" }), "November")
  end)
end)

describe("whatever it is about, a brief", function()
  local cases = {}
  local function add(what, ds, given) cases[#cases + 1] = { what, ds, given } end
  for _, pair in ipairs { { "istanbul", istanbul }, { "orvenn", orvenn } } do
    for id in pair[2].talks:sort("id"):each "id" do add(pair[1] .. " " .. id, pair[2], { talk = id }) end
    add(pair[1] .. " as a whole", pair[2], {})
  end
  add("a span", istanbul, { from = "2025-05", to = "2025-06-02" })
  add("a day", orvenn, { from = "2024-06-20", to = "2024-06-20" })
  add("an early day", istanbul:as_of "2025-06-02", { talk = "r2" })
  add("a policy", istanbul:with_policy { prefer = { "s3", "s1" }, certainty = "narration" }, {})

  -- What comes before the sources, without the title; then the sources.
  local function body_and_notes(text)
    local body, notes = text:match "^(.-)\nSources\n%-+\n\n(.*)$"
    return (body or text):gsub("^[^\n]*\n=+\n", ""):gsub("\nAs reported by[^\n]*", ""):gsub("\nPolicy:[^\n]*", ""), notes or ""
  end

  for _, case in ipairs(cases) do
    local what, ds, given = case[1], case[2], case[3]

    it("has a mark after each number: " .. what, function()
      local body = body_and_notes(account(ds, given))
      for line in body:gmatch "[^\n]+" do
        local rest = line:gsub("%[%d+%]", "\1")
        -- from a number to the end of its sentence there is a mark
        for number, tail in rest:gmatch "(%d[%d,:]*)([^\1]*)" do
          assert.is_nil(tail:find "%. %u", ("%s has no mark before the sentence ends: %s"):format(number, line))
        end
        assert.is_nil(rest:match "\1([^\1]*)$" and rest:match("\1([^\1]*)$"):find "%d", "no mark at the end: " .. line)
        assert.is_true(rest:find "\1" ~= nil or not rest:find "%d", "no mark at all: " .. line)
      end
    end)

    it("resolves each mark, and lists nothing that is not cited: " .. what, function()
      local body, notes = body_and_notes(account(ds, given))
      local cited, listed = {}, {}
      for number in body:gmatch "%[(%d+)%]" do cited[tonumber(number)] = true end
      for line in notes:gmatch "[^\n]+" do
        listed[#listed + 1] = tonumber(line:match "^%[(%d+)%] ")
        local other = tonumber(line:match "^%[%d+%] As note (%d+)")
        assert.is_true(not other or other < #listed)
      end
      for i, number in ipairs(listed) do assert.equal(i, number) end
      for number in pairs(cited) do assert.equal(number, listed[number]) end
      for _, number in ipairs(listed) do assert.is_true(cited[number] or false, "note " .. number .. " is not cited") end
    end)

    it("reads well: " .. what, function()
      local text = account(ds, given)
      for _, slip in ipairs { "%S  ", " %.", " ,", "%.%.", "%( ", " %)", "%f[%a]nil%f[%A]", "table:", "%(%)", ": %.", ",%.", "\n%s*\n%s*\n",
        "%f[%a]an? an? ", "Judged by nil", "%f[%a]a [aeio]%l", " 1 days", " 1 years", "; %.", "%(%(" } do
        local at = text:find(slip)
        assert.is_nil(at, ("'%s' in: %s"):format(slip, at and text:sub(math.max(1, at - 60), at + 60)))
      end
      local _, opened = text:gsub("%(", "")
      local _, closed = text:gsub("%)", "")
      assert.equal(opened, closed)
    end)

    it("keeps to 80 columns, and says the same in each format: " .. what, function()
      local options = { talk = given.talk, from = given.from, to = given.to, format = "text" }
      local text = ds:brief(options)
      options.format = "markdown"
      local markdown = ds:brief(options)
      for _, page in ipairs { text, markdown } do
        for line in page:gmatch "[^\n]+" do
          assert.is_true(core.width(line) <= 80 or not line:find(" ", 6, true), line)
        end
      end
      local function letters(page)
        return (page:gsub("%[%^?(%d+)%]:?", "%1"):gsub("[^%w\128-\255]", ""))
      end
      assert.equal(letters(text), letters(markdown))
      options.format = "html"
      local html = ds:brief(options):gsub("<[^>]*>", " "):gsub("&#?%w+;", "")
      assert.equal(letters(text), letters(html))
    end)
  end
end)

describe("formats of a brief", function()
  -- A dataset whose words would be markup, numbers and control characters.
  local function hostile()
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "x1", title = "A <b>bold</b> & *starred* [title](x)", published = "2025-01-02",
      url = "javascript:alert(1)", licence = "only with a hyperlink" })
    ds:add("sources", { id = "x2", outlet = "Outlet", url = "https://ok.example/?a=1&b=\"2\"" })
    local by = { source = "x1", certainty = "narration", locator = "p1" }
    ds:add("processes", { id = "p", name = "Peace 2000" }, by)
    ds:add("parties", { id = "g7", name = "Group of 7", kind = "organisation" }, by)
    ds:add("parties", { id = "nn" }, by)
    ds:add("terms", { id = "topic/fish", vocabulary = "topic", code = "fish", label = "Fishing rights" })
    ds:add("talks", { id = "t1", process = "p", name = "1. Round <script>alert('x')</script>", status = "held",
      date = "2025-XX-XX", host = "g7", purpose = "- a list # no heading" }, by)
    ds:add("participants", { id = "a1", talk = "t1", party = "nn", role = "delegation" },
      { source = "x2", certainty = "anonymous" })
    ds:add("demands", { id = "d1", talk = "t1", topic = "fish", party = "nn", text = "All fish_and_chips \27[31m",
      days_best = 1 }, by)
    ds:add("demands", { id = "d2", talk = "t1" }, by)
    ds:add("outcomes", { id = "o1", talk = "t1", topic = "fish", best = 5, giver = "nn" }, by)
    ds:claim("outcomes", "o1", { best = 1000000 }, { source = "x2", certainty = "narration" })
    ds:add("outcomes", { id = "o2", talk = "t1", part_of = "o1" }, by)
    ds:add("deliveries", { id = "v1", outcome = "o1" }, by)
    return ds
  end

  it("are Markdown by default", function()
    assert.equal(orvenn:brief { talk = "o1" }, orvenn:brief { talk = "o1", format = "markdown" })
    local text = orvenn:brief { talk = "o1" }
    assert_says(text, "# First round, Orvenn talks\n\n## What was held\n\n**First round.** It was held on 8 March 2024 "
      .. "in Port Kestra, with Kestria as\nhost[^1].")
    assert_says(text, "\n[^3]: “Two days by the water”. Radio Sund, April 2024.\n")
    assert_says(text, "\n  - **Part of it.** The amount is 280 people[^1]")
    assert_says(text, "11 March 2024.\n    <https://beacon.example/first-round>\n")
  end)

  it("escape what Markdown would obey", function()
    local text = hostile():brief { talk = "t1" }
    assert_says(text, "# 1. Round \\<script\\>alert('x')\\</script\\>, Peace 2000")
    assert_says(text, "fish\\_and\\_chips \\\\x1b\\[31m")
    assert_says(text, "“A \\<b\\>bold\\</b\\> & \\*starred\\* \\[title\\](x)”")
    assert_silent(text, "<javascript")
    assert_says(text, '<https://ok.example/?a=1&b="2">')
    for line in text:gmatch "[^\n]+" do
      assert.is_nil(line:find "^%d+%." or line:find "^#[^# ]" or line:find "^ +[-+] %l", line)
    end
  end)

  it("are a fragment of HTML that closes what it opens and runs nothing", function()
    local html = hostile():brief { talk = "t1", format = "html" }
    assert_says(html, "<h1>1. Round &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;, Peace 2000</h1>")
    assert_silent(html, "<script")
    assert_silent(html, 'href="javascript')
    assert_says(html, '<a href="https://ok.example/?a=1&amp;b=&quot;2&quot;">')
    assert_says(html, '<sup><a href="#brief-t1-1">[1]</a></sup>')
    assert_says(html, '<p id="brief-t1-1" class="note">[1] ')
    for _, page in ipairs { html, orvenn:brief { format = "html" }, istanbul:brief { talk = "r2", format = "html" } } do
      local function check(element)
        for _, child in ipairs(element.children) do
          assert.is_true(child.name ~= "ul" or element.name ~= "p")
          assert.equal(child.name == "li", element.name == "ul")
          check(child)
        end
      end
      check { name = "page", children = xml.elements(page) }
    end
  end)

  it("cope with what is missing", function()
    local text = account(hostile(), { talk = "t1" })
    assert_says(text, "1. Round <script>alert('x')</script>.[1] It was held in a month of 2025, with the Group of 7 as "
      .. "host[1].")
    assert_says(text, "- nn: delegation (from one anonymous report)[2].")
    assert_says(text, "- Fishing rights. All fish_and_chips \\x1b[31m[1]. It is to last 1 day[1].")
    assert_says(text, "By whom is not recorded")
    assert_says(text, "The amount is 5[1] (one source says 1,000,000[2]), from nn[1].")
    assert_says(text, "- Part of it. Nothing more is recorded of it.")
    assert_says(text, "Delivered: something. Outstanding: 0 to 5[1].")
    assert_says(text, "[2] Untitled. Outlet, undated. https://ok.example/?a=1&b=\"2\"")
  end)

  it("say so where nothing is recorded", function()
    assert.equal("# Brief\n\nNothing is recorded.\n", parley.open(":memory:"):brief())
    assert.equal("r2\n==\n\nAs reported by 31 December 2024.\n\nNothing is recorded.\n",
      istanbul:as_of("2024"):brief { talk = "r2", format = "text" })
    local ds = parley.open ":memory:"
    ds:add("sources", { id = "s" })
    ds:add("talks", { id = "bare" }, { source = "s" })
    assert.equal("bare\n====\n\nThe talk\n--------\n\nbare. Whether it was held is not recorded.\n",
      ds:brief { talk = "bare", format = "text" })
  end)

  it("tell the words the user has added by their labels", function()
    local ds = second.open()
    ds:add("terms", { id = "talk_status/frozen", vocabulary = "talk_status", code = "frozen", label = "Frozen" })
    ds:claim("talks", "o4", { status = "frozen" }, { source = "report", stated = "2024-08-25" })
    assert_says(account(ds, { talk = "o4" }), "Its status is “frozen”")
    ds:add("terms", { id = "response_kind/shrug", vocabulary = "response_kind", code = "shrug", label = "A shrug" })
    ds:add("responses", { id = "s", demand = "tv-roads-1", party = "shore-front", kind = "shrug" }, { source = "beacon" })
    assert_says(account(ds, { talk = "o1" }), "The Orvenn Shore Front answered: a shrug[1].")
  end)
end)

describe("wording", function()
  it("says numbers, amounts and counts", function()
    assert.same({ "0", "999", "1,000", "12,345,678", "-1,000" }, { wording.number(0), wording.number(999),
      wording.number(1000), wording.number(12345678), wording.number(-1000) })
    assert.equal("6,000 bodies", wording.amount(6000, 6000, 6000, "bodies"))
    assert.equal("at least 30 days", wording.amount(30, nil, nil, "days"))
    assert.equal("at most 24", wording.amount(nil, nil, 24))
    assert.equal("30 to 80 carts, most likely 50", wording.amount(30, 50, 80, "carts"))
    assert.equal("about 7", wording.amount(nil, 7, nil))
    assert.is_nil(wording.amount(nil, nil, nil, "carts"))
    assert.same({ "one day", "two days", "12,000 days" }, { wording.count(1, "day"), wording.count(2, "day"),
      wording.count(12000, "day") })
  end)

  it("gives names their article", function()
    local cases = { { "Kestria", "state", "Kestria" }, { "United States", "state", "the United States" },
      { "Sri Lanka", "state", "Sri Lanka" }, { "Republic of Korea", "state", "the Republic of Korea" },
      { "NATO", "alliance", "NATO" }, { "European Union", "organisation", "the European Union" },
      { "Ukraine's Western allies", "coalition", "Ukraine's Western allies" },
      { "Russian ombudsman's office", "government_body", "the Russian ombudsman's office" },
      { "The Elders", "group", "The Elders" }, { "Radio Sund", "outlet", "Radio Sund" } }
    for _, case in ipairs(cases) do assert.equal(case[3], wording.the(case[1], case[2])) end
    assert.equal("Halvík", wording.the "Halvík")
    assert.equal("Ukraine's Western allies'", wording.possessive "Ukraine's Western allies")
  end)
end)

describe("bad input to brief{}", function()
  local cases = {
    { { talk = "r4" }, "no talk 'r4'; did you mean 'r1'?" },
    { { talk = "second round" }, "no talk 'second round'; did you mean 'r2'?" },
    { { talk = 2 }, "no talk '2'" },
    { { format = "pdf" }, "no format of a brief 'pdf'; known: markdown, html, text" },
    { { format = "markdwon" }, "no format of a brief 'markdwon'; did you mean 'markdown'?" },
    { { tlak = "r2" }, "brief{} has no option 'tlak'; did you mean 'talk'?" },
    { { talk = "r2", from = "2025" }, "brief{} is about a talk or about what lies between from and to, not both" },
    { { from = "2025-06", to = "2025-05" }, "brief{}: from '2025-06' is later than to '2025-05'" },
    { { to = "2025-02-30" }, "to of brief{}: '2025-02-30' is not a date: February 2025 has 28 days; for example "
      .. "2025-06-02" },
    { { from = 2025 }, "from of brief{} takes a date as text, such as '2025-06-02', not a number" },
    { "r2", "brief{} takes a table of options, not a string; its options: talk, from, to, format" },
  }
  for _, case in ipairs(cases) do
    it("is refused: " .. case[2], function()
      assert.equal(case[2], scratch.message_of(istanbul.brief, istanbul, case[1]))
    end)
  end

  it("says so in a closed dataset and in a file without Parley's tables #file", function()
    local closed, foreign = scratch.without_tables("brief")
    assert.equal("this dataset is closed; open it again with parley.open()", closed)
    assert.equal("brief{} needs Parley's tables, and this file was opened as it is ({schema = false})", foreign)
  end)
end)
