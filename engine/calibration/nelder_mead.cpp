// SPDX-License-Identifier: Apache-2.0
#include "calibration/nelder_mead.hpp"

#include <algorithm>
#include <cstddef>

namespace gineste {
namespace {

struct Corner {
    std::vector<double> at;
    double value = 0.0;
};

/// The simplex, best corner first.
class Simplex {
  public:
    using Function = std::function<double(const std::vector<double>&)>;

    Simplex(const Function& function, const std::vector<double>& begin,
            const std::vector<double>& steps)
        : function_(function) {
        add(begin);
        for (std::size_t k = 0; k < begin.size(); ++k) {
            std::vector<double> at = begin;
            at[k] += steps[k];
            add(at);
        }
    }

    int evaluations() const { return evaluations_; }

    const std::vector<double>& best() {
        sort();
        return corners_.front().at;
    }

    void advance() {
        sort();
        const Corner reflected = seen(beyond_worst(1.0));
        if (reflected.value < corners_.front().value) {
            const Corner expanded = seen(beyond_worst(2.0));
            corners_.back() = expanded.value < reflected.value ? expanded : reflected;
        } else if (reflected.value < corners_[corners_.size() - 2].value) {
            corners_.back() = reflected;
        } else {
            const bool is_outside = reflected.value < corners_.back().value;
            const Corner contracted = seen(beyond_worst(is_outside ? 0.5 : -0.5));
            if (contracted.value < std::min(reflected.value, corners_.back().value)) {
                corners_.back() = contracted;
            } else {
                shrink();
            }
        }
    }

  private:
    void add(const std::vector<double>& at) { corners_.push_back(seen(at)); }
    Corner seen(const std::vector<double>& at) {
        ++evaluations_;
        return {at, function_(at)};
    }
    void sort() {
        std::stable_sort(corners_.begin(), corners_.end(),
                         [](const Corner& a, const Corner& b) { return a.value < b.value; });
    }
    // From the middle of all others, `factor` times as far on the other side as the worst is here.
    std::vector<double> beyond_worst(double factor) const {
        std::vector<double> at(corners_.front().at.size(), 0.0);
        for (std::size_t k = 0; k < at.size(); ++k) {
            for (std::size_t c = 0; c + 1 < corners_.size(); ++c) at[k] += corners_[c].at[k];
            at[k] /= static_cast<double>(corners_.size() - 1);
            at[k] += factor * (at[k] - corners_.back().at[k]);
        }
        return at;
    }
    void shrink() {
        const std::vector<double> best = corners_.front().at;
        for (std::size_t c = 1; c < corners_.size(); ++c) {
            std::vector<double> at = corners_[c].at;
            for (std::size_t k = 0; k < at.size(); ++k) at[k] = 0.5 * (at[k] + best[k]);
            corners_[c] = seen(at);
        }
    }

    const Function& function_;
    std::vector<Corner> corners_;
    int evaluations_ = 0;
};

}  // namespace

std::vector<double> nelder_mead(const std::function<double(const std::vector<double>&)>& function,
                                const std::vector<double>& begin, const std::vector<double>& steps,
                                int evaluations) {
    Simplex simplex(function, begin, steps);
    while (simplex.evaluations() < evaluations) simplex.advance();
    return simplex.best();
}

}  // namespace gineste
