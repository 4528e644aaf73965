package org.zhaoshang.dispatch.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Targets with their names. */
@ApplicationScoped
class TargetViews {
    private final Indicators indicators;
    private final Units units;
    private final CurrentLanguage language;

    TargetViews(Indicators indicators, Units units, CurrentLanguage language) {
        this.indicators = indicators;
        this.units = units;
        this.language = language;
    }

    TargetView of(Target target) {
        return of(List.of(target)).getFirst();
    }

    List<TargetView> of(List<Target> targets) {
        Map<String, Indicator> named =
                indicators.inOrder().stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
        return targets.stream()
                .map(target -> view(
                        target, Objects.requireNonNull(named.get(target.fields().indicator()))))
                .toList();
    }

    private TargetView view(Target target, Indicator indicator) {
        TargetFields fields = target.fields();
        return new TargetView(
                target.id(),
                target.version(),
                fields.year(),
                fields.unitCode(),
                units.nameOf(fields.unitCode()),
                fields.indicator(),
                indicator.fields().named().in(language.get()),
                indicator.fields().numerator().quantity(),
                fields.value(),
                fields.docNo(),
                target.isExample(),
                CityClock.local(target.updatedAt()),
                target.updatedBy());
    }
}
