--- Homes: where the rows of a query live, as far as the query asks.
-- A dataset is one (parley.dataset); so is what this makes for rows that belong to none, such as those of a Frame or of
-- a file that is being read: no views, no claims, never closed. A home brings the engine that runs its queries.

local home = {}

local Home = {}
Home.__index = Home

function Home.view() return {} end
function Home.rows_sql() return nil end
function Home.claims_info() return nil end
function Home.check_open() end
function Home.has_stored_index() return false end

--- A home of rows that belong to no dataset.
---@param fields { engine: fun(): table, store: userdata?, info: table?, functions: table?, engine_note: string? }
---@return table
function home.new(fields) return setmetatable(fields, Home) end

return home
