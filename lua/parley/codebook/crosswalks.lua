--- Cross-walks: which words of our vocabularies other coding schemes have a code for, as data.
-- Only where the ideas really correspond; a word without a row has no counterpart. One of our words may
-- have several codes elsewhere and the other way round, since schemes cut the world differently.
-- CAMEO is one scheme in two tables: GDELT's and the original 1.1b3, which ICEWS follows, give the codes
-- 101-103 and 105-108 different meanings, so each publisher has rows of its own.
-- A CAMEO code stands for all the codes that begin with it, unless a longer one has a row of its own in the
-- same vocabulary. A PLOVER code is written EVENT:mode:context; a part left empty may be anything.
-- Labels are ours, in a few words.

local vocabularies = require "parley.codebook.vocabularies"

local crosswalk = {}

--- The other schemes, in the order of the rows: name, version, title; `codes` of one for events, which says what a code
--- of a row stands for: all that begin with it ("prefix"), or all that have its parts ("parts").
crosswalk.schemes = {
  { name = "cameo-gdelt", version = "lookup table, undated", title = "CAMEO event codes as GDELT publishes them",
    codes = "prefix" },
  { name = "cameo-icews", version = "1.1b3", title = "CAMEO event codes of the original manual, used by ICEWS",
    codes = "prefix" },
  { name = "plover", version = "0.8 (2021-09-17)", title = "PLOVER event types, modes and contexts", codes = "parts" },
  { name = "pax", version = "4-9", title = "PA-X Peace Agreements, columns of the full data" },
  { name = "ucdp-pa", version = "22.1", title = "UCDP Peace Agreements, columns" },
}

-- Term -> "code label; code label; …".

-- CAMEO, where GDELT's table and the original agree.
local cameo = {
  { "talk_kind/round", "046 negotiate" },
  { "talk_kind/consultation", "040 consult; 041 telephone; 042 pay a visit; 043 receive a visit" },
  { "talk_format/remote", "041 telephone" },
  { "talk_status/proposed", "026 appeal to meet" },
  { "talk_status/supported", "036 willing to meet" },
  { "talk_status/declined", "125 refuse to meet" },
  { "topic/ceasefire", "0256 appeal to de-escalate; 0356 willing to de-escalate; 0871 truce; " ..
    "1056 demand to de-escalate; 1246 refuse to de-escalate; 196 break a ceasefire" },
  { "topic/prisoners", "0253 appeal to release; 0353 willing to release; 0841 release persons; " ..
    "1053 demand to release; 1243 refuse to release" },
  { "topic/civilians", "0233 appeal for relief; 0333 promise relief; 073 give relief; 0863 let relief in; " ..
    "1033 demand relief; 1223 refuse relief; 1623 cut relief; 1663 expel aid agencies" },
  { "topic/recognition", "054 recognise" },
  { "topic/withdrawal", "0874 retreat" },
  { "topic/force_limits", "0873 demobilise" },
  { "topic/foreign_troops", "0234 appeal for peacekeepers; 0334 promise peacekeepers; 074 send peacekeepers; " ..
    "0861 admit peacekeepers; 1034 demand peacekeepers; 1224 refuse peacekeepers; 1661 expel peacekeepers" },
  { "topic/arms_supply", "0232 appeal for military aid; 0332 promise military aid; 072 give military aid; " ..
    "1032 demand military aid; 1222 refuse military aid; 1622 cut military aid" },
  { "topic/mobilisation", "154 mobilise" },
  { "topic/martial_law", "0814 lift emergency rule; 1324 threaten emergency rule; 1724 impose emergency rule" },
  { "topic/sanctions", "0254 appeal to ease; 0354 willing to ease; 085 ease; 1054 demand to ease; " ..
    "1244 refuse to ease; 1312 threaten sanctions; 163 impose sanctions" },
  { "topic/verification", "0862 admit inspectors; 1662 expel inspectors" },
  { "topic/justice", "094 investigate war crimes; 1124 accuse of war crimes" },
  { "response_kind/reject", "12 reject" },
  { "response_kind/silence", "011 decline comment" },
  { "outcome_kind/agreement", "057 sign" },
  { "outcome_kind/pledge", "03 declare an intent" },
  { "outcome_kind/hand_over", "084 return" },
  { "statement_kind/expectation", "012 pessimistic; 013 optimistic" },
  { "statement_kind/threat", "13 threaten" },
  { "statement_kind/ultimatum", "139 ultimatum" },
  { "statement_kind/support", "051 endorse; 053 rally support" },
  { "third_party_role/mediator", "028 appeal for mediation; 038 accept mediation; 039 offer mediation; " ..
    "045 mediate; 126 refuse mediation; 135 threaten to stop mediating; 165 stop mediating" },
  { "act/talk", "036 willing to meet; 04 consult" },
  { "act/demand", "02 appeal; 10 demand; 139 ultimatum" },
  { "act/rejection", "12 reject; 164 break off talks" },
  { "act/agreement", "019 accord; 03 declare an intent; 057 sign" },
  { "act/outcome", "08 yield" },
  { "act/breach", "196 break a ceasefire" },
  { "act/other", "0874 retreat" },
}

