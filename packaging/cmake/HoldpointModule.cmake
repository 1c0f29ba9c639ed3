# One function per kind of target. Shared rules:
#   HEADERS, SOURCES   default to every *.h and *.cpp of the folder (new files are seen by the next build)
#   DEPS               our modules, declared before: a cycle or an upward arrow stops at configure
#   QT                 Qt components (Core, Network …); without it no Qt header is on the include path
#   LIBS               foreign targets whose headers appear in our headers
#   PRIVATE_LIBS       foreign targets used in .cpp files only
#
# Headers are reached as "core/base/result.h" through a per-module link folder in the build tree, so a module sees
# the headers of what it declares and of what that declares, and no others.

set_property(GLOBAL PROPERTY HOLDPOINT_MODULES "")

function(_holdpoint_check_deps name)
  foreach(dep IN LISTS ARGN)
    if(NOT TARGET ${dep})
      message(FATAL_ERROR "${name}: ${dep} is unknown or comes later in the order of the folders.")
    endif()
    if(DEFINED HOLDPOINT_ALLOWED_DEPS AND NOT dep IN_LIST HOLDPOINT_ALLOWED_DEPS)
      list(JOIN HOLDPOINT_ALLOWED_DEPS ", " allowed)
      message(FATAL_ERROR "${name}: ${dep} is not allowed in this layer, which may use ${allowed}.")
    endif()
  endforeach()
endfunction()

