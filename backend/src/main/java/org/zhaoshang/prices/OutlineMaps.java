package org.zhaoshang.prices;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

/** The outlines of the city's units, once the bureau has installed them. */
@ApplicationScoped
public class OutlineMaps implements PanacheRepositoryBase<OutlineMap, Integer> {
    private static final String NONE = "{\"type\":\"FeatureCollection\",\"features\":[]}";

    /** @param tag moves whenever the map does; not read with the map, which is large */
    public record Edition(String tag) {}

    OutlineMap current() {
        return findByIdOptional(OutlineMap.ID).orElseThrow();
    }

    OutlineMap held() {
        return findByIdOptional(OutlineMap.ID, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    /** What a copy of the map is compared by: a restored database may come to a version again, and not at the same moment. */
    @Transactional
    public Edition edition() {
        Tuple row = (Tuple) getEntityManager()
                .createNativeQuery(
                        "select version, cast(extract(epoch from coalesce(installed_at, 'epoch')) * 1000 as bigint) moment"
                                + " from outline_maps",
                        Tuple.class)
                .getSingleResult();
        return new Edition(row.get("version", Long.class) + "-" + row.get("moment", Long.class));
    }

    /** A GeoJSON FeatureCollection; without features while no map is installed. */
    @Transactional
    public String document() {
        return current().document().orElse(NONE);
    }
}
