/* Claims in, what is shown of them out, as places in the list. Strings belong to the claims, which nothing changes
   meanwhile. */
#include "lua/readings.h"

#include <string.h>

#include <lauxlib.h>

#include "base/merge_sort.h"
#include "lua/public_call.h"
#include "lua/raise.h"
#include "lua/table_fields.h"
#include "value/readings.h"

enum { CLAIMS = 1, ASKED = 2, BOUNDS = 3, FEW = 8, LONGEST_NAME = 23 };

#define QUESTION "parley.Question"

typedef enum asked_kind { WORDS, WORDING, STATE, DATE, AMOUNT, BESIDE } asked_kind;

static const char *const kind_names[] = {"words", "wording", "state", "date", "amount", "beside", NULL};

/* What is asked about: read once, asked of many lists of claims. */
typedef struct question {
  asked_kind kind;
  lua_Integer value, bounds[BOUNDS], others_from, others_count;
  char weight[LONGEST_NAME + 1], voice[LONGEST_NAME + 1], place[LONGEST_NAME + 1], rank[LONGEST_NAME + 1],
      preferred[LONGEST_NAME + 1];
} question;

/* A list of claims that a question is asked about. */
typedef struct asking {
  const question *of;
  parley_reading_choice choice;
  parley_reading few[FEW];
  bool few_has[FEW], *has;   /* beside an amount: which claims say something there */
  uint64_t few_says[FEW], *says; /* beside an amount: what */
  bool has_amount;           /* beside an amount: there is one */
} asking;

/* ---- questions ---- */

static void read_name(lua_State *L, const char *field, char *out) {
  lua_getfield(L, 1, field);
  const char *name = luaL_optstring(L, -1, "");
  if (strlen(name) > LONGEST_NAME) parley_refuse(L, "misuse");
  memcpy(out, name, strlen(name) + 1);
  lua_pop(L, 1);
}

/* question{kind =, …} -> what choose, why_shown and standing ask: lua/readings.h */
static int readings_question(lua_State *L) {
  static const char *const bounds[] = {"low", "best", "high"};
  luaL_checktype(L, 1, LUA_TTABLE);
  question *q = lua_newuserdatauv(L, sizeof *q, 0);
  lua_getfield(L, 1, "kind");
  q->kind = (asked_kind)luaL_checkoption(L, -1, NULL, kind_names);
  lua_pop(L, 1);
  q->value = parley_lua_integer_field(L, 1, "value", 0);
  for (int i = 0; i < BOUNDS; i++) q->bounds[i] = parley_lua_integer_field(L, 1, bounds[i], 0);
  q->others_from = parley_lua_integer_field(L, 1, "others_from", 0);
  q->others_count = parley_lua_integer_field(L, 1, "others_count", 0);
  read_name(L, "weight", q->weight);
  read_name(L, "voice", q->voice);
  read_name(L, "place", q->place);
  read_name(L, "rank", q->rank);
  read_name(L, "preferred", q->preferred);
  luaL_setmetatable(L, QUESTION);
  return 1;
}

/* ---- in ---- */

static parley_voice text_at_top(lua_State *L) {
  parley_voice text = {"", 0};
  if (lua_type(L, -1) == LUA_TSTRING) text.bytes = lua_tolstring(L, -1, &text.length);
  return text;
}

/* The value on the stack top as a hash; false where none is there. */
static bool hash_at_top(lua_State *L, int kind, uint64_t *out) {
  parley_voice text = text_at_top(L);
  switch (lua_type(L, -1)) {
    case LUA_TNIL: return false;
    case LUA_TBOOLEAN: *out = parley_reading_hash_number(lua_toboolean(L, -1)); break;
    case LUA_TNUMBER: *out = parley_reading_hash_number((double)lua_tonumber(L, -1)); break;
    default: *out = parley_reading_hash_text(text.bytes, text.length, kind); break;
  }
  return true;
}

