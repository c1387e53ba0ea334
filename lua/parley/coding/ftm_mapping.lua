--- What Parley and FollowTheMoney both can say: tables and schemata, columns and properties.
-- What stands here goes out and comes back; everything else of the codebook stays here, and is counted in a note.

local mapping = {}

---@class parley.FtmProperty
---@field column string
---@field prop string
---@field type string  FollowTheMoney's, of the property
---@field several boolean?  "a; b" is a value each

--- Tables in the order in which they are read: things before what joins them.
mapping.tables = {
  { name = "parties", schema = "Organization", properties = {
    { column = "name", prop = "name", type = "name" },
    { column = "aliases", prop = "alias", type = "name", several = true },
    { column = "kind", prop = "classification", type = "string" },
    { column = "parent", prop = "parent", type = "entity" },
    { column = "wikidata", prop = "wikidataId", type = "identifier" } } },
  { name = "people", schema = "Person", properties = {
    { column = "name", prop = "name", type = "name" },
    { column = "aliases", prop = "alias", type = "name", several = true },
    { column = "wikidata", prop = "wikidataId", type = "identifier" } } },
  { name = "memberships", schema = "Membership", span = "held", properties = {
    { column = "party", prop = "member", type = "entity" },
    { column = "whole", prop = "organization", type = "entity" } } },
  { name = "offices", schema = "Employment", span = "held", properties = {
    { column = "person", prop = "employee", type = "entity" },
    { column = "party", prop = "employer", type = "entity" },
    { column = "title", prop = "role", type = "string" } } },
}

--- Schemata that are read as others: what others say in more detail.
mapping.read_as = { PublicBody = "Organization", LegalEntity = "Organization", Company = "Organization" }

mapping.by_schema, mapping.by_name = {}, {}
for _, entry in ipairs(mapping.tables) do
  mapping.by_schema[entry.schema], mapping.by_name[entry.name] = entry, entry
end
for schema, as in pairs(mapping.read_as) do mapping.by_schema[schema] = mapping.by_schema[as] end

return mapping
