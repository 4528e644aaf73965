package org.zhaoshang.dispatch.articles;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/** A text of a unit's report as material for the brief. The report keeps what the unit wrote, whatever is edited here. */
@Entity
@Table(name = "articles")
class Article {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String month;
    private String unitCode;

    @Enumerated(EnumType.STRING)
    private ArticleKind kind;

    @Embedded
    private ArticleFields fields;

    private String source;

    @Enumerated(EnumType.STRING)
    private ArticleState state;

    private @Nullable String reason;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    /** @param title until the bureau finds a better one */
    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Article(String month, String unitCode, ArticleKind kind, String title, String text, Caller by, Instant at) {
        this.month = month;
        this.unitCode = unitCode;
        this.kind = kind;
        this.source = text;
        this.fields = new ArticleFields(title, text);
        this.state = ArticleState.OFFERED;
        touched(by, at);
    }

    /** Another text came with another submission: what was chosen and edited was the old one. */
    void offerAnew(String text, Caller by, Instant at) {
        source = text;
        fields = new ArticleFields(fields.title(), text);
        state = ArticleState.OFFERED;
        reason = null;
        decidedAt = null;
        decidedBy = null;
        touched(by, at);
    }

    void edit(ArticleFields to, Caller by, Instant at) {
        fields = to;
        touched(by, at);
    }

    void adopt(@Nullable String reason, Caller by, Instant at) {
        decide(ArticleState.ADOPTED, reason, by, at);
    }

    void decline(String reason, Caller by, Instant at) {
        decide(ArticleState.DECLINED, reason, by, at);
    }

    private void decide(ArticleState to, @Nullable String why, Caller by, Instant at) {
        state = to;
        reason = why;
        decidedAt = at;
        decidedBy = by.displayName();
        touched(by, at);
    }

    private void touched(Caller by, Instant at) {
        updatedAt = at;
        updatedBy = by.displayName();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String month() {
        return month;
    }

    String unitCode() {
        return unitCode;
    }

    ArticleKind kind() {
        return kind;
    }

    ArticleFields fields() {
        return fields;
    }

    /** As the unit wrote it. */
    String source() {
        return source;
    }

    ArticleState state() {
        return state;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Article article && Objects.equals(id, article.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
