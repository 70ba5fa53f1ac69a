// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "exports/course_gpx.hpp"
#include "mapped.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(CourseGpx, HasTheTrackWithItsHeights) {
    const std::string gpx = course_gpx(mapped_record(), Language::english);
    EXPECT_THAT(gpx, HasSubstr("<trkpt lat=\"43.2700000\" lon=\"5.4000000\"><ele>0.00</ele>"));
    EXPECT_THAT(gpx, HasSubstr("<trkpt lat=\"43.2880000\" lon=\"5.4000000\"><ele>100.00</ele>"));
}

TEST(CourseGpx, MarksStationsKilometresAndWhereTheRoadNarrows) {
    Record record = mapped_record();
    StationRecord& station = record.stations.emplace_back();
    station.name = "Eau & <sel>";
    station.at_m = 500.0;
    const std::string gpx = course_gpx(record, Language::french);
    EXPECT_THAT(gpx, HasSubstr("<wpt lat=\"43.2745000\" lon=\"5.4000000\"><ele>25.00</ele>"
                               "<name>Eau &amp; &lt;sel&gt;</name><type>station</type>"));
    EXPECT_THAT(gpx, HasSubstr("lat=\"43.2790000\" lon=\"5.4000000\"><ele>50.00</ele>"
                               "<name>rétrécit de 8.0 m à 5.0 m</name><type>narrowing</type>"));
    EXPECT_THAT(gpx, HasSubstr("<name>km 1</name>"));
    EXPECT_THAT(gpx, HasSubstr("<name>Arrivée</name>"));
}

TEST(CourseGpx, MarksNoNarrowingOnARoadOfOneWidth) {
    Record record = mapped_record();
    for (float& width_m : record.profile.width_m) width_m = 8.0F;
    EXPECT_THAT(course_gpx(record, Language::english), Not(HasSubstr("narrowing")));
}

TEST(CourseGpx, IsNoFileWhereTheCourseIsNowhere) {
    EXPECT_EQ(course_gpx(empty_record(1, 6.0, 1), Language::english), "");
}

}  // namespace
}  // namespace gineste
