# SPDX-License-Identifier: MIT
# The sample processes.  `schedlab` builds those that its plan names, by their targets; `arms` is
# what the tests run.
add_custom_target(arms)

# schedlab_add_bench(NAME [ON_DEMAND] [ARM] [UNLISTED] SOURCES ... [LIBRARIES ...] [DEFINITIONS ...])
# A sample process: one arm (a variant's object or a peer's library) behind the
# harness.  The harness objects are the same for every arm.  ON_DEMAND: built only
# when asked for by name.  ARM: it is of a preset, else of a peer.  UNLISTED:
# of a peer, and known to the lab in another way.
function(schedlab_add_bench name)
  cmake_parse_arguments(ARG "ON_DEMAND;ARM;UNLISTED" "" "SOURCES;LIBRARIES;DEFINITIONS" ${ARGN})
  if(NOT ARG_ARM AND NOT ARG_UNLISTED)
    set_property(GLOBAL APPEND PROPERTY SCHEDLAB_BENCHES ${name}) # what can be built of peers
  endif()
  add_executable(${name} ${ARG_SOURCES} $<TARGET_OBJECTS:harness>)
  if(ARG_ON_DEMAND OR NOT SCHEDLAB_ARMS)
    set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
  else()
    add_dependencies(arms ${name})
  endif()
  target_compile_definitions(${name} PRIVATE ${ARG_DEFINITIONS})
  target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES} harness_libraries schedlab_flags)
endfunction()