function(_holdpoint_link name visibility)
  cmake_parse_arguments(M "" "" "DEPS;QT;LIBS;PRIVATE_LIBS" ${ARGN})
  list(TRANSFORM M_QT PREPEND Qt6::)
  target_link_libraries(${name} ${visibility} ${M_DEPS} ${M_QT} ${M_LIBS})
  target_link_libraries(${name} PRIVATE ${M_PRIVATE_LIBS})
  if(M_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_compile_definitions(${name} PRIVATE QT_DISABLE_DEPRECATED_BEFORE=0x060400)
  endif()
endfunction()

# holdpoint_module(core_inventory DEPS core_base core_model)
function(holdpoint_module name)
  cmake_parse_arguments(M "" "" "HEADERS;SOURCES;DEPS;QT;LIBS;PRIVATE_LIBS" ${ARGN})
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${name}: what is ${M_UNPARSED_ARGUMENTS}? Known: HEADERS SOURCES DEPS QT LIBS PRIVATE_LIBS.")
  endif()
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE "/" "_" expected "${folder}")
  if(NOT name STREQUAL expected)
    message(FATAL_ERROR "${name}: a module is named after its folder, here ${expected}.")
  endif()
  _holdpoint_check_deps(${name} ${M_DEPS})

  if(NOT M_HEADERS)
    file(GLOB M_HEADERS CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  endif()
  if(NOT M_SOURCES)
    file(GLOB M_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  endif()
  if(NOT M_SOURCES)  # headers only: compile them once, so that they are checked and the archive is not empty
    set(body "")
    foreach(header IN LISTS M_HEADERS)
      cmake_path(GET header FILENAME file)
      string(APPEND body "#include \"${folder}/${file}\"\n")
    endforeach()
    set(M_SOURCES "${CMAKE_CURRENT_BINARY_DIR}/${name}_headers.cpp")
    file(CONFIGURE OUTPUT "${M_SOURCES}" CONTENT "${body}" @ONLY)
  endif()

  set(links "${PROJECT_BINARY_DIR}/headers/${name}")
  cmake_path(GET folder PARENT_PATH parent)
  file(MAKE_DIRECTORY "${links}/${parent}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${links}/${folder}" SYMBOLIC)

  add_library(${name} STATIC ${M_SOURCES} ${M_HEADERS})
  target_include_directories(${name} PUBLIC "${links}")
  target_compile_options(${name} PUBLIC "-ffile-prefix-map=${links}/=")
  _holdpoint_link(${name} PUBLIC DEPS ${M_DEPS} QT ${M_QT} LIBS ${M_LIBS} PRIVATE_LIBS ${M_PRIVATE_LIBS})
  set_property(GLOBAL APPEND PROPERTY HOLDPOINT_MODULES ${name})

  if(HOLDPOINT_LINK_CHECKS)
    add_executable(${name}_linkcheck "${PROJECT_SOURCE_DIR}/packaging/cmake/empty_main.cpp")
    target_link_libraries(${name}_linkcheck PRIVATE "$<LINK_LIBRARY:WHOLE_ARCHIVE,${name}>")
    set_target_properties(${name}_linkcheck PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/linkcheck")
  endif()
endfunction()

# holdpoint_program(holdpointctl DEPS core_host): an executable in build/<preset>/bin, part of the target `programs`.
function(holdpoint_program name)
  cmake_parse_arguments(M "" "" "SOURCES;DEPS;QT;LIBS" ${ARGN})
  _holdpoint_check_deps(${name} ${M_DEPS})
  if(NOT M_SOURCES)
    file(GLOB M_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  endif()
  add_executable(${name} ${M_SOURCES})
  _holdpoint_link(${name} PRIVATE DEPS ${M_DEPS} QT ${M_QT} LIBS ${M_LIBS})
  target_compile_definitions(${name} PRIVATE HOLDPOINT_VERSION="${PROJECT_VERSION}")
  add_dependencies(programs ${name})
endfunction()

# holdpoint_limit(sim/seeds 120): ctest's time limit of a test, given for a plain build.
function(holdpoint_limit test seconds)
  math(EXPR limit "${seconds} * ${HOLDPOINT_SLOWER}")
  set_tests_properties("${test}" PROPERTIES TIMEOUT ${limit})
endfunction()

# holdpoint_test(tst_reserve SOURCES tst_reserve.cpp DEPS core_inventory): one QtTest executable, one ctest entry.
# ctest name and label come from the folder: tests/core/inventory/tst_reserve.cpp is core/inventory/reserve, label
# core/inventory. Runs at the top of the tree, so tests/data/x is its own path. TIMEOUT in seconds of a plain build, 60
# unless told.
function(holdpoint_test name)
  cmake_parse_arguments(M "" "TIMEOUT;FOLDER" "SOURCES;DEPS;QT;LIBS" ${ARGN})
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${name}: what is ${M_UNPARSED_ARGUMENTS}? Known: SOURCES DEPS QT LIBS TIMEOUT.")
  endif()
  _holdpoint_check_deps(${name} ${M_DEPS})
  if(NOT M_TIMEOUT)
    set(M_TIMEOUT 60)
  endif()
  if(NOT M_FOLDER)
    set(M_FOLDER "${CMAKE_CURRENT_SOURCE_DIR}")
  endif()
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${M_FOLDER}")
  string(REPLACE "/" "_" prefix "${folder}")
  string(REGEX REPLACE "^tst_" "" word "${name}")
  set(target "tst_${prefix}_${word}")
  add_executable(${target} ${M_SOURCES})
  _holdpoint_link(${target} PRIVATE DEPS ${M_DEPS} QT Test ${M_QT} LIBS ${M_LIBS})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin/tests")
  add_test(NAME "${folder}/${word}" COMMAND ${target} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  math(EXPR patience "300000 * ${HOLDPOINT_SLOWER}")  # QtTest's own limit for one test function, in ms
  set_tests_properties("${folder}/${word}" PROPERTIES LABELS "${folder}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${patience}"
    # initTestCase and cleanupTestCase alone: no test function was seen, which is never what was meant.
    FAIL_REGULAR_EXPRESSION "Totals: 2 passed, 0 failed, 0 skipped")
  holdpoint_limit("${folder}/${word}" ${M_TIMEOUT})
endfunction()

# holdpoint_test_folder(DEPS core_lab QT Network): every tst_*.cpp of this folder becomes one test that links the
# module of the same name (tests/core/inventory: core_inventory) and DEPS. Other .cpp files of the folder are helpers,
# compiled once. A folder without a CMakeLists.txt is treated as if it said holdpoint_test_folder().
function(holdpoint_test_folder)
  cmake_parse_arguments(M "" "TIMEOUT;FOLDER" "DEPS;QT;LIBS" ${ARGN})
  if(M_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "holdpoint_test_folder: what is ${M_UNPARSED_ARGUMENTS}? Known: DEPS QT LIBS TIMEOUT.")
  endif()
  if(NOT M_FOLDER)
    set(M_FOLDER "${CMAKE_CURRENT_SOURCE_DIR}")
  endif()
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/tests" "${M_FOLDER}")
  string(REPLACE "/" "_" module "${folder}")
  get_property(modules GLOBAL PROPERTY HOLDPOINT_MODULES)
  if(module IN_LIST modules)
    list(PREPEND M_DEPS ${module})
  endif()
  file(GLOB tests CONFIGURE_DEPENDS "${M_FOLDER}/tst_*.cpp")
  file(GLOB helpers CONFIGURE_DEPENDS "${M_FOLDER}/*.cpp")
  list(REMOVE_ITEM helpers ${tests})
  set(libs ${M_LIBS})
  if(helpers)
    add_library(tests_${module}_helpers STATIC ${helpers})
    _holdpoint_check_deps(tests_${module}_helpers ${M_DEPS})
    _holdpoint_link(tests_${module}_helpers PUBLIC DEPS ${M_DEPS} QT Test ${M_QT} LIBS ${M_LIBS})
    list(PREPEND libs tests_${module}_helpers)
  endif()
  foreach(test IN LISTS tests)
    cmake_path(GET test STEM name)
    holdpoint_test(${name} SOURCES "${test}" DEPS ${M_DEPS} QT ${M_QT} LIBS ${libs}
      TIMEOUT ${M_TIMEOUT} FOLDER "${M_FOLDER}")
  endforeach()
endfunction()
