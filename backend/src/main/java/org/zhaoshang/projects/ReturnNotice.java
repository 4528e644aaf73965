package org.zhaoshang.projects;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Why a project went back to its unit, field by field. */
@Schema(description = "Why a project went back to its unit; only the named fields and those tied to them reopen.")
public record ReturnNotice(
        @Schema(required = true) String reason,
        @Schema(required = true) List<Remark> fields,
        @Schema(required = true) OffsetDateTime at,
        @Schema(required = true) String by) {
    private static final int LONGEST_REASON = 500;

    /** The database keeps the moment and forgets the offset. */
    public ReturnNotice {
        at = at.atZoneSameInstant(CityClock.ZONE).toOffsetDateTime();
    }

    @Schema(name = "ReturnRemark")
    public record Remark(
            @Schema(required = true, examples = "/totalInvestmentYuan")
            String pointer,

            @Schema(required = true) String reason) {}

    /**
     * The remarks of a request: at least one, each on a known field and with its own reason.
     *
     * @throws Problem 400 with every one that is not
     */
    static List<Remark> remarks(@Nullable List<@Nullable Remark> given) {
        if (given == null || given.isEmpty()) {
            throw Problem.badRequest(
                    Finding.of("REQUIRED", "/fields", Map.of("label", new Text("需要修改的字段", "the fields to correct"))));
        }
        List<Finding> refused = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            Remark remark = given.get(at);
            String pointer = remark == null ? null : remark.pointer();
            if (remark == null
                    || pointer == null
                    || !pointer.startsWith("/")
                    || ProjectForm.FORM.find(pointer.substring(1)) == null) {
                refused.add(Finding.of(
                        "CODE",
                        "/fields/" + at + "/pointer",
                        Map.of("label", new Text("字段", "field"), "value", String.valueOf(pointer))));
            } else if (remark.reason() == null
                    || remark.reason().isBlank()
                    || remark.reason().length() > LONGEST_REASON) {
                refused.add(Finding.of(
                        "REQUIRED", "/fields/" + at + "/reason", Map.of("label", ProjectForm.FORM.label(pointer))));
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return given.stream().map(Objects::requireNonNull).toList();
    }
}
