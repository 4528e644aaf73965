package org.zhaoshang.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.projects.ProjectUnlisted;
import org.zhaoshang.shared.http.Cursor;
import org.zhaoshang.shared.search.Bigrams;
import org.zhaoshang.shared.search.Conditions;
import org.zhaoshang.shared.search.Order;

/** The rows of the public list: documents ready to send, and the columns they are found by. */
@ApplicationScoped
class PublicProjects {
    private final EntityManager database;
    private final ObjectMapper json;

    PublicProjects(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param key what the list was ordered by */
    record Row(UUID id, long seq, String document, Object key) {}

    static final Order<Row> NEWEST = order("-publishedAt", "p.published_at", Cursor.Kind.INSTANT);

    static Order<Row> order(String parameter, String column, Cursor.Kind kind) {
        return new Order<>(parameter, column, kind, Row::key, Row::id);
    }

    List<Row> read(Conditions conditions, Order<Row> order, int limit) {
        var query = conditions
                .bind(database.createNativeQuery(
                        """
                select p.id, p.seq, cast(p.document as text) document, %s sort_key
                from public_projects p where %s order by %s limit :most
                """.formatted(order.column(), conditions.where(), order.by("p")), Tuple.class))
                .setParameter("most", limit);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Row(
                        row.get("id", UUID.class),
                        row.get("seq", Long.class),
                        row.get("document", String.class),
                        row.get("sort_key")))
                .toList();
    }

    /**
     * The first of a selection, as they are sent: the database puts the JSON together.
     *
     * @param documents comma-separated, UTF-8
     * @param state changes whenever one of them does: every version of a row has a number of its own
     * @param last null where no more follow
     */
    record Sheet(byte[] documents, String state, @Nullable Row last) {}

    Sheet sheet(Conditions conditions, Order<Row> order, int limit) {
        Tuple sheet = (Tuple) conditions
                .bind(database.createNativeQuery(
                        """
                select convert_to(coalesce(string_agg(document, ',') filter (where n <= :limit), ''), 'UTF8') documents,
                    coalesce(string_agg(cast(seq as text), ' ') filter (where n <= :limit), '') state, count(*) found,
                    max(sort_key) filter (where n = :limit) last_key,
                    max(cast(id as text)) filter (where n = :limit) last_id
                from (select first.*, row_number() over () n from (
                    select p.id, p.seq, cast(p.document as text) document, %s sort_key
                    from public_projects p where %s order by %s limit :limit + 1) first) rows
                """.formatted(order.column(), conditions.where(), order.by("p")), Tuple.class))
                .setParameter("limit", limit)
                .getSingleResult();
        boolean more = sheet.get("found", Long.class) > limit;
        return new Sheet(
                sheet.get("documents", byte[].class),
                sheet.get("state", String.class),
                more
                        ? new Row(UUID.fromString(sheet.get("last_id", String.class)), 0, "", sheet.get("last_key"))
                        : null);
    }

    long count(Conditions conditions) {
        return (Long) conditions
                .bind(database.createNativeQuery(
                        "select count(*) from public_projects p where " + conditions.where(), Long.class))
                .getSingleResult();
    }

    /** Changes whenever a row of the selection does: every version of a row has a number of its own. */
    String state(Conditions conditions) {
        return (String) conditions
                .bind(database.createNativeQuery("""
                select count(*) || '-' || coalesce(bit_xor(hashint8extended(p.seq, 0)), 0)
                from public_projects p where %s
                """.formatted(conditions.where()), String.class))
                .getSingleResult();
    }

    static Conditions only(UUID id) {
        return new Conditions().and("p.id = :id", Map.of("id", id));
    }

    private Optional<Row> find(UUID id) {
        return read(only(id), NEWEST, 1).stream().findFirst();
    }

    /** When it came onto the list; empty if it is not there. */
    Optional<Instant> publishedAt(UUID id) {
        return find(id).map(row -> (Instant) row.key());
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
        database.createNativeQuery("delete from public_project_removals where id = :id")
                .setParameter("id", project.id())
                .executeUpdate();
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

    /** A project merged into one that is not public names no successor: its existence is not public either. */
    void remove(ProjectUnlisted event, long seq) {
        database.createNativeQuery("delete from public_projects where id = :id")
                .setParameter("id", event.id())
                .executeUpdate();
        database.createNativeQuery("""
                insert into public_project_removals (id, seq, reason, merged_into, at)
                values (:id, :seq, :reason, (select p.id from public_projects p where p.id = cast(:into as uuid)), :at)
                on conflict (id) do update set seq = excluded.seq, reason = excluded.reason,
                    merged_into = excluded.merged_into, at = excluded.at
                """)
                .setParameter("id", event.id())
                .setParameter("seq", seq)
                .setParameter("reason", event.reason().name())
                .setParameter("into", event.mergedInto())
                .setParameter("at", event.at())
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
