// SPDX-License-Identifier: Apache-2.0
#include "report/page_template.hpp"

#ifdef GINESTE_PAGE

// The assembler puts the file in as it is: a string literal of its size is beyond what the
// standard promises, and slow.
__asm__(
    ".section .rodata\n"
    ".global gineste_page_begin\n"
    ".global gineste_page_end\n"
    "gineste_page_begin:\n"
    ".incbin \"" GINESTE_PAGE
    "\"\n"
    "gineste_page_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" const char gineste_page_begin[];
extern "C" const char gineste_page_end[];

namespace gineste {
std::string_view page_template() {
    return {gineste_page_begin, static_cast<std::size_t>(gineste_page_end - gineste_page_begin)};
}
}  // namespace gineste

#else

namespace gineste {
std::string_view page_template() { return {}; }
}  // namespace gineste

#endif
