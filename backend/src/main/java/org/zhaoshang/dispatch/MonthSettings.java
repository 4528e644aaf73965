package org.zhaoshang.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How this city runs its months. */
@ConfigMapping(prefix = "zhaoshang.months")
interface MonthSettings {
    /** The first month that a new installation opens, {@code 2021-01}; absent: the month in which it is first started. */
    Optional<String> first();

    /** A row without change owes no word until it has stood still for so many months. */
    @WithDefault("2")
    int stillMonths();
}
