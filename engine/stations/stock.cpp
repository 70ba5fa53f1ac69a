// SPDX-License-Identifier: Apache-2.0
#include "stations/stock.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gineste {
namespace {

constexpr double kQuarter = 900.0;  // s

// A station that says nothing of goods has one, without end.
std::vector<GoodSpec> goods_of(const StationSpec& spec) {
    if (!spec.goods.empty()) return spec.goods;
    GoodSpec good;
    const bool drink = spec.kind == StationKind::refreshment;
    good.name = drink ? "drink" : "sponge";
    if (!drink) good.litres = 0.0;
    return {good};
}

}  // namespace

int units(const Basket& basket) { return std::accumulate(basket.begin(), basket.end(), 0); }

Basket basket_of(const Visit& visit) {
    Basket basket{};
    basket[0] = visit.cups;
    for (std::size_t k = 1; k < basket.size(); ++k) basket[k] = visit.others >> (k - 1) & 1;
    return basket;
}

Stock::Stock(const StationSpec& spec) {
    for (const GoodSpec& good : goods_of(spec)) {
        Shelf shelf;
        shelf.record.name = good.name;
        shelf.record.litres = good.litres;
        shelf.record.limited = good.stock.has_value();
        shelf.record.stock = static_cast<std::int64_t>(good.stock.value_or(0.0));
        shelf.record.left = shelf.record.stock;
        shelf.refill = static_cast<std::int64_t>(good.refill);
        const double quarter = std::floor(0.25 * good.stock.value_or(0.0));
        shelf.refill_at = static_cast<std::int64_t>(good.refill_at.value_or(quarter));
        shelf.refill_delay_s = good.refill_delay_s;
        shelves_.push_back(shelf);
    }
    look_for_dryness();
}

Basket Stock::hand_out(const Basket& wanted, double time_s) {
    Basket handed{};
    for (std::size_t k = 0; k < shelves_.size(); ++k) {
        Shelf& shelf = shelves_[k];
        GoodRecord& record = shelf.record;
        std::int64_t count = wanted[k];
        if (record.limited) count = std::min(count, record.left);
        handed[k] = static_cast<int>(count);
        record.wanted += wanted[k];
        record.handed += count;
        if (!record.limited) continue;
        record.left -= count;
        const bool out = record.left == 0;
        if (out && std::isnan(record.first_out_s)) record.first_out_s = time_s;
        send_for_more(shelf, time_s);
    }
    look_for_dryness();
    return handed;
}

void Stock::send_for_more(Shelf& shelf, double time_s) const {
    const bool low = shelf.record.left <= shelf.refill_at;
    if (low && shelf.refill > 0 && std::isinf(shelf.due_s)) {
        shelf.due_s = time_s + shelf.refill_delay_s;
    }
}

void Stock::look_for_dryness() {
    dry_ = std::all_of(shelves_.begin(), shelves_.end(), [](const Shelf& shelf) {
        return shelf.record.limited && shelf.record.left == 0;
    });
}

void Stock::tick(double time_s) {
    bool came = false;
    for (Shelf& shelf : shelves_) {
        if (time_s < shelf.due_s) continue;
        shelf.due_s = std::numeric_limits<double>::infinity();
        shelf.record.left += shelf.refill;
        shelf.record.refilled += shelf.refill;
        came = true;
        send_for_more(shelf, time_s);
    }
    if (came) look_for_dryness();
    for (; next_look_s_ <= time_s; next_look_s_ += kQuarter) {
        for (Shelf& shelf : shelves_) {
            if (shelf.record.limited) shelf.record.left_by_quarter.push_back(shelf.record.left);
        }
    }
}

std::vector<GoodRecord> Stock::records() const {
    std::vector<GoodRecord> records;
    for (const Shelf& shelf : shelves_) records.push_back(shelf.record);
    return records;
}

}  // namespace gineste
