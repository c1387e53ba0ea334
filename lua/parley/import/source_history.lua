--- What a source has said about a thing, in order, and how far an import has followed it.
-- The claims of a source about a field are a history. The rows of a file are followed through it: a value that comes
-- next in the history has been said already, and so has one that stands before, as long as the file has said nothing
-- new; any other is new. At the end of the import the history has to end with what the file said last; where it does
-- not, that is claimed again (import.claims). So a file imported twice changes nothing, sorted otherwise it does only
-- where another row is the last, rows of one file add up, and a value that a source takes up again is its newest claim.
--
-- A row that had to wait has a place before rows that came after it: `entry`, the key that was kept for it.

local claim_lookup = require "parley.storage.statements.claim_lookup"
local followed_claims = require "parley.storage.statements.followed_claims"
local staged_claims = require "parley.storage.statements.staged_claims"

local source_history = {}

--- ## Units: columns that are claimed together

local units = setmetatable({}, { __mode = "k" })

--- The columns of a table, those of one quantity together: { name =, columns = { names } } each.
---@param info table
---@return { name: string, columns: string[] }[]
function source_history.units(info)
  if units[info] then return units[info] end
  local list, by_name = {}, {}
  for i = 2, #info.columns do
    local column = info.columns[i]
    local name = column.quantity and "quantity " .. column.quantity or column.name
    if not by_name[name] then
      by_name[name] = { name = name, columns = {} }
      list[#list + 1] = by_name[name]
    end
    table.insert(by_name[name].columns, column.name)
  end
  units[info] = list
  return list
end

--- ## Provenance that tells claims apart

local TELLING = staged_claims.TELLING

-- Those that count only where a row states them itself: without, they are the number of the row, and the source's day.
local STATED = staged_claims.STATED

local function signature(p)
  local parts = {}
  for i, name in ipairs(TELLING) do parts[i] = p[name] or "" end
  return table.concat(parts, "\0")
end

local function same_provenance(claim, made)
  claim.signature = claim.signature or signature(claim.provenance)
  made.signature = made.signature or signature(made.provenance)
  if claim.signature ~= made.signature then return false end
  for _, name in ipairs(STATED) do
    if made.stated[name] and made.provenance[name] ~= claim.provenance[name] then return false end
  end
  return true
end

-- Whether two claims of one history say the same about a unit.
local function say_the_same(unit, a, b)
  a.signature, b.signature = a.signature or signature(a.provenance), b.signature or signature(b.provenance)
  if a.signature ~= b.signature then return false end
  for _, name in ipairs(unit.columns) do
    if a.values[name] ~= b.values[name] then return false end
  end
  return true
end

local function says_something(unit, values)
  for _, name in ipairs(unit.columns) do
    if values[name] ~= nil then return true end
  end
  return false
end

-- What a row leaves blank it does not say, so that only what it gives has to be the same.
local function says_it(unit, claim, made)
  for _, name in ipairs(unit.columns) do
    if made.values[name] ~= nil and claim.values[name] ~= made.values[name] then return false end
  end
  return same_provenance(claim, made)
end

--- ## Histories

---@class parley.Said what one source has said about one thing
---@field known boolean whether anybody has said anything
---@field claims table[] { key, entry, values, provenance }, the oldest first
---@field at table<string, integer> unit -> place of the claim that the import has come to
---@field rows table<string, integer> unit -> number of the record that brought it there

-- Claims of a thing by all sources; where they come from is called so that no column is.
local function reader_of(store, info)
  local names, called = { "claim", "entry", "import", "decides" },
    { "claim key", "claim entry", "claim import", "claim decides" }
  local types = { "integer", "integer", "integer", "integer" }
  local function add(column, name, as)
    names[#names + 1], called[#called + 1], types[#types + 1] = name, as, column.type
  end
  add({ type = "text" }, "source", "claim source")
  for _, name in ipairs(TELLING) do add({ type = "text" }, name, "claim " .. name) end
  for _, name in ipairs(STATED) do add({ type = "text" }, name, "claim " .. name) end
  add({ type = "boolean" }, "source_day", "claim source_day")
  for i = 2, #info.columns do
    local column = info.columns[i]
    add(column, column.claim_name, column.name)
  end
  return claim_lookup.said(store, info, names, called, types)
end

local function claim_of(info, row)
  local provenance, values = {}, {}
  for _, name in ipairs(TELLING) do provenance[name] = row["claim " .. name] end
  for _, name in ipairs(STATED) do provenance[name] = row["claim " .. name] end
  provenance.source_day = row["claim source_day"]
  for i = 2, #info.columns do
    local name = info.columns[i].name
    values[name] = row[name]
  end
  local key = row["claim key"]
  return { key = key, entry = row["claim entry"] or key, import = row["claim import"], values = values,
    provenance = provenance }
end

-- Places that an import came to: what it has claimed itself, and what was noted before its memory was emptied.
local function recall(state, info, id, source, history)
  for i, claim in ipairs(history.claims) do
    -- rows that were mended have the number of their import, and keys from before this one
    local own = claim.import == state.import and claim.key >= state.import
    for _, unit in ipairs(own and source_history.units(info) or {}) do
      if says_something(unit, claim.values) then history.at[unit.name] = i end
    end
  end
  if not state.followed then return end
  local place = {}
  for i, claim in ipairs(history.claims) do place[claim.key] = i end
  for unit, key, row in followed_claims.of(state.ds.store, info.name, id, source) do
    history.at[unit], history.rows[unit] = place[key], row
  end
end

local function read_history(state, info, id, source)
  local history = { info = info, id = id, source = source, known = false, claims = {}, at = {},
    rows = {} }
  local ask = state.said_readers[info] or reader_of(state.ds.store, info)
  state.said_readers[info] = ask
  for row in ask(id) do
    history.known = true
    -- who decides says nothing of what the source said, though it is the source's claim
    local is_said = row["claim source"] == source and row["claim decides"] == nil
    if is_said then history.claims[#history.claims + 1] = claim_of(info, row) end
  end
  recall(state, info, id, source, history)
  return history
end

--- ## Memory: histories at hand, those that do not fit in a table of the connection's own

local MOST_CLAIMS = 5000

local function note_places(state, history)
  for _, unit in ipairs(source_history.units(history.info)) do
    local at = history.at[unit.name]
    if at and (#history.claims > 1 or #state.later > 0) then
      if not state.followed then followed_claims.begin(state.ds.store) end
      state.followed = true
      followed_claims.put(state.ds.store, history.info.name, history.id, history.source, unit.name,
        history.claims[at].key, history.rows[unit.name])
    end
  end
end

local function forget_all(state)
  for _, history in ipairs(state.histories) do note_places(state, history) end
  state.histories, state.claims_at_hand, state.claimed = {}, 0, {}
end

--- What a source has said about a thing.
---@param state table the import
---@param info table
---@param id string
---@param source string
---@return parley.Said
function source_history.by(state, info, id, source)
  local key = info.name .. "\0" .. id .. "\0" .. source
  local history = state.histories[key]
  if history then return history end
  if state.claims_at_hand >= MOST_CLAIMS then forget_all(state) end
  history = read_history(state, info, id, source)
  state.histories[key], state.histories[#state.histories + 1] = history, history
  state.claims_at_hand = state.claims_at_hand + 1 + #history.claims
  return history
end

--- Whether anybody has said anything about the thing.
---@param state table
---@param history parley.Said
---@return boolean
function source_history.is_known(state, history)
  return history.known or state.claimed[history.info.name .. "\0" .. history.id] == true
end

--- The ids of things of a table that have to be followed row by row: their histories are at hand, or rows that wait
--- speak of them.
---@param state table
---@param info table
---@return string[]
function source_history.at_hand(state, info)
  local ids = {}
  for _, history in ipairs(state.histories) do
    if history.info == info then ids[#ids + 1] = history.id end
  end
  for id in pairs(state.waiting[info.name] or {}) do ids[#ids + 1] = id end
  return ids
end

--- Notes that a row has to wait which speaks of these things: their rows are followed one by one from now on.
---@param state table
---@param list table[] the rows made of it
function source_history.wait(state, list)
  for _, made in ipairs(list) do
    local name = made.info.name
    state.waiting[name] = state.waiting[name] or {}
    state.waiting[name][made.id] = true
  end
end

--- ## Following

-- What has been said about a unit before a place.
local function last_before(history, unit, at)
  for i = at - 1, 1, -1 do
    if says_something(unit, history.claims[i].values) then return i end
  end
end

-- Where a claim with this entry stands, or would stand.
local function place_of(history, entry)
  local at = #history.claims + 1
  while at > 1 and history.claims[at - 1].entry > entry do at = at - 1 end
  return at
end

local function is_earlier(state, claim) return claim.import and claim.import ~= state.import end

-- A row says again what its import has come to, what comes next in the history, or, while all of that is by earlier
-- imports, what stands before. One that had to wait is held against what was last said before its place.
local function find(state, history, unit, made)
  local claims, first, last = history.claims, history.at[unit.name] or 1, #history.claims
  if state.entry then
    last = last_before(history, unit, place_of(history, state.entry)) or 0
    first = math.max(last, 1)
  end
  for i = first, last do
    if says_it(unit, claims[i], made) then return i end
  end
  if state.entry or not claims[first] or not is_earlier(state, claims[first]) then return end
  for i = first - 1, 1, -1 do
    if says_it(unit, claims[i], made) then return i end
  end
end

-- A row that had to wait does not take the import back.
local function come_to(history, unit, at, row, waits)
  if row < (history.rows[unit.name] or 0) then return end
  if waits and at < (history.at[unit.name] or 0) then return end
  history.at[unit.name], history.rows[unit.name] = at, row
end

--- Follows a row through the history: the values that are new, and whether there are any.
---@param state table the import; `entry` is the place of a row that had to wait
---@param history parley.Said
---@param made table
---@param row integer the number of the record
---@return table fresh, boolean any
function source_history.follow(state, history, made, row)
  local fresh, any = {}, false
  for _, unit in ipairs(source_history.units(history.info)) do
    if says_something(unit, made.values) then
      local at = find(state, history, unit, made)
      if at then
        come_to(history, unit, at, row, state.entry)
        state.met[#state.met + 1] = state.entry and history.claims[at].key
      else
        any = true
        for _, name in ipairs(unit.columns) do fresh[name] = made.values[name] end
      end
    end
  end
  return fresh, any
end

--- Takes out of the history what earlier imports have claimed with the other polarity than this one: their keys.
---@param state table
---@param history parley.Said
---@param polarity string
---@return integer[]
function source_history.leave_opposite(state, history, polarity)
  local keys = {}
  for place = #history.claims, 1, -1 do
    local claim = history.claims[place]
    if claim.provenance.polarity ~= polarity and is_earlier(state, claim) then
      keys[#keys + 1] = table.remove(history.claims, place).key
      for unit, at in pairs(history.at) do
        history.at[unit] = at > place and at - 1 or at ~= place and at or nil
      end
    end
  end
  return keys
end

--- Enters a new claim into the history.
---@param state table
---@param history parley.Said
---@param claim table { key, values, provenance }
---@param row integer
function source_history.enter(state, history, claim, row)
  claim.entry = claim.provenance.entry or claim.key
  state.met[#state.met + 1] = state.entry and claim.key
  local at = place_of(history, claim.entry)
  table.insert(history.claims, at, claim)
  for unit, place in pairs(history.at) do
    if place >= at then history.at[unit] = place + 1 end
  end
  for _, unit in ipairs(source_history.units(history.info)) do
    if says_something(unit, claim.values) then come_to(history, unit, at, row, state.entry) end
  end
  history.known, state.claims_at_hand = true, state.claims_at_hand + 1
  state.claimed[history.info.name .. "\0" .. history.id] = true
end

--- Comes to a claim that an earlier import of the same row has made or met.
---@param history parley.Said
---@param key integer
---@param row integer
function source_history.come_to_claim(history, key, row)
  for at, claim in ipairs(history.claims) do
    for _, unit in ipairs(claim.key == key and source_history.units(history.info) or {}) do
      if says_something(unit, claim.values) then come_to(history, unit, at, row) end
    end
  end
end

--- ## The end

-- The units about which the file's last word is older than another: { unit, claim, row } each.
local function left_behind(history)
  local list = {}
  for _, unit in ipairs(source_history.units(history.info)) do
    local at = history.at[unit.name]
    local last = at and last_before(history, unit, #history.claims + 1)
    if at and last ~= at and not say_the_same(unit, history.claims[at], history.claims[last]) then
      list[#list + 1] = { unit = unit, claim = history.claims[at], row = history.rows[unit.name] }
    end
  end
  table.sort(list, function(a, b)
    if a.row ~= b.row then return a.row < b.row end
    if a.claim.key ~= b.claim.key then return a.claim.key < b.claim.key end
    return a.unit.name < b.unit.name
  end)
  return list
end

local function take_left_behind(history, take)
  local list = left_behind(history)
  if #list > 0 then take(history, list) end
end

-- Those in the table of places, page by page.
local function each_followed(state, take)
  local name, id, source
  repeat
    local page = followed_claims.page(state.ds.store, name, id, source)
    for _, thing in ipairs(page) do
      name, id, source = thing[1], thing[2], thing[3]
      take_left_behind(source_history.by(state, state.ds.schema.by_name[name], id, source), take)
    end
  until #page == 0
end

--- Calls `take(history, list)` for each thing about which the file's last word is older than another; the list has
--- { unit, claim, row }.
---@param state table
---@param take fun(history: parley.Said, list: table[])
function source_history.each_left_behind(state, take)
  if not state.followed then
    for _, history in ipairs(state.histories) do take_left_behind(history, take) end
    return
  end
  forget_all(state)
  each_followed(state, take)
  followed_claims.finish(state.ds.store)
  state.followed, state.histories = false, {}
end

return source_history
