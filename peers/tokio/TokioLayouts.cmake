# SPDX-License-Identifier: MIT
# The layouts of a row (cmake/SchedlabLayouts.cmake) move the objects that are compiled
# here; this moves what the Rust library holds as well, at the price of a copy of it per
# layout, not of another run of cargo.

# tokio_moved_library(LAYOUT LIBRARY OUT): a target that makes the copy
function(tokio_moved_library layout library out)
  set(target tokio-library-${library}-layout${layout})
  if(NOT TARGET ${target})
    get_target_property(archive tokio-library-${library} TOKIO_LIBRARY)
    set(moved ${CMAKE_CURRENT_BINARY_DIR}/${library}-layout${layout}.a)
    set(script ${CMAKE_CURRENT_SOURCE_DIR}/move_archive.cmake)
    add_custom_command(OUTPUT ${moved}
      COMMAND ${CMAKE_COMMAND} -DARCHIVE=${archive} -DOUTPUT=${moved} -DSEED=${layout}
        -DALIGNMENT=${layout_alignment_${layout}} -DOBJDUMP=${CMAKE_OBJDUMP}
        -DOBJCOPY=${CMAKE_OBJCOPY} -P ${script}
      DEPENDS ${archive} ${script}
      COMMENT "Moving the functions of Tokio: ${library}, layout ${layout}"
      VERBATIM)
    add_custom_target(${target} DEPENDS ${moved})
    add_dependencies(${target} tokio-library-${library})
    set_target_properties(${target} PROPERTIES TOKIO_LIBRARY ${moved})
  endif()
  set(${out} ${target} PARENT_SCOPE)
endfunction()

# tokio_add_layouts(PROGRAM LIBRARY): schedlab_add_layouts, with the library moved too
function(tokio_add_layouts program library)
  schedlab_add_layouts(${program})
  get_target_property(archive tokio-library-${library} TOKIO_LIBRARY)
  foreach(layout IN LISTS SCHEDLAB_LAYOUTS)
    set(target layout${layout}-${program})
    if(TARGET ${target})
      tokio_moved_library(${layout} ${library} library_target)
      get_target_property(moved ${library_target} TOKIO_LIBRARY)
      foreach(property LINK_LIBRARIES LINK_DEPENDS)
        get_target_property(value ${target} ${property})
        string(REPLACE "${archive}" "${moved}" value "${value}")
        set_target_properties(${target} PROPERTIES ${property} "${value}")
      endforeach()
      add_dependencies(${target} ${library_target})
    endif()
  endforeach()
endfunction()
