#!/bin/sh
# Installs what Parley needs and this machine lacks:  sh tools/deps.sh [build|test|check|bench]
# Each purpose includes the ones before it, except that bench needs only what building needs; the programs that the
# benchmarks compare with are fetched if they can be had, and named if they cannot.
# Touches nothing, the network included, when all is there. Asks nothing; only sudo may ask for a password, and only
# at a terminal.

purpose=${1:-build}
case $purpose in
  build | bench) rank=1 ;;
  test) rank=2 ;;
  check) rank=3 ;;
  *) echo "tools/deps.sh: no purpose '$purpose'; it is build, test, check or bench" >&2; exit 2 ;;
esac

# --- Is it there? ------------------------------------------------------------------------------------------------------

has_command() { command -v "$1" >/dev/null 2>&1; }
has_library() { has_command pkg-config && pkg-config --exists "$@" 2>/dev/null; }

# Homebrew keeps the files of ICU to itself.
has_icu() { has_library icu-i18n || [ "$(uname -s)" = Darwin ]; }

find_lua() {
  for name in lua5.4 lua-5.4 lua54 lua; do
    if "$name" -e 'os.exit(_VERSION == "Lua 5.4")' >/dev/null 2>&1; then echo "$name"; return 0; fi
  done
  return 1
}

has_lua_headers() {
  for name in lua5.4 lua-5.4 lua54 lua; do
    if has_library "$name >= 5.4" "$name < 5.5"; then return 0; fi
  done
  return 1
}

# Homebrew keeps readline to itself too.
has_readline() { has_library readline || [ "$(uname -s)" = Darwin ]; }

has_lua_module() {
  interpreter=$(find_lua) || return 1
  "$interpreter" - "$1" >/dev/null 2>&1 <<'LUA'
os.exit((package.searchpath(arg[1], package.path) or package.searchpath(arg[1], package.cpath)) ~= nil)
LUA
}

# A compiler may come without its sanitizers, so it is asked to link a program with them.
can_fuzz() {
  has_command clang || return 1
  folder=$(mktemp -d) || return 1
  echo 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n); int LLVMFuzzerTestOneInput(const char *d,
    unsigned long n) { return d == 0 && n > 0; }' > "$folder/try.c"
  clang -fsanitize=fuzzer,address -o "$folder/try" "$folder/try.c" >/dev/null 2>&1
  status=$?
  rm -rf "$folder"
  return $status
}

# --- What is missing: a line of each, and its packages -----------------------------------------------------------------

# need RANK DESCRIPTION APT-PACKAGES BREW-PACKAGES TEST...
need() {
  at=$1 what=$2 apt=$3 brew=$4
  shift 4
  [ "$rank" -ge "$at" ] || return 0
  "$@" && return 0
  missing="$missing
  - $what"
  apt_packages="$apt_packages $apt"
  brew_packages="$brew_packages $brew"
}

look() {
  missing='' apt_packages='' brew_packages=''
  need 1 "a C compiler" "gcc libc6-dev" "" has_command cc
  need 1 "pkg-config" "pkg-config" "pkg-config" has_command pkg-config
  need 1 "Lua 5.4" "lua5.4" "lua" find_lua >/dev/null
  need 1 "headers of Lua 5.4" "liblua5.4-dev" "lua" has_lua_headers
  need 1 "SQLite 3.38 or newer, with its headers" "libsqlite3-dev" "sqlite" has_library "sqlite3 >= 3.38"
  need 1 "utf8proc, with its headers" "libutf8proc-dev" "utf8proc" has_library libutf8proc
  need 1 "zlib, with its headers" "zlib1g-dev" "zlib" has_library zlib
  need 2 "readline, with its headers (for the prompt; Parley runs without)" "libreadline-dev" "readline" \
    has_readline
  need 1 "argparse for Lua 5.4, which the program parley reads its options with" "lua-argparse" "luarocks" \
    has_lua_module argparse
  need 2 "ICU (sortkey() looks for it; Parley runs without)" "libicu-dev" "icu4c" has_icu
  need 2 "busted for Lua 5.4 (luarocks --lua-version 5.4 install busted)" "lua-busted" "luarocks" \
    has_lua_module busted.runner
  need 3 "luacheck (luarocks --lua-version 5.4 install luacheck)" "lua-check" "luacheck" has_command luacheck
  need 3 "luarocks" "luarocks" "luarocks" has_command luarocks
  need 3 "gcc" "gcc" "gcc" has_command gcc
  need 3 "clang with libFuzzer" "clang libclang-rt-dev" "llvm" can_fuzz
  need 3 "valgrind" "valgrind" "valgrind" has_command valgrind
  [ -z "$missing" ]
}

# --- Getting it --------------------------------------------------------------------------------------------------------

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif has_command sudo && sudo -n true 2>/dev/null; then sudo -n "$@"
  elif has_command sudo && [ -t 0 ] && [ -t 2 ]; then sudo "$@"
  else echo "parley: only root can install packages here" >&2; return 1
  fi
}

# A package that this release does not know must not keep the others away.
apt_known() {
  for package in $apt_packages; do
    if apt-cache show "$package" >/dev/null 2>&1; then echo "$package"; fi
  done
}

apt_install() {
  # shellcheck disable=SC2046
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(apt_known) >&2
}

