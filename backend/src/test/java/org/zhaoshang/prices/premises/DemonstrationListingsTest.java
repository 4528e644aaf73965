package org.zhaoshang.prices.premises;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The samples are planted in a transaction that is taken back: the other tests count what they enter themselves. */
@QuarkusTest
class DemonstrationListingsTest {
    @Inject
    DemonstrationListings demonstration;

    @Inject
    ListingFindings findings;

    @Inject
    EntityManager database;

    @Inject
    CityClock clock;

    private <L extends Listing> void planted(Class<L> type, Consumer<List<L>> claims) {
        QuarkusTransaction.begin();
        try {
            demonstration.tell(ListingKind.of(type));
            claims.accept(database.createQuery("from " + type.getSimpleName() + " l where l.example", type)
                    .getResultList());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void entersTheParcelsOfTheNoticesAsExamplesAndQuestionsTheOneThatDisagrees() {
        planted(LandParcel.class, parcels -> {
            assertThat(parcels)
                    .hasSize(9)
                    .allMatch(parcel -> parcel.fields().parcelNo().startsWith("示例"));
            Map<String, List<String>> found = parcels.stream()
                    .collect(Collectors.toMap(
                            parcel -> parcel.fields().parcelNo(),
                            parcel -> findings.of(parcel).stream()
                                    .map(Finding::rule)
                                    .toList()));
            assertThat(found).containsEntry("示例-[2025]8802", List.of("V05"));
            assertThat(found.entrySet().stream().filter(entry -> !entry.getKey().contains("8802")))
                    .allMatch(entry -> entry.getValue().isEmpty());
            assertThat(states(parcels))
                    .containsKeys(ListingState.AVAILABLE, ListingState.IN_TALKS, ListingState.GRANTED);
        });
    }

    @Test
    void entersPremisesInEveryStateAndSomeThatNobodyHasVerifiedForLong() {
        planted(Premises.class, premises -> {
            assertThat(premises).hasSize(9).allMatch(one -> one.fields().name().startsWith("示例"));
            assertThat(premises).allMatch(one -> findings.of(one).isEmpty());
            assertThat(states(premises)).containsKeys(ListingState.IDLE, ListingState.IN_TALKS, ListingState.REUSED);
            assertThat(premises)
                    .anyMatch(one -> one.unverifiedSince(clock.today()).isPresent());
        });
    }

    private static Map<ListingState, Long> states(List<? extends Listing> listings) {
        return listings.stream().collect(Collectors.groupingBy(Listing::state, Collectors.counting()));
    }
}