/* The claim is on the stack top. One that does not count has its place and its preference alone. */
static void read_weight(lua_State *L, const question *q, parley_reading *r) {
  lua_getfield(L, -1, q->weight);
  r->left_out = lua_isnil(L, -1);
  r->weight = lua_tointeger(L, -1);
  lua_getfield(L, -2, q->voice);
  r->voice = text_at_top(L);
  lua_pop(L, 2);
  if (!r->left_out) return;
  lua_getfield(L, -1, q->rank);
  bool preferred = lua_type(L, -1) == LUA_TSTRING && strcmp(lua_tostring(L, -1), q->preferred) == 0;
  lua_getfield(L, -2, q->place);
  r->weight = lua_tointeger(L, -1) & ((INT64_C(1) << PARLEY_READING_PLACE) - 1);
  if (preferred) r->weight |= INT64_C(1) << PARLEY_READING_CLASS;
  lua_pop(L, 2);
}

static void read_amount(lua_State *L, const question *q, parley_reading *r) {
  double bounds[BOUNDS];
  const double *there[BOUNDS] = {NULL};
  for (int i = 0; i < BOUNDS; i++) {
    if (q->bounds[i] == 0) continue;
    lua_rawgeti(L, -1, q->bounds[i]);
    bounds[i] = (double)lua_tonumber(L, -1);
    if (!lua_isnil(L, -1)) there[i] = &bounds[i];
    lua_pop(L, 1);
  }
  r->extent = parley_reading_amount(there[0], there[1], there[2], &r->says);
  for (lua_Integer i = 1; i <= q->others_count; i++) {
    uint64_t hash = 0;
    lua_rawgeti(L, -1, q->others_from + i);
    bool is_there = hash_at_top(L, PARLEY_READING_WORDS, &hash);
    r->extent.beside = parley_reading_hash_beside(r->extent.beside, is_there, hash);
    lua_pop(L, 1);
  }
}

static void read_value(lua_State *L, const question *q, parley_reading *r) {
  static const int kinds[] = {PARLEY_READING_WORDS, PARLEY_READING_WORDING, PARLEY_READING_STATE};
  lua_rawgeti(L, -1, q->value);
  parley_voice text = text_at_top(L);
  if (q->kind == DATE && text.length > 0) {
    r->extent = parley_reading_days(text.bytes, text.length, &r->says);
  } else {
    r->extent.there = hash_at_top(L, q->kind <= STATE ? kinds[q->kind] : PARLEY_READING_WORDS, &r->says);
    r->extent.settled = true;
  }
  lua_pop(L, 1);
}

/* Of what stands beside an amount both are read: the amounts are chosen from first. */
static void read_claims(lua_State *L, asking *a) {
  const question *q = a->of;
  parley_reading_choice *c = &a->choice;
  for (size_t i = 0; i < c->count; i++) {
    parley_reading *r = &c->list[i];
    lua_rawgeti(L, CLAIMS, (lua_Integer)i + 1);
    luaL_checktype(L, -1, LUA_TTABLE);
    read_weight(L, q, r);
    if (q->kind == BESIDE) {
      read_value(L, q, r);
      a->has[i] = r->extent.there;
      a->says[i] = r->says;
    }
    if (q->kind >= AMOUNT) read_amount(L, q, r);
    else read_value(L, q, r);
    parley_voice coder = parley_voice_coder(r->voice), first = parley_voice_coder(c->list[0].voice);
    c->several_coders = c->several_coders || parley_voice_compare(coder, first) != 0;
    lua_pop(L, 1);
  }
}

/* Room for all claims, which Lua frees. */
static void make_room(lua_State *L, asking *a) {
  size_t count = a->choice.count;
  bool few = count <= FEW;
  a->choice.list = few ? a->few : lua_newuserdatauv(L, count * sizeof *a->choice.list, 0);
  memset(a->choice.list, 0, count * sizeof *a->choice.list);
  a->has = a->few_has;
  a->says = a->few_says;
  if (few || a->of->kind != BESIDE) return;
  a->has = lua_newuserdatauv(L, count * sizeof *a->has, 0);
  a->says = lua_newuserdatauv(L, count * sizeof *a->says, 0);
}