# The lists of a fresh machine are empty or old; they are fetched only when a package cannot be had without.
get_with_apt() {
  # shellcheck disable=SC2086  # the packages are words
  wanted=$(set -- $apt_packages; echo $#)
  if [ "$(apt_known | wc -l)" -lt "$wanted" ] || ! apt_install; then
    as_root apt-get update -qq >&2 && apt_install
  fi
}

get_with_brew() {
  # shellcheck disable=SC2086  # the packages are words
  NONINTERACTIVE=1 brew install $brew_packages >&2
  if ! has_lua_module argparse; then luarocks --lua-version 5.4 install argparse >&2; fi
  if [ "$rank" -ge 2 ] && ! has_lua_module busted.runner; then luarocks --lua-version 5.4 install busted >&2; fi
}

# --- Peers of the benchmarks -------------------------------------------------------------------------------------------

has_python_module() { sh bench/peers/python.sh "$1" -c '' >/dev/null 2>&1; }
has_r_package() { Rscript --vanilla -e "packageVersion('$1')" >/dev/null 2>&1; }
has_node_module() { [ -f "build/bench/node_modules/$1/package.json" ]; }
has_check_module() { [ -f "build/check/node_modules/$1/package.json" ]; }
has_chromium() { has_command chromium || has_command chromium-browser || has_command google-chrome; }

# get_node_module FOLDER MODULE
get_node_module() {
  has_command npm || return 0
  mkdir -p "build/$1" && npm install --prefix "build/$1" --no-audit --no-fund --loglevel=error "$2" >&2
}

# peer NAME APT-PACKAGES BREW-PACKAGES TEST...: one that cannot be had keeps no other away.
peer() {
  name=$1 apt_packages=$2 brew_packages=$3
  shift 3
  "$@" && return 0
  echo "parley: missing, and not needed: $name" >&2
  if [ "$1" = has_node_module ]; then get_node_module bench "$2"
  elif [ "$1" = has_check_module ]; then get_node_module check "$2"
  elif has_command apt-get; then get_with_apt
  elif has_command brew && [ -n "$brew_packages" ]; then get_with_brew
  fi
  "$@" || echo "parley: no $name; what asks for it will say so" >&2
}

get_peers() {
  peer "sqlite3 (shell)" "sqlite3" "sqlite" has_command sqlite3
  peer "LuaSQL for SQLite, Lua 5.4" "lua-sql-sqlite3" "" has_lua_module luasql.sqlite3
  peer "Python 3 with sqlite3" "python3" "python" has_python_module sqlite3
  peer "openpyxl" "python3-openpyxl" "" has_python_module openpyxl
  peer "sqlite-utils" "sqlite-utils" "sqlite-utils" has_command sqlite-utils
  peer "pandas" "python3-pandas" "" has_python_module pandas
  peer "psycopg2" "python3-psycopg2" "" has_python_module psycopg2
  peer "psycopg 3" "python3-psycopg" "" has_python_module psycopg
  peer "LuaSQL for PostgreSQL, Lua 5.4" "lua-sql-postgres" "" has_lua_module luasql.postgres
  peer "data.table" "r-base-core r-cran-data.table" "" has_r_package data.table
  peer "node" "nodejs" "node" has_command node
  peer "npm" "npm" "" has_command npm
  peer "DuckDB (@duckdb/node-api)" "" "" has_node_module @duckdb/node-api
  return 0
}

# --- Do it -------------------------------------------------------------------------------------------------------------

# What looks at pictures and reports: as an image, by the schema of Vega-Lite, and in a real browser.
get_browser() {
  peer "rsvg-convert" "librsvg2-bin" "librsvg" has_command rsvg-convert
  peer "Chromium" "chromium fonts-dejavu-core" "" has_chromium
  peer "node" "nodejs" "node" has_command node
  peer "npm" "npm" "" has_command npm
  peer "puppeteer-core" "" "" has_check_module puppeteer-core
  peer "axe-core" "" "" has_check_module axe-core
  peer "vega-lite" "" "" has_check_module vega-lite
  peer "ajv" "" "" has_check_module ajv
}

# Shells beside bash, in which the completion of the program is tried.
get_shells() {
  peer "zsh" "zsh" "zsh" has_command zsh
  peer "fish" "fish" "fish" has_command fish
}

# Datasets on PostgreSQL: the module that the build makes of libpq, and a server to test it with; npm has one too.
has_server() { sh tools/postgres.sh programs >/dev/null 2>&1; }
get_postgres() {
  peer "libpq, with its headers" "libpq-dev" "libpq" has_library libpq
  peer "a PostgreSQL server" "postgresql" "postgresql" has_server
  has_server || get_node_module check "@embedded-postgres/$(uname -s | tr 'L' 'l')-$(uname -m | sed 's/x86_64/x64/')"
}

# The deeper checks hand Arrow data to DuckDB and back, have Arrow files read, and open reports in a browser, where these
# can be had.
finish() {
  if [ "$purpose" = check ]; then peer "rdflib (it reads JSON-LD)" "python3-rdflib" "" has_python_module rdflib; fi
  peer "expat, with its headers (it reads workbooks of Excel)" "libexpat1-dev" "expat" has_library expat
  if [ "$purpose" = bench ]; then get_peers; fi
  if [ "$rank" -ge 2 ]; then get_postgres; fi
  if [ "$purpose" = check ]; then get_browser; get_shells; fi
  if [ "$purpose" = check ] && has_command npm; then
    peer "DuckDB (@duckdb/node-api)" "" "" has_node_module @duckdb/node-api
    peer "apache-arrow" "" "" has_check_module apache-arrow
  fi
  exit 0
}

look && finish
echo "parley: this machine lacks$missing" >&2
if has_command apt-get; then get_with_apt
elif has_command brew; then get_with_brew
fi
look && finish
{
  echo "parley: still missing:$missing"
  if has_command apt-get; then echo "As root: apt-get install$apt_packages"; fi
} >&2
exit 1
