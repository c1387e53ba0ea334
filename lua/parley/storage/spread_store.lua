--- Which statements a store speaks whose dataset may have a table that is spread (parley.storage.distributing).

--- Has them be those of such a dataset, if it is one.
---@param store parley.Store
return function(store)
  if store:values(store.dialect.nodes.any_spread) then
    store:speak(require "parley.query.sql.dialect.postgres_spread")
  end
end
