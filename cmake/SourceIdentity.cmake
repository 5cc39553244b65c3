# SPDX-License-Identifier: MIT
# Which source this is: asked of the folder itself, never of where one stands.
#
# source_commit(SOURCE OUT): "0123456789ab", "0123456789ab+" with changes to what is built
# or read (new files too, and what git is told to overlook), else "unknown (why)".  A
# tarball unpacked inside another repository has no commit, and neither GIT_DIR nor the like
# has a say.  Of installed sources it is what they were installed from, as identity.txt says.  A checkout of another owner is asked too: who builds it trusts it already.
#
# source_shared_hash(SOURCE OUT): of what more than one arm is compiled from or built by, so
# that two programs can be told apart where commits cannot.  What is one arm's own, a file
# in variants/ or a version in peers/tokio/versions/, is not in it.
#
# Weakness: the commit is that of the build; a program is not asked again when it is run.
find_program(SOURCE_IDENTITY_GIT git)

# What the programs are built from or read when they run; a note beside it is no change.
set(source_parts CMakeLists.txt CMakePresets.json base claims cmake counts harness lab peers
  sched variants workloads)

# What more than one arm is built from: in these folders and below (but for tests), and here.
set(source_shared_below base/*.[ch] sched/*.[ch] workloads/*.[ch] harness/*.[ch] harness/*.cc
  harness/*.in peers/tokio/src/*.rs)
set(source_shared_here CMakeLists.txt cmake/*.cmake base/CMakeLists.txt sched/CMakeLists.txt
  workloads/CMakeLists.txt harness/CMakeLists.txt harness/*.cmake variants/CMakeLists.txt
  variants/*.h variants/*.in peers/CMakeLists.txt peers/tokio/CMakeLists.txt
  peers/tokio/*.cmake peers/tokio/*.[ch] peers/tokio/*.sh peers/tokio/build.rs
  peers/tokio/Cargo.toml peers/tokio/Cargo.lock peers/tokio/.cargo/*)

function(source_git source output_variable failed_variable why_variable)
  set(nobody)
  foreach(name IN ITEMS GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY
      GIT_COMMON_DIR GIT_NAMESPACE GIT_CEILING_DIRECTORIES GIT_CONFIG_COUNT
      GIT_CONFIG_PARAMETERS GIT_ALTERNATE_OBJECT_DIRECTORIES)
    list(APPEND nobody --unset=${name})
  endforeach()
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env ${nobody} LC_ALL=C
      ${SOURCE_IDENTITY_GIT} --no-optional-locks -c safe.directory=${source} -C ${source} ${ARGN}
    OUTPUT_VARIABLE output ERROR_VARIABLE why RESULT_VARIABLE failed
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "[\r\n].*" "" why "${why}")
  string(REGEX REPLACE "[\"\\\\]" "'" why "${why}")
  set(${output_variable} "${output}" PARENT_SCOPE)
  set(${failed_variable} "${failed}" PARENT_SCOPE)
  set(${why_variable} "${why}" PARENT_SCOPE)
endfunction()

# Empty, or what `git status` does not say: files that are ignored and yet would be built
# or read, and files that the index is told to take as unchanged.  No list of names to
# ignore is asked, the person's own neither.
function(source_overlooked source out)
  source_git(${source} others failed why ls-files --others -- ${source_parts})
  source_git(${source} flags failed_too why ls-files -v -- ${source_parts})
  if(failed OR failed_too)
    set(${out} "unknown" PARENT_SCOPE)
    return()
  endif()
  string(REGEX REPLACE "\r?\n" ";" others "${others}")
  string(REGEX REPLACE "\r?\n" ";" flags "${flags}")
  list(FILTER others INCLUDE REGEX
    "(\\.(c|h|cc|in|rs|toml|lock|json|cmake|sh|awk|tsv|js|css)|CMakeLists\\.txt)\"?$")
  list(FILTER others EXCLUDE REGEX "^peers/[^/]+/(versions/[^/]+/)?target/") # cargo's own
  list(FILTER flags INCLUDE REGEX "^[a-zS] ")
  set(${out} "${others}${flags}" PARENT_SCOPE)
endfunction()

function(source_commit source out)
  get_filename_component(source ${source} REALPATH)
  if(EXISTS ${source}/identity.txt)
    file(STRINGS ${source}/identity.txt commit REGEX "^commit ")
    string(REGEX REPLACE "^commit " "" commit "${commit}")
    set(${out} "${commit}" PARENT_SCOPE)
    return()
  elseif(NOT EXISTS ${source}/.git)
    set(${out} "unknown (the source folder is no git checkout)" PARENT_SCOPE)
    return()
  elseif(NOT SOURCE_IDENTITY_GIT)
    set(${out} "unknown (there is no git)" PARENT_SCOPE)
    return()
  endif()
  source_git(${source} commit failed why rev-parse --short=12 HEAD)
  if(failed)
    set(${out} "unknown (${why})" PARENT_SCOPE)
    return()
  endif()
  source_git(${source} changes failed why status --porcelain --untracked-files=normal
    -- ${source_parts})
  source_overlooked(${source} overlooked)
  if(failed)
    set(commit "${commit}+ (changes unknown: ${why})")
  elseif(changes OR overlooked)
    string(APPEND commit "+")
  endif()
  set(${out} "${commit}" PARENT_SCOPE)
endfunction()

function(source_shared_hash source out)
  set(here ${source_shared_here})
  set(below ${source_shared_below})
  list(TRANSFORM here PREPEND ${source}/)
  list(TRANSFORM below PREPEND ${source}/)
  file(GLOB files RELATIVE ${source} LIST_DIRECTORIES false ${here})
  file(GLOB_RECURSE below RELATIVE ${source} ${below})
  list(FILTER below EXCLUDE REGEX "/test/")
  list(APPEND files ${below})
  list(SORT files)
  set(text "")
  foreach(file IN LISTS files)
    file(SHA256 ${source}/${file} hash)
    string(APPEND text "${file} ${hash}\n")
  endforeach()
  string(SHA256 hash "${text}")
  string(SUBSTRING ${hash} 0 16 hash)
  set(${out} ${hash} PARENT_SCOPE)
endfunction()
