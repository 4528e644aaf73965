package org.zhaoshang.projects;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.time.CityClock;

/** Appraisals over HTTP: of the projects a record covers its reader learns of those that are the reader's to see. */
@ApplicationScoped
class AppraisalViews {
    private final Projects projects;
    private final AppraisalForm form;
    private final RecordAppraisal recording;
    private final CurrentCaller current;
    private final CityClock clock;

    AppraisalViews(
            Projects projects, AppraisalForm form, RecordAppraisal recording, CurrentCaller current, CityClock clock) {
        this.projects = projects;
        this.form = form;
        this.recording = recording;
        this.current = current;
        this.clock = clock;
    }

    /** Without those that cover nothing the reader sees. */
    List<AppraisalView> of(List<Appraisal> appraisals) {
        Set<UUID> covered = appraisals.stream()
                .flatMap(appraisal -> appraisal.projectIds().stream())
                .collect(Collectors.toSet());
        Set<UUID> seen = covered.isEmpty()
                ? Set.of()
                : projects.seen(covered, current.scope()).stream()
                        .map(Project::id)
                        .collect(Collectors.toSet());
        return appraisals.stream()
                .map(appraisal -> AppraisalView.of(appraisal, seen))
                .filter(view -> !view.projectIds().isEmpty())
                .toList();
    }

    /** @param addressed the project in the address; null where the body alone says which */
    RestResponse<AppraisalView> record(@Nullable JsonNode body, @Nullable UUID addressed) {
        AppraisalFields fields = form.read(body);
        Set<UUID> ids = AppraisalForm.projects(fields, addressed);
        Appraisal appraisal = recording.record(current.get(), ids, fields, clock.now());
        return RestResponse.ResponseBuilder.<AppraisalView>created(URI.create("appraisals/" + appraisal.id()))
                .entity(AppraisalView.of(appraisal, ids))
                .build();
    }
}
