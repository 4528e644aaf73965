package org.zhaoshang.shared.client;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** All that the server knows of the client. */
@ConfigMapping(prefix = "zhaoshang.client")
interface ClientSettings {
    /** The folder of the built client; absent in production, where a web server has it. */
    Optional<Path> directory();
}
