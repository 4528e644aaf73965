package org.zhaoshang.dashboards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/** The first page of one caller while it is put together. */
final class Board {
    private final Language language;
    private final List<Duty> items = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    Board(Language language) {
        this.language = language;
    }

    void add(Duty duty) {
        items.add(duty);
    }

    void figure(String key, Text label, BigDecimal value, Text unit, String href, String page) {
        figures.add(new Figure(key, say(label), value, say(unit), href, page));
    }

    String say(Text text) {
        return text.in(language);
    }

    /** Most urgent first; among equals as the roles gave them. */
    View view() {
        return new View(
                items.stream().sorted(Comparator.comparing(Duty::urgency)).toList(), List.copyOf(figures));
    }

    @Schema(name = "Duties")
    record View(
            @Schema(required = true, description = "Most urgent first; empty when nothing is due")
            List<Duty> items,

            @Schema(required = true) List<Figure> figures) {}
}
