# SPDX-License-Identifier: MIT
# Layout as a treatment: the same objects, elsewhere.  Where code and data happen to
# lie moves a cell by several per cent, so a program that verdicts rest on is built
# four times: bench-X is layout 0, bench-X@1 to bench-X@3 differ from it in
#   link order    the objects, sorted by a hash of seed and name
#   alignment     of functions, for every object that is compiled here
#   padding       objects of seeded size among the others: in .text, .data and .bss
# and in nothing else: the body of every function is the same, which a test compares.
# Where the heap lies is a treatment of the run, not of the build: harness/heap.h.
# Objects are compiled once per alignment, whatever the number of arms.
# A prebuilt static library (a peer's) is linked as it is; the peer moves its inside.
# Weakness: with LTO the objects of the link are one, and padding only surrounds it.
set(SCHEDLAB_LAYOUTS 1 2 3)
set(layout_alignment_1 32)
set(layout_alignment_2 64)
set(layout_alignment_3 0) # the compiler's own
set(layout_pads 1 2 3 4 5 6)

# A number of 0..65535 that depends on nothing but the text.
function(layout_random out text)
  string(SHA256 hash "${text}")
  string(SUBSTRING ${hash} 0 4 digits)
  math(EXPR number "0x${digits}")
  set(${out} ${number} PARENT_SCOPE)
endfunction()

# 3840 -> 3,840
function(layout_grouped out number)
  string(REGEX REPLACE "([0-9])([0-9][0-9][0-9])$" "\\1,\\2" grouped ${number})
  set(${out} ${grouped} PARENT_SCOPE)
endfunction()

# The padding of a layout, the same for every program: an object library.  Sets
# OUT_BYTES to what it adds to .text.
function(layout_padding layout out_bytes)
  set(sources)
  set(bytes 0)
  foreach(pad IN LISTS layout_pads)
    set(LAYOUT_PAD layout_${layout}_pad_${pad})
    layout_random(text "${LAYOUT_PAD} text")
    layout_random(data "${LAYOUT_PAD} data")
    layout_random(bss "${LAYOUT_PAD} bss")
    math(EXPR LAYOUT_TEXT_BYTES "16 * (1 + ${text} % 256)")
    math(EXPR LAYOUT_DATA_BYTES "16 * (1 + ${data} % 64)")
    math(EXPR LAYOUT_BSS_BYTES "16 * (1 + ${bss} % 64)")
    math(EXPR bytes "${bytes} + ${LAYOUT_TEXT_BYTES}")
    set(source ${CMAKE_BINARY_DIR}/layouts/${LAYOUT_PAD}.c)
    configure_file(${CMAKE_SOURCE_DIR}/harness/layout_pad.c.in ${source} @ONLY)
    list(APPEND sources ${source})
  endforeach()
  if(NOT TARGET layout${layout}-padding)
    add_library(layout${layout}-padding OBJECT EXCLUDE_FROM_ALL ${sources})
  endif()
  set(${out_bytes} ${bytes} PARENT_SCOPE)
endfunction()

# What the program says about its layout, in the place of harness/layout.c: an object
# library.
function(layout_facts layout out)
  layout_padding(${layout} bytes)
  layout_grouped(bytes ${bytes})
  set(LAYOUT_NUMBER ${layout})
  set(LAYOUT_MADE_OF "link order seed ${layout}, ")
  if(layout_alignment_${layout})
    string(APPEND LAYOUT_MADE_OF "functions aligned to ${layout_alignment_${layout}}, ")
  endif()
  string(APPEND LAYOUT_MADE_OF "${bytes} bytes of padding")
  set(target layout${layout}-facts)
  if(NOT TARGET ${target})
    set(source ${CMAKE_BINARY_DIR}/layouts/${target}.c)
    configure_file(${CMAKE_SOURCE_DIR}/harness/layout_facts.c.in ${source} @ONLY)
    add_library(${target} OBJECT EXCLUDE_FROM_ALL ${source})
    target_link_libraries(${target} PRIVATE schedlab_flags)
  endif()
  set(${out} ${target} PARENT_SCOPE)
endfunction()

