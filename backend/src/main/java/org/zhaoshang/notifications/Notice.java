package org.zhaoshang.notifications;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/**
 * Something people are told.
 *
 * @param page the client's page that it is about, with a leading slash ({@code /projects/…}), as duties have it
 * @param title one sentence, without the mark that ends one
 * @param words what else is to be said, such as the reason; null for nothing
 * @param dueOn the last day of what is asked; null where nothing is
 * @param once with a key no second notice of that key is ever written, whoever writes it and at whatever moment; null for a
 *     notice that belongs to one change of one record
 */
public record Notice(
        NoticeKind kind,
        Audience audience,
        String page,
        Text title,
        @Nullable Text words,
        @Nullable LocalDate dueOn,
        @Nullable String once) {
    private static final int LONGEST_KEY = 200;

    public Notice {
        if (!page.startsWith("/") || page.startsWith("//")) {
            throw new IllegalArgumentException("no page of the client: " + page);
        }
        if (once != null && once.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("too long a key: " + once);
        }
    }

    public static Notice of(NoticeKind kind, Audience audience, String page, Text title) {
        return new Notice(kind, audience, page, title, null, null, null);
    }

    /** Adds what else is to be said. */
    public Notice saying(@Nullable Text more) {
        return new Notice(kind, audience, page, title, more, dueOn, once);
    }

    /** Adds words that a person wrote, which are the same in both languages. */
    public Notice quoting(@Nullable String text) {
        return saying(text == null || text.isBlank() ? null : new Text(text, text));
    }

    public Notice due(LocalDate day) {
        return new Notice(kind, audience, page, title, words, day, once);
    }

    /** @param key of the reminder, the record and the day: {@code MONTH_DUE:2021-03:150622:7} */
    public Notice once(String key) {
        return new Notice(kind, audience, page, title, words, dueOn, key);
    }
}
