# SPDX-License-Identifier: Apache-2.0
# Run by ctest with BUILD (ours), WORK (scratch), CONSUMER, COMPILER, FLAGS, SCENARIO and DAY.
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
