package org.zhaoshang.shared.language;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the product speaks; Chinese unless the caller asks for English first. */
public enum Language {
    ZH,
    EN;

    /** The better liked of the two in an {@code Accept-Language} header; Chinese where it names neither or is broken. */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            Locale best =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best) ? EN : ZH;
        } catch (IllegalArgumentException broken) {
            return ZH;
        }
    }
}
