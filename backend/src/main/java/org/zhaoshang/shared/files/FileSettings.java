package org.zhaoshang.shared.files;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where uploaded files are kept. */
@ConfigMapping(prefix = "zhaoshang.files")
interface FileSettings {
    /** A folder that is backed up; the demonstration keeps it beside its database, production must name it. */
    Optional<Path> directory();
}
