# SPDX-License-Identifier: MIT
# presets.cmake - what the presets of variants/ set, as the preprocessor sees it.
#
# cmake -DCOMPILER=cc -DSOURCE=TREE -DPRESETS="tokio.c|..." -DTINY=ON|OFF -DPEERS="bench-tokio-bare@|..." -DOUTPUT=FILE.c -P presets.cmake
#
# Writes the table of presets.h.  A macro without a value is an include guard.
set(flags -E -dM -D_GNU_SOURCE "-DSCHED_ISA=\"\"" -I${SOURCE})
if(TINY)
  list(APPEND flags -DSCHED_TINY=1)
endif()
string(REPLACE "|" ";" files "${PRESETS}")
list(SORT files)
list(TRANSFORM files PREPEND ${SOURCE}/variants/)
set(rows)
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME_WE)
  execute_process(COMMAND ${COMPILER} ${flags} ${file} OUTPUT_VARIABLE macros
    ERROR_VARIABLE why RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "${file}: ${why}")
  endif()
  string(REGEX MATCHALL "#define SCHED_[A-Z_]+ [A-Z0-9_]+\n" macros "${macros}")
  list(TRANSFORM macros REPLACE "#define (SCHED_[A-Z_]+) ([A-Z0-9_]+)\n" "\\1=\\2")
  list(JOIN macros " " knobs)
  if(NOT knobs MATCHES "SCHED_POP=") # no engine in it
    set(knobs "")
  endif()
  file(READ ${file} text)
  set(what "")
  string(REPLACE "\n *" "\n" text "${text}")
  if(text MATCHES "/\\*[ \n]*${name}(:| -) ([^*]*[^* \n/])") # the comment that opens the file
    string(REGEX REPLACE "[ \t\n]+" " " what "${CMAKE_MATCH_2}")
    string(REGEX REPLACE "[.] .*" "." what "${what}")
    string(REPLACE "\"" "\\\"" what "${what}")
  endif()
  string(APPEND rows "\t{ \"${name}\", \"${what}\", \"${knobs}\" },\n")
endforeach()
string(REPLACE "|" " " peers "${PEERS}")
file(WRITE ${OUTPUT} "#include \"lab/arms/presets.h\"\n\n"
  "const struct preset preset_table[] = {\n${rows}};\n"
  "const size_t preset_count = sizeof(preset_table) / sizeof(preset_table[0]);\n"
  "const char preset_peers[] = \"${peers}\";\n")
