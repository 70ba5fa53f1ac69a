// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/civil_time.hpp"
#include "core/error.hpp"
#include "scenario/after_line.hpp"
#include "scenario/fitted_waves.hpp"
#include "scenario/roads.hpp"
#include "scenario/thresholds.hpp"

namespace gineste {

// Every field below is one row of the table of keys (scenario/keys.cpp), which says its unit,
// range, meaning and source. Defaults stand here and nowhere else.

/// A stretch of road between two chainages with one width and one name.
struct SectionSpec {
    SourcePlace where;
    double from_m = 0.0;
    double to_m = 0.0;
    double width_m = 0.0;  ///< usable width between the edges
    std::string name;
};

/// A height that was surveyed, which the profile must pass through.
struct SurveyedHeight {
    SourcePlace where;
    double at_m = 0.0;
    double elevation_m = 0.0;
    std::string name;
};

struct CourseSpec {
    std::filesystem::path line;      ///< GPX, GeoJSON, GPKG, KML or CSV
    std::filesystem::path dem;       ///< GeoTIFF/COG, .asc, .hgt, netCDF
    std::optional<double> length_m;  ///< certified length; the traced one is scaled to it
    /// Waves of this length are halved; a road is smoother than its hillside.
    double smoothing_m = 800.0;
    double taper_m = 30.0;                ///< over which one width passes into the next
    std::filesystem::path sections_file;  ///< CSV instead of the list below
    std::vector<SectionSpec> sections;
    std::vector<SurveyedHeight> heights;
};

enum class AfterDelay {
    as_planned,  ///< later guns go at their own times
    keep_gaps,   ///< later guns are as late
};

/// How fast the start line lets a wave go, as measured instead of walked up to from pens. Who steps
/// over it takes a share of road, so flow is density times own speed: t seconds after the first of
/// the wave it is density · width · speed on the flat · (t/60)^−decay runners a second.
struct ReleaseSpec {
    double density_per_m2 = 0.45;  ///< of those at the line, a minute after the first
    double decay = 0.14;           ///< exponent by which it falls with time
    double sd = 0.0;               ///< of its logarithm, from one wave to another
};

struct StartSpec {
    double line_width_m = 12.0;
    double pen_width_m = 15.0;
    double pen_density_per_m2 = 2.0;     ///< how tightly runners stand; pens are held to 3 at most
    double run_up_m = 0.0;               ///< from the front of the pen to the line
    double approach_speed_mps = 1.1;     ///< at most this fast up to the line
    double kept_gap_m = 0.65;            ///< at most, of the gap they stood at, up to the line
    std::optional<ReleaseSpec> release;  ///< none: runners walk up to the line from their pens
    AfterDelay after_delay = AfterDelay::as_planned;
};

enum class WaveStart {
    clock,           ///< a gun at a time of day
    after_previous,  ///< a gun when the last runner of the wave before is over the line
    rolling,         ///< no hold: its pen follows the wave before over the line
};
enum class PenOrder {
    mixed,          ///< runners stand anywhere in their pen
    by_prediction,  ///< the fastest predicted time stands in front
};
enum class WaveFill {
    by_prediction,  ///< takes the fastest predicted times not yet placed
    slowest_first,  ///< takes the slowest predicted times not yet placed
    by_lot,         ///< takes anybody not yet placed, by lot
    by_bib,         ///< takes the lowest bibs not yet placed
};

/// A point of a distribution of times: this share takes at most that long.
struct TimeQuantile {
    SourcePlace where;
    double share = 0.0;
    double time_s = 0.0;
};

/// Undisturbed net time over this course: T = shift·median + (1 − shift)·median·exp(spread·z), or
/// by its quantiles, where there are any.
struct TimeDistribution {
    double median_s = 0.0;
    double spread = 0.0;  ///< standard deviation of the logarithm, of the part that varies
    double shift = 0.0;   ///< share of the median that does not vary
    std::vector<TimeQuantile> quantiles{};  ///< ascending; straight in ln T over z between them
};

struct WaveSpec {
    SourcePlace where;
    std::string name;
    int entrants = 0;
    WaveStart start = WaveStart::clock;
    std::optional<double> gun_s;            ///< seconds after local midnight of Scenario::date
    double delay_s = 0.0;                   ///< held back this long after its gun was due
    std::optional<double> interval_s;       ///< gun this long after the one before, instead
    std::optional<double> interval_most_s;  ///< drawn from `interval_s` to this
    double window_s = 0.0;  ///< everybody starts by themselves within this time; 0: together
    PenOrder order = PenOrder::mixed;
    WaveFill fill = WaveFill::by_prediction;
    std::optional<double> predicted_under_s;  ///< who may come into it
    std::optional<double> predicted_from_s;
    std::optional<double> bib_from;
    std::optional<double> bib_to;
    double ballot_share = 0.0;            ///< of its places, drawn by lot among all who are left
    double flow_share = 1.0;              ///< its flow over the line, over that of start.release
    std::optional<double> women_share;    ///< in this wave; none: field.women_share
    std::optional<TimeDistribution> men;  ///< of this wave; none: field.men
    std::optional<TimeDistribution> women;
    std::optional<double> prediction_sd;  ///< in this wave; none: field.prediction_sd
};

enum class AbilityLaw {
    log_normal,    ///< undisturbed time over this course: shift + log-normal, by sex
    normal_pace,   ///< pace on the flat
    normal_speed,  ///< speed on the flat
};

/// A normal law, cut off at both ends.
struct CutNormal {
    double mean = 0.0;
    double sd = 0.0;
    double least = 0.0;
    double most = 0.0;
};

struct FieldSpec {
    int entrants = 0;                     ///< 0 where the waves or a file say how many
    std::filesystem::path entrants_file;  ///< bib, sex, wave, predicted time; instead of drawing
    AbilityLaw law = AbilityLaw::log_normal;
    double women_share = 0.39;
    TimeDistribution men{6752.0, 0.395, 0.52};
    TimeDistribution women{7866.0, 0.33, 0.47};
    CutNormal pace_s_per_km{345.0, 58.0, 150.0, 900.0};
    CutNormal speed_mps{2.9, 0.4, 1.5, 5.0};
    double no_show_share = 0.12;
    double withdraw_share = 0.01;
    double prediction_bias_men = 0.035;  ///< mean of ln(actual / predicted)
    double prediction_bias_women = 0.02;
    double prediction_sd = 0.07;
    double missed_seeding_share = 0.075;  ///< stand in a pen that has nothing to do with their pace
    double hill_response_sd = 0.15;       ///< spread of the exponent of the grade factor
    double drift = 0.16;         ///< speed lost over the race, as a share of the mean speed
    double drift_by_time = 2.0;  ///< by which a runner's drift grows with the time over the median
    double drift_from = 0.0;     ///< share of the course after which speed begins to fall
    double drift_to = 1.0;       ///< and after which it falls no more
    double drift_sooner = 0.0;   ///< by how much both come sooner, for each unit of drift
    double end_spurt = 0.0;      ///< share of the drift regained over the last tenth
    double drift_sd = 0.0;       ///< spread of the drift between runners of one time
    double noise_sd = 0.03;      ///< of the pace
    double noise_length_m = 500.0;  ///< over which it is forgotten
    double riegel_exponent = 1.06;  ///< of distance in time, for predictions over another distance
    double companions_share = 0.0;  ///< who go in parties, each at the pace of its slowest
    int companions = 3;             ///< in one party
};

/// A share of the field that something slows, as costumes do.
struct GroupSpec {
    SourcePlace where;
    std::string name;
    double share = 0.0;        ///< of all entrants
    double speed_share = 1.0;  ///< of their speed that is left
};

enum class NamedSex { woman, man };

/// A runner who is known: an elite, a pacer. Comes, finishes, and holds an even effort.
struct NamedSpec {
    SourcePlace where;
    std::string name;
    std::string wave;
    std::optional<double> bib;
    NamedSex sex = NamedSex::man;
    std::optional<double> finish_s;            ///< undisturbed net time over this course
    std::optional<double> pace_s_per_km;       ///< the same as a mean pace
    std::optional<double> flat_pace_s_per_km;  ///< pace on the level
};

enum class GradeLaw { table, kay, minetti, minetti_walking };
enum class Gaits { run_or_walk, run_only };

/// When runners walk, and how fast.
struct WalkingSpec {
    Gaits gaits = Gaits::run_or_walk;
    double transition_speed_mps = 1.9;    ///< on the level and downhill
    double transition_fall_mps = 2.0;     ///< per unit of gradient uphill: 0.2 m/s for 10 %
    double transition_margin_mps = 0.05;  ///< below it to begin walking, above it to run again
    double least_speed_mps = 1.3;         ///< of a walker whose own running speed is not below that
    double most_speed_mps = 1.9;
};

struct MotionSpec {
    GradeLaw grade = GradeLaw::table;
    double lag_climb_s = 26.0;
    double lag_descent_s = 8.0;
    double acceleration_mps2 = 1.2;
    double braking_mps2 = 2.0;
    double braking_ahead_mps2 = 4.5;  ///< that one is prepared for in those ahead
    double time_gap_s = 0.23;
    double time_gap_slower_s = 0.0;  ///< more for each m/s below 3 m/s on the flat
    double standstill_gap_m = 0.15;
    double walking_time_gap_s = 0.68;
    double walking_standstill_gap_m = 0.07;
    double body_depth_m = 0.3;
    double body_width_m = 0.45;
    double lateral_speed_mps = 0.8;
    double yield_s = 0.0;  ///< before somebody faster would be level; 0: nobody looks back
    WalkingSpec walking;
};

enum class Rain { none, falling };

/// The weather of the day. What runners said they would run is meant for normal weather: cool,
/// calm and dry, which is what an empty block means.
struct WeatherSpec {
    std::optional<double> wbgt_c;         ///< wet-bulb globe temperature
    std::optional<double> temperature_c;  ///< of the air, in its place
    std::optional<double> humidity;       ///< relative, share
    double wind_speed_mps = 0.0;          ///< at the height of a runner
    double wind_from_deg = 0.0;           ///< clockwise from north
    Rain rain = Rain::none;

