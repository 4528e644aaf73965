package org.zhaoshang.dispatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhaoshang.signing.Permit;
import org.zhaoshang.signing.PermitStatus;

/** A checklist of permits in one cell: {@code 备案=已办；用地=在办}, by name or by code. */
final class PermitText {
    private static final Map<PermitStatus, String> WORDS = Map.of(
            PermitStatus.NOT_STARTED, "未办",
            PermitStatus.IN_PROGRESS, "在办",
            PermitStatus.DONE, "已办",
            PermitStatus.NOT_NEEDED, "不需");

    private PermitText() {}

    static String write(Map<Permit, PermitStatus> permits) {
        return permits.entrySet().stream()
                .map(permit -> name(permit.getKey()) + "=" + WORDS.get(permit.getValue()))
                .collect(Collectors.joining("；"));
    }

    /** A row as the sheet has it: JSON names its permits as an object. */
    static ObjectNode inOneCell(ObjectNode row) {
        if (!(row.get("permits") instanceof ObjectNode checklist)) {
            return row;
        }
        String cell = checklist.properties().stream()
                .map(permit -> permit.getKey() + "=" + permit.getValue().asText())
                .collect(Collectors.joining(";"));
        return row.deepCopy().put("permits", cell);
    }

    /** Empty for what is no checklist. */
    static Optional<Map<Permit, PermitStatus>> read(String cell) {
        Map<Permit, PermitStatus> permits = new TreeMap<>();
        for (String part : cell.split("[;；\\n]")) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.split("[=＝:：]", 2);
            Optional<Permit> permit = permit(sides[0].strip());
            Optional<PermitStatus> status = sides.length < 2 ? Optional.empty() : status(sides[1].strip());
            if (permit.isEmpty() || status.isEmpty()) {
                return Optional.empty();
            }
            permits.put(permit.get(), status.get());
        }
        return Optional.of(permits);
    }

    /** Without what stands in brackets. */
    private static String name(Permit permit) {
        return permit.label().zh().replaceAll("（.*", "");
    }

    private static Optional<Permit> permit(String text) {
        return Arrays.stream(Permit.values())
                .filter(permit ->
                        text.equals(permit.name()) || text.equals(permit.label().zh()) || text.equals(name(permit)))
                .findFirst();
    }

    private static Optional<PermitStatus> status(String text) {
        return Arrays.stream(PermitStatus.values())
                .filter(status -> text.equals(status.name()) || text.equals(WORDS.get(status)))
                .findFirst();
    }
}
