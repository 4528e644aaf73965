package org.zhaoshang.dispatch.indicators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The standings of months that are closed; written once. */
@ApplicationScoped
class KeptStandings {
    private final EntityManager database;
    private final ObjectMapper json;

    KeptStandings(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** By indicator; empty while the month is open. */
    Map<String, Standings> of(String month) {
        @SuppressWarnings("unchecked")
        List<String> documents = database.createNativeQuery(
                        "select cast(document as text) from month_rankings where month = :month", String.class)
                .setParameter("month", month)
                .getResultList();
        return documents.stream()
                .map(this::read)
                .collect(Collectors.toMap(kept -> kept.definition().code(), Function.identity()));
    }

    /** One statement for all of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(List<Standings> standings) {
        database.createNativeQuery("""
                        insert into month_rankings (month, indicator, document)
                        select month, indicator, cast(document as jsonb) from unnest(cast(:months as text[]),
                            cast(:indicators as text[]), cast(:documents as text[])) as kept (month, indicator, document)""")
                .setParameter("months", texts(standings, Standings::month))
                .setParameter(
                        "indicators", texts(standings, one -> one.definition().code()))
                .setParameter("documents", texts(standings, this::written))
                .executeUpdate();
    }

    private static String[] texts(List<Standings> standings, Function<Standings, String> text) {
        return standings.stream().map(text).toArray(String[]::new);
    }

    private String written(Standings standings) {
        try {
            return json.writeValueAsString(standings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Standings read(String text) {
        try {
            return json.readValue(text, Standings.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("unreadable standings", broken);
        }
    }
}
