package org.zhaoshang.dispatch.indicators;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The bureau keeps the indicators; each change leaves its trail, and months that are closed keep what they were closed with. */
@ApplicationScoped
class WriteIndicator {
    static final Form FORM = Form.load("indicator");

    private static final Text IMPOSSIBLE = new Text("请核对指标的分子和分母", "Check numerator and denominator");
    private static final Text FIXED =
            new Text("任务指标的口径不能更改，请改用比率指标", "what targets are set for keeps its measure: change a rate instead");
    private static final Text NEEDED = new Text("比率指标应有分母", "a rate needs a denominator");
    private static final Text TARGET_NEEDED =
            new Text("时序进度和超时序的分母只能是年度任务", "pace is measured against the target of the year");
    private static final Text NO_NUMERATOR = new Text("年度任务不能作分子", "a target is no numerator");
    private static final Text NO_TARGETS =
            new Text("该分子没有年度任务，请换分子或分母", "no target is set for this numerator: change one of the two");
    private static final Text MIXED =
            new Text("分子和分母应同为金额或同为个数", "numerator and denominator must both be amounts or both be counts");

    private final Indicators indicators;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    WriteIndicator(Indicators indicators, Trail trail, ObjectMapper json, CityClock clock) {
        this.indicators = indicators;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void create(Caller who, Indicator indicator) {
        indicators.persistAndFlush(indicator);
        trail.change(
                who,
                subject(indicator),
                "create",
                null,
                indicator.version(),
                NullNode.getInstance(),
                document(indicator));
    }

    /** @throws Problem 422 for measures that make no such indicator */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, Indicator indicator, IndicatorFields fields, @Nullable String reason) {
        if (fields.equals(indicator.fields())) {
            return;
        }
        List<Finding> findings = findings(indicator.definition(), fields);
        if (!findings.isEmpty()) {
            throw Problem.unprocessable(IMPOSSIBLE, findings);
        }
        ObjectNode before = document(indicator);
        indicator.revise(fields, who, clock.now());
        indicators.flush();
        trail.change(who, subject(indicator), "update", reason, indicator.version(), before, document(indicator));
    }

    private List<Finding> findings(Indicator.Definition present, IndicatorFields fields) {
        List<Finding> findings = new ArrayList<>();
        Measure denominator = fields.denominator();
        if (present.kind() == Indicator.Kind.VALUE) {
            if (fields.numerator() != present.fields().numerator()) {
                findings.add(format("numerator", FIXED));
            }
            if (denominator != null) {
                findings.add(format("denominator", FIXED));
            }
            return findings;
        }
        if (fields.numerator() == Measure.TARGET) {
            findings.add(format("numerator", NO_NUMERATOR));
        } else if (denominator == null) {
            findings.add(format("denominator", NEEDED));
        } else if (present.kind() != Indicator.Kind.RATIO && denominator != Measure.TARGET) {
            findings.add(format("denominator", TARGET_NEEDED));
        } else if (denominator == Measure.TARGET
                && indicators.findByIdOptional(fields.numerator().name()).isEmpty()) {
            findings.add(format("denominator", NO_TARGETS));
        } else if (denominator != Measure.TARGET
                && denominator.quantity() != fields.numerator().quantity()) {
            findings.add(format("denominator", MIXED));
        }
        return findings;
    }

    private static Finding format(String field, Text problem) {
        return Finding.of(
                "FORMAT", "/" + field, Map.of("label", FORM.field(field).label(), "problem", problem));
    }

    static Subject subject(Indicator indicator) {
        return new Subject("indicator", indicator.code(), null);
    }

    private ObjectNode document(Indicator indicator) {
        return json.valueToTree(indicator.fields());
    }
}
