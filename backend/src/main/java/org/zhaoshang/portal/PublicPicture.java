package org.zhaoshang.portal;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture that anyone may see. Its file's name is not told: it was given for the unit's own use. */
@Schema(name = "PublicPicture")
record PublicPicture(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "Where it is, on this server: JPEG, at most 1600 pixels a side")
        String url) {
    /** @return null without pictures */
    static @Nullable List<PublicPicture> of(PublicKind kind, UUID record, List<UUID> pictures) {
        return pictures.isEmpty()
                ? null
                : pictures.stream()
                        .map(id -> new PublicPicture(
                                id, "/api/v1/public/" + kind.path() + "/" + record + "/pictures/" + id))
                        .toList();
    }
}