local only = {
  ["cameo-gdelt"] = {
    { "talk_status/proposed", "108 demand to meet" },
    { "topic/ceasefire", "107 demand a ceasefire" },
    { "topic/withdrawal", "106 demand withdrawal" },
    { "third_party_role/mediator", "105 demand mediation" },
  },
  ["cameo-icews"] = {
    { "talk_status/proposed", "106 demand to meet" },
    { "third_party_role/mediator", "108 demand mediation" },
  },
  plover = {
    { "talk_kind/consultation", "CONSULT:phone telephone; CONSULT:visit visit" },
    { "talk_format/remote", "CONSULT:phone telephone" },
    { "talk_status/proposed", "REQUEST:meet ask to meet" },
    { "talk_status/declined", "REJECT:meet refuse to meet" },
    { "topic/ceasefire", "RETREAT:ceasefire truce" },
    { "topic/prisoners", "RETREAT:release release" },
    { "topic/civilians", "AID::humanitarian give relief; RETREAT:access:humanitarian let relief in; " ..
      "REQUEST:assist:humanitarian ask for relief; REJECT:assist:humanitarian refuse relief; " ..
      "AGREE::humanitarian promise relief; SANCTION:discontinue:humanitarian cut relief" },
    { "topic/foreign_troops", "AID::peacekeeping send peacekeepers; RETREAT:access:peacekeeping admit them; " ..
      "REQUEST:assist:peacekeeping ask for them; REJECT:assist:peacekeeping refuse them; " ..
      "AGREE::peacekeeping promise them" },
    { "topic/arms_supply", "AID::military give military aid; SANCTION:discontinue:military cut military aid" },
    { "topic/mobilisation", "MOBILIZE:troops troops" },
    { "topic/martial_law", "COERCE:martial-law emergency rule" },
    { "topic/sanctions", "RETREAT:ease:economic ease; REQUEST:yield:economic ask to ease; " ..
      "REJECT:yield:economic refuse to ease; THREATEN:restrict:economic threaten" },
    { "response_kind/reject", "REJECT reject" },
    { "statement_kind/threat", "THREATEN threaten" },
    { "act/talk", "CONSULT consult" },
    { "act/demand", "REQUEST request" },
    { "act/rejection", "REJECT reject" },
    { "act/agreement", "AGREE agree" },
    { "act/outcome", "CONCEDE concede; RETREAT retreat" },
  },
  pax = {
    { "topic/ceasefire", "Ce ceasefire" },
    { "topic/prisoners", "TjPrire prisoner release" },
    { "topic/territory", "StBor borders" },
    { "topic/foreign_troops", "SsrFf foreign forces leave; ImPK peacekeepers" },
    { "topic/justice", "TjAm amnesty" },
  },
  ["ucdp-pa"] = {
    { "topic/ceasefire", "cease ceasefire" },
    { "topic/prisoners", "pris prisoner release" },
    { "topic/civilians", "return refugees return" },
    { "topic/territory", "terr_prov any territorial provision; aut autonomy; ind independence; " ..
      "demarcation border demarcation" },
    { "topic/withdrawal", "withd forces withdraw" },
    { "topic/foreign_troops", "withd forces withdraw; pko peacekeepers" },
    { "topic/verification", "co_impl commission oversees" },
    { "topic/justice", "amn amnesty; recon reconciliation" },
  },
}
only["cameo-gdelt"].shared, only["cameo-icews"].shared = cameo, cameo

-- Adds the rows of one entry { "vocabulary/code", "code label; …" }.
local function add_entry(by_term, scheme, entry)
  local list = by_term[entry[1]] or {}
  by_term[entry[1]] = list
  local vocabulary, code = entry[1]:match "^(.-)/(.+)$"
  for scheme_code, label in entry[2]:gmatch "([^%s;]+) ([^;]+)" do
    list[#list + 1] = {
      id = ("%s/%s/%s"):format(entry[1], scheme.name, scheme_code), vocabulary = vocabulary, code = code,
      scheme = scheme.name, scheme_version = scheme.version, scheme_code = scheme_code, scheme_label = label,
    }
  end
end

-- Rows of every term, by "vocabulary/code"; within a term the schemes in their order, codes ascending.
local function rows_by_term()
  local by_term, place = {}, {}
  for i, scheme in ipairs(crosswalk.schemes) do
    place[scheme.name] = i
    for _, entry in ipairs(only[scheme.name].shared or {}) do add_entry(by_term, scheme, entry) end
    for _, entry in ipairs(only[scheme.name]) do add_entry(by_term, scheme, entry) end
  end
  for _, list in pairs(by_term) do
    table.sort(list, function(a, b)
      if a.scheme ~= b.scheme then return place[a.scheme] < place[b.scheme] end
      return a.scheme_code < b.scheme_code
    end)
  end
  return by_term
end

--- One row for each correspondence, as table `crosswalk` holds it, in the order of the vocabularies.
---@return table[]
function crosswalk.rows()
  local by_term, rows = rows_by_term(), {}
  for _, name in ipairs(vocabularies.names) do
    for _, code in ipairs(vocabularies.codes(name)) do
      local term = name .. "/" .. code
      for _, row in ipairs(by_term[term] or {}) do rows[#rows + 1] = row end
      by_term[term] = nil
    end
  end
  local stray = next(by_term)
  assert(not stray, stray and ("the cross-walk names a word no vocabulary has: " .. stray))
  return rows
end

return crosswalk
