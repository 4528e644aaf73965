package org.zhaoshang.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.shared.search.Bigrams;

/** The public projects: what is written of each, and the columns it is found by. */
@ApplicationScoped
class PublicProjects {
    private final PublicRows rows;
    private final EntityManager database;
    private final ObjectMapper json;

    PublicProjects(PublicRows rows, EntityManager database, ObjectMapper json) {
        this.rows = rows;
        this.database = database;
        this.json = json;
    }

    /** @param seq its number among the changes, see {@link PublicChanges} */
    void put(PublicProject project, long seq) {
        String text = Stream.of(
                        project.name(),
                        project.code(),
                        project.summary(),
                        project.content(),
                        project.address(),
                        project.parkName(),
                        project.unitName(),
                        project.locationName(),
                        project.industryName())
                .filter(Objects::nonNull)
                .map(Bigrams::normalise)
                .collect(Collectors.joining("\n"));
        rows.comes(PublicKind.PROJECTS, project.id());
        database.createNativeQuery("""
                insert into public_projects (id, seq, name, call_year, unit_code, location_code, industry_code, group_code,
                    total_investment_yuan, longitude, latitude, search_text, search_grams, document, published_at, updated_at)
                values (:id, :seq, :name, :callYear, :unit, cast(:location as text), :industry, :group, :total,
                    cast(:longitude as numeric), cast(:latitude as numeric), :text, cast(:grams as integer[]),
                    cast(:document as json), :publishedAt, :updatedAt)
                on conflict (id) do update set seq = excluded.seq, name = excluded.name, call_year = excluded.call_year,
                    unit_code = excluded.unit_code, location_code = excluded.location_code,
                    industry_code = excluded.industry_code, group_code = excluded.group_code,
                    total_investment_yuan = excluded.total_investment_yuan, longitude = excluded.longitude,
                    latitude = excluded.latitude, search_text = excluded.search_text,
                    search_grams = excluded.search_grams, document = excluded.document, updated_at = excluded.updated_at
                """)
                .setParameter("id", project.id())
                .setParameter("seq", seq)
                .setParameter("name", project.name())
                .setParameter("callYear", project.callYear())
                .setParameter("unit", project.unitCode())
                .setParameter("location", project.locationCode())
                .setParameter("industry", project.industryCode())
                .setParameter("group", project.groupCode())
                .setParameter("total", project.totalInvestmentYuan())
                .setParameter("longitude", project.longitude())
                .setParameter("latitude", project.latitude())
                .setParameter("text", text)
                .setParameter("grams", Bigrams.of(text))
                .setParameter("document", document(project))
                .setParameter("publishedAt", project.publishedAt().toInstant())
                .setParameter("updatedAt", project.updatedAt().toInstant())
                .executeUpdate();
    }

    private String document(PublicProject project) {
        try {
            return json.writeValueAsString(project);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("a project that has no JSON", unexpected);
        }
    }
}
