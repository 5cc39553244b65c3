# SPDX-License-Identifier: MIT
# Negative controls on relacy: the defects of verify/controls that loom's tests seed, with
# loom's objects (verify/loom/controls.cmake says how one is described).
if(NOT COMMAND control_field)
  message(STATUS "relacy: no controls, because they are built with loom")
  return()
endif()

# relacy_control(FILE): the test that the file names must fail, within its own bound, unless
# the file says that relacy misses it or names no model.
function(relacy_control file)
  control_read(${file})
  control_field(${file} missed-by missed)
  if((NOT caught AND NOT kind STREQUAL ".c") OR missed MATCHES "^relacy ")
    return()
  endif()
  set(program relacy-control-${name})
  if(kind STREQUAL ".c")
    relacy_add_program(${program} ${file})
    add_test(NAME verify_relacy_control_${name} COMMAND ${program})
  else()
    if(kind STREQUAL ".patch")
      relacy_add_program(${program} ${CMAKE_SOURCE_DIR}/verify/models/${model}.c)
    else()
      verify_program_name(relacy ${model} "${build}" program)
    endif()
    add_test(NAME verify_relacy_control_${name} COMMAND ${program} --expect-fail --test ${test})
  endif()
  set_tests_properties(verify_relacy_control_${name} PROPERTIES LABELS verify)
  if(kind STREQUAL ".orders")
    control_field(${file} orders orders)
    set_tests_properties(verify_relacy_control_${name} PROPERTIES ENVIRONMENT "SCHED_ORDERS=${orders}")
  endif()
endfunction()

file(GLOB controls CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/verify/controls/*.patch
  ${CMAKE_SOURCE_DIR}/verify/controls/*.orders ${CMAKE_SOURCE_DIR}/verify/controls/*.c)
foreach(control IN LISTS controls)
  relacy_control(${control})
endforeach()
