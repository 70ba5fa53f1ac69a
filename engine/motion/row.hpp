// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

namespace gineste {

/// One value per slot, with room for a whole vector register beyond either end, so that kernels
/// need no other code for the first and the last slots. What is read there is `before` and
/// `behind`; what a kernel writes behind the last slot is swept away by `fence`.
template <class T>
class Row {
  public:
    static constexpr std::size_t kPad = 16;

    explicit Row(T before = T{}, T behind = T{}) : before_(before), behind_(behind) { resize(0); }

    void resize(std::size_t size) {
        values_.resize(size + 2 * kPad);
        fence();
    }
    void fence() {
        const auto pad = static_cast<std::ptrdiff_t>(kPad);
        std::fill(values_.begin(), values_.begin() + pad, before_);
        std::fill(values_.end() - pad, values_.end(), behind_);
    }
    void push_back(T value) {
        values_.push_back(behind_);
        values_[values_.size() - 1 - kPad] = value;
    }
    std::size_t size() const { return values_.size() - 2 * kPad; }
    T& operator[](std::size_t slot) { return values_[slot + kPad]; }
    const T& operator[](std::size_t slot) const { return values_[slot + kPad]; }
    T& back() { return (*this)[size() - 1]; }
    T* data() { return values_.data() + kPad; }
    const T* data() const { return values_.data() + kPad; }
    void swap(Row& other) { values_.swap(other.values_); }

  private:
    T before_;
    T behind_;
    std::vector<T> values_;
};

}  // namespace gineste
