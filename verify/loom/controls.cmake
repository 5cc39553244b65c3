# SPDX-License-Identifier: MIT
# Negative controls: a known defect, and the test that must catch it.  One that
# passes is a red test.  Three kinds of file in verify/controls:
#
#   NAME.patch   a change of sched/, compiled into the model from a patched copy
#   NAME.orders  a table of orders for a model's program
#   NAME.c       tests of its own, each with the defect and with its repair
#
# The first two begin with the lines origin, what, caught-by (MODEL TEST), and,
# where it is not the default one, build.

# control_field(FILE FIELD VALUE)
function(control_field file field value)
  file(STRINGS ${file} line REGEX "^${field}: " LIMIT_COUNT 1)
  string(REGEX REPLACE "^${field}: *" "" line "${line}")
  set(${value} "${line}" PARENT_SCOPE)
endfunction()

function(control_test name program test)
  add_test(NAME verify_control_${name} COMMAND ${program} --expect-fail --test ${test} ${ARGN})
  set_tests_properties(verify_control_${name} PROPERTIES LABELS verify TIMEOUT 300)
endfunction()

# A copy of sched/ with the patch, before sched/ on the include path; its places
# are named as if they were the original's.
function(control_add_patch file name model definitions)
  set(copy ${CMAKE_CURRENT_BINARY_DIR}/controls/${name})
  file(GLOB sources ${CMAKE_SOURCE_DIR}/sched/*.[ch])
  add_custom_command(OUTPUT ${copy}/stamp
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${copy}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${copy}/sched
    COMMAND ${CMAKE_COMMAND} -E copy ${sources} ${copy}/sched
    COMMAND ${CMAKE_COMMAND} -E chdir ${copy}
      ${CMAKE_COMMAND} -E env GIT_CEILING_DIRECTORIES=${CMAKE_CURRENT_BINARY_DIR}/controls
      git apply -C1 ${file}
    COMMAND ${CMAKE_COMMAND} -E touch ${copy}/stamp
    DEPENDS ${sources} ${file}
    COMMENT "Breaking sched/ for control ${name}"
    VERBATIM)
  add_custom_target(control-${name}-sources DEPENDS ${copy}/stamp)
  loom_add_program(loom-control-${name} ${CMAKE_SOURCE_DIR}/verify/models/${model}.c ${definitions})
  add_dependencies(loom-control-${name}-object control-${name}-sources)
  target_include_directories(loom-control-${name}-object BEFORE PRIVATE ${copy})
  target_compile_options(loom-control-${name}-object PRIVATE -ffile-prefix-map=${copy}/=
    -Wno-unused) # a defect may leave something unused
endfunction()

function(control_add file)
  get_filename_component(name ${file} NAME_WE)
  get_filename_component(kind ${file} EXT)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  if(kind STREQUAL ".c")
    loom_add_program(loom-control-${name} ${file})
    add_test(NAME verify_control_${name} COMMAND loom-control-${name})
    set_tests_properties(verify_control_${name} PROPERTIES LABELS verify TIMEOUT 300)
    return()
  endif()
  control_field(${file} caught-by caught)
  control_field(${file} build build)
  if(NOT build)
    set(build default)
  endif()
  string(REPLACE " " ";" caught "${caught}")
  list(GET caught 0 model)
  list(GET caught 1 test)
  if(kind STREQUAL ".patch")
    string(REPLACE " " ";" definitions "${build}")
    list(REMOVE_ITEM definitions default)
    control_add_patch(${file} ${name} ${model} "${definitions}")
    control_test(${name} loom-control-${name} ${test})
  else()
    control_field(${file} orders orders)
    verify_program_name(loom ${model} "${build}" program)
    control_test(${name} ${program} ${test})
    set_tests_properties(verify_control_${name} PROPERTIES ENVIRONMENT "SCHED_ORDERS=${orders}")
  endif()
endfunction()

file(GLOB controls CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/verify/controls/*.patch
  ${CMAKE_SOURCE_DIR}/verify/controls/*.orders ${CMAKE_SOURCE_DIR}/verify/controls/*.c)
foreach(control IN LISTS controls)
  control_add(${control})
endforeach()
