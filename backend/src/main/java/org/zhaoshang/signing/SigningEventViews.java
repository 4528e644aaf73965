package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Shows events to the present caller: stated figures are held against sums only where all rows are seen. */
@ApplicationScoped
class SigningEventViews {
    private final EventTotals totals;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final CityClock clock;

    SigningEventViews(EventTotals totals, CurrentCaller current, CurrentLanguage language, CityClock clock) {
        this.totals = totals;
        this.current = current;
        this.language = language;
        this.clock = clock;
    }

    SigningEventView of(SigningEvent event) {
        return of(List.of(event)).getFirst();
    }

    List<SigningEventView> of(List<SigningEvent> events) {
        Caller viewer = current.get();
        RowScope scope = current.scope();
        Map<String, List<EventTotals.Column>> columns =
                totals.of(events.stream().map(SigningEvent::code).toList(), clock.today(), scope);
        return events.stream()
                .map(event -> view(event, columns.getOrDefault(event.code(), EventTotals.all(Map.of())), viewer, scope))
                .toList();
    }

    private SigningEventView view(SigningEvent event, List<EventTotals.Column> columns, Caller viewer, RowScope scope) {
        SigningEventFields fields = event.fields();
        long projects = columns.stream().mapToLong(EventTotals.Column::projects).sum();
        BigDecimal amount =
                columns.stream().map(EventTotals.Column::amountYuan).reduce(BigDecimal.ZERO, BigDecimal::add);
        Long projectsApart = scope.seesOtherUnits() && fields.statedProjects() != null
                ? Long.valueOf(fields.statedProjects() - projects)
                : null;
        BigDecimal amountApart = scope.seesOtherUnits() && fields.statedAmountYuan() != null
                ? fields.statedAmountYuan().subtract(amount)
                : null;
        return new SigningEventView(
                event.id(),
                event.code(),
                event.version(),
                fields,
                columns,
                projectsApart,
                amountApart,
                fields.startsOn() == null,
                differences(fields, projects, projectsApart, amount, amountApart).stream()
                        .map(finding -> finding.in(language.get()))
                        .toList(),
                CityClock.local(event.createdAt()),
                event.createdBy(),
                CityClock.local(event.updatedAt()),
                event.updatedBy(),
                viewer.may(Permission.SIGNED_PROJECTS_REVIEW) ? List.of("edit") : List.of());
    }

    private static List<Finding> differences(
            SigningEventFields fields,
            long projects,
            @Nullable Long projectsApart,
            BigDecimal amount,
            @Nullable BigDecimal amountApart) {
        List<Finding> findings = new ArrayList<>();
        if (projectsApart != null && projectsApart != 0) {
            findings.add(Finding.of(
                    "V22",
                    "/statedProjects",
                    Map.of(
                            "label",
                                    WriteSigningEvent.FORM
                                            .field("statedProjects")
                                            .label(),
                            "stated", fields.statedProjects() + "个",
                            "counted", projects + "个",
                            "difference", projectsApart + "个")));
        }
        if (amountApart != null && amountApart.signum() != 0 && fields.statedAmountYuan() != null) {
            findings.add(Finding.of(
                    "V22",
                    "/statedAmountYuan",
                    Map.of(
                            "label",
                                    WriteSigningEvent.FORM
                                            .field("statedAmountYuan")
                                            .label(),
                            "stated", Money.inWords(fields.statedAmountYuan()),
                            "counted", Money.inWords(amount),
                            "difference", Money.inWords(amountApart))));
        }
        return findings;
    }
}
