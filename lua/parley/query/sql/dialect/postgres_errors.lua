--- What functions of PostgreSQL say where they refuse something: the key of a message of ours and its arguments.
-- The driver makes the error of it (csrc/postgres/refusal.c, which lists the keys): SQLSTATE PY000, the key as the
-- message, its argument as the detail.

return [=[
CREATE OR REPLACE FUNCTION parley_fail(key text, VARIADIC arguments text[] DEFAULT '{}') RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'PY000', MESSAGE = key, DETAIL = coalesce(arguments[2], '');
END $$;
]=]
