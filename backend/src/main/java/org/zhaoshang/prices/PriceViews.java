package org.zhaoshang.prices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.http.Revision;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.WhyNot;
import org.zhaoshang.shared.time.CityClock;
import org.zhaoshang.units.Units;

/** Shows prices to the present caller in the present language. */
@ApplicationScoped
class PriceViews {
    private final PriceFindings findings;
    private final Units units;
    private final CurrentCaller caller;
    private final CurrentLanguage language;

    PriceViews(PriceFindings findings, Units units, CurrentCaller caller, CurrentLanguage language) {
        this.findings = findings;
        this.units = units;
        this.caller = caller;
        this.language = language;
    }

    /** The price with its version as ETag. */
    RestResponse<PriceView> answer(Price price) {
        return RestResponse.ResponseBuilder.ok(of(price))
                .tag(Revision.tag(price.version()))
                .build();
    }

    PriceView of(Price price) {
        return of(List.of(price)).getFirst();
    }

    /** Many with as many queries as one takes. */
    List<PriceView> of(List<Price> prices) {
        List<PriceFindings.Judged> judged =
                prices.stream().map(PriceFindings.Judged::of).toList();
        var previous = findings.previous(judged);
        List<PriceView> views = new ArrayList<>();
        for (int at = 0; at < prices.size(); at++) {
            views.add(view(prices.get(at), new PriceRules.Context(previous.get(at))));
        }
        return views;
    }

    private PriceView view(Price price, PriceRules.Context context) {
        Language spoken = language.get();
        PriceFields fields = price.fields();
        List<WhyNot> whyNot = new ArrayList<>();
        List<String> allowed = allowed(price.state(), price.unitCode(), caller.get(), spoken, whyNot);
        return new PriceView(
                price.id(),
                price.code(),
                price.version(),
                price.state(),
                fields,
                units.nameOf(fields.unitCode()),
                fields.item().name().in(spoken),
                fields.item().category(),
                price.reportYear(),
                PriceView.PreviousView.of(context.previous()),
                PriceRules.changePercent(fields.priceLow(), fields.high(), context.previous()),
                price.closedBy().orElse(null),
                price.returned().orElse(null),
                price.isExample(),
                PriceRules.check(fields, context).stream()
                        .map(finding -> finding.in(spoken))
                        .toList(),
                price.submittedAt().map(CityClock::local).orElse(null),
                price.acceptedAt().map(CityClock::local).orElse(null),
                CityClock.local(price.createdAt()),
                price.createdBy(),
                CityClock.local(price.updatedAt()),
                price.updatedBy(),
                allowed,
                List.copyOf(whyNot));
    }

    /** @param whyNot gets what is refused of the caller's own actions */
    static List<String> allowed(
            PriceState state, String unitCode, Caller viewer, Language spoken, List<WhyNot> whyNot) {
        List<String> allowed = new ArrayList<>();
        for (PriceAction action : PriceAction.values()) {
            if (!action.isFor(viewer, unitCode)) {
                continue;
            }
            Optional<Text> refusal = action.refusal(state);
            if (refusal.isEmpty()) {
                allowed.add(action.verb());
            } else {
                whyNot.add(new WhyNot(action.verb(), "STATE", refusal.get().in(spoken)));
            }
        }
        return List.copyOf(allowed);
    }
}