# The sources a target compiles itself, with full paths.
function(layout_own_sources target out)
  get_target_property(sources ${target} SOURCES)
  get_target_property(directory ${target} SOURCE_DIR)
  list(FILTER sources EXCLUDE REGEX "^\\$<TARGET_OBJECTS:")
  list(TRANSFORM sources PREPEND ${directory}/ REGEX "^[^/]")
  set(${out} ${sources} PARENT_SCOPE)
endfunction()

# A target whose objects are those of TARGET, with functions aligned.
function(layout_aligned target alignment out)
  set(aligned aligned${alignment}-${target})
  if(NOT alignment)
    set(aligned ${target})
  elseif(NOT TARGET ${aligned})
    layout_own_sources(${target} sources)
    add_library(${aligned} OBJECT EXCLUDE_FROM_ALL ${sources})
    foreach(property INCLUDE_DIRECTORIES COMPILE_DEFINITIONS COMPILE_OPTIONS LINK_LIBRARIES)
      get_target_property(value ${target} ${property})
      if(value)
        set_target_properties(${aligned} PROPERTIES ${property} "${value}")
      endif()
    endforeach()
    get_target_property(dependencies ${target} MANUALLY_ADDED_DEPENDENCIES)
    if(dependencies)
      add_dependencies(${aligned} ${dependencies})
    endif()
    target_compile_options(${aligned} PRIVATE -falign-functions=${alignment})
  endif()
  set(${out} ${aligned} PARENT_SCOPE)
endfunction()

# Adds to the list `keyed` of the caller the objects of TARGET, each as HASH|OBJECT.
macro(layout_add_objects seed target objects_of)
  layout_own_sources(${target} sources)
  list(FILTER sources EXCLUDE REGEX "/harness/layout\\.c$") # the facts take its place
  foreach(source IN LISTS sources)
    get_filename_component(file ${source} NAME)
    string(SHA256 key "${seed} ${file}")
    string(REGEX REPLACE "([.+])" "[\\1]" pattern ${file})
    list(APPEND keyed "${key}|$<FILTER:$<TARGET_OBJECTS:${objects_of}>,INCLUDE,/${pattern}\\.o$>")
  endforeach()
endmacro()

function(layout_add_program layout program)
  get_target_property(parts ${program} SOURCES)
  list(FILTER parts INCLUDE REGEX "^\\$<TARGET_OBJECTS:")
  list(TRANSFORM parts REPLACE "^\\$<TARGET_OBJECTS:(.*)>$" "\\1")
  set(keyed)
  foreach(part IN LISTS parts ITEMS ${program})
    layout_aligned(${part} ${layout_alignment_${layout}} aligned)
    layout_add_objects(${layout} ${part} ${aligned})
  endforeach()
  layout_facts(${layout} facts)
  layout_add_objects(${layout} layout${layout}-padding layout${layout}-padding)
  list(SORT keyed)
  list(TRANSFORM keyed REPLACE "^[0-9a-f]+\\|" "")

  set(target layout${layout}-${program})
  add_executable(${target} ${keyed} $<TARGET_OBJECTS:${facts}>)
  get_target_property(libraries ${program} LINK_LIBRARIES)
  target_link_libraries(${target} PRIVATE ${libraries})
  get_target_property(directory ${program} RUNTIME_OUTPUT_DIRECTORY)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${program}@${layout}
    RUNTIME_OUTPUT_DIRECTORY ${directory} LINKER_LANGUAGE CXX)
  set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
  get_target_property(value ${program} LINK_DEPENDS)
  if(value)
    set_target_properties(${target} PROPERTIES LINK_DEPENDS "${value}")
  endif()
  get_target_property(dependencies ${program} MANUALLY_ADDED_DEPENDENCIES)
  if(dependencies)
    add_dependencies(${target} ${dependencies})
  endif()
endfunction()

# schedlab_add_layouts(PROGRAM [TESTED]): PROGRAM@1 to PROGRAM@3, built as PROGRAM is but only on
# demand, by the targets layoutN-PROGRAM; TESTED: with everything else.  Call it when the program
# is complete: sources, libraries, dependencies.
function(schedlab_add_layouts program)
  foreach(layout IN LISTS SCHEDLAB_LAYOUTS)
    if(NOT TARGET layout${layout}-${program})
      layout_add_program(${layout} ${program})
    endif()
    if(ARGN)
      set_target_properties(layout${layout}-${program} PROPERTIES EXCLUDE_FROM_ALL OFF)
    endif()
  endforeach()
endfunction()
