package org.zhaoshang.prices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/**
 * The outlines of the units for maps, and the number under which they were approved (审图号). Without that number no outlines may
 * be shown to the public in China, so there is never one without the other.
 */
@Entity
@Table(name = "outline_maps")
class OutlineMap {
    /** Of the only one. */
    static final int ID = 1;

    @Id
    private int id;

    @Version
    private long version;

    private @Nullable String approvalNumber;
    private @Nullable String document;
    private String[] unitCodes = {};
    private @Nullable Instant installedAt;
    private @Nullable String installedBy;

    @SuppressWarnings("NullAway.Init")
    protected OutlineMap() {}

    void install(String approvalNumber, OutlineFile.Outlines outlines, Caller by, Instant at) {
        this.approvalNumber = approvalNumber;
        this.document = outlines.document(approvalNumber);
        this.unitCodes = outlines.unitCodes().toArray(String[]::new);
        this.installedAt = at;
        this.installedBy = by.displayName();
    }

    void remove() {
        approvalNumber = null;
        document = null;
        unitCodes = new String[0];
        installedAt = null;
        installedBy = null;
    }

    int id() {
        return id;
    }

    long version() {
        return version;
    }

    boolean isInstalled() {
        return document != null;
    }

    Optional<String> approvalNumber() {
        return Optional.ofNullable(approvalNumber);
    }

    /** GeoJSON, ready to send. */
    Optional<String> document() {
        return Optional.ofNullable(document);
    }

    List<String> unitCodes() {
        return List.of(unitCodes);
    }

    Optional<Instant> installedAt() {
        return Optional.ofNullable(installedAt);
    }

    Optional<String> installedBy() {
        return Optional.ofNullable(installedBy);
    }
}
