# SPDX-License-Identifier: MIT
# Which source this is: asked of the folder itself, never of where one stands.
#
# source_commit(SOURCE OUT): "0123456789ab", "0123456789ab+" with changes to what is built
# or read (new files too), else "unknown (why)".  A tarball unpacked inside another
# repository has no commit, and neither GIT_DIR nor the like has a say.  A checkout of
# another owner is asked too: who builds it trusts it already.
#
# source_shared_hash(SOURCE OUT): of what every arm is compiled from, so that two programs
# can be told apart where commits cannot.
#
# Weakness: the commit is that of the build; a program is not asked again when it is run.
find_program(SOURCE_IDENTITY_GIT git)

# What the programs are built from or read when they run; a note beside it is no change.
set(source_parts CMakeLists.txt CMakePresets.json claims cmake counts harness lab peers sched
  variants workloads)

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

function(source_commit source out)
  get_filename_component(source ${source} REALPATH)
  if(NOT EXISTS ${source}/.git)
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
  if(failed)
    set(commit "${commit}+ (changes unknown: ${why})")
  elseif(changes)
    string(APPEND commit "+")
  endif()
  set(${out} "${commit}" PARENT_SCOPE)
endfunction()

function(source_shared_hash source out)
  file(GLOB_RECURSE files RELATIVE ${source}
    ${source}/sched/*.[ch] ${source}/workloads/*.[ch] ${source}/harness/*.[ch]
    ${source}/harness/*.cc ${source}/harness/*.in)
  list(FILTER files EXCLUDE REGEX "/test/")
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
