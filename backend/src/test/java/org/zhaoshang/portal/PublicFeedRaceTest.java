package org.zhaoshang.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhaoshang.projects.GivenProject.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.zhaoshang.prices.premises.GivenListing;
import org.zhaoshang.prices.premises.ListingKind;
import org.zhaoshang.prices.premises.ListingMoved;
import org.zhaoshang.prices.premises.ListingPublished;
import org.zhaoshang.prices.premises.ListingState;
import org.zhaoshang.prices.premises.ListingUnlisted;
import org.zhaoshang.prices.premises.PremisesFields;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectPublished;
import org.zhaoshang.projects.ProjectUnlisted;
import org.zhaoshang.projects.Projects;

/** Many publish, correct and take back side by side, some slowly, some in vain; a portal asks all the while. */
@QuarkusTest
class PublicFeedRaceTest {
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 60;
    /** So many that what was missed is hardly ever made good by a later change of the same. */
    private static final List<UUID> IDS =
            Stream.generate(UUID::randomUUID).limit(400).toList();

    @Inject
    PublicListing listing;

    @Inject
    PublicOffering offering;

    @Inject
    Projects projects;

    @Inject
    PublicChanges changes;

    private final AtomicInteger version = new AtomicInteger();
    private ObjectNode fields;

    private static final class Regretted extends RuntimeException {}

    @BeforeEach
    void takeAPattern() {
        GivenProject pattern = published("150622", Map.of());
        fields = new ObjectMapper()
                .valueToTree(projects.findById(UUID.fromString(pattern.id())).fields());
    }

    @AfterEach
    void takeAllBack() {
        QuarkusTransaction.requiringNew()
                .run(() -> IDS.forEach(id -> {
                    remove(id);
                    removePremises(id);
                }));
    }

    @RepeatedTest(2)
    void aPortalMissesNothing() throws Exception {
        PortalCopy copy = new PortalCopy(15);
        PortalCopy premises = new PortalCopy("premises", "premises", 15);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random chance = new Random(writer);
                writers.add(threads.submit((Callable<Void>) () -> write(chance)));
            }
            int polls = 0;
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                copy.poll();
                premises.poll();
                polls++;
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(polls).as("asked while they wrote").isGreaterThan(50);
        }
        copy.catchUp();
        premises.catchUp();
        assertThat(copy.projects()).isEqualTo(PortalCopy.published());
        assertThat(premises.projects()).isEqualTo(PortalCopy.published("premises"));
    }

    private Void write(Random chance) {
        for (int number = 0; number < TRANSACTIONS; number++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> transaction(chance));
            } catch (Regretted rolledBack) {
                // as meant
            }
        }
        return null;
    }

    private void transaction(Random chance) {
        for (int change = chance.nextInt(3); change >= 0; change--) {
            UUID id = IDS.get(chance.nextInt(IDS.size()));
            boolean premises = chance.nextBoolean();
            if (chance.nextInt(3) == 0) {
                if (premises) {
                    removePremises(id);
                } else {
                    remove(id);
                }
            } else if (premises) {
                offer(id, chance.nextInt(3) == 0);
            } else {
                publish(id);
            }
            pause(chance.nextInt(20) == 0 ? 200 : chance.nextInt(10));
        }
        if (chance.nextInt(3) == 0) {
            commitSlowly(chance.nextInt(60));
        }
        if (chance.nextInt(6) == 0) {
            throw new Regretted();
        }
    }

    private void publish(UUID id) {
        ObjectNode changed = fields.deepCopy().put("content", "第" + version.incrementAndGet() + "版");
        listing.publish(new ProjectPublished(
                id,
                "ORD-TEST-" + id,
                new ObjectMapper().convertValue(changed, ProjectFields.class),
                true,
                Instant.now()));
    }

    private void remove(UUID id) {
        listing.remove(new ProjectUnlisted(id, ProjectUnlisted.Reason.UNPUBLISHED, null, Instant.now()));
    }

    /** @param onlyMoved as talks begin; no more than that where it is not public */
    private void offer(UUID id, boolean onlyMoved) {
        if (onlyMoved) {
            offering.move(new ListingMoved(
                    ListingKind.PREMISES, id, ListingState.IN_TALKS, LocalDate.of(2030, 1, 1), Instant.now()));
            return;
        }
        Map<String, Object> changed =
                new HashMap<>(GivenListing.premisesFields("示例第" + version.incrementAndGet() + "版"));
        changed.put("unitCode", "150622");
        PremisesFields premises = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .build()
                .convertValue(changed, PremisesFields.class);
        offering.publish(new ListingPublished(
                ListingKind.PREMISES,
                id,
                "ORD-PRM-" + id,
                premises,
                ListingState.IDLE,
                LocalDate.of(2030, 1, 1),
                true,
                List.of(),
                Instant.now()));
    }

    private void removePremises(UUID id) {
        offering.remove(
                new ListingUnlisted(ListingKind.PREMISES, id, ListingUnlisted.Reason.UNPUBLISHED, Instant.now()));
    }

    /** Between the drawing of the numbers and the commit: there a number drawn later could become visible earlier. */
    private void commitSlowly(long millis) {
        changes.atTheEnd(seq -> pause(millis));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
