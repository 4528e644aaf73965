package org.zhaoshang.shared.seed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.zhaoshang.shared.embedded.EmbeddedSettings;
import org.zhaoshang.shared.time.CityClock;

/** Tells the stories of the demonstration: what lies after the start of the clock is not told. */
@ApplicationScoped
public class Past implements Seed {
    private final Instance<Story> stories;
    private final EntityManager database;
    private final EmbeddedSettings settings;
    private final CityClock clock;
    private final Event<PastTold> told;

    Past(
            @Any Instance<Story> stories,
            EntityManager database,
            EmbeddedSettings settings,
            CityClock clock,
            Event<PastTold> told) {
        this.stories = stories;
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.told = told;
    }

    @Override
    public int order() {
        return PROJECTS + 30;
    }

    @Override
    public boolean forDemonstration() {
        return true;
    }

    @Override
    public void plant() {
        if (settings.sampleProjects()) {
            tell(stories.stream().toList());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(List<? extends Story> wanted) {
        Instant now = clock.now();
        List<Act> acts = wanted.stream()
                .flatMap(story -> story.acts().stream())
                .filter(act -> !act.at().isAfter(now))
                .sorted(Comparator.comparing(Act::at))
                .toList();
        if (acts.isEmpty()) {
            return;
        }
        for (Act act : acts) {
            clock.at(act.at(), act.perform());
            // Else each statement would look over all that was told so far.
            database.flush();
            database.clear();
        }
        told.fire(new PastTold(now));
    }
}
