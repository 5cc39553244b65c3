# SPDX-License-Identifier: MIT
# tokio_probe(REASON): set REASON to why real Tokio cannot be built here, or to
# nothing.  tokio_probe_crates(MANIFEST REASON): the same for what one manifest
# pins.  Both ask cargo itself; a fraction of a second once the crates are there.

set(TOKIO_CARGO_NEEDED 1.77) # rust-version in Cargo.toml
set(TOKIO_CARGO_REMEDY "install one (Debian 12: cargo-web) or set SCHEDLAB_CARGO")
find_program(SCHEDLAB_CARGO cargo HINTS $ENV{CARGO_HOME}/bin $ENV{HOME}/.cargo/bin
  DOC "cargo that builds the Tokio peer")
# A command that begins so runs cargo without the person's settings.
set(TOKIO_CARGO bash ${CMAKE_SOURCE_DIR}/cmake/cargo.sh ${SCHEDLAB_CARGO} ${CMAKE_BINARY_DIR}/cargo)

# Reasons that need no question to cargo.
function(tokio_probe_build reason)
  set(why "")
  if(SCHEDLAB_TOKIO STREQUAL "OFF")
    set(why "it is switched off (SCHEDLAB_TOKIO=OFF)")
  elseif(CMAKE_CROSSCOMPILING)
    set(why "this is a cross build")
  elseif(SCHEDLAB_SANITIZE)
    set(why "a build with sanitizers (SCHEDLAB_SANITIZE=${SCHEDLAB_SANITIZE}) is for our own code")
  elseif(SCHEDLAB_TOKIO STREQUAL "AUTO" AND (SCHEDLAB_TINY OR NOT SCHEDLAB_DEBUG EQUAL 0))
    set(why "a checked build is not compared with anything (SCHEDLAB_TOKIO=ON insists)")
  elseif(NOT SCHEDLAB_CARGO)
    set(why "there is no cargo in PATH: ${TOKIO_CARGO_REMEDY}")
  endif()
  set(${reason} "${why}" PARENT_SCOPE)
endfunction()

function(tokio_probe_version reason)
  execute_process(COMMAND ${TOKIO_CARGO} --version
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" version "${output}")
  set(why "")
  if(NOT status EQUAL 0 OR NOT version)
    set(why "${SCHEDLAB_CARGO} does not run: ${TOKIO_CARGO_REMEDY}")
  elseif(version VERSION_LESS TOKIO_CARGO_NEEDED)
    string(CONCAT why "${SCHEDLAB_CARGO} is ${version}, older than ${TOKIO_CARGO_NEEDED}: "
      "${TOKIO_CARGO_REMEDY}")
  endif()
  set(${reason} "${why}" PARENT_SCOPE)
endfunction()

# Only what this machine compiles, so not the crates for other systems.
function(tokio_fetch manifest status_variable message_variable)
  execute_process(
    COMMAND ${TOKIO_CARGO} fetch --quiet --locked ${ARGN} ${tokio_fetch_target}
      --manifest-path ${manifest}
    TIMEOUT 120 RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \t\r\n]+" " " output "${output}")
  string(STRIP "${output}" output)
  set(${status_variable} "${status}" PARENT_SCOPE)
  set(${message_variable} "${output}" PARENT_SCOPE)
endfunction()

function(tokio_probe_crates manifest reason)
  execute_process(COMMAND ${TOKIO_CARGO} --version --verbose OUTPUT_VARIABLE output ERROR_QUIET)
  set(tokio_fetch_target "")
  if(output MATCHES "host: ([^\r\n]+)")
    set(tokio_fetch_target --target ${CMAKE_MATCH_1})
  endif()
  set(why "")
  tokio_fetch(${manifest} status message --offline)
  if(NOT status EQUAL 0)
    tokio_fetch(${manifest} status message)
  endif()
  if(NOT status EQUAL 0)
    set(why "cargo could not fetch it (no network?): ${message}")
  endif()
  set(${reason} "${why}" PARENT_SCOPE)
endfunction()

function(tokio_probe reason)
  tokio_probe_build(why)
  if(NOT why)
    tokio_probe_version(why)
  endif()
  if(NOT why)
    tokio_probe_crates(${CMAKE_CURRENT_SOURCE_DIR}/Cargo.toml why)
  endif()
  set(${reason} "${why}" PARENT_SCOPE)
endfunction()
