# SPDX-License-Identifier: MIT
# schedlab_add_bench(NAME SOURCES ... [LIBRARIES ...] [DEFINITIONS ...])
# A sample process: one arm (a variant's object or a peer's library) behind the
# harness.  The harness objects are the same for every arm.
function(schedlab_add_bench name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES;DEFINITIONS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES} $<TARGET_OBJECTS:harness>)
  target_compile_definitions(${name} PRIVATE ${ARG_DEFINITIONS})
  target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} harness_libraries schedlab_flags)
endfunction()

# schedlab_add_variant(NAME SOURCE FLAVOUR): bench-NAME, bench-NAME-counting or
# bench-NAME-fault from one variant file.
function(schedlab_add_variant variant source flavour)
  set(name bench-${variant})
  if(NOT flavour STREQUAL "timed")
    set(name ${name}-${flavour})
  endif()
  set(definitions SCHED_FLAVOUR="${flavour}")
  if(flavour STREQUAL "counting")
    list(APPEND definitions SCHED_COUNTING=1)
  elseif(flavour STREQUAL "fault")
    list(APPEND definitions SCHED_FAULT=1)
  endif()
  schedlab_add_bench(${name}
    SOURCES ${source} $<TARGET_OBJECTS:workloads> $<TARGET_OBJECTS:sched_common> $<TARGET_OBJECTS:sched_slab>
    DEFINITIONS ${definitions})
endfunction()
