package org.zhaoshang.shared.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.zhaoshang.shared.start.StartRefused;

/**
 * The database's password, drawn at its first start. It gets its final name when the database stands, so a file under the
 * provisional name marks a first start that was cut off: that cluster holds nothing yet and is made anew.
 */
record Password(String value, Path file, boolean isNew) {
    private static final String NAME = "database-password";

    static Password of(Path home, Path data) throws IOException {
        Path kept = home.resolve(NAME);
        if (Files.exists(kept)) {
            return new Password(Files.readString(kept).strip(), kept, false);
        }
        Path provisional = home.resolve(NAME + ".new");
        if (Files.exists(provisional)) {
            PrivateFiles.delete(data);
        } else if (Files.exists(data)) {
            throw new StartRefused("The folder " + data + " holds a database but " + kept
                    + " is missing: put that file back, or move the folder away to begin anew.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String value = HexFormat.of().formatHex(random);
        PrivateFiles.write(provisional, value);
        return new Password(value, provisional, true);
    }

    void keep() throws IOException {
        Files.move(file, file.resolveSibling(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "Password[" + file + "]";
    }
}
