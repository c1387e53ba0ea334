#!/bin/sh
# Finds Lua 5.5, and prints how make is told to build with it:  sh tools/lua55.sh FOLDER
# A release with a package of it has it at hand. Elsewhere its source comes from the mirror of Debian that apt knows, in
# the suite that always has the newest, and is built below FOLDER, as any user; of the system nothing is changed. apt
# itself checks what it fetches. LuaFileSystem, which busted needs, is built with it. What is there is not fetched again.
# Status 3: this machine cannot have it; the last line of the errors says why.

case $1 in /*) folder=$1 ;; *) folder=$PWD/$1 ;; esac
lua=$folder/lua lists=$folder/apt

without() { echo "no Lua 5.5: $*" >&2; exit 3; }
is_lua() { "$1" -e 'os.exit(_VERSION == "Lua 5.5")' >/dev/null 2>&1; }

# --- Its source ------------------------------------------------------------------------------------------------------

# The address and the name of this release, as apt has them; none where apt is not, or has no lists yet.
mirror() {
  # shellcheck disable=SC2016  # apt reads these
  apt-get indextargets --format '$(LABEL) $(REPO_URI) $(CODENAME)' 'Created-By: Packages' 2>/dev/null |
    awk '$1 == "Debian" { print $2, $3; exit }'
}

# apt with lists of its own: of sources only, and in FOLDER.
own_apt() {
  apt-get -qq -o Dir::Etc::sourcelist="$lists/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State="$lists" \
    -o Dir::Cache="$lists/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}

look_up() {
  place=$(mirror)
  if [ -z "$place" ] && [ "$(id -u)" = 0 ]; then
    apt-get -qq update >&2
    place=$(mirror)
  fi
  [ -n "$place" ] || without "apt knows no mirror of Debian (apt-get update)"
  release=${place#* }
  key=$(dpkg -L debian-archive-keyring | grep -E '/debian-archive-keyring\.[gp]{3}$' | head -n 1)
  mkdir -p "$lists/lists/partial" "$lists/cache/archives/partial" "$folder/source" || exit 1
  for suite in sid "$release"; do
    echo "deb-src [signed-by=$key] ${place% *} $suite main"
  done >"$lists/sources.list"
  own_apt update >&2 || without "the mirror does not answer"
}

# fetch PACKAGE[/RELEASE] SOURCE: the text as its authors gave it, unpacked as source/SOURCE.
fetch() {
  (cd "$lists" && rm -f "$2"_*.orig.tar.gz && own_apt source --download-only --tar-only "$1" >&2) || return 1
  mkdir -p "$folder/source/$2" &&
    tar -xzf "$lists/$2"_*.orig.tar.gz -C "$folder/source/$2" --strip-components=1
}

# --- What is built of it -----------------------------------------------------------------------------------------------

build_lua() {
  look_up
  fetch lua5.5 lua5.5 || without "the mirror has no source of it"
  make -s -C "$folder/source/lua5.5" linux >&2 || exit 1
  cp "$folder/source/lua5.5/src/lua" "$lua.new" && mv "$lua.new" "$lua"
}

# The sources know the Luas there were; of what they use nothing is different in 5.5.
build_file_system() {
  [ -f "$lists/sources.list" ] || look_up
  fetch "lua-filesystem/$(mirror | sed 's/.* //')" lua-filesystem || return 1
  source=$folder/source/lua-filesystem/src/lfs.c
  sed -i 's/LUA_VERSION_NUM <= 504/LUA_VERSION_NUM <= 505/' "$source"
  # shellcheck disable=SC2086  # flags are words
  "${CC:-cc}" -O2 -shared -fPIC $flags -o "$folder/lfs.so" "$source" >&2
}

if is_lua lua5.5 && pkg-config --exists lua5.5; then
  lua=$(command -v lua5.5) flags=$(pkg-config --cflags lua5.5) libraries=$(pkg-config --libs lua5.5)
else
  is_lua "$lua" || build_lua
  flags=-I$folder/source/lua5.5/src libraries="-Wl,-E $folder/source/lua5.5/src/liblua.a"
fi
[ -f "$folder/lfs.so" ] || build_file_system || echo "no LuaFileSystem for Lua 5.5, so no specs" >&2

echo "LUA='$lua' LUA_PC= LUA_CFLAGS='$flags' LUA_LIBS='$libraries'"