    double coldest_optimum_c = 7.5;   ///< WBGT at which nothing is lost, from
    double warmest_optimum_c = 15.0;  ///< to
    double loss_per_c = 0.0035;       ///< share of the time, by the fastest tenth
    double slowest_loss_ratio = 2.0;  ///< what the slowest tenth lose over what the fastest do
    double drift_per_c = 0.0;  ///< share by which drift grows, from the middle of the optimum
    double rain_loss = 0.01;   ///< share of the time
    double drag_area_m2 = 0.45;
    double body_mass_kg = 70.0;
    double shelter = 0.65;         ///< share of the wind that somebody just ahead takes away
    double shelter_reach_m = 2.0;  ///< within which somebody ahead does
};

enum class StationKind { refreshment, sponge };
enum class StationSide {
    left,
    right,
    both,
    staggered,  ///< the left row first, the right one `stagger_m` further on
};
enum class StationSigns {
    none,    ///< first tables crowd
    posted,  ///< runners spread evenly over the tables
};

/// Something that a station hands out.
struct GoodSpec {
    SourcePlace where;
    std::string name;
    std::optional<double> stock;      ///< when the race begins; none: it never runs out
    double refill = 0.0;              ///< that one delivery brings
    std::optional<double> refill_at;  ///< left when it is sent for; none: a quarter of the stock
    double refill_delay_s = 600.0;    ///< from then until it is there
    double share = 1.0;               ///< of takers who want it
    double litres = 0.175;            ///< in one of it
};

struct StationSpec {
    SourcePlace where;
    std::string name;
    double at_m = 0.0;  ///< first table; `at: finish` is infinity: served after the line
    StationKind kind = StationKind::refreshment;
    StationSide side = StationSide::both;
    double length_m = 60.0;
    std::optional<double> stagger_m;  ///< none: `length_m`, so that the rows do not overlap
    StationSigns signs = StationSigns::none;
    int tables = 10;  ///< on each side that is used
    double table_length_m = 1.8;
    int places = 4;                 ///< at each table, for those who wait
    int volunteers = 3;             ///< handing out, at each table
    double cups_per_minute = 20.0;  ///< that one volunteer hands out
    std::vector<GoodSpec> goods;    ///< the first is what cups are counted of; none: without end
    double take_share = 0.75;       ///< of runners who take something, before thirst
    double extra_cups = 0.3;        ///< mean number beyond the first, when it is cool
    double grab_share = 0.4;        ///< of takers who grab on the run
    double walk_share = 0.45;       ///< of takers who walk through; the others stop
    double grab_speed_share = 0.9;  ///< of their pace, while grabbing
    double walk_speed_mps = 1.6;
    double stop_median_s = 8.0;
    double stop_log_sd = 0.6;
    double drink_zone_m = 25.0;    ///< walked after the table by those who walk
    double discard_zone_m = 25.0;  ///< after the drinking zone, where cups lie
    double discard_loss_m = 0.3;   ///< of the road's width there, on each side that is used
};

/// What makes runners take something at a station, and how.
struct ThirstSpec {
    double habit = 0.5;          ///< correlation of one runner's choices at any two stations
    double spacing_m = 5000.0;   ///< since the last drink, at which `take_share` is meant
    double distance_gain = 0.5;  ///< log-odds for each `spacing_m` more, at most one
    double pace_gain = 0.5;      ///< log-odds from the fastest runner to the slowest
    double mode_by_pace = 0.8;   ///< how far fast runners grab and slow ones stop
    double cool_wbgt_c = 15.0;   ///< up to which heat makes nobody thirsty
    double hot_wbgt_c = 23.0;    ///< from which on these two hold
    double hot_take_share = 0.95;
    double hot_extra_cups = 3.5;  ///< mean number beyond the first; of sponges there are no more
};

struct ObserveSpec {
    double segment_m = 100.0;
    double interval_s = 60.0;
    /// A runner is delayed who takes this much longer than undisturbed.
    double delayed_share = 0.25;
};

/// What to simulate: read, checked and never changed after.
struct Scenario {
    std::filesystem::path file;
    std::vector<std::filesystem::path> extends;  ///< files it stands on, the nearest first
    std::filesystem::path fragment;              ///< put in place of parts of it; empty: none
    std::vector<std::string> fitted;             ///< what that replaced, a sentence each
    std::string name;
    CivilDate date;
    Zone zone;
    std::uint64_t seed = 1;            ///< of the population
    std::uint64_t behaviour_seed = 1;  ///< of what runners do on the day; the seed unless given
    bool own_behaviour_seed = false;   ///< it was given, and stays where the seed changes
    double step_s = 0.5;
    /// Runners still on the course this long after the last gun withdraw.
    double limit_s = 8.0 * 3600.0;
    CourseSpec course;
    StartSpec start;
    std::vector<WaveSpec> waves;
    FieldSpec field;
    std::vector<GroupSpec> groups;
    std::vector<NamedSpec> named;
    std::string pursuer;  ///< the named runner to be ahead of; empty: nobody
    MotionSpec motion;
    WeatherSpec weather;
    std::vector<IncidentSpec> incidents;
    std::vector<VehicleSpec> vehicles;
    std::optional<SweeperSpec> sweeper;  ///< none: everybody may finish, within `limit_s`
    std::optional<RoadsSpec> roads;      ///< none: no road timetable
    ThresholdsSpec thresholds;           ///< by which the verdict judges
    std::vector<StationSpec> stations;
    ThirstSpec thirst;
    std::vector<ServiceSpec> services;
    std::optional<MedicalSpec> medical;        ///< none: not asked for
    std::optional<VolunteersSpec> volunteers;  ///< none: not asked for
    ObserveSpec observe;
};

/// What a command line may put in place of a scenario's own values.
struct ScenarioOverrides {
    std::optional<std::filesystem::path> dem;
    std::optional<std::uint64_t> seed;
    std::optional<std::filesystem::path> fragment;  ///< as apply_fragment
    FittedWaves fitted_waves = FittedWaves::scenario;
};

/// Reads and checks a scenario and what it extends. Paths are relative to the folder of the file
/// that they stand in.
/// @throws InputError with every problem of the file, MissingInput
Scenario load_scenario(const std::filesystem::path& file, const ScenarioOverrides& overrides = {});

/// Puts another seed in place, as if the scenario had been loaded with it: every gun of a wave that
/// has an `interval_s` is set anew, and a behaviour seed that the file does not give moves on by as
/// much. Who sets such a gun by hand takes its `interval_s` away.
void reseed(Scenario& scenario, std::uint64_t seed);

/// The same from text, files it names included; `file` is the name used in messages and the folder
/// that paths start from.
Scenario parse_scenario(const std::string& text, const std::filesystem::path& file,
                        const ScenarioOverrides& overrides = {});

/// Puts a fragment, as `gineste calibrate` writes it, in place of what a scenario says: `start` and
/// `field` key by key, and `waves` as a whole or, where the plan stays the scenario's, what is
/// known of their runners (times, women, predictions, flow), key by key if each has a namesake in
/// the fragment. Scenario::fitted says what was replaced. @throws InputError, MissingInput
void apply_fragment(const std::filesystem::path& file, Scenario& scenario, FittedWaves whose);

/// Seconds since the epoch of the first gun as planned (its `delay_s` comes on top), the zero of
/// every simulated time.
double first_gun_instant_s(const Scenario& scenario);

/// A local time of the race day, in seconds after local midnight (negative: the days before), in
/// seconds after the first gun as planned. Where the clocks change between, an hour more or less.
double after_first_gun_s(const Scenario& scenario, double clock_s);

}  // namespace gineste
