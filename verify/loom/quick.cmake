# SPDX-License-Identifier: MIT
# What of this is cheap enough for scripts/test: the programs of verify/quick.tsv within
# their bounds, and every negative control.  The number of executions ends a search, no time.

function(quick_add program bound executions)
  if(NOT TARGET ${program})
    message(FATAL_ERROR "verify/quick.tsv: there is no program ${program}; "
      "scripts/verify --list names them")
  endif()
  add_test(NAME verify_quick_${program}
    COMMAND ${program} --bound ${bound} --max-executions ${executions})
  set_tests_properties(verify_quick_${program} PROPERTIES LABELS verify-quick)
endfunction()

set(quick_list ${CMAKE_SOURCE_DIR}/verify/quick.tsv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${quick_list})
file(STRINGS ${quick_list} quick_lines REGEX "^loom-")
foreach(line IN LISTS quick_lines)
  string(REPLACE "\t" ";" fields "${line}")
  quick_add(${fields})
endforeach()

get_property(quick_tests DIRECTORY PROPERTY TESTS)
list(FILTER quick_tests INCLUDE REGEX "^verify_control_")
set_tests_properties(${quick_tests} PROPERTIES LABELS verify-quick)
