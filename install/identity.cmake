# SPDX-License-Identifier: MIT
# identity.cmake - writes identity.txt into installed sources: commit, and a hash of all of them.
#
# cmake -DSOURCE=TREE -DINSTALLED=FOLDER -P identity.cmake
#
# The commit is what programs built there say of themselves; both name the folder that they are
# built in (lab/arms/build_place.c).
include(${SOURCE}/cmake/SourceIdentity.cmake)
source_commit(${SOURCE} commit)
file(GLOB_RECURSE files RELATIVE ${INSTALLED} ${INSTALLED}/*)
list(SORT files)
set(text "")
foreach(file IN LISTS files)
  file(SHA256 ${INSTALLED}/${file} hash)
  string(APPEND text "${file} ${hash}\n")
endforeach()
string(SHA256 hash "${text}")
file(WRITE ${INSTALLED}/identity.txt "commit ${commit}\nsources ${hash}\n")
