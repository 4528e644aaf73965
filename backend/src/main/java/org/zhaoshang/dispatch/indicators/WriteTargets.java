package org.zhaoshang.dispatch.indicators;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Change;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The bureau sets targets, one by one or a whole year at once; each change leaves its trail and moves the year on. */
@ApplicationScoped
class WriteTargets {
    static final Form FORM = Form.load("target");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Text YEAR = new Text("应为 2000 至 2100 之间的年份", "must be a year from 2000 to 2100");
    private static final Text WHOLE = new Text("项目个数应为整数", "projects are counted in whole numbers");
    private static final Text FIXED = new Text("年度不能更改，请删除后另设", "can not be changed: delete it and set another");
    private static final Text TWICE = new Text("同一单位同一指标只能有一个任务", "stands twice for this unit and indicator");
    private static final Text TAKEN =
            new Text("该年度该单位的这一指标已有任务，请修改原任务", "This unit has a target of the year for it: change that one");

    private final Targets targets;
    private final Indicators indicators;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    WriteTargets(Targets targets, Indicators indicators, Trail trail, ObjectMapper json, CityClock clock) {
        this.targets = targets;
        this.indicators = indicators;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** Which target a set of fields is. */
    private record Place(String unitCode, String indicator) {
        static Place of(TargetFields fields) {
            return new Place(fields.unitCode(), fields.indicator());
        }
    }

    /** @throws Problem 400 for a value that can not be, 409 where there is one already */
    @Transactional(Transactional.TxType.MANDATORY)
    Target create(Caller who, TargetFields fields, boolean example) {
        require(findings(fields, "", quantities()));
        targets.holdYear(fields.year());
        requireFree(fields);
        Target target = new Target(fields, example, who, clock.now());
        targets.persistAndFlush(target);
        trail.changes(who, "create", null, List.of(created(target)));
        return target;
    }

    /** @throws Problem as {@link #create} */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, Target target, TargetFields fields, @Nullable String reason) {
        if (fields.equals(target.fields())) {
            return;
        }
        List<Finding> findings = new ArrayList<>(findings(fields, "", quantities()));
        if (fields.year() != target.fields().year()) {
            findings.add(format("", "year", FIXED));
        }
        require(findings);
        targets.holdYear(fields.year());
        if (!Place.of(fields).equals(Place.of(target.fields()))) {
            requireFree(fields);
        }
        ObjectNode before = document(target);
        target.revise(fields, who, clock.now());
        targets.flush();
        trail.changes(who, "update", reason, List.of(revised(target, before)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void delete(Caller who, Target target, @Nullable String reason) {
        targets.holdYear(target.fields().year());
        trail.changes(who, "delete", reason, List.of(deleted(target)));
    }

    /**
     * The year's targets are these and no others; what stays the same is not touched.
     *
     * @param year held by this transaction
     * @throws Problem 400 for values that can not be and for two of one unit and indicator
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void replace(Caller who, int year, List<TargetFields> wanted, @Nullable String reason) {
        requireAll(wanted);
        Map<Place, Target> present = new HashMap<>();
        targets.ofYear(year, new RowScope(RowScope.Breadth.ALL, null, null))
                .forEach(target -> present.put(Place.of(target.fields()), target));
        Map<Target, ObjectNode> before = new LinkedHashMap<>();
        List<Target> added = new ArrayList<>();
        for (TargetFields fields : wanted) {
            Target old = present.remove(Place.of(fields));
            if (old == null) {
                added.add(new Target(fields, false, who, clock.now()));
            } else if (!old.fields().equals(fields)) {
                before.put(old, document(old));
                old.revise(fields, who, clock.now());
            }
        }
        List<Trail.Changed> deleted =
                present.values().stream().map(this::deleted).toList();
        targets.persist(added);
        targets.flush();
        told(who, "create", reason, added.stream().map(this::created).toList());
        told(
                who,
                "update",
                reason,
                before.entrySet().stream()
                        .map(one -> revised(one.getKey(), one.getValue()))
                        .toList());
        told(who, "delete", reason, deleted);
    }

    private void told(Caller who, String action, @Nullable String reason, List<Trail.Changed> changed) {
        if (!changed.isEmpty()) {
            trail.changes(who, action, reason, changed);
        }
    }

    private Trail.Changed created(Target target) {
        ObjectNode after = document(target);
        return new Trail.Changed(
                subject(target), target.version(), Change.between(NullNode.getInstance(), after), after);
    }

    private Trail.Changed revised(Target target, ObjectNode before) {
        ObjectNode after = document(target);
        return new Trail.Changed(subject(target), target.version(), Change.between(before, after), after);
    }

    private Trail.Changed deleted(Target target) {
        ObjectNode before = document(target);
        targets.delete(target);
        return new Trail.Changed(
                subject(target),
                target.version() + 1,
                Change.between(before, NullNode.getInstance()),
                NullNode.getInstance());
    }

    private void requireAll(List<TargetFields> wanted) {
        Map<String, Quantity> quantities = quantities();
        List<Finding> findings = new ArrayList<>();
        Set<Place> seen = new HashSet<>();
        for (int place = 0; place < wanted.size(); place++) {
            String base = "/targets/" + place;
            findings.addAll(findings(wanted.get(place), base, quantities));
            if (!seen.add(Place.of(wanted.get(place)))) {
                findings.add(format(base, "indicator", TWICE));
            }
        }
        require(findings);
    }

    private static void require(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw Problem.badRequest(findings);
        }
    }

    private void requireFree(TargetFields fields) {
        long there = targets.count(
                "fields.year = ?1 and fields.unitCode = ?2 and fields.indicator = ?3",
                fields.year(),
                fields.unitCode(),
                fields.indicator());
        if (there > 0) {
            throw Problem.conflict(TAKEN, List.of(format("", "indicator", TWICE)));
        }
    }

    private static List<Finding> findings(TargetFields fields, String base, Map<String, Quantity> quantities) {
        List<Finding> findings = new ArrayList<>();
        if (!isYear(fields.year())) {
            findings.add(format(base, "year", YEAR));
        }
        if (quantities.get(fields.indicator()) == Quantity.PROJECTS
                && fields.value().stripTrailingZeros().scale() > 0) {
            findings.add(format(base, "value", WHOLE));
        }
        return findings;
    }

    static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private Map<String, Quantity> quantities() {
        Map<String, Quantity> quantities = new HashMap<>();
        indicators
                .ofTargets()
                .forEach(one ->
                        quantities.put(one.code(), one.fields().numerator().quantity()));
        return quantities;
    }

    private static Finding format(String base, String field, Text problem) {
        return Finding.of(
                "FORMAT", base + "/" + field, Map.of("label", FORM.field(field).label(), "problem", problem));
    }

    static Subject subject(Target target) {
        return new Subject("target", target.id().toString(), target.fields().unitCode());
    }

    private ObjectNode document(Target target) {
        return json.valueToTree(target.fields());
    }
}
