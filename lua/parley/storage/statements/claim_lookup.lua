--- Statements that look claims up: by key, by thing, by what they refer to.

local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"
local claim_weights = require "parley.storage.statements.claim_weights"

local claim_lookup = {}

local quoted_list, quoted_claims = dialect.quoted_list, schema.quoted_claims

--- ## Keys

--- The table of the claim with this key.
---@return string?
function claim_lookup.table_of_key(store, key)
  local d = dialect.of(store)
  local sql = ("SELECT %s FROM claim_keys WHERE claim = %s"):format(d.quote "table", d.param(1))
  return (store:values(sql, { n = 1, key }))
end

--- The last key that was given, and the greatest one in use.
---@return integer? last, integer? greatest
function claim_lookup.last_key(store)
  local last = store:values(dialect.of(store).sequence("claim_keys").last)
  return last, (store:values "SELECT max(claim) FROM claim_keys")
end

--- Has keys go on after `last`, unless they are further already.
function claim_lookup.set_last_key(store, last)
  local sequence = dialect.of(store).sequence "claim_keys"
  local now = store:values(sequence.last)
  if now and now >= last then return end
  store:run(now and sequence.set or sequence.begin, { n = 1, last })
end

--- ## Claims

--- What a claim is about, when and why it was taken back, and the claim whose place it takes.
---@return string? id, string? retracted_at, string? retraction, string? source, integer? restates, string? coder
---@return string? entered_by, integer? decides
function claim_lookup.find(store, info, key)
  local d = dialect.of(store)
  return store:values(("SELECT id, retracted_at, retraction, source, restates, coder, entered_by, decides FROM %s "
    .. "WHERE claim = %s"):format(quoted_claims(d, info), d.param(1)), { n = 1, key })
end

local function about_sql(d, info, rest)
  return ("SELECT 1 FROM %s WHERE id = %s%s LIMIT 1"):format(quoted_claims(d, info), d.param(1), rest)
end

local is_about = dialect.once(function(d, info) return about_sql(d, info, "") end)
local stands_about = dialect.once(function(d, info) return about_sql(d, info, " AND retracted_at IS NULL") end)

