-- parley.analysis.brief: what an account says, what stands behind it, and that it reads well, in three formats.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"
local wording = require "parley.analysis.wording"

local istanbul, orvenn = parley.open(), second.open()

-- A brief as plain text, its lines joined: what is asserted does not depend on where they break.
local function account(ds, given)
  local options = { format = "text" }
  for key, value in pairs(given or {}) do options[key] = value end
  return (ds:brief(options):gsub("\n +", " "):gsub("([^\n])\n([^\n%-%[=])", "%1 %2"))
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
    assert_says(text, "on 2 June 2025[1][3] at 13:00 (UTC+03:00)[4] in Istanbul[3][5] (Ciragan Palace[4][6]), with "
      .. "Turkey as host[1][2].")
    assert_says(text, "Something was agreed, but neither a ceasefire nor a settlement[2][7].")
    assert_says(text, "Preparatory meeting. It was held on 1 June 2025[11] in Kyiv[12].")
    assert_says(text, "It prepared the second round[11].")
  end)

  it("tells how far a talk has come that was not held", function()
    assert_says(account(istanbul, { talk = "r3" }), "What is planned")
    assert_says(account(istanbul, { talk = "r3" }), "Third round. It has been proposed in Istanbul, with Turkey as "
      .. "host[1], and another side is in favour[2]. These are to be direct talks[1].")
    assert_says(account(orvenn, { talk = "o4" }), "Fourth round. It has been postponed[1]; the date given is 10 "
      .. "September 2024[2] (one source says November 2024[1]), with Kestria as host[2].")
    assert_says(account(orvenn, { talk = "o-tech" }), "Experts' meeting. It has been called off[1]; it was to be in "
      .. "May 2024[1].")
    assert_says(account(orvenn, { talk = "o-leaders" }), "It has been proposed for October 2024 (from one anonymous "
      .. "report)[1].")
  end)

  it("tells who came, with roles and statuses", function()
    local text = part(account(istanbul, { talk = "r2" }), "Who came")
    assert_says(text, "- Russia: delegation[9][13], attended[9]; Vladimir Medinsky, head of delegation, "
      .. "attended[14][15]; Sergey Lavrov, absent[16]; Vladimir Putin, absent[17].")
    assert_says(text, "Serhiy Kyslytsia, spokesperson (inferred)[20].")
    assert_says(text, "- Turkey: host[21][22].")
    assert_says(account(orvenn, { talk = "o3" }), "- The League of Nine Ports: guarantor, attended[1].")
  end)

  it("tells demands by party with the answers, silence as such", function()
    local text = part(account(istanbul, { talk = "r2" }), "What was asked, and what was answered")
    assert_says(text, "- Ceasefire. A complete ceasefire without conditions, thirty days at the least[19]. Asked of "
      .. "Russia[19][37] on 1 June 2025[37][38], first on its own list[37]. It is to last at least 30 days[19] (two "
      .. "sources say 30[39][40]), and can be extended[39].")
    assert_says(text, "Russia rejected it on 2 June 2025[20][42]. Russia offered something else in its place[21][34] "
      .. "on 2 June 2025[34]: A truce of a few days instead[21][34].")
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
    assert_says(text, "The amount is 6,000 bodies[14] (one source says 12,000[54]).")
    assert_says(text, "The amount is 1,000 to 1,200 prisoners of war[51], basis: total (inferred)[51] (also given as "
      .. "per side[51]).")
    assert_says(text, "Those meant are aged 18 to 25[55] (one source says at most 24[54]).")
    assert_says(text, "- Ceasefire. No agreement on this[9][21].")
    assert_says(account(orvenn, { talk = "o3" }), "The amount is 30 to 80 monitors, most likely 50, from the League "
      .. "of Nine Ports to Tárvia[1].")
    assert_says(account(orvenn, { talk = "o2" }), "The amount is at least 40 water carts, from Kestria to the Cantons "
      .. "of Høyfjell[1].")
  end)

  it("does not say what a number counts on the word of another source than the number's", function()
    assert_silent(part(account(istanbul, { talk = "r2" }), "What was agreed"), "6,000 bodies[14], basis")
    assert_says(account(istanbul, { talk = "r1" }), "1,000 prisoners of war[2], basis: per side[2].")
  end)

  it("tells what is due, what came and what is late", function()
    local text = part(account(istanbul, { talk = "r2" }), "What is due")
    assert_says(text, "Judged by 21 July 2025 (uncertain), when the latest source was published[56].")
    assert_says(text, "Due between 9 and 15 June 2025[14][15]. No delivery is recorded. It is overdue by 36 to 42 "
      .. "days[14][15].")
    assert_says(text, "Procedure. Time named by Ukraine (expectation)[57]: by 30 June 2025[57].")
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
    assert_says(text, "Days: 2[33] or 2 to 3[21][34].")
    assert_says(text, "Amount: 6,000[14] or 12,000[54]. The whole is given as 6,000[14] or 12,000[54], and its parts "
      .. "as 6,000[15] and 6,000[14][15].")
    assert_says(text, "Announced by: Rustem Umerov[23] or Serhiy Kyslytsia[20].")
    assert_says(account(orvenn, { talk = "o3" }), "- Third round. Place: “Øster Mole”[1] (denied by one source[2]).")
    assert_silent(account(orvenn, { talk = "o1" }), "Where the sources disagree")
    assert_says(account(orvenn, { talk = "o1" }), "400 people[1][2] (one source says 410[3])")
  end)

  it("says how weak a value is that rests on weak claims alone", function()
    local text = account(istanbul, { talk = "r2" })
    assert_says(text, "Its purpose: a ceasefire and a way to lasting peace (from one anonymous report)[8].")
    assert_says(text, "seen by media (from one source, at second hand)[31].")
    assert_says(text, "It has been met in part (inferred)[43].")
    assert_says(account(orvenn, { talk = "o3" }), "The League stands for both shores (from one anonymous report)[2].")
    -- a firm source takes the words away
    local ds = second.open()
    ds:claim("outcomes", "o3-guarantee", { text = "The League stands for both shores." },
      { source = "gazette", certainty = "narration" })
    assert_silent(account(ds, { talk = "o3" }), "The League stands for both shores (from")
  end)

  it("lists each place once, with terms, and says when a link is wanting", function()
    local text = account(istanbul, { talk = "r2" })
    assert_says(text, "[2] [What the sides agreed on in Istanbul]. Visit Ukraine, 3 June 2025, p1-p2. Terms: all "
      .. "rights reserved; use only with a hyperlink to the publisher. No address is recorded: add the link before "
      .. "publishing.")
    assert_says(text, "[9] As note 2, p2.")
    assert_says(account(orvenn, { talk = "o1" }), "[1] Nkẹ́mi Adé: “First round at the lake”. Daily Beacon, 11 March "
      .. "2024. https://beacon.example/first-round")
  end)
end)

describe("a brief of a span", function()
  it("tells what lies in it, and what is due in it from elsewhere", function()
    local text = account(istanbul, { from = "2025-06-03", to = "2025-07-31" })
    assert_says(text, "Istanbul talks, 3 June 2025 to 31 July 2025")
    assert_says(text, "Leaders' meeting. It has been proposed for 20 to 30 June 2025[1].")
    assert_silent(text, "What was agreed")
    assert_says(text, "Judged by the last day of the span named above.")
    assert_says(text, "It is overdue by 46 to 52 days")
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
    assert_says(account(after, { talk = "r2" }), "It is due later") -- placeholder
  end)
end)
