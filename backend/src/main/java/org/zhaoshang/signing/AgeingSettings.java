package org.zhaoshang.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on a signed project counts as standing still (V26). */
@ConfigMapping(prefix = "zhaoshang.ageing")
interface AgeingSettings {
    /** Signed and not started after so many months. */
    @WithDefault("3")
    int monthsToStart();

    /** In talks without news for so many days. */
    @WithDefault("30")
    int daysInTalks();

    /** Signed and without any news for so many days. */
    @WithDefault("20")
    int daysAfterSigning();
}