--- Whether a source has said something about a thing that was taken back: claims with this polarity and these values.
---@param values table<string, string|number>  by column
function claim_lookup.is_taken_back(store, info, id, source, polarity, values)
  local d, parts, params = dialect.of(store), {}, { id, source, polarity }
  local at = quoted_claims(d, info)
  for name, value in pairs(values) do
    params[#params + 1] = value
    parts[#parts + 1] = (" AND %s = %s"):format(d.quote(info.by_name[name].claim_name), d.param(#params))
  end
  params.n = #params
  local sql = "SELECT 1 FROM %s WHERE id = %s AND source = %s AND polarity = %s%s AND retracted_at IS NOT NULL LIMIT 1"
  return store:values(sql:format(at, d.param(1), d.param(2), d.param(3), table.concat(parts)), params) ~= nil
end

--- The ids that things have now, by those that they had before they were renamed.
---@return table<string, string>
function claim_lookup.renamed(store, info)
  local at, ids = quoted_claims(dialect.of(store), info), {}
  local sql = ("SELECT old.id, new.id FROM %s new JOIN %s old ON old.claim = new.restates "
    .. "WHERE new.restates IS NOT NULL AND new.id <> old.id ORDER BY new.claim"):format(at, at)
  for old, new in store:each(sql) do ids[old] = new end
  return ids
end

--- Every id that things had before they were renamed, with each that they got then.
---@return fun(): string?, string?
function claim_lookup.renames(store, info)
  local at = quoted_claims(dialect.of(store), info)
  return store:each(("SELECT DISTINCT old.id, new.id FROM %s new JOIN %s old ON old.claim = new.restates "
    .. "WHERE new.restates IS NOT NULL AND new.id <> old.id"):format(at, at))
end

--- The first of the claims about a thing that were restated since it is called otherwise, and stand, or were restated
--- once more under that name: the one that stands for the rename.
---@return integer?
function claim_lookup.first_renamed(store, info, from, to)
  local d = dialect.of(store)
  local at = quoted_claims(d, info)
  return (store:values(("SELECT min(new.claim) FROM %s new JOIN %s old ON old.claim = new.restates WHERE new.id = %s "
    .. "AND old.id = %s AND (new.retracted_at IS NULL OR EXISTS (SELECT 1 FROM %s heir WHERE heir.restates = new.claim "
    .. "AND heir.id = new.id))"):format(at, at, d.param(1), d.param(2), at), { n = 2, to, from }))
end

--- The ids that a thing had before or after this one, as it was renamed; the last ones first.
---@return string[]
function claim_lookup.other_ids(store, info, id)
  local d, ids = dialect.of(store), {}
  local at = quoted_claims(d, info)
  local sql = ("SELECT CASE WHEN old.id = %s THEN new.id ELSE old.id END AS other, max(new.claim) AS claim FROM %s new "
    .. "JOIN %s old ON old.claim = new.restates WHERE new.id <> old.id AND (old.id = %s OR new.id = %s) "
    .. "GROUP BY other ORDER BY claim DESC"):format(d.param(1), at, at, d.param(1), d.param(1))
  for other in store:each(sql, { n = 1, id }) do ids[#ids + 1] = other end
  return ids
end

--- Whether anything was ever claimed about a thing; `standing`: and has not been taken back.
---@param p parley.Policy? where it is blind: anything that it sees
function claim_lookup.is_about(store, info, id, standing, p)
  if p and p.blind then return claim_lookup.is_seen(store, info, id, p, standing) end
  local sql = (standing and stands_about or is_about)(dialect.of(store), info)
  return store:values(sql, { n = 1, id }) ~= nil
end

local keys_about = dialect.once(function(d, info)
  return ("SELECT claim FROM %s WHERE id = %s ORDER BY claim"):format(quoted_claims(d, info), d.param(1))
end)

--- The keys of all that was ever claimed about a thing, also what was taken back.
---@return integer[]
function claim_lookup.keys_about(store, info, id)
  local keys = {}
  for key in store:each(keys_about(dialect.of(store), info), { n = 1, id }) do keys[#keys + 1] = key end
  return keys
end

--- Whether a blind policy sees a claim about a thing; `standing`: one that has not been taken back.
function claim_lookup.is_seen(store, info, id, p, standing)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local where = ("id = %s AND %s%s"):format(bind(id), claim_weights.seen(p, bind),
    standing and " AND retracted_at IS NULL" or "")
  return store:values(("SELECT 1 FROM %s WHERE %s LIMIT 1"):format(quoted_claims(d, info), where), params) ~= nil
end

-- Whether a column refers to the thing of the first parameter; one that takes several, among others.
local function refers(d, at)
  local column, mark = d.quote(at.stored), d.param(1)
  return at.several and d.call("parley_includes", column, mark) or ("%s = %s"):format(column, mark)
end

--- A standing claim whose column refers to a thing.
---@param at { stored: string, several: true? }  the column of the table of claims
---@return string? id, integer? claim
function claim_lookup.referring(store, info, at, id)
  local d = dialect.of(store)
  return store:values(("SELECT id, claim FROM %s WHERE %s AND retracted_at IS NULL LIMIT 1"):format(
    quoted_claims(d, info), refers(d, at)), { n = 1, id })
end

--- The first standing claim whose source is not there.
---@return integer? claim, string? source
function claim_lookup.without_source(store, info)
  return store:values(([[SELECT claim, source FROM %s WHERE retracted_at IS NULL
    AND (source IS NULL OR source NOT IN (SELECT id FROM sources)) ORDER BY claim LIMIT 1]]):format(
    quoted_claims(dialect.of(store), info)))
end

-- The condition that a claim in force is somebody's: coded, entered or decided by them.
local function is_of(who, bind)
  if not who then return "retracted_at IS NULL" end
  return ("retracted_at IS NULL AND (entered_by = %s OR coder = %s AND decides IS NULL)"):format(bind(who), bind(who))
end

--- The last claim in force of somebody, or of anybody, and the import that brought it in.
---@return integer? key, integer? import
function claim_lookup.last_in_force(store, infos, who)
  local d, parts = dialect.of(store), {}
  local params, bind = dialect.params(d)
  for i, info in ipairs(infos) do
    parts[i] = ("SELECT claim, import FROM %s WHERE %s"):format(quoted_claims(d, info), is_of(who, bind))
  end
  return store:values(("SELECT claim, import FROM (%s) AS made ORDER BY claim DESC LIMIT 1"):format(
    table.concat(parts, " UNION ALL ")), params)
end

--- The claims in force of an import that are somebody's, the last one first.
---@return integer[]
function claim_lookup.of_import(store, infos, import, who)
  local d, parts, keys = dialect.of(store), {}, {}
  local params, bind = dialect.params(d)
  for i, info in ipairs(infos) do
    parts[i] = ("SELECT claim FROM %s WHERE import = %s AND %s"):format(quoted_claims(d, info), bind(import),
      is_of(who, bind))
  end
  local sql = table.concat(parts, " UNION ALL ") .. " ORDER BY claim DESC"
  for key in store:each(sql, params) do keys[#keys + 1] = key end
  return keys
end

--- One claim as a row with these columns; nil when there is none.
---@param names string[]
---@param types string[]
---@return table?
function claim_lookup.row(store, info, key, names, types)
  local d = dialect.of(store)
  local sql = ("SELECT %s FROM %s WHERE claim = %s"):format(quoted_list(d, names), quoted_claims(d, info), d.param(1))
  local next_row, _, _, rows <close> = store:rows(sql, { n = 1, key }, names, types)
  return (next_row(rows))          -- the statement is closed here, and not when its garbage is collected
end

--- Keys of the standing claims whose column has a value, in the order in which they were made.
---@param at { stored: string, several: true? } a column of the table of claims; of one that takes several, among them
---@return integer[]
function claim_lookup.keys_where(store, info, at, value)
  local d, keys = dialect.of(store), {}
  for key in store:each(("SELECT claim FROM %s WHERE %s AND retracted_at IS NULL ORDER BY claim"):format(
    quoted_claims(d, info), refers(d, at)), { n = 1, value }) do
    keys[#keys + 1] = key
  end
  return keys
end

--- All claims in the order of their keys, as rows with these columns.
---@param names string[]
---@param types string[]
function claim_lookup.all(store, info, names, types)
  local d = dialect.of(store)
  local sql = ("SELECT %s FROM %s ORDER BY claim"):format(quoted_list(d, names), quoted_claims(d, info))
  return store:rows(sql, nil, names, types)
end

local MOST_HASHED = 100          -- columns: SQLite takes so many arguments, and some more

--- Whether a store can hash what claims say in these columns.
---@param names string[]
---@return boolean
function claim_lookup.can_hash(store, names) return dialect.of(store).name == "sqlite" and #names <= MOST_HASHED end

--- All claims in the order of their keys: key, content id, when, why and by whom each was taken back, the claims that
--- it restates and decides for; the id is nil where it takes theirs.
---@param names string[]
---@param marked string  what the columns are called, as content_id() of csrc/sqlite takes it
function claim_lookup.hashed(store, info, names, marked)
  local d, columns = dialect.of(store), {}
  for i, name in ipairs(names) do
    columns[i] = name == "reported" and "CASE WHEN source_day THEN NULL ELSE reported END" or d.quote(name)
  end
  local id = ("CASE WHEN restates IS NULL AND decides IS NULL THEN content_id(?1 || id || ?2, ?3, %s) END"):format(
    table.concat(columns, ", "))
  local sql = ("SELECT claim, %s, retracted_at, retraction, retracted_by, restates, decides FROM %s "
    .. "ORDER BY claim"):format(id, quoted_claims(d, info))
  return store:each(sql, { n = 3, "claim 1\0" .. info.name .. "\0", "\0", marked })
end

--- Some claims behind a key, in the order of their keys, as rows with these columns.
---@param store parley.Store
---@param info table
---@param names string[]
---@param types string[]
---@param after integer?  the first ones where it is nil
---@param most integer
---@return table[]
function claim_lookup.after(store, info, names, types, after, most)
  local d, list = dialect.of(store), {}
  local sql = ("SELECT %s FROM %s WHERE claim > %s ORDER BY claim LIMIT %d"):format(quoted_list(d, names),
    quoted_claims(d, info), d.param(1), most)
  for row in store:rows(sql, { n = 1, after or math.mininteger }, names, types) do list[#list + 1] = row end
  return list
end

--- What has been claimed about a thing and stands, in the order of places: a function of its id that gives rows. They
--- are called `called`, for the columns `names`.
function claim_lookup.said(store, info, names, called, types)
  local d = dialect.of(store)
  local sql = ("SELECT %s FROM %s WHERE id = %s AND retracted_at IS NULL ORDER BY %s, claim"):format(
    quoted_list(d, names), quoted_claims(d, info), d.param(1), d.call("coalesce", "entry", "claim"))
  return function(id) return store:rows(sql, { n = 1, id }, called, types) end
end

--- Who is named as the coder of a claim in force, in order.
---@param tables table[] of the codebook; those without claims are passed over
---@param blind string? the one who alone is seen
---@return string[]
function claim_lookup.coders(store, tables, blind)
  local d, parts, names = dialect.of(store), {}, {}
  local params, bind = dialect.params(d)
  for _, info in ipairs(tables) do
    if info.claims then
      parts[#parts + 1] = ("SELECT coder FROM %s WHERE coder IS NOT NULL AND retracted_at IS NULL%s"):format(
        quoted_claims(d, info), blind and " AND coder = " .. bind(blind) or "")
    end
  end
  if #parts == 0 then return names end
  for name in store:each(table.concat(parts, " UNION ") .. " ORDER BY coder", params) do names[#names + 1] = name end
  return names
end

--- How many claims in force give each column of a thing a value.
---@param names string[]
---@param id string
---@param p parley.Policy?
---@param day integer? only what was reported by this day
---@return integer ...
function claim_lookup.counts(store, info, names, id, p, day)
  local d, parts = dialect.of(store), {}
  for i, name in ipairs(names) do parts[i] = d.call("count", d.quote(name)) end
  local params, bind = dialect.params(d)
  local where = claim_weights.in_force(d, p, bind) .. " AND id = " .. bind(id)
  if day then where = where .. " AND reported_end <= " .. bind(day) end
  return store:values(("SELECT %s FROM %s WHERE %s"):format(table.concat(parts, ", "), quoted_claims(d, info), where),
    params)
end

return claim_lookup
