# SPDX-License-Identifier: MIT
# What the engines share of the negative controls in verify/controls: the fields at the
# top of a file, and a broken copy of sched/.

# control_field(FILE FIELD VALUE)
function(control_field file field value)
  file(STRINGS ${file} line REGEX "^${field}: " LIMIT_COUNT 1)
  string(REGEX REPLACE "^${field}: *" "" line "${line}")
  set(${value} "${line}" PARENT_SCOPE)
endfunction()

# control_read(FILE): sets `name`, `kind` (the extension), `caught` (empty: for no model),
# of it `model` and `test`, `build` and `definitions` in the caller.
macro(control_read file)
  get_filename_component(name ${file} NAME_WE)
  get_filename_component(kind ${file} EXT)
  set(model)
  set(test)
  control_field(${file} caught-by caught)
  if(caught)
    string(REPLACE " " ";" caught "${caught}")
    list(GET caught 0 model)
    list(GET caught 1 test)
  endif()
  control_field(${file} build build)
  if(NOT build)
    set(build default)
  endif()
  string(REPLACE " " ";" definitions "${build}")
  list(REMOVE_ITEM definitions default)
endmacro()

# control_copy(FILE NAME COPY): the folder of a copy of sched/ with the patch; to go
# before sched/ on the include path.  It is made by the target control-NAME-sources.
function(control_copy file name result)
  set(copy ${CMAKE_BINARY_DIR}/verify/broken/${name})
  set(${result} ${copy} PARENT_SCOPE)
  if(TARGET control-${name}-sources)
    return()
  endif()
  file(GLOB sources ${CMAKE_SOURCE_DIR}/sched/*.[ch])
  # Named one by one, so that what includes them is rebuilt in the same run.
  list(TRANSFORM sources REPLACE "^.*/" "${copy}/sched/" OUTPUT_VARIABLE copies)
  add_custom_command(OUTPUT ${copy}/stamp BYPRODUCTS ${copies}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${copy}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${copy}/sched
    COMMAND ${CMAKE_COMMAND} -E copy ${sources} ${copy}/sched
    COMMAND ${CMAKE_COMMAND} -E chdir ${copy}
      ${CMAKE_COMMAND} -E env GIT_CEILING_DIRECTORIES=${CMAKE_BINARY_DIR}/verify/broken
      git apply -C1 ${file}
    COMMAND ${CMAKE_COMMAND} -E touch ${copy}/stamp
    DEPENDS ${sources} ${file}
    COMMENT "Breaking sched/ for control ${name}"
    VERBATIM)
  add_custom_target(control-${name}-sources DEPENDS ${copy}/stamp)
  # A library, so that these options come after those of verify_checked and win.
  add_library(control-${name}-options INTERFACE)
  target_compile_options(control-${name}-options INTERFACE -ffile-prefix-map=${copy}/=
    -Wno-unused) # a defect may leave something unused
endfunction()

# control_use(TARGET NAME COPY): compile the target against the copy; its places are
# named as if they were the original's.
function(control_use target name copy)
  add_dependencies(${target} control-${name}-sources)
  target_include_directories(${target} BEFORE PRIVATE ${copy})
  target_link_libraries(${target} PRIVATE control-${name}-options)
endfunction()
