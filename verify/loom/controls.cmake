# SPDX-License-Identifier: MIT
# Negative controls: a known defect, and the test that must catch it.  One that
# passes is a red test.  Three kinds of file in verify/controls:
#
#   NAME.patch   a change of sched/, compiled into the model from a patched copy
#   NAME.orders  a table of orders for a model's program; the same as a diff for verify/stress
#   NAME.c       tests of its own, each with the defect and with its repair
#
# The first two begin with the lines origin, what, caught-by (MODEL TEST), and,
# where it is not the default one, build.

function(control_test name program test)
  add_test(NAME verify_control_${name} COMMAND ${program} --expect-fail --test ${test} ${ARGN})
  set_tests_properties(verify_control_${name} PROPERTIES LABELS verify)
endfunction()

function(control_add_patch file name model definitions)
  control_copy(${file} ${name} copy)
  loom_add_program(loom-control-${name} ${CMAKE_SOURCE_DIR}/verify/models/${model}.c ${definitions})
  control_use(loom-control-${name}-object ${name} ${copy})
endfunction()

function(control_add file)
  control_read(${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  if(kind STREQUAL ".c")
    loom_add_program(loom-control-${name} ${file})
    add_test(NAME verify_control_${name} COMMAND loom-control-${name})
    set_tests_properties(verify_control_${name} PROPERTIES LABELS verify)
    return()
  endif()
  if(NOT caught) # it is for another engine only
    return()
  endif()
  if(kind STREQUAL ".patch")
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