/* Leaves the rooms for the list on the stack. */
static void ask(lua_State *L, asking *a) {
  luaL_checktype(L, CLAIMS, LUA_TTABLE);
  a->of = luaL_checkudata(L, ASKED, QUESTION);
  a->has_amount = false;
  a->choice = (parley_reading_choice){.count = lua_rawlen(L, CLAIMS), .is_state = a->of->kind == STATE,
                                      .are_amounts = a->of->kind >= AMOUNT};
  make_room(L, a);
  read_claims(L, a);
}

/* The run of the call, where there is enough to do to be stopped at; `run` is the room for it. */
static const parley_run *run_for(lua_State *L, const asking *a, parley_run *run) {
  if (a->choice.count <= FEW) return NULL;
  *run = parley_lua_run_of(L);
  return run;
}

/* ---- choosing ---- */

static bool has_value(const void *data, size_t at) { return ((const bool *)data)[at]; }

/* The values beside amounts as what is chosen among. */
static void turn_to_values(asking *a) {
  a->choice.are_amounts = false;
  for (size_t i = 0; i < a->choice.count; i++) {
    a->choice.list[i].extent = (parley_reading_extent){.there = a->has[i], .settled = true};
    a->choice.list[i].says = a->says[i];
  }
}

/* What stands beside the amount that is shown; whose coding is read there is asked among what stands there. */
static bool choose_beside(asking *a, const parley_run *run, parley_error *err) {
  parley_reading_choice *c = &a->choice;
  a->has_amount = c->shown != NULL;
  const parley_reading *from = a->has_amount ? parley_reading_beside(c, has_value, a->has) : NULL;
  turn_to_values(a);
  if (!a->has_amount) return parley_reading_choose(c, run, err);
  if (!parley_reading_read_coders(c, run, err)) return false;
  c->shown = NULL;
  if (from != NULL) parley_reading_show_beside(c, &c->list[from - c->list]);
  return true;
}

static void choose(lua_State *L, asking *a) {
  parley_error err;
  parley_run room;
  ask(L, a);
  const parley_run *run = run_for(L, a, &room);
  bool done = parley_reading_choose(&a->choice, run, &err) && (a->of->kind != BESIDE || choose_beside(a, run, &err));
  if (!done) parley_raise(L, &err);
}

/* ---- out ---- */

static void push_place(lua_State *L, const asking *a, const parley_reading *r) {
  if (r == NULL) lua_pushnil(L);
  else lua_pushinteger(L, r - a->choice.list + 1);
}

static void push_tied(lua_State *L, const asking *a) {
  lua_Integer count = 0;
  for (size_t i = 0; i < a->choice.count; i++) {
    if (!a->choice.list[i].tied) continue;
    if (count == 0) lua_newtable(L);
    push_place(L, a, &a->choice.list[i]);
    lua_rawseti(L, -2, ++count);
  }
  if (count == 0) lua_pushnil(L);
}

