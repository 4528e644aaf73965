package org.zhaoshang.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhaoshang.projects.Project;
import org.zhaoshang.projects.Projects;
import org.zhaoshang.projects.Steps;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.rules.Finding;

/** From the reserve library to the signed project: a project whose agreement is signed becomes signed there as well. */
@ApplicationScoped
class ReserveLink {
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
