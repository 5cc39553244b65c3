# SPDX-License-Identifier: MIT
# Every sample process that the suites use; `arms` and `schedlab` are what
# scripts/run builds.
add_custom_target(arms)

# schedlab_add_bench(NAME [ON_DEMAND] SOURCES ... [LIBRARIES ...] [DEFINITIONS ...])
# A sample process: one arm (a variant's object or a peer's library) behind the
# harness.  The harness objects are the same for every arm.  ON_DEMAND: built only
# when asked for by name, or when a claim names it.
function(schedlab_add_bench name)
  cmake_parse_arguments(ARG "ON_DEMAND" "" "SOURCES;LIBRARIES;DEFINITIONS" ${ARGN})
  if(name IN_LIST SCHEDLAB_CLAIMED_PROGRAMS OR name IN_LIST SCHEDLAB_CLAIMED_COUNTING)
    set(ARG_ON_DEMAND OFF)
  endif()
  set_property(GLOBAL APPEND PROPERTY SCHEDLAB_BENCHES ${name}) # what a claim may name
  add_executable(${name} ${ARG_SOURCES} $<TARGET_OBJECTS:harness>)
  if(ARG_ON_DEMAND OR NOT SCHEDLAB_ARMS)
    set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
  else()
    add_dependencies(arms ${name})
  endif()
  target_compile_definitions(${name} PRIVATE ${ARG_DEFINITIONS})
  target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} harness_libraries schedlab_flags)
endfunction()

# schedlab_add_variant(NAME SOURCE FLAVOUR [ON_DEMAND]): bench-NAME,
# bench-NAME-counting or bench-NAME-fault from one variant file, and its layouts.
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
  schedlab_add_bench(${name} ${ARGN}
    SOURCES ${source} $<TARGET_OBJECTS:workloads> $<TARGET_OBJECTS:sched_common> $<TARGET_OBJECTS:sched_slab>
    DEFINITIONS ${definitions})
  schedlab_add_layouts(${name})
endfunction()
