# holdpoint_translations(variable): compiles translations/holdpoint_*.ts and packs them as the resource `translations`
# under /i18n; `variable` gets the source to compile. The target `update_translations` collects the sentences of ui and
# app/console anew: all of them for German, for English (whose sentences are the sources) the plurals.
function(holdpoint_translations variable)
  file(GLOB texts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/translations/holdpoint_*.ts")
  set(entries "")
  set(compiled "")
  foreach(text IN LISTS texts)
    cmake_path(GET text STEM word)
    set(file "${CMAKE_CURRENT_BINARY_DIR}/${word}.qm")
    add_custom_command(OUTPUT "${file}" DEPENDS "${text}" VERBATIM
      COMMAND Qt6::lrelease -silent "${text}" -qm "${file}")
    string(APPEND entries "<file alias=\"${word}.qm\">${file}</file>")
    list(APPEND compiled "${file}")
  endforeach()
  set(list "${CMAKE_CURRENT_BINARY_DIR}/translations.qrc")
  file(CONFIGURE OUTPUT "${list}" CONTENT "<RCC><qresource prefix=\"/i18n\">${entries}</qresource></RCC>" @ONLY)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/translations_resource.cpp")
  add_custom_command(OUTPUT "${source}" DEPENDS "${list}" ${compiled} VERBATIM
    COMMAND Qt6::rcc --name translations "${list}" -o "${source}")
  set(${variable} "${source}" PARENT_SCOPE)
  if(NOT TARGET update_translations)
    add_custom_target(update_translations VERBATIM
      COMMAND "${PROJECT_SOURCE_DIR}/tests/translations" --update --lupdate "$<TARGET_FILE:Qt6::lupdate>")
  endif()
endfunction()
