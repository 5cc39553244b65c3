# SPDX-License-Identifier: MIT
# Which programs the claims name (claims/*.json; without that folder, none).  A
# contrast compares the arms `a` and `b`, in the fault flavour if it says
# "flavour": "fault", by the measures `measure` and `also`, or by time if it names none.  Sets
#   SCHEDLAB_CLAIMED_PROGRAMS   bench-X or bench-X-fault of each arm that an answer rests on: of
#                               primary contrasts, of controls and of those that transfer to a
#                               peer; and each peer.  The others have too few pairs to tell
#                               layouts apart, and without that a row has no word
#   SCHEDLAB_CLAIMED_COUNTING   bench-X-counting of the arms of a contrast that asks whether its
#                               mechanism was exercised, a question of counts; and those of
#   SCHEDLAB_CLAIMED_COUNTED    bench-X-counting of the arms of a contrast with a measure that
#                               only counting builds supply, whatever it decides: without
#                               layouts of both such a measure has no word
# Arms that do not exist are no error here: `schedlab` tells, with the claim.
set(SCHEDLAB_CLAIMED_PROGRAMS)
set(SCHEDLAB_CLAIMED_COUNTING)
set(SCHEDLAB_CLAIMED_COUNTED)

# The measures that only counting builds supply: the same list as in lab/measures/measure.c.
set(SCHEDLAB_COUNTED_MEASURES noop_parks lock_waits polls)

# schedlab_claim_value(OUT TEXT MEMBER ...): empty where there is no such member.
function(schedlab_claim_value out text)
  string(JSON value ERROR_VARIABLE missing GET "${text}" ${ARGN})
  if(missing)
    set(value)
  endif()
  set(${out} "${value}" PARENT_SCOPE)
endfunction()

# schedlab_claim_is_counted(OUT TEXT INDEX): has contrast INDEX a measure of counting builds?
function(schedlab_claim_is_counted out text index)
  schedlab_claim_value(measures "${text}" contrasts ${index} measure)
  string(JSON count ERROR_VARIABLE missing LENGTH "${text}" contrasts ${index} also)
  set(next 0)
  while(NOT missing AND next LESS count)
    schedlab_claim_value(measure "${text}" contrasts ${index} also ${next})
    list(APPEND measures ${measure})
    math(EXPR next "${next} + 1")
  endwhile()
  set(${out} OFF PARENT_SCOPE)
  foreach(measure IN LISTS measures)
    if(measure IN_LIST SCHEDLAB_COUNTED_MEASURES)
      set(${out} ON PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

function(schedlab_read_claim file)
  file(READ ${file} text)
  string(JSON contrasts ERROR_VARIABLE wrong LENGTH "${text}" contrasts)
  if(wrong)
    message(FATAL_ERROR "${file}: ${wrong}; a claim is a JSON object with an array `contrasts`")
  endif()
  set(programs ${SCHEDLAB_CLAIMED_PROGRAMS})
  set(counting ${SCHEDLAB_CLAIMED_COUNTING})
  set(counted ${SCHEDLAB_CLAIMED_COUNTED})
  set(index 0)
  while(index LESS contrasts)
    schedlab_claim_value(flavour "${text}" contrasts ${index} flavour)
    set(suffix)
    if(flavour STREQUAL "fault")
      set(suffix -fault)
    endif()
    schedlab_claim_value(primary "${text}" contrasts ${index} primary)
    schedlab_claim_value(role "${text}" contrasts ${index} role)
    schedlab_claim_value(transfers "${text}" contrasts ${index} transfers)
    set(decides OFF)
    if(primary OR transfers OR role STREQUAL "control")
      set(decides ON)
    endif()
    schedlab_claim_value(exercised "${text}" contrasts ${index} exercised)
    schedlab_claim_is_counted(is_counted "${text}" ${index})
    foreach(side a b)
      schedlab_claim_value(arm "${text}" contrasts ${index} ${side})
      if(arm AND (decides OR arm MATCHES "-")) # only names of peers have a dash
        list(APPEND programs bench-${arm}${suffix})
      endif()
      if(arm AND (exercised OR is_counted))
        list(APPEND counting bench-${arm}-counting)
      endif()
      if(arm AND is_counted)
        list(APPEND counted bench-${arm}-counting)
      endif()
    endforeach()
    math(EXPR index "${index} + 1")
  endwhile()
  list(REMOVE_DUPLICATES programs)
  list(REMOVE_DUPLICATES counting)
  list(REMOVE_DUPLICATES counted)
  set(SCHEDLAB_CLAIMED_PROGRAMS ${programs} PARENT_SCOPE)
  set(SCHEDLAB_CLAIMED_COUNTING ${counting} PARENT_SCOPE)
  set(SCHEDLAB_CLAIMED_COUNTED ${counted} PARENT_SCOPE)
endfunction()

file(GLOB claims CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/claims/*.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${claims})
foreach(claim IN LISTS claims)
  schedlab_read_claim(${claim})
endforeach()
