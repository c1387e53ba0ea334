--- Who may do what in a dataset on a server: three roles named after its schema, each with what the one before it may.
-- NAME_reader reads. NAME_coder adds claims and takes back its own: rows are checked for who connects, and whoever
-- claims holds no right on what follows from claims, which `parley_derive` brings in step with statements that the
-- owner has written down. NAME_editor owns it all.

local roles = {}

local LONGEST_NAME <const> = 56          -- bytes of a schema: those of the server, less the longest ending

--- The names of the roles that go with a schema; nil where it is too long a name for that.
---@param schema string
---@return { reader: string, coder: string, editor: string }?
function roles.names(schema)
  if #schema > LONGEST_NAME then return nil end
  return { reader = schema .. "_reader", coder = schema .. "_coder", editor = schema .. "_editor" }
end

--- Which roles there are of the three names, and whether the user may make roles.
roles.ask = {
  may_make = "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user",
  is_there = "SELECT 1 FROM pg_roles WHERE rolname = $1",
  may_be = "SELECT pg_has_role($1, 'MEMBER')",
  owns_schema = "SELECT pg_get_userbyid(nspowner) = current_user FROM pg_namespace WHERE nspname = current_schema()",
  -- who connects, the schema, its owner, whether the user has the owner's rights, may claim, is a superuser; nothing
  -- where the dataset has no roles
  rights = [[SELECT CAST(session_user AS text), CAST(current_schema() AS text),
      CAST(pg_get_userbyid(c.relowner) AS text), pg_has_role(c.relowner, 'USAGE'),
      has_table_privilege('claim_keys', 'INSERT'),
      (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
    FROM pg_class c WHERE c.oid = to_regclass('parley_derivations')]],
  -- people with a right of the three, superusers left out: they have all
  having = [[SELECT CAST(rolname AS text) FROM pg_roles WHERE rolcanlogin AND NOT rolsuper
    AND pg_has_role(oid, $1, 'MEMBER') ORDER BY rolname LIMIT 5]],
  may_enter = "SELECT has_schema_privilege($1, 'USAGE')",
}

--- Makes those roles that are not there, and the user one of the editors. Roles are the server's: what is left of a
--- dataset of the same name is taken as it is, with its members.
---@param d parley.Dialect
---@param names { reader: string, coder: string, editor: string }
---@param missing string[] of them
---@param user string?  who is to be an editor
---@return string
function roles.create(d, names, missing, user)
  local lines = {}
  for _, name in ipairs(missing) do lines[#lines + 1] = ("CREATE ROLE %s NOLOGIN"):format(d.quote(name)) end
  if #missing > 0 then
    local reader, coder, editor = d.quote(names.reader), d.quote(names.coder), d.quote(names.editor)
    lines[#lines + 1] = ("GRANT %s TO %s; GRANT %s TO %s"):format(reader, coder, coder, editor)
  end
  if user then lines[#lines + 1] = ("GRANT %s TO %s"):format(d.quote(names.editor), d.quote(user)) end
  return table.concat(lines, ";\n")
end

--- Hands the schema to the editors, or lets them make tables in it where it is not the user's to give.
function roles.hand_over(d, schema, names, is_own)
  local at, editor = d.quote(schema), d.quote(names.editor)
  return is_own and ("ALTER SCHEMA %s OWNER TO %s"):format(at, editor)
    or ("GRANT USAGE, CREATE ON SCHEMA %s TO %s"):format(at, editor)
end

--- What is made from now on in this transaction, or this connection, is the editors'.
function roles.become(d, editor, for_good)
  return ("SET %sROLE %s"):format(for_good and "" or "LOCAL ", d.quote(editor))
end

-- Runs a statement that the owner has written down, with the owner's rights: all it can do is right, whoever calls it.
-- Each gives the ids of the rows that it has changed.
local DERIVE <const> = [[
CREATE TABLE IF NOT EXISTS parley_derivations (name text COLLATE "C" PRIMARY KEY, statement text NOT NULL);
CREATE OR REPLACE FUNCTION parley_derive(wanted text, given text[]) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path TO @SCHEMA, pg_temp AS $$
DECLARE
  found text;
BEGIN
  SELECT d.statement INTO STRICT found FROM parley_derivations d WHERE d.name = wanted;
  RETURN QUERY EXECUTE found USING given[1], given[2], given[3], given[4];
END $$;
REVOKE EXECUTE ON FUNCTION parley_derive(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_derive(text, text[]) TO @CODER;
]]

local READING <const> = [[
GRANT USAGE ON SCHEMA @SCHEMA TO @READER;
GRANT SELECT ON ALL TABLES IN SCHEMA @SCHEMA TO @READER;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA @SCHEMA TO @READER;
ALTER DEFAULT PRIVILEGES IN SCHEMA @SCHEMA GRANT SELECT ON TABLES TO @READER;
]]

-- Keys go up one by one, or as far as one statement of an import needs: nobody can use them up. The next key is asked
-- once for a statement.
local CLAIMING <const> = [[
GRANT USAGE ON SEQUENCE parley_commits TO @CODER;
GRANT INSERT ON claim_keys TO @CODER;
ALTER TABLE claim_keys ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS parley_reads ON claim_keys;
CREATE POLICY parley_reads ON claim_keys FOR SELECT USING (true);
DROP POLICY IF EXISTS parley_goes_on ON claim_keys;
CREATE POLICY parley_goes_on ON claim_keys FOR INSERT TO @CODER
  WITH CHECK (claim < (SELECT parley_next_key()) + 10000000);
GRANT INSERT, UPDATE ON parley_last_key TO @CODER;
ALTER TABLE parley_last_key ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS parley_reads ON parley_last_key;
CREATE POLICY parley_reads ON parley_last_key FOR SELECT USING (true);
DROP POLICY IF EXISTS parley_begins ON parley_last_key;
CREATE POLICY parley_begins ON parley_last_key FOR INSERT TO @CODER WITH CHECK (last <= parley_next_key());
DROP POLICY IF EXISTS parley_goes_on ON parley_last_key;
CREATE POLICY parley_goes_on ON parley_last_key FOR UPDATE TO @CODER USING (true)
  WITH CHECK (last <= parley_next_key());
GRANT SELECT, INSERT, UPDATE, DELETE ON quarantine, quarantine_mended TO @CODER;
]]

-- A claim of the rank preferred decides between others, which is for editors. One that was taken back stays so.
local OF_CLAIMS <const> = [[
GRANT INSERT, UPDATE (retracted_at, retraction, retracted_by) ON @TABLE TO @CODER;
ALTER TABLE @TABLE ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS parley_reads ON @TABLE;
CREATE POLICY parley_reads ON @TABLE FOR SELECT USING (true);
DROP POLICY IF EXISTS parley_claims ON @TABLE;
CREATE POLICY parley_claims ON @TABLE FOR INSERT TO @CODER
  WITH CHECK (coder = session_user AND rank <> 'preferred' AND retracted_at IS NULL);
DROP POLICY IF EXISTS parley_retracts ON @TABLE;
CREATE POLICY parley_retracts ON @TABLE FOR UPDATE TO @CODER
  USING (coder = session_user AND retracted_at IS NULL) WITH CHECK (coder = session_user);
]]

local function filled(text, places)
  return (text:gsub("@(%u+)", places))
end

--- Grants what each role may do with the tables that are there.
---@param d parley.Dialect
---@param schema string
---@param names { reader: string, coder: string, editor: string }
---@param claims string[] the tables of claims, quoted
---@return string
function roles.grant(d, schema, names, claims)
  local places = { SCHEMA = d.quote(schema), READER = d.quote(names.reader), CODER = d.quote(names.coder) }
  local parts = { filled(DERIVE .. READING .. CLAIMING, places) }
  for _, name in ipairs(claims) do
    places.TABLE = name
    parts[#parts + 1] = filled(OF_CLAIMS, places)
  end
  return table.concat(parts)
end

--- A statement of parley.storage.derivations as it is written down, and as whoever may only claim has it run.
roles.written = "INSERT INTO parley_derivations VALUES ($1, $2)"
roles.forget = "DELETE FROM parley_derivations"
roles.derive = "SELECT parley_derive($1, CAST($2 AS text[]))"
roles.count_derived = "SELECT count(*) FROM parley_derive($1, CAST($2 AS text[]))"

--- The dialect of a connection that does not own the dataset.
---@param d parley.Dialect
---@param rights parley.Rights
---@return parley.Dialect
function roles.limited(d, rights)
  return setmetatable({ rights = rights, derived_by_owner = true }, { __index = d })
end

return roles
