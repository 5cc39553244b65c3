# SPDX-License-Identifier: MIT
# Mutants: ordinary slips (a comparison, an index, a bit) in verify/mutants/NAME.patch, of the
# same form as a control's patch.  Each must be caught as well; they are dearer to build than
# they are worth on every push, so they are a target of their own, built by a test.
add_custom_target(verify_mutants)
set(loom_group verify_mutants)

add_test(NAME verify_mutants_build
  COMMAND ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target verify_mutants)
set_tests_properties(verify_mutants_build PROPERTIES LABELS verify
  FIXTURES_SETUP verify_mutants)

function(mutant_add file)
  control_read(${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  control_copy(${file} mutant-${name} copy)
  loom_add_program(loom-mutant-${name} ${CMAKE_SOURCE_DIR}/verify/models/${model}.c)
  control_use(loom-mutant-${name}-object mutant-${name} ${copy})
  set_target_properties(loom-mutant-${name} loom-mutant-${name}-object
    PROPERTIES EXCLUDE_FROM_ALL ON)
  add_test(NAME verify_mutant_${name} COMMAND loom-mutant-${name} --expect-fail --test ${test}
    --bound 2 --max-executions 10000)
  set_tests_properties(verify_mutant_${name} PROPERTIES LABELS verify
    FIXTURES_REQUIRED verify_mutants)
endfunction()

file(GLOB mutants CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/verify/mutants/*.patch)
foreach(mutant IN LISTS mutants)
  mutant_add(${mutant})
endforeach()
