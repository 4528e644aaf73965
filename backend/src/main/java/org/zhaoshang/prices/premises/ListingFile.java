package org.zhaoshang.prices.premises;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.files.AttachedFile;
import org.zhaoshang.shared.files.ReceivedFile;
import org.zhaoshang.shared.files.StoredFile;

/** A picture or paper of premises or a parcel. */
@Entity
@AttributeOverride(name = "recordId", column = @Column(name = "listing_id"))
@Table(name = "listing_files")
class ListingFile extends AttachedFile {
    /** What it is for: 图片, 产权资料, 平面图或规划条件, 其他. */
    @Schema(name = "ListingFilePurpose")
    enum Purpose {
        PICTURE,
        TITLE,
        PLAN,
        OTHER
    }

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private @Nullable String previewSha256;

    @SuppressWarnings("NullAway.Init")
    protected ListingFile() {}

    /** @param preview of a picture that can be shown; else null */
    ListingFile(
            Listing listing,
            ReceivedFile received,
            StoredFile stored,
            Purpose purpose,
            @Nullable StoredFile preview,
            Caller by,
            Instant at) {
        super(listing.id(), received, stored, by, at);
        this.purpose = purpose;
        this.previewSha256 = preview == null ? null : preview.sha256();
    }

    Purpose purpose() {
        return purpose;
    }

    /** Of a picture that can be shown. */
    Optional<String> previewSha256() {
        return Optional.ofNullable(previewSha256);
    }
}
