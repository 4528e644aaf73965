package org.zhaoshang.shared.steps;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** Why a record went back to its unit, place by place. */
@Schema(description = "Why a record went back to its unit; only what is named and what is tied to it reopens.")
public record ReturnNotice(
        @Schema(required = true) String reason,
        @Schema(required = true) List<Remark> fields,
        @Schema(required = true) OffsetDateTime at,
        @Schema(required = true) String by) {
    private static final int LONGEST_SHOWN = 60;
    private static final Text PLACE = new Text("退回处", "place to correct");

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
     * The remarks of a request: each on a place that there is and with its own reason.
     *
     * @param given null for none
     * @param isPlace whether a pointer is one
     * @param label of what is at a pointer
     * @throws Problem 400 with every one that is not
     */
    public static List<Remark> remarks(
            @Nullable List<@Nullable Remark> given, Predicate<String> isPlace, Function<String, Text> label) {
        List<Finding> refused = new ArrayList<>();
        List<Remark> read = new ArrayList<>();
        for (@Nullable Remark remark : given == null ? List.<@Nullable Remark>of() : given) {
            String at = "/fields/" + (read.size() + refused.size());
            String pointer = remark == null ? null : remark.pointer();
            if (remark == null || pointer == null || !isPlace.test(pointer)) {
                String value = String.valueOf(pointer);
                refused.add(Finding.of(
                        "CODE",
                        at + "/pointer",
                        Map.of("label", PLACE, "value", value.length() > LONGEST_SHOWN ? "…" : value)));
            } else if (remark.reason() == null
                    || remark.reason().isBlank()
                    || remark.reason().length() > Reasons.LONGEST
                    || !Reasons.isReadable(remark.reason())) {
                refused.add(Finding.of("REQUIRED", at + "/reason", Map.of("label", label.apply(pointer))));
            } else {
                read.add(remark);
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        return List.copyOf(read);
    }
}
