# SPDX-License-Identifier: MIT
# Run at every build: writes the header of build facts, and touches it only when
# a fact has changed.  In: SOURCE_DIR, TEMPLATE, OUTPUT and the BUILD_* values.
include(${CMAKE_CURRENT_LIST_DIR}/../cmake/SourceIdentity.cmake)
source_commit(${SOURCE_DIR} BUILD_COMMIT)
source_shared_hash(${SOURCE_DIR} BUILD_SOURCES)
configure_file(${TEMPLATE} ${OUTPUT} @ONLY)
