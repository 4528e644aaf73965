package org.zhaoshang.projects;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;

/** A preliminary appraisal (初步论证): one meeting's record, for one project or for thirty. Its members are never published. */
@Entity
@Table(name = "appraisals")
class Appraisal {
    /** 可行, 有条件可行, 不可行. */
    @Schema(name = "AppraisalConclusion")
    enum Conclusion {
        FAVOURABLE,
        CONDITIONAL,
        UNFAVOURABLE
    }

    @Schema(name = "AppraisalOpinion")
    record Opinion(
            @Schema(required = true) String check,
            @Schema(required = true) String opinion) {}

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String unitCode;
    private LocalDate heldOn;
    private String body;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> members;

    @Enumerated(EnumType.STRING)
    private Conclusion conclusion;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Opinion> opinions;

    private @Nullable String note;

    @ElementCollection
    @CollectionTable(name = "appraisal_projects", joinColumns = @JoinColumn(name = "appraisal_id"))
    @Column(name = "project_id")
    private Set<UUID> projectIds;

    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected Appraisal() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    Appraisal(String unitCode, AppraisalFields fields, Set<UUID> projectIds, Caller by, Instant at) {
        this.unitCode = unitCode;
        this.heldOn = fields.heldOn();
        this.body = fields.body();
        this.conclusion = fields.conclusion();
        this.members = fields.members();
        this.opinions = fields.opinions();
        this.note = fields.note();
        this.projectIds = Set.copyOf(projectIds);
        this.createdAt = at;
        this.createdBy = by.displayName();
    }

    UUID id() {
        return id;
    }

    String unitCode() {
        return unitCode;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    String body() {
        return body;
    }

    Conclusion conclusion() {
        return conclusion;
    }

    List<String> members() {
        return members;
    }

    List<Opinion> opinions() {
        return opinions;
    }

    @Nullable
    String note() {
        return note;
    }

    Set<UUID> projectIds() {
        return projectIds;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }
}
