package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.ProjectState;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.Steps;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** From the reserve library to the signed project: a project whose agreement is signed becomes signed there as well. */
@ApplicationScoped
class ReserveLink {
    /** What leads to a signing. Talks are left out: following the agreement may pass through them in the same moment. */
    private static final Set<ProjectState> TOLD =
            EnumSet.of(ProjectState.SUBMITTED, ProjectState.ACCEPTED, ProjectState.PUBLISHED, ProjectState.SIGNED);

    private final Projects library;
    private final Steps steps;

    ReserveLink(Projects library, Steps steps) {
        this.library = library;
        this.steps = steps;
    }

    /** A finding for a code that is none of the unit's reserve projects. */
    List<Finding> refused(SignedProjectFields fields) {
        String code = fields.reserveProjectCode();
        return code == null || !library.ofUnit(fields.unitCode(), Set.of(code)).isEmpty()
                ? List.of()
                : List.of(unknown(code));
    }

    static Finding unknown(String code) {
        return Finding.of(
                "CODE",
                "/reserveProjectCode",
                Map.of(
                        "label",
                        SignedProjectForm.FORM.field("reserveProjectCode").label(),
                        "value",
                        code));
    }

    /** A step of the reserve project's life before this one began. */
    @Schema(name = "ReserveStep")
    record Step(
            @Schema(required = true) ProjectState state,
            @Schema(required = true) String stateName,

            @Schema(required = true, description = "The first time that it stood there")
            OffsetDateTime at) {}

    /** How the reserve project got here, as far as the scope sees it; none where the fields name no reserve project. */
    List<Step> steps(SignedProject project, RowScope scope, Language language) {
        String code = project.fields().reserveProjectCode();
        if (code == null) {
            return List.of();
        }
        return library.ofUnit(project.unitCode(), Set.of(code)).stream()
                .filter(reserve -> !library.idsSeen(Set.of(reserve.id()), scope).isEmpty())
                .flatMap(reserve -> library.firstReached(reserve.id()).entrySet().stream())
                .filter(reached -> TOLD.contains(reached.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(reached -> new Step(
                        reached.getKey(), reached.getKey().label().in(language), CityClock.local(reached.getValue())))
                .toList();
    }

    /** What the library still promotes leaves it with a link to the signed project. One query for any number. */
    @Transactional(Transactional.TxType.MANDATORY)
    void follow(Caller who, List<SignedProject> signed) {
        Map<String, SignedProject> byReserve = new HashMap<>();
        signed.stream()
                .filter(project -> project.stage().isSigned())
                .forEach(project -> Stream.ofNullable(project.fields().reserveProjectCode())
                        .forEach(code -> byReserve.put(code, project)));
        if (byReserve.isEmpty()) {
            return;
        }
        Map<String, Set<String>> codesByUnit = byReserve.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().unitCode(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        codesByUnit.forEach((unit, codes) -> {
            for (Project project : library.ofUnit(unit, codes)) {
                SignedProject to = byReserve.get(project.code());
                if (to != null) {
                    steps.followSigning(who, project, to.code());
                }
            }
        });
    }
}
