--- Pages of the file that an import keeps in memory: as few as serve it.
-- Keys of claims and words of texts fall anywhere in their indexes, so an import of claims has many pages at hand. Rows
-- without claims mostly come in the order of their ids: then the connection's own few do, and memory stays small at any
-- number of rows. Where pages are read again, as ids come in no order, there are many from then on. Indexes made at the
-- end are sorted in as much memory as there is for pages: for them there are few again.

local connection = require "parley.storage.connection"

local pages = {}

-- In KiB, as what is below zero.
local MANY <const> = -16000

-- In order, a thousand rows read less than one page again; out of order, hundreds, once the index is larger than what
-- is at hand.
local ROWS_FOR_EACH_READ <const> = 40

local function has_claims(state)
  for _, target in ipairs(state.plan.targets) do
    if target.info.claims then return true end
  end
  return false
end

local KIB_OF_A_PAGE <const> = 4

-- A program that has lent its connection may have given it more.
local function many(state)
  local own = state.own_pages
  state.many_pages = true
  if (own < 0 and own or -own * KIB_OF_A_PAGE) > MANY then connection.set_cache(state.ds.store, MANY) end
end

--- Before the first row.
---@param state table the import
function pages.begin(state)
  if not connection.keeps_pages(state.ds.store) then return end
  state.own_pages = state.own_pages or connection.cache(state.ds.store)
  state.pages_read = connection.pages_read(state.ds.store)
  if has_claims(state) then many(state) end
end

--- After some rows: whether they need more pages.
---@param state table the import
---@param count integer rows since it was asked last
function pages.look(state, count)
  if state.many_pages or not state.own_pages then return end
  local read = connection.pages_read(state.ds.store)
  if (read - state.pages_read) * ROWS_FOR_EACH_READ > count then many(state) end
  state.pages_read = read
end

--- Before indexes are made, and at the end: those of the connection.
---@param state table the import
function pages.give_back(state)
  if state.own_pages then connection.set_cache(state.ds.store, state.own_pages) end
end

return pages
