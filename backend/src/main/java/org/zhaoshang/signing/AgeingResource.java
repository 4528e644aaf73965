package org.zhaoshang.signing;

import static org.zhaoshang.shared.caller.Permission.SIGNED_PROJECTS_READ;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Page;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.time.CityClock;

/** Projects that stand still (V26): each kind is a filter of the list, so that the number is the length of what it opens. */
@Path("signed-project-ageing")
@Tag(name = "signed-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AgeingResource {
    private static final String UNSTARTED = "SIGNED,REGISTERED,PERMITTING";

    private final SignedProjectList list;
    private final EntityManager database;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final CityClock clock;

    AgeingResource(
            SignedProjectList list,
            EntityManager database,
            CurrentCaller current,
            CurrentLanguage language,
            CityClock clock) {
        this.list = list;
        this.database = database;
        this.current = current;
        this.language = language;
        this.clock = clock;
    }

    @Schema(name = "Ageing")
    record Ageing(
            @Schema(required = true, examples = "NOT_STARTED")
            String key,

            @Schema(required = true, examples = "签约满 3 个月未开工")
            String label,

            @Schema(required = true) long projects,

            @Schema(required = true, description = "The query that lists exactly those")
            String href) {}

    @GET
    @PermissionsAllowed(SIGNED_PROJECTS_READ)
    @Operation(summary = "Counts the projects that stand still, by kind; each opens its list")
    @APIResponse(responseCode = "200", description = "Kinds without any project have 0")
    public Page<Ageing> listAgeing() {
        LocalDate today = clock.today();
        AgeingLimits.Fields limits =
                database.find(AgeingLimits.class, AgeingLimits.ID).fields();
        int months = limits.monthsToStart();
        int talks = limits.daysInTalks();
        int signed = limits.daysAfterSigning();
        return Page.all(Stream.of(
                        ageing(
                                "NOT_STARTED",
                                new Text("签约满 " + months + " 个月未开工", "Signed " + months + " months ago, not started"),
                                filter("stage", UNSTARTED, "signedTo", today.minusMonths(months))),
                        ageing(
                                "START_OVERDUE",
                                new Text("已过约定开工日期未开工", "Past the planned start, not started"),
                                filter("stage", UNSTARTED, "plannedStartTo", today.minusDays(1))),
                        ageing(
                                "NO_NEWS_IN_TALKS",
                                new Text("在谈、意向 " + talks + " 天没有更新", "In talks, no news for " + talks + " days"),
                                filter("stage", "NEGOTIATING,INTENT", "updatedTo", today.minusDays(talks))),
                        ageing(
                                "NO_NEWS_AFTER_SIGNING",
                                new Text("签约后 " + signed + " 天没有更新", "Signed, no news for " + signed + " days"),
                                filter("stage", "SIGNED", "updatedTo", today.minusDays(signed))))
                .toList());
    }

    private static Map<String, String> filter(String name, String value, String day, LocalDate on) {
        Map<String, String> filter = new LinkedHashMap<>();
        filter.put(name, value);
        filter.put(day, on.toString());
        return filter;
    }

    private Ageing ageing(String key, Text label, Map<String, String> asked) {
        SignedProjectFilter filter = new SignedProjectFilter();
        filter.take(asked);
        String query = asked.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        return new Ageing(
                key, label.in(language.get()), list.count(filter, current.scope()), "/api/v1/signed-projects?" + query);
    }
}
