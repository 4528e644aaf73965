package org.zhaoshang.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.prices.premises.ListingPictures;
import org.zhaoshang.shared.files.Preview;
import org.zhaoshang.shared.http.Problem;

/** Pictures of what is published, for anyone: those that the public version names, while it does. */
@ApplicationScoped
class PublicPictures {
    private final ListingPictures pictures;
    private final EntityManager database;

    PublicPictures(ListingPictures pictures, EntityManager database) {
        this.pictures = pictures;
        this.database = database;
    }

    /**
     * @param known the caller's {@code If-None-Match}
     * @throws Problem 404 for what is not public
     */
    Response show(PublicKind kind, UUID id, UUID picture, @Nullable String known) {
        Path preview = QuarkusTransaction.joiningExisting()
                .call(() -> isNamed(kind, id, picture) ? pictures.preview(id, picture) : Optional.<Path>empty())
                .orElseThrow(Problem::notFound);
        String tag = "\"" + preview.getFileName() + "\""; // the store names a file by the hash of its content
        Response.ResponseBuilder answer = PublicAnswers.isKnown(known, tag)
                ? Response.notModified()
                : Response.ok(preview.toFile(), Preview.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                        .header("Content-Security-Policy", "sandbox; default-src 'none'");
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, PublicPage.CACHE_CONTROL)
                .build();
    }

    private boolean isNamed(PublicKind kind, UUID id, UUID picture) {
        return (boolean) database.createNativeQuery("""
                select exists(select from %s p, json_array_elements(p.document -> 'pictures') named
                    where p.id = :id and named ->> 'id' = :picture)
                """.formatted(kind.table()))
                .setParameter("id", id)
                .setParameter("picture", picture.toString())
                .getSingleResult();
    }
}
