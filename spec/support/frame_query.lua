--- A query over a Frame on one of the engines: on its columns, or in SQL over a copy of it.

---@param f parley.Frame
---@param engine "sql"|"columns"|nil
---@return parley.Query
return function(f, engine) return require(("parley.query.%s.frame_queries"):format(engine or "columns")).of(f) end
