# SPDX-License-Identifier: MIT
# An arm is a preset plus knob settings: tokio, tokio+pop=null, tokio+lifo_slots=4+lifo_notify=always.
# A preset is a file of variants/, or a person's own.  An arm with settings is a source of four
# lines, made here by the rule of sched/knobs.h: pop=null is `#define SCHED_POP POP_NULL`.  Whether
# there is such a knob is checked by who asks for it (lab/arms/expression.h); here a wrong one
# does not compile.

# A comma is read as a plus; neither a target nor a file is called with "=".
function(schedlab_arm_file_name out arm)
  string(REPLACE "," "+" name ${arm})
  string(REPLACE "=" "." name ${name})
  set(${out} ${name} PARENT_SCOPE)
endfunction()

# schedlab_own_preset(FILE): a preset from anywhere
function(schedlab_own_preset file)
  get_filename_component(name ${file} NAME_WE)
  set_property(GLOBAL PROPERTY SCHEDLAB_PRESET_${name} ${file})
endfunction()

# schedlab_arm_source(OUT ARM [NAME]): the source that is the arm, compiled with sched/; NAME is a
# shorter one for the file
function(schedlab_arm_source out arm)
  string(REPLACE "," "+" arm ${arm})
  string(REPLACE "+" ";" settings ${arm})
  list(POP_FRONT settings preset)
  get_property(file GLOBAL PROPERTY SCHEDLAB_PRESET_${preset})
  if(NOT file)
    set(file ${CMAKE_SOURCE_DIR}/variants/${preset}.c)
  endif()
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "arm ${arm}: there is no preset ${preset} (${file})")
  endif()
  if(NOT settings)
    set(${out} ${file} PARENT_SCOPE)
    return()
  endif()
  set(text "/* ${arm}: generated. */\n#define ARM_NAME \"${arm}\"\n")
  foreach(setting IN LISTS settings)
    if(NOT setting MATCHES "^([a-z_]+)=([a-z0-9_]+)$")
      message(FATAL_ERROR "arm ${arm}: ${setting} is not KNOB=VALUE")
    endif()
    string(TOUPPER ${CMAKE_MATCH_1} knob)
    string(TOUPPER ${CMAKE_MATCH_2} value)
    if(value MATCHES "[A-Z_]")
      set(value ${knob}_${value})
    endif()
    string(APPEND text "#define SCHED_${knob} ${value}\n")
  endforeach()
  schedlab_arm_file_name(name ${arm})
  if(ARGN)
    set(name ${ARGN})
  endif()
  set(source ${CMAKE_BINARY_DIR}/arms/${name}.c)
  string(APPEND text "#include \"${file}\"\n")
  file(CONFIGURE OUTPUT ${source} CONTENT "@text@" @ONLY) # a path may have an @
  set(${out} ${source} PARENT_SCOPE)
endfunction()

# schedlab_read_arms(OUT FILE): the lines of a list of arms; what begins with a # is a comment
function(schedlab_read_arms out file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(STRINGS ${file} lines)
  list(FILTER lines EXCLUDE REGEX "^#")
  set(${out} ${lines} PARENT_SCOPE)
endfunction()

# schedlab_add_arm(ARM FLAVOUR [ON_DEMAND]): bench-ARM, bench-ARM-counting or bench-ARM-fault
function(schedlab_add_arm arm flavour)
  schedlab_arm_file_name(name bench-${arm})
  set(definitions SCHED_FLAVOUR="${flavour}")
  if(flavour STREQUAL "counting")
    string(APPEND name -counting)
    list(APPEND definitions SCHED_COUNTING=1)
  elseif(flavour STREQUAL "fault")
    string(APPEND name -fault)
    list(APPEND definitions SCHED_FAULT=1)
  endif()
  if(TARGET ${name})
    return()
  endif()
  schedlab_arm_source(source ${arm})
  schedlab_add_bench(${name} ARM ${ARGN}
    SOURCES ${source} $<TARGET_OBJECTS:workloads> $<TARGET_OBJECTS:sched_common> $<TARGET_OBJECTS:sched_slab>
    DEFINITIONS ${definitions})
endfunction()
