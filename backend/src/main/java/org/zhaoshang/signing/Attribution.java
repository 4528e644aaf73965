package org.zhaoshang.signing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * V18: what each event is credited with. A project counts only at its first event. A firmer agreement moves its amounts into
 * the firmer column of the events that have them; the later event lists it with 0 (升级), and what is agreed beyond them with
 * the difference (增资). A changed investor moves all of it to the later event, from that day on.
 */
final class Attribution {
    /** Why an event has it. */
    enum Part {
        FIRST,
        UPGRADE,
        ADDED_CAPITAL,
        NEW_INVESTOR,
        SUPPLEMENT
    }

    /**
     * An agreement as it bears on the events.
     *
     * @param event null when signed directly
     * @param amountYuan all that is agreed from then on
     */
    record Signing(
            @Nullable String event,
            AgreementKind kind,
            LocalDate on,
            BigDecimal amountYuan,
            BigDecimal outsideYuan,
            boolean newInvestor) {}

    /**
     * What an event has.
     *
     * @param projects 1 where the project counts, else 0
     * @param from the first day
     * @param to the first day on which it no longer has it; null while it does
     */
    record Credit(
            @Nullable String event,
            AgreementKind kind,
            Part part,
            int projects,
            BigDecimal amountYuan,
            BigDecimal outsideYuan,
            LocalDate from,
            @Nullable LocalDate to) {
        private Credit until(LocalDate day) {
            return new Credit(event, kind, part, projects, amountYuan, outsideYuan, from, day);
        }

        private Credit as(AgreementKind firmer, BigDecimal amount, BigDecimal outside, LocalDate day) {
            return new Credit(event, firmer, part, projects, amount, outside, day, null);
        }
    }

    private final List<Credit> past = new ArrayList<>();
    private List<Credit> present = new ArrayList<>();

    private Attribution() {}

    /**
     * @param signings in the order of signing, the first one first
     * @param merged the day from which it is counted with another project; null while it stands by itself
     */
    static List<Credit> of(List<Signing> signings, @Nullable LocalDate merged) {
        Attribution attribution = new Attribution();
        signings.forEach(attribution::add);
        if (merged != null) {
            attribution.closeAll(merged);
        }
        // A day on which the column changed twice leaves nothing of the first change.
        return java.util.stream.Stream.concat(attribution.past.stream(), attribution.present.stream())
                .filter(credit -> !Objects.equals(credit.from(), credit.to()))
                .toList();
    }

    private void add(Signing signing) {
        if (present.isEmpty()) {
            present.add(first(signing, Part.FIRST));
        } else if (signing.newInvestor()) {
            closeAll(signing.on());
            present.add(first(signing, Part.NEW_INVESTOR));
        } else {
            again(signing);
        }
    }

    private static Credit first(Signing signing, Part part) {
        return new Credit(
                signing.event(),
                signing.kind(),
                part,
                1,
                signing.amountYuan(),
                signing.outsideYuan(),
                signing.on(),
                null);
    }

    private void again(Signing signing) {
        AgreementKind before = present.getFirst().kind();
        boolean firmer = signing.kind().compareTo(before) > 0;
        AgreementKind kind = firmer ? signing.kind() : before;
        BigDecimal amount = signing.amountYuan();
        BigDecimal outside = signing.outsideYuan();
        List<Credit> next = new ArrayList<>();
        for (Credit credit : present) {
            BigDecimal keptAmount = credit.amountYuan().min(amount);
            BigDecimal keptOutside = credit.outsideYuan().min(outside).min(keptAmount);
            amount = amount.subtract(keptAmount);
            outside = outside.subtract(keptOutside);
            boolean same = !firmer
                    && keptAmount.compareTo(credit.amountYuan()) == 0
                    && keptOutside.compareTo(credit.outsideYuan()) == 0;
            if (same) {
                next.add(credit);
            } else {
                past.add(credit.until(signing.on()));
                next.add(credit.as(kind, keptAmount, keptOutside, signing.on()));
            }
        }
        boolean more = amount.signum() > 0;
        if (firmer || !more) {
            next.add(listed(signing, kind, firmer ? Part.UPGRADE : Part.SUPPLEMENT, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        if (more) {
            next.add(listed(signing, kind, Part.ADDED_CAPITAL, amount, outside.min(amount)));
        }
        present = next;
    }

    private static Credit listed(
            Signing signing, AgreementKind kind, Part part, BigDecimal amount, BigDecimal outside) {
        return new Credit(signing.event(), kind, part, 0, amount, outside, signing.on(), null);
    }

    private void closeAll(LocalDate day) {
        present.forEach(credit -> past.add(credit.until(day)));
        present = new ArrayList<>();
    }
}