static void push_passed_over(lua_State *L, const asking *a) {
  bool any = false;
  for (size_t i = 0; i < a->choice.count; i++) {
    const parley_reading *r = &a->choice.list[i];
    if (!r->passed_over) continue;
    if (!any) lua_newtable(L);
    any = true;
    push_place(L, a, r->by);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  if (!any) lua_pushnil(L);
}

/* A bound of the hull: infinite where that is open. */
static void push_bound(lua_State *L, double x) {
  int is_whole;
  lua_pushnumber(L, x);
  lua_Integer whole = lua_tointegerx(L, -1, &is_whole);
  if (!is_whole) return;
  lua_pop(L, 1);
  lua_pushinteger(L, whole);
}

/* choose(claims, question) -> the place of the claim that is shown, or nil; the places of those that tie, or nil; for
   each of those that are passed over the place of the claim whose coder is read, or nil; where the hull of those that
   tie is shown, its first and last number */
static int readings_choose(lua_State *L) {
  asking a;
  choose(L, &a);
  push_place(L, &a, a.choice.shown);
  push_tied(L, &a);
  push_passed_over(L, &a);
  if (!a.choice.has_hull) return 3;
  push_bound(L, a.choice.low);
  push_bound(L, a.choice.high);
  return 5;
}

static const char *const reason_names[] = {
  [PARLEY_READING_IS_SHOWN] = "is_shown", [PARLEY_READING_NOT_READ] = "not_read",
  [PARLEY_READING_IS_WEAKER] = "is_weaker", [PARLEY_READING_SAID_LAST] = "said_last",
  [PARLEY_READING_IS_RARER] = "is_rarer", [PARLEY_READING_IS_WIDER] = "is_wider",
  [PARLEY_READING_IS_WIDER_AND_FIRMER] = "is_wider_and_firmer", [PARLEY_READING_IN_TIE] = "in_tie",
  [PARLEY_READING_IN_HULL] = "in_hull", [PARLEY_READING_IS_BESIDE_ANOTHER] = "is_beside_another",
  [PARLEY_READING_DOES_NOT_COUNT] = "does_not_count", [PARLEY_READING_NONE_SHOWN] = "none_shown",
};

static const char *const coding_names[] = {
  [PARLEY_READING_CODING_COUNTS] = "counts", [PARLEY_READING_CODING_IN_ORDER] = "in_order",
  [PARLEY_READING_CODING_PREFERRED] = "preferred", [PARLEY_READING_CODING_FIRST] = "first",
  [PARLEY_READING_CODING_BESIDE] = "beside",
};

/* why_shown(claims, question, place) -> why the claim at a place, if there is one, is not shown, as a word; the place
   of the claim it lost to, or nil; the place of the claim that is shown, or nil; where it is passed over, why another
   coder is read */
static int readings_why(lua_State *L) {
  asking a;
  const parley_reading *against;
  lua_Integer place = luaL_checkinteger(L, 3);
  choose(L, &a);
  if (place < 1 || (size_t)place > a.choice.count) return 0;
  const parley_reading *r = &a.choice.list[place - 1];
  parley_reading_reason reason = a.has_amount ? parley_reading_why_beside(a.choice.shown, r, &against)
                                              : parley_reading_why(&a.choice, r, &against);
  lua_pushstring(L, reason_names[reason]);
  push_place(L, &a, against);
  push_place(L, &a, a.choice.shown);
  if (!r->passed_over) return 3;
  lua_pushstring(L, coding_names[parley_reading_why_coding(r->by, r)]);
  return 4;
}

/* ---- standing ---- */

/* What counts as it stands by itself; then the rest by voice, each as `place` has it. */
static int by_standing(const void *left, const void *right) {
  const parley_reading *a = *(parley_reading *const *)left, *b = *(parley_reading *const *)right;
  if (a->left_out != b->left_out) return a->left_out ? 1 : -1;
  if (!a->left_out) return parley_reading_is_before(a, b) ? -1 : parley_reading_is_before(b, a);
  int order = parley_voice_compare(a->voice, b->voice);
  return order != 0 ? order : (a->weight > b->weight) - (a->weight < b->weight);
}

/* standing(claims, question) -> a list of the places of the claims, in the order in which they stand by themselves; for
   each of these how firm the claim is, -1 for one that does not count */
static int readings_standing(lua_State *L) {
  asking a;
  parley_error err;
  lua_settop(L, 2);
  ask(L, &a);
  size_t count = a.choice.count;
  parley_reading **order = lua_newuserdatauv(L, (count + 1) * sizeof(parley_reading *), 0);
  for (size_t i = 0; i < count; i++) order[i] = &a.choice.list[i];
  parley_run room;
  const parley_run *run = run_for(L, &a, &room);
  if (!parley_merge_sort(run, order, count, sizeof(parley_reading *), by_standing, &err)) parley_raise(L, &err);
  lua_createtable(L, (int)count, 0);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    push_place(L, &a, order[i]);
    lua_rawseti(L, -3, (lua_Integer)i + 1);
    lua_pushinteger(L, order[i]->left_out ? -1 : parley_reading_firmness(order[i]->weight));
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  return 2;
}

/* ---- the library ---- */

static const luaL_Reg functions[] = {
  {"question", readings_question}, {"choose", readings_choose},
  {"why_shown", readings_why},     {"standing", readings_standing},
  {NULL, NULL},
};

void parley_lua_readings_functions(lua_State *L) {
  luaL_newmetatable(L, QUESTION);
  lua_pop(L, 1);
  luaL_setfuncs(L, functions, 0);
}
