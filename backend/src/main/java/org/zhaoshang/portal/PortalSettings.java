package org.zhaoshang.portal;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much is kept ready for readers of the public list. */
@ConfigMapping(prefix = "zhaoshang.portal")
interface PortalSettings {
    /** Of answers, at most. */
    MemorySize pages();

    /** How long after a change by another server this one may still give the answer from before it. */
    Duration sequenceAge();
}
