package org.zhaoshang.notifications;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;

/** What a person wants of what they are told. Only what is decided otherwise than a kind begins with is kept. */
@Entity
@Table(name = "notification_settings")
class NotificationSettings {
    @Id
    @Column(name = "account_id")
    private UUID account;

    /** Null until stored: that is how the persistence layer knows a new row that brings its own key. */
    @Version
    private @Nullable Long version;

    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Language language;

    @Column(name = "inbox_off")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> inboxOff;

    @Column(name = "mail_off")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> mailOff;

    @Column(name = "mail_on")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> mailOn;

    @SuppressWarnings("NullAway.Init")
    protected NotificationSettings() {}

    NotificationSettings(UUID account) {
        this.account = account;
        this.language = Language.ZH;
        this.inboxOff = List.of();
        this.mailOff = List.of();
        this.mailOn = List.of();
    }

    /** Of one kind. */
    record Choice(NoticeKind kind, boolean inbox, boolean mail) {}

    /** @param choices kinds left out are as they begin */
    void decide(@Nullable String email, Language language, Collection<Choice> choices) {
        this.email = email;
        this.language = language;
        this.inboxOff = codes(choices.stream().filter(choice -> !choice.inbox()).toList());
        this.mailOff = codes(choices.stream()
                .filter(choice -> choice.kind().mailed() && !choice.mail())
                .toList());
        this.mailOn = codes(choices.stream()
                .filter(choice -> !choice.kind().mailed() && choice.mail())
                .toList());
    }

    private static List<String> codes(List<Choice> choices) {
        return choices.stream().map(choice -> choice.kind().code()).sorted().toList();
    }

    Choice of(NoticeKind kind) {
        return new Choice(
                kind,
                !inboxOff.contains(kind.code()),
                kind.mailed() ? !mailOff.contains(kind.code()) : mailOn.contains(kind.code()));
    }

    /** As the trail keeps it. */
    record Document(
            @Nullable String email,
            Language language,
            List<String> inboxOff,
            List<String> mailOff,
            List<String> mailOn) {}

    Document document() {
        return new Document(email, language, inboxOff, mailOff, mailOn);
    }

    @Nullable
    String email() {
        return email;
    }

    Language language() {
        return language;
    }

    /** 0 for settings that were never written; those that were once begin with 1. */
    long version() {
        return version == null ? 0 : version + 1;
    }
}
