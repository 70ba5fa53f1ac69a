# SPDX-License-Identifier: Apache-2.0
# Run by ctest with BUILD (ours), WORK (scratch), CONSUMER, COMPILER, FLAGS, SCENARIO, DAY, README.
function(must)
    execute_process(COMMAND ${ARGV} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Whatever an earlier run left would hide a file that is no longer installed.
file(REMOVE_RECURSE ${WORK}/prefix ${WORK}/build)
must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
must(${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/build -G Ninja -D CMAKE_BUILD_TYPE=Release
     -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS}
     -D CMAKE_PREFIX_PATH=${WORK}/prefix)
must(${CMAKE_COMMAND} --build ${WORK}/build)
must(${WORK}/build/consumer ${SCENARIO} ${DAY})

# And what README.md shows, letter by letter, as a project of its own.
file(READ ${README} readme)
string(REGEX MATCH "```cmake\n([^`]*)```" found "${readme}")
set(described "${CMAKE_MATCH_1}")
string(REGEX MATCH "```cpp\n(#include [^\n]*)\n([^`]*)```" found "${readme}")
set(included "${CMAKE_MATCH_1}")
set(body "${CMAKE_MATCH_2}")
if(described STREQUAL "" OR body STREQUAL "")
    message(FATAL_ERROR "README.md shows no CMake or no C++ any more")
endif()
file(REMOVE_RECURSE ${WORK}/readme)
file(WRITE ${WORK}/readme/CMakeLists.txt
     "cmake_minimum_required(VERSION 3.25)\nproject(readme LANGUAGES CXX)\n"
     "add_executable(my_study main.cpp)\n${described}")
file(WRITE ${WORK}/readme/main.cpp
     "${included}\nint main() {\n${body}\nreturn record.waves.empty() ? 1 : 0;\n}\n")
file(WRITE ${WORK}/readme/race.yaml "extends: ${SCENARIO}\nname: as README.md has it\n")
must(${CMAKE_COMMAND} -S ${WORK}/readme -B ${WORK}/readme/build -G Ninja
     -D CMAKE_BUILD_TYPE=Release -D CMAKE_CXX_COMPILER=${COMPILER} -D CMAKE_CXX_FLAGS=${FLAGS}
     -D CMAKE_PREFIX_PATH=${WORK}/prefix)
must(${CMAKE_COMMAND} --build ${WORK}/readme/build)
must(${CMAKE_COMMAND} -E chdir ${WORK}/readme build/my_study)
