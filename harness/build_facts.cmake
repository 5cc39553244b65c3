# SPDX-License-Identifier: MIT
# Run at every build: writes the header of build facts, and touches it only when
# a fact has changed.  In: SOURCE_DIR, TEMPLATE, OUTPUT and the BUILD_* values.
set(BUILD_COMMIT unknown)
find_program(GIT git)
if(GIT)
  execute_process(
    COMMAND ${GIT} -C ${SOURCE_DIR} describe --always --dirty=+ --abbrev=12 --exclude=*
    OUTPUT_VARIABLE commit ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
  if(NOT failed)
    set(BUILD_COMMIT "${commit}")
  endif()
endif()
configure_file(${TEMPLATE} ${OUTPUT} @ONLY)
