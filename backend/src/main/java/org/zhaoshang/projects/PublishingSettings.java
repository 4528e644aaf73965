package org.zhaoshang.projects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How publishing is done in this city. */
@ConfigMapping(prefix = "zhaoshang.publishing")
public interface PublishingSettings {
    /** Whether who accepted a project may not be the one who publishes it; on unless set otherwise. */
    @WithDefault("true")
    boolean secondPerson();
}
