# SPDX-License-Identifier: MIT
# move_archive - a copy of a static library whose functions lie elsewhere: in an order
# that a seed shuffles, each aligned to ALIGNMENT bytes (0: as it was).  Rust puts each
# function into a section of its own, and GNU ld sorts .text.sorted.*, so renaming the
# sections does it; nothing is compiled again and no function changes.
# Weakness: data and the functions that are marked as cold stay in their order; a linker
# that does not know .text.sorted keeps the functions in theirs too.
#
# cmake -DARCHIVE=a -DOUTPUT=b -DSEED=n -DALIGNMENT=n -DOBJDUMP=p -DOBJCOPY=p -P move_archive.cmake
execute_process(COMMAND ${OBJDUMP} -hw ${ARCHIVE}
  OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL " \\.text\\.[^ ]+ " sections "${headers}")
list(TRANSFORM sections STRIP)
list(REMOVE_DUPLICATES sections)
list(FILTER sections EXCLUDE REGEX "^\\.text\\.(unlikely|hot|startup|exit)\\.")

set(arguments "--strip-debug\n")
if(ALIGNMENT)
  string(APPEND arguments "--set-section-alignment .text.*=${ALIGNMENT}\n")
endif()
foreach(section IN LISTS sections)
  string(SHA256 rank "${SEED} ${section}")
  string(APPEND arguments "--rename-section ${section}=.text.sorted.${rank}\n")
endforeach()
file(WRITE ${OUTPUT}.arguments "${arguments}")
execute_process(COMMAND ${OBJCOPY} @${OUTPUT}.arguments ${ARCHIVE} ${OUTPUT}
  COMMAND_ERROR_IS_FATAL ANY)
