# SPDX-License-Identifier: MIT
# What every target is compiled with.  Presets (CMakePresets.json) set these.

option(SCHEDLAB_WERROR "Warnings are errors (test presets only)" OFF)
option(SCHEDLAB_ARMS "Build the sample processes with everything else, not only on demand" ON)
option(SCHEDLAB_TINY "Shrink every capacity, so that wrap and overflow happen all the time" OFF)
option(SCHEDLAB_LTO "Link-time optimisation (headline variants against peers)" OFF)
set(SCHEDLAB_SANITIZE "" CACHE STRING "address,undefined or thread")
set(SCHEDLAB_DEBUG 0 CACHE STRING "Assertion level of sched/: 0 none, 1 cheap, 2 whole-structure walks")
set(SCHEDLAB_PRESET "custom" CACHE STRING "Name of the preset, recorded in every row")

# One ISA level for the C and the Rust side: the baseline of the architecture.
# Rust's default target-cpu is the same baseline (x86-64, armv8-a).
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  set(SCHEDLAB_ISA "x86-64")
  set(SCHEDLAB_ISA_FLAGS -march=x86-64)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64)$")
  set(SCHEDLAB_ISA "armv8-a")
  set(SCHEDLAB_ISA_FLAGS -march=armv8-a)
else()
  set(SCHEDLAB_ISA "${CMAKE_SYSTEM_PROCESSOR}-default")
  set(SCHEDLAB_ISA_FLAGS)
endif()

find_package(Threads REQUIRED)

add_library(schedlab_flags INTERFACE)
target_include_directories(schedlab_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(schedlab_flags INTERFACE
  ${SCHEDLAB_ISA_FLAGS} -g
  -Wall -Wextra -Wpedantic -Wshadow -Wpointer-arith -Wcast-qual -Wwrite-strings -Wundef
  $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition>)
target_compile_definitions(schedlab_flags INTERFACE
  _GNU_SOURCE SCHED_DEBUG=${SCHEDLAB_DEBUG} SCHED_ISA="${SCHEDLAB_ISA}"
  $<$<BOOL:${SCHEDLAB_TINY}>:SCHED_TINY=1>)
target_link_libraries(schedlab_flags INTERFACE Threads::Threads)
if(SCHEDLAB_WERROR)
  target_compile_options(schedlab_flags INTERFACE -Werror)
endif()
if(SCHEDLAB_SANITIZE)
  target_compile_options(schedlab_flags INTERFACE
    -fsanitize=${SCHEDLAB_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(schedlab_flags INTERFACE -fsanitize=${SCHEDLAB_SANITIZE})
endif()
if(SCHEDLAB_LTO)
  target_compile_options(schedlab_flags INTERFACE -flto=auto)
  target_link_options(schedlab_flags INTERFACE -flto=auto -O3)
endif()
