--- What other tools call the verbs of queries and Frames, and how each is written here: dplyr, pandas, SQL, Spark.

return {
  filter = "where(...)", group_by = "by(...)", groupby = "by(...)", mutate = "with(...)", assign = "with(...)",
  arrange = "sort(...)", order_by = "sort(...)", sort_values = "sort(...)", head = "limit(n)",
  tail = "sort(\"x desc\"):limit(n)", left_join = "join(other, {kind = \"left\"})", merge = "join(other, {on = ...})",
  pivot_longer = "unpivot{...}", melt = "unpivot{...}", union_all = "union(other)", concat = "union(other)",
  bind_rows = "union(other)", summarize = "summarise(...)", agg = "summarise(...)", nrow = "count()",
  pivot_wider = "pivot{...}", slice_sample = "sample(n, seed)", [1] = "all()[1]",
  apply = "each(f)", map = "each(f)", shape = "count(), and #q:columns()", dtypes = "types()", len = "count()",
  unique = "distinct(...)", value_counts = "by(...):count()", drop_duplicates = "distinct()", query = "where(...)",
  iterrows = "each()", toPandas = "all()", to_pandas = "all()", loc = "where(...)", iloc = "limit(n)",
  collect = "frame()", rename = "select(\"x as y\")", to_dict = "all()", write_csv = "save(\"x.csv\")",
  pull = "select(\"x\")", size = "count()", nunique = "count_distinct(x)", fillna = "with(\"coalesce(x, 0) as x\")",
  dropna = "where(\"x is not nil\")", astype = "with(...)", to_list = "all()", tolist = "all()", having = "where(...)",
}
