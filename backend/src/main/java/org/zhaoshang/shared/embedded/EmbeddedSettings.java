package org.zhaoshang.shared.embedded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where a start keeps what it writes, and whether it is the demonstration. */
@ConfigMapping(prefix = "zhaoshang")
public interface EmbeddedSettings {
    /** The embedded database, its password and uploaded files; created at the first start, readable by its owner only. */
    @WithDefault("${DATA_DIR:.data}")
    Path dataDirectory();

    /** Accounts with known passwords and samples. {@code Main} sets it with the embedded database, never otherwise. */
    @WithDefault("false")
    boolean demonstration();

    /** Whether the demonstration begins with sample projects; the tests count what they enter themselves and begin without. */
    @WithDefault("true")
    boolean sampleProjects();
}
