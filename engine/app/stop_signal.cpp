// SPDX-License-Identifier: Apache-2.0
#include "app/stop_signal.hpp"

#include <unistd.h>

namespace gineste {
namespace {

volatile std::sig_atomic_t received_signal = 0;

extern "C" void note_signal(int number) {
    if (received_signal != 0) _exit(128 + number);
    received_signal = number;
}

void install(int number, struct sigaction& before) {
    struct sigaction noting {};
    noting.sa_handler = note_signal;
    noting.sa_flags = SA_RESTART;
    sigaction(number, &noting, &before);
    if (before.sa_handler == SIG_IGN) sigaction(number, &before, nullptr);
}

}  // namespace

StopSignal::StopSignal() {
    received_signal = 0;
    install(SIGINT, interrupt_before_);
    install(SIGTERM, terminate_before_);
}

StopSignal::~StopSignal() {
    sigaction(SIGINT, &interrupt_before_, nullptr);
    sigaction(SIGTERM, &terminate_before_, nullptr);
}

int StopSignal::received() { return received_signal; }

}  // namespace gineste
