# How everything is compiled and linked. A preset chooses the build type and the sanitizer; the rest is fixed here.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Debug CACHE STRING "" FORCE)
endif()

# -g1 keeps line numbers for stack traces and a small build tree. NDEBUG is set nowhere: checks stay on in release.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1 -D_GLIBCXX_ASSERTIONS")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -D_FORTIFY_SOURCE=2 -fstack-protector-strong")

add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  add_compile_options(-Wno-restrict)  # g++ 12 warns about its own std::string operator+ (GCC bug 105651)
endif()

# __FILE__ and debug information name files from the top of the tree, wherever the tree lies.
add_compile_options("-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")

set(HOLDPOINT_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")
if(HOLDPOINT_SANITIZE)
  add_compile_options(-fsanitize=${HOLDPOINT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${HOLDPOINT_SANITIZE})
  # Instrumented code confuses the flow analysis behind these; the uninstrumented presets keep them as errors.
  add_compile_options(-Wno-error=maybe-uninitialized -Wno-error=array-bounds -Wno-error=stringop-overflow)
  # gcc's thread sanitizer knows no fences; Asio's are not needed beside its mutexes.
  if(HOLDPOINT_SANITIZE STREQUAL "thread")
    add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
  endif()
endif()

# How much longer a test may take than in a plain build. Time limits are multiplied by it; what draws seeds draws fewer.
set(slower 1)
if(HOLDPOINT_SANITIZE STREQUAL "thread")
  set(slower 15)
elseif(HOLDPOINT_SANITIZE)
  set(slower 5)
endif()
set(HOLDPOINT_SLOWER ${slower} CACHE STRING "Factor for the time limits of tests")

# Programs that libFuzzer drives (tests/fuzz); clang alone has it, and warns about other things than g++.
option(HOLDPOINT_FUZZ "Build the libFuzzer programs" OFF)
if(HOLDPOINT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link -Wno-error)
endif()

find_program(HOLDPOINT_CCACHE ccache)
if(HOLDPOINT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # BASEDIR and NOHASHDIR let two checkouts of the same sources share the cache, in spite of -g.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}"
    CCACHE_NOHASHDIR=1 "${HOLDPOINT_CCACHE}")
endif()

find_program(HOLDPOINT_MOLD mold)
if(HOLDPOINT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
add_link_options(-Wl,--as-needed)
